"""One process at a time begins a file of answers, mends it or sets it aside; the others wait, and find it done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from inspect import signature
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from exercises.answers.engine import make_folder
from exercises.answers.trouble import trouble

LONGEST = 30  # seconds: as long as a big damaged file may take to be brought over
_OFTEN = 0.01  # seconds between two looks
# Newer releases would else leave a file as a mark where a disk takes no lock, which outlives a program that is killed.
_HARD: dict[str, Any] = (
    {"fallback_to_soft": False} if "fallback_to_soft" in signature(FileLock.__init__).parameters else {}
)


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
        self._path, self._deep = path, 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Have the turn until the end of the block, also inside of such a block; waits while another process has it.

        Raises
        ------
        StoreTrouble
            If that takes too long.
        """
        with nullcontext() if self._deep else self._held():
            self._deep += 1
            try:
                yield
            finally:
                self._deep -= 1

    @contextmanager
    def _held(self) -> Iterator[None]:
        held = ExitStack()
        try:
            make_folder(self._path.parent)
            # A new one each time: a process that was forked may not use that of its parent.
            lock = FileLock(lock_of(self._path), mode=0o600, **_HARD)
            held.enter_context(lock.acquire(timeout=LONGEST, poll_interval=_OFTEN))
        except Timeout as error:
            raise trouble("busy", self._path, str(error)) from error
        except (OSError, RuntimeError):
            pass
        try:
            yield
        finally:
            with suppress(OSError):
                held.close()
