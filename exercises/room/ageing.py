"""Deletes of a class what nobody has touched for long; cards stay, so that whoever is in it goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, and_, delete, select

from exercises.answers.file import FILE_NAME
from exercises.answers.moved import is_begun, pending
from exercises.answers.salvage import came_over
from exercises.answers.tables import ASIDE, ATTEMPTS, DRAFTS, RECEIPTS, TRAIL
from exercises.room.classes import ClassRefused, class_folder, held
from exercises.room.damaged import Damaged, damaged, delete_damaged, met_at
from exercises.room.register import class_store, say_what_happened
from exercises.room.tables import ASKS, DEVICES
from exercises.room.taken import CodePlace, forget_taken, taken
from exercises.words import words

_DATED = (DRAFTS.c.saved_at, ATTEMPTS.c.made_at, ASIDE.c.saved_at)


def delete_older(name: str, days: int, say: Callable[[str], object]) -> int:
    """Delete the answers of a class that nobody has touched for so long, and give to how many exercises they were.

    What a student did in one exercise goes as a whole or stays as a whole: answers, attempts, earlier versions, and
    what is noted of them. Rows and files that were set aside as damaged go when they are as old, and devices that are
    out. A damaged row that has no date counts from when it was first met here.

    Parameters
    ----------
    name : str
        Name of the class.
    days : int
        How many days are long.
    say : callable
        Says a sentence to the teacher: what happened to the file of the class, and what stays.

    Returns
    -------
    int
        Exercises, counted for each student.

    Raises
    ------
    ClassRefused
        If there is no such class, or while its room is open, or if parts of what was deleted may still lie in its file.
    StoreTrouble
        If the disk does not do its part.
    """
    if not is_begun(class_folder(name) / FILE_NAME):
        raise ClassRefused("no_class")
    limit = datetime.now(UTC) - timedelta(days=days)
    with held(name) as folder:
        store = class_store(folder)
        say_what_happened(store, say)
        count, undated = store.run(lambda connection: _delete_rows(connection, limit), write=True)
        _delete_damaged(store.path, limit, store.run(came_over, write=False))
        _leave_nothing(store.path)
    if undated:
        say(words("room")["older"]["undated"].format(count=undated, days=days))
    return count


def _leave_nothing(path: Path) -> None:
    """Write the file anew: what is deleted would still lie in its free pages."""
    try:
        with closing(sqlite3.connect(path)) as file:
            file.execute("VACUUM")
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as fault:
        raise ClassRefused("still_there", reason=fault) from fault


def _last_touched(connection: Connection, aside: list[Damaged]) -> dict[CodePlace, datetime]:
    last: dict[CodePlace, datetime] = {}
    for place, date in (*_traces(connection), *taken(connection)):
        last[place] = max(last.get(place, date), date)
    for one in aside:
        if one.place and one.date:
            last[one.place] = max(last.get(one.place, one.date), one.date)
    return last


def _delete_aside(
    connection: Connection, aside: list[Damaged], last: Mapping[CodePlace, datetime], limit: datetime
) -> int:
    """Delete damaged rows with the exercise that they are of, else by their own date; give how many have none."""
    undated = 0
    for one in aside:
        known = last.get(one.place) if one.place else one.date
        if (known or met_at(connection, one)) < limit:
            delete_damaged(connection, one)
        else:
            undated += known is None
    return undated


def _delete_rows(connection: Connection, limit: datetime) -> tuple[int, int]:
    """Give to how many exercises the answers were, and how many damaged rows without a date stay."""
    aside = list(damaged(connection))
    last = _last_touched(connection, aside)
    old = [place for place, date in last.items() if date < limit]
    for table in (DRAFTS, ATTEMPTS, ASIDE, RECEIPTS, TRAIL):
        for code, lesson, exercise in old:
            here = and_(table.c.code == code, table.c.lesson == lesson, table.c.exercise == exercise)
            connection.execute(delete(table).where(here))
    forget_taken(connection, old)
    undated = _delete_aside(connection, aside, last, limit)
    # These dates are all our own, written in one form.
    connection.execute(delete(DEVICES).where(DEVICES.c.revoked_at < limit.isoformat()))
    connection.execute(delete(ASKS).where(ASKS.c.asked_at < limit.isoformat()))
    return len(old), undated


def _traces(connection: Connection) -> Iterator[tuple[CodePlace, datetime]]:
    """Give all that is dated; a row whose date cannot be read is set aside when the class is opened next."""
    for date in _DATED:
        place = [date.table.c[name] for name in ("code", "lesson", "exercise")]
        for *found, text in connection.execute(select(*place, date)).all():
            with suppress(ValueError, TypeError):
                code, lesson, exercise = found
                yield (code, lesson, exercise), datetime.fromisoformat(text).astimezone(UTC)


def _delete_damaged(path: Path, limit: datetime, came: Collection[str]) -> None:
    # Where one could not be renamed after all of it came over, it has the name of one that is still to come.
    over = [f"{one.name}*" for one in pending(path) if one.name in came]
    for one in [file for names in (f"{path.stem}-damaged-*", *over) for file in path.parent.glob(names)]:
        if one.stat().st_mtime < limit.timestamp():
            one.unlink()
