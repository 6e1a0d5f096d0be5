"""How much of one student is kept here at most: whatever a page reads and draws stays small enough for any computer."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from exercises.answers.rows import names_of
from exercises.answers.work import Work
from exercises.answers.work_file import ExportRefused
from exercises.words import words

MOST = 2000
"""Drafts, attempts and answers put aside that a student has with what a file brings; a course of hard work is 600."""


def names_in(work: Work) -> list[str]:
    """Give a name for each draft, attempt and answer put aside."""
    return [*(one.version for one in work.drafts), *(one.id for one in work.attempts), *(one.id for one in work.aside)]


def refuse_too_many(connection: Connection, code: str, names: Collection[str]) -> None:
    """Refuse a file with which a student would have more than is kept here; nothing has changed then.

    Parameters
    ----------
    connection : Connection
        An open transaction.
    code : str
        The student's code.
    names : collection of str
        What the file brings, by name.

    Raises
    ------
    ExportRefused
        With a sentence that says how much that would be.
    """
    here = names_of(connection, code)
    count = len(here) + len(set(names) - here)
    if max(count, len(names)) > MOST:
        raise ExportRefused(words("exports")["too-many"].format(count=max(count, len(names)), most=MOST))
