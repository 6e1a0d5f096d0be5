"""How much of one student is kept here at most: whatever a page reads and draws stays small enough for any computer."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from exercises.answers.rows import names_of
from exercises.answers.work import Work
from exercises.answers.work_file import ExportRefused
from exercises.words import words

MOST = 2000
"""Drafts, attempts and answers put aside that a student has in a class with what a file brings; hard work makes 600."""

MOST_AT_HOME = 20_000
"""The same on a computer of one's own, where nobody else waits: about as much as the largest file can hold."""


def most_kept(*, in_class: bool) -> int:
    """Give how much a student may have with what a file brings."""
    return MOST if in_class else MOST_AT_HOME


def names_in(work: Work) -> list[str]:
    """Give a name for each draft, attempt and answer put aside."""
    return [*(one.version for one in work.drafts), *(one.id for one in work.attempts), *(one.id for one in work.aside)]


def refuse_too_many(connection: Connection, code: str, names: Collection[str], *, in_class: bool) -> None:
    """Refuse a file with which a student would have more than is kept here; nothing has changed then.

    What is here already is no more than it was, however much that is. But a class reads no file that is too long.

    Parameters
    ----------
    connection : Connection
        An open transaction.
    code : str
        The student's code.
    names : collection of str
        What the file brings, by name.
    in_class : bool
        Whether many students have their answers here.

    Raises
    ------
    ExportRefused
        With a sentence that says how much that would be.
    """
    here = names_of(connection, code)
    new, most = set(names) - here, most_kept(in_class=in_class)
    count = max(len(here) + len(new), len(names))
    if (new and count > most) or (in_class and len(names) > most):
        raise ExportRefused(words("exports")["too-many"].format(count=count, most=most))
