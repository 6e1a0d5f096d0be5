"""Sees whether the file of answers is still the one that was here: another, or an older copy, may be laid over it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from exercises.answers.clearing import set_aside_unreadable
from exercises.answers.reading import UnreadableRow, fields_of
from exercises.answers.tables import MARKS, SET, SETTINGS

Sign = tuple[str, int]
"""The random name that a file got when it was made, and how many transactions have written in it."""


def sign_of(connection: Connection) -> Sign:
    """Give the sign of the file; without name and count for one from before files had them.

    Raises
    ------
    UnreadableRow
        If name or count was damaged.
    """
    rows = [fields_of(SETTINGS, row) for row in connection.execute(MARKS).mappings().all()]
    found = {row["name"]: row["value"] for row in rows}
    return found.get("file", ""), int(found.get("changes", 0))


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
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.sign: Sign = ("", 0)
        self._touched: tuple[int, int] | None = None

    def begin(self, sign: Sign) -> None:
        """Take what lies there now for the file."""
        self.sign, self._touched = sign, None

    def make_whole(self, connection: Connection) -> Sign:
        """Give the file a random name, unless it has one; where a part of its sign was damaged, what was seen last."""
        try:
            (name, count), damaged = sign_of(connection), False
        except UnreadableRow:
            set_aside_unreadable(connection)
            (name, count), damaged = sign_of(connection), True
        # One without any sign is another file, and gets nothing of ours.
        own, counted = self.sign if name or count or damaged else ("", 0)
        if not name:
            connection.execute(SET, {"name": "file", "value": own or secrets.token_hex(8)})
        if not count and counted:
            connection.execute(SET, {"name": "changes", "value": str(counted)})
        return sign_of(connection)

    def forget(self) -> None:
        """Know nothing of the file any more: another one lies there."""
        self.sign, self._touched = ("", 0), None

    def wrote(self) -> None:
        """Count a change of our own."""
        name, count = self.sign
        self.sign, self._touched = (name, count + 1), self._look()

    def is_another(self, read: Callable[[], Sign]) -> bool:
        """Say whether another file lies there, or an older copy, which counts fewer changes than we have seen."""
        touched = self._look()
        if touched == self._touched:
            return False
        (name, count), sign = self.sign, read()
        self.sign, self._touched = sign, touched
        return sign[0] != name or sign[1] < count

    def _look(self) -> tuple[int, int] | None:
        """Give time and size of the file."""
        with suppress(OSError):
            found = self._path.stat()
            return found.st_mtime_ns, found.st_size
        return None
