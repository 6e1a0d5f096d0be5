"""Faults of the disk that holds the answers, as sentences for the student; a fault of ours goes up as it is."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import DatabaseError

from exercises.answers.wellformed import mended
from exercises.files.fault import InWords
from exercises.words import words

DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_ALONE_TOO = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_OURS = {0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE}
_CAUSES = {
    sqlite3.SQLITE_FULL: "full",
    # It was moved or replaced while it was open: the next round finds what lies there now.
    sqlite3.SQLITE_READONLY_DBMOVED: "busy",
    sqlite3.SQLITE_READONLY: "locked-away",
    sqlite3.SQLITE_PERM: "locked-away",
    sqlite3.SQLITE_AUTH: "locked-away",
    sqlite3.SQLITE_CANTOPEN: "locked-away",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
}
_CAUSES_OF = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EIO: "other",
}


class StoreTrouble(InWords, Exception):  # noqa: N818 - the word of the course for it; its text is what the student reads
    """Answers could not be read or kept; the text is one sentence for the student that says what to do.

    Parameters
    ----------
    sentence : str
        What the student reads.
    lasting : bool
        Whether it will be so tomorrow, as with a folder that nobody may write to.
    """

    def __init__(self, sentence: str, *, lasting: bool = False) -> None:
        super().__init__(mended(sentence))  # A path may hold bytes that are no text.
        self.lasting = lasting


def primary_code(error: DatabaseError) -> int:
    """Give the kind of fault as SQLite numbers it: the low byte; the rest is detail."""
    return full_code(error) & 0xFF


def full_code(error: DatabaseError) -> int:
    """Give the number of a fault with its detail; 0 if it has none."""
    return int(getattr(error.orig, "sqlite_errorcode", 0))


def may_be_damage(error: DatabaseError) -> bool:
    """Say whether a fault can come of a file that is not what this course made; else it is one of ours."""
    return primary_code(error) in _OURS


def may_pass(error: DatabaseError) -> bool:
    """Say whether a fault can come of another process that just begins the file anew, or sets it aside."""
    return primary_code(error) not in _ALONE_TOO


def cause_of(error: OSError) -> str:
    """Name why folder or file could not be made or read, as in the section ``store`` of the words."""
    return _CAUSES_OF.get(error.errno or 0, "locked-away")


def explain(error: DatabaseError, path: Path) -> NoReturn:
    """Turn a fault of the disk into a sentence for the student; a fault of ours goes up as it is."""
    if is_ours(error):
        raise error
    code = primary_code(error)
    # What SQLite says of a damaged file quotes its tables, which tell a student nothing.
    detail = words("store")["layout"] if code in {*DAMAGED, *_OURS} else str(error.orig)
    raise trouble(_CAUSES.get(full_code(error), _CAUSES.get(code, "other")), path, detail) from error


def is_ours(error: DatabaseError) -> bool:
    """Say whether a fault is one of ours, and none of the disk."""
    return primary_code(error) in _OURS and "no such table" not in str(error.orig)


def trouble(cause: str, path: Path, detail: str) -> StoreTrouble:
    """Make the sentence for a cause, by its name in the section ``store`` of the words."""
    sentence = words("store")[cause].format(file=path, folder=path.parent, detail=detail)
    return StoreTrouble(sentence, lasting=cause != "busy")
