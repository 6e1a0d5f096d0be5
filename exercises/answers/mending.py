"""What a file gets when it is opened: rows that nobody finds are set aside; what is missing comes back, or is said."""

from __future__ import annotations

from sqlalchemy import Connection

from exercises.answers.brought_back import bring_back, has_gaps
from exercises.answers.clearing import clear_code, has_unfindable, set_aside_unreadable
from exercises.answers.codes import code_is_behind
from exercises.answers.extent import lacking


def needs_mending(connection: Connection) -> bool:
    """Say whether anything in the file is not where it belongs."""
    return any(look(connection) for look in (has_unfindable, lacking, has_gaps, code_is_behind))


def mend(connection: Connection) -> None:
    """Do what can be done, and note it; what is set aside now is not missing."""
    short = lacking(connection)
    # What comes back is put beside what is there, and that is read: what cannot be read must be gone by then.
    if has_unfindable(connection) or short or has_gaps(connection):
        set_aside_unreadable(connection)
    if short or has_gaps(connection):
        bring_back(connection, short=short)
    if code_is_behind(connection):
        clear_code(connection)
