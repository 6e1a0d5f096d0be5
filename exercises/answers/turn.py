"""One process at a time begins a file of answers, mends it or sets it aside; the others wait, and find it done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from exercises.answers.engine import make_folder
from exercises.answers.trouble import trouble

LONGEST = 30  # seconds: as long as a big damaged file may take to be brought over
_OFTEN = 0.01  # seconds between two looks


def lock_of(path: Path) -> Path:
    """Give the empty file that lies beside a file of answers, for whoever has the turn with it."""
    return path.with_suffix(".lock")


class Turn:
    """The turn of one process with a file; each of its threads must hold a lock of its own before.

    It lies in a file beside, as whoever opens and closes the file of answers itself gives up what SQLite has locked
    there. A program that is killed holds it no more. Where a disk takes no lock, as one that is read-only, the work
    goes on without: what is done in a turn replaces no file and undoes nothing even then.

    Parameters
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = FileLock(lock_of(path), mode=0o600)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the turn until the end of the block, also inside of such a block; waits while another process has it.

        Raises
        ------
        StoreTrouble
            If that takes too long.
        """
        try:
            make_folder(self._path.parent)
            self._file.acquire(timeout=LONGEST, poll_interval=_OFTEN)
        except Timeout as error:
            raise trouble("busy", self._path, str(error)) from error
        except (OSError, NotImplementedError):
            yield
            return
        try:
            yield
        finally:
            with suppress(OSError):
                self._file.release()
