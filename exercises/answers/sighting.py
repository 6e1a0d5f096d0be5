"""Sees whether the file of answers is still the one that was here: another, or an older copy, may be laid over it."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from exercises.answers.clearing import set_aside_unreadable
from exercises.answers.reading import UnreadableRow, fields_of
from exercises.answers.tables import CHANGES, MARKS, SET, SETTINGS

Sign = tuple[str, dict[str, int]]
"""The random name that a file got when it was made, and how many transactions have written in it, by mark."""
Identity = tuple[int, int]
"""The disk that holds a file, and its number there."""
_HANDS = 64  # marks that programs choose from: two with the same one count together, and the file stays small
# One program that opens the file again takes the next mark, so that nothing it does then hides what was seen before.
_MARKS = itertools.count(secrets.randbelow(_HANDS))
_CHANGES_AT = 24  # where SQLite counts its changes: "File change counter" of the file format


def sign_of(connection: Connection) -> Sign:
    """Give the sign of the file; without name and count for one from before files had them.

    Raises
    ------
    UnreadableRow
        If name or count was damaged.
    """
    rows = [fields_of(SETTINGS, row) for row in connection.execute(MARKS).mappings().all()]
    found = {row["name"]: row["value"] for row in rows}
    name = found.pop("file", "")
    return name, {mark: int(count) for mark, count in found.items()}


class Sighting:
    """What was last seen of a file; asked before each use, so it reads only when the file was touched since.

    Parameters
    ----------
    path : Path
        Where the file lies.

    Attributes
    ----------
    sign : Sign
        The sign that was seen last.
    mark : str
        Under which this program counts its changes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.sign: Sign = ("", {})
        self.mark = f"{CHANGES}-{next(_MARKS) % _HANDS}"
        self._touched: tuple[int, int] | None = None

    def begin(self, sign: Sign) -> None:
        """Take what lies there now for the file."""
        self.sign, self._touched = sign, None

    def make_whole(self, connection: Connection) -> Sign:
        """Give the file a random name, unless it has one; where a part of its sign was damaged, what was seen last."""
        try:
            (name, counts), damaged = sign_of(connection), False
        except UnreadableRow:
            set_aside_unreadable(connection)
            (name, counts), damaged = sign_of(connection), True
        # One without any sign is another file, and gets nothing of ours.
        own, counted = self.sign if name or counts or damaged else ("", {})
        if not name:
            connection.execute(SET, {"name": "file", "value": own or secrets.token_hex(8)})
        for mark, count in counted.items() if damaged or not counts else ():
            connection.execute(SET, {"name": mark, "value": str(max(count, counts.get(mark, 0)))})
        return sign_of(connection)

    def forget(self) -> None:
        """Know nothing of the file any more: another one lies there."""
        self.sign, self._touched = ("", {}), None

    def wrote(self, count: int | None = None) -> None:
        """Take note of a change of our own; with the count that the file got, where another thread may have seen it."""
        name, counts = self.sign
        seen = counts.get(self.mark, 0)
        self.sign, self._touched = (name, counts | {self.mark: max(count or seen + 1, seen)}), self._look()

    def is_another(self, read: Callable[[], Sign]) -> bool:
        """Say whether another file lies there, or an older copy: somebody counts fewer changes than we saw."""
        touched = self._look()
        if touched == self._touched:
            return False
        (name, seen), (there, counts) = self.sign, read()
        self.sign, self._touched = (there, counts), touched
        return there != name or any(counts.get(mark, 0) < count for mark, count in seen.items())

    def _look(self) -> tuple[int, int] | None:
        return _touch_of(self._path)


def identity_of(path: Path) -> Identity | None:
    """Say which file lies there, whatever stands in it; None if there is none."""
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def stamp_of(path: Path) -> tuple[object, ...]:
    """Give what is another one after every change that anybody makes to a file; reads 4 bytes, and raises nothing."""
    with suppress(OSError), path.open("rb") as file:
        file.seek(_CHANGES_AT)
        # While another program keeps the file in write-ahead logging, changes show beside it alone.
        return identity_of(path), file.read(4), _touch_of(path.with_name(f"{path.name}-wal"))
    return ()


def _touch_of(path: Path) -> tuple[int, int] | None:
    """Give time and size of a file."""
    with suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return None
