"""Work of students is given for elsewhere, and its store notes which versions have left."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from exercises.answers.joining import Travelling
from exercises.answers.rows import note_trail, trails_of, work_of
from exercises.answers.store import Store, StoreTrouble

LONGEST = 50  # versions of a trail that go along in a file


def send_off(store: Store, code: str) -> Travelling:
    """Give all the work of a student for a file, and note that these versions have left."""
    (travelling,) = send_off_all(store, lambda _: [code])
    return travelling


def send_off_all(store: Store, codes: Callable[[Connection], list[str]]) -> list[Travelling]:
    """Give all the work of some students as of one moment, and note that these versions have left.

    Where nothing can be noted, as on a full disk, the work is given all the same: just then it is needed elsewhere.

    Parameters
    ----------
    store : Store
        Where the answers are.
    codes : callable
        Says in the same transaction of which students; called again if that has to begin anew.
    """

    def leave(connection: Connection) -> list[Travelling]:
        wanted = codes(connection)
        for code in wanted:
            for draft in work_of(connection, code).drafts:
                note_trail(connection, code, draft, [draft.version])
        return [_travelling(connection, code) for code in wanted]

    try:
        return store.run(leave, write=True)
    except StoreTrouble:
        return store.run(lambda connection: [_travelling(connection, code) for code in codes(connection)], write=False)


def _travelling(connection: Connection, code: str) -> Travelling:
    trails = {place: trail[-LONGEST:] for place, trail in trails_of(connection, code).items()}
    return Travelling(work_of(connection, code), trails)
