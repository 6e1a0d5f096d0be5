"""Sees whether the file of answers is still the one that was here: another, or an older copy, may be laid over it."""

from __future__ import annotations

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
_HANDS = 64  # marks that programs choose from: two with the same one count together, and the file stays small


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
        self.mark = f"{CHANGES}-{secrets.randbelow(_HANDS)}"
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

    def wrote(self) -> None:
        """Count a change of our own."""
        name, counts = self.sign
        self.sign, self._touched = (name, counts | {self.mark: counts.get(self.mark, 0) + 1}), self._look()

    def is_another(self, read: Callable[[], Sign]) -> bool:
        """Say whether another file lies there, or an older copy: somebody counts fewer changes in it than we have seen."""
        touched = self._look()
        if touched == self._touched:
            return False
        (name, seen), (there, counts) = self.sign, read()
        self.sign, self._touched = (there, counts), touched
        return there != name or any(counts.get(mark, 0) < count for mark, count in seen.items())

    def _look(self) -> tuple[int, int] | None:
        """Give time and size of the file."""
        with suppress(OSError):
            found = self._path.stat()
            return found.st_mtime_ns, found.st_size
        return None
