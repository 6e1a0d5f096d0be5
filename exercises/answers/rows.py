"""How drafts, attempts and answers put aside become rows and back, as part of one transaction."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, select

from exercises.answers.reading import fields_of
from exercises.answers.tables import (
    ASIDE,
    ATTEMPTS,
    DRAFTS,
    FIRST_DRAFT,
    NEXT_DRAFT,
    PUT_ASIDE,
    PUT_ATTEMPT,
    PUT_TRAIL,
    TRAIL,
    as_it_stands,
    at,
    selection,
)
from exercises.answers.work import Aside, Attempt, Draft, Why, Work

OneOf = TypeVar("OneOf", Draft, Attempt, Aside)
_SAID = ("lesson", "exercise", "digest", "answer", "confidence")


def work_of(
    connection: Connection, code: str, lesson: str | None = None, exercises: Collection[str] | None = None
) -> Work:
    """Give what one student has done: all, or that of a lesson, or of some exercises of it.

    Raises
    ------
    UnreadableRow
        If one row of it is damaged.
    """
    given = {"code": code, "lesson": lesson, "exercises": None if exercises is None else sorted(exercises)}
    wanted = {name: value for name, value in given.items() if value is not None}

    def read(table: Table, kind: type[OneOf]) -> tuple[OneOf, ...]:
        rows = connection.execute(selection(table, frozenset(wanted)), wanted).mappings().all()
        return tuple(_one(fields_of(table, row), kind) for row in rows)

    return Work(code, read(DRAFTS, Draft), read(ATTEMPTS, Attempt), read(ASIDE, Aside))


def _one(given: dict[str, Any], kind: type[OneOf]) -> OneOf:
    return kind(**{each.name: given[each.name] for each in fields(kind)})


def put_draft(connection: Connection, code: str, draft: Draft, before: Draft | None) -> bool:
    """Keep a draft in place of exactly the one before it; say whether that one still stood.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    code : str
        The student's code.
    draft : Draft
        What stands from now on.
    before : Draft or None
        What stood when this was decided; None if there was nothing.
    """
    row = _row(code, draft)
    if before is None:
        first = connection.execute(FIRST_DRAFT, row).rowcount == 1
        if first:
            # What stood here once and is gone, as a row that could not be read, did not lead to this answer.
            forget_trail(connection, code, draft)
        return first
    there = {"at_code": code, "at_version": before.version}
    there |= {"at_lesson": draft.lesson, "at_exercise": draft.exercise}
    changed = {name: value for name, value in row.items() if name not in ("code", "lesson", "exercise")}
    return connection.execute(NEXT_DRAFT, changed | there).rowcount == 1


def put_attempt(connection: Connection, code: str, attempt: Attempt) -> bool:
    """Append an attempt unless it is here already; say whether it was new."""
    return connection.execute(PUT_ATTEMPT, _row(code, attempt)).rowcount == 1


def bring_attempt(connection: Connection, code: str, attempt: Attempt) -> bool:
    """Append an attempt of a file unless it is here; where its id is taken by another one, under an id of its own."""
    if put_attempt(connection, code, attempt):
        return True
    if _is_here(connection, ATTEMPTS, code, attempt):
        return False
    other = replace(attempt, id=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{attempt.id}/{name_of(attempt)}")))
    return put_attempt(connection, code, other)


def put_aside(connection: Connection, code: str, aside: Aside) -> bool:
    """Keep an answer that does not stand, unless it is here already; say whether it was new.

    Where its name is taken by another answer, as in a file that was changed by hand, it gets one of its own.
    """
    if connection.execute(PUT_ASIDE, _row(code, aside)).rowcount == 1:
        return True
    if _is_here(connection, ASIDE, code, aside):
        return False
    return connection.execute(PUT_ASIDE, _row(code, replace(aside, id=name_of(aside)))).rowcount == 1


def aside_of(draft: Draft, why: Why) -> Aside:
    """Give an answer as one that is put aside; under its version, so that it is put aside once."""
    place = (draft.lesson, draft.exercise, draft.digest)
    return Aside(draft.version, *place, draft.answer, draft.confidence, draft.saved_at, why)


def _is_here(connection: Connection, table: Table, code: str, one: Attempt | Aside) -> bool:
    """Say whether what has this id here is the same answer: files may be changed by hand."""
    wanted = select(*as_it_stands(table)).where(table.c.code == code, table.c.id == one.id)
    (row,) = connection.execute(wanted).mappings().all()
    fields_here = fields_of(table, row)
    there = _one(fields_here, Attempt) if isinstance(one, Attempt) else _one(fields_here, Aside)
    return name_of(there) == name_of(one)


def name_of(one: Draft | Attempt | Aside) -> str:
    """Give a name to what was answered: the same each time, and another one for another answer."""
    said = [getattr(one, name) for name in (*_SAID, *(name for name in ("phase", "what") if hasattr(one, name)))]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def throw_away(connection: Connection, code: str, lesson: str, exercise: str, name: str) -> None:
    """Throw away an answer that was put aside; a file that holds it can bring it back."""
    there = {"code": code, "lesson": lesson, "exercise": exercise}
    connection.execute(delete(ASIDE).where(*at(ASIDE), ASIDE.c.id == name), there)
    connection.execute(delete(TRAIL).where(*at(TRAIL), TRAIL.c.version == name), there)


def note_trail(connection: Connection, code: str, draft: Draft, versions: Iterable[str]) -> None:
    """Note which versions led to the answer of one exercise, the oldest first."""
    there = {"code": code, "lesson": draft.lesson, "exercise": draft.exercise}
    for version in versions:
        connection.execute(PUT_TRAIL, there | {"version": version})


def forget_trail(connection: Connection, code: str, draft: Draft) -> None:
    """Forget what led to the answer of one exercise: another one begins there."""
    there = {"code": code, "lesson": draft.lesson, "exercise": draft.exercise}
    connection.execute(delete(TRAIL).where(*at(TRAIL)), there)


def trails_of(connection: Connection, code: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give by lesson and exercise which versions led to each answer, the oldest first."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    wanted = select(*as_it_stands(TRAIL)).where(TRAIL.c.code == code).order_by(TRAIL.c.number)
    for row in connection.execute(wanted).mappings().all():
        step = fields_of(TRAIL, row)
        place = (step["lesson"], step["exercise"])
        found[place] = (*found.get(place, ()), step["version"])
    return found


def _row(code: str, one: Draft | Attempt | Aside) -> dict[str, Any]:
    return {"code": code} | {field.name: getattr(one, field.name) for field in fields(one)}
