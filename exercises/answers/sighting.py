"""Sees whether the file of answers is still the one that was here: another, or an older copy, may be laid over it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from exercises.answers.tables import MARKS, NAMED

LONGEST_COUNT = 18  # digits: what SQLite still counts on

Sign = tuple[str, int]
"""The random name that a file got when it was made, and how many transactions have written in it."""


def sign_of(connection: Connection) -> Sign:
    """Give the sign of the file; without name and count for one from before files had them."""
    found = {str(name): str(value) for name, value in connection.execute(MARKS)}
    count = found.get("changes", "")
    return found.get("file", ""), int(count) if _is_count(count) else 0


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_COUNT


def name_it(connection: Connection) -> None:
    """Give the file a random name, unless it has one."""
    connection.execute(NAMED, {"value": secrets.token_hex(8)})


class Sighting:
    """What was last seen of a file; asked before each use, so it reads only when the file was touched since.

    Parameters
    ----------
    path : Path
        Where the file lies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sign: Sign = ("", 0)
        self._touched: tuple[int, int] | None = None

    def begin(self, sign: Sign) -> None:
        """Take what lies there now for the file."""
        self._sign, self._touched = sign, None

    def wrote(self) -> None:
        """Count a change of our own."""
        name, count = self._sign
        self._sign, self._touched = (name, count + 1), self._look()

    def is_another(self, read: Callable[[], Sign]) -> bool:
        """Say whether another file lies there, or an older copy, which counts fewer changes than we have seen."""
        touched = self._look()
        if touched == self._touched:
            return False
        (name, count), sign = self._sign, read()
        self._sign, self._touched = sign, touched
        return sign[0] != name or sign[1] < count

    def _look(self) -> tuple[int, int] | None:
        """Give time and size of the file."""
        with suppress(OSError):
            found = self._path.stat()
            return found.st_mtime_ns, found.st_size
        return None
