"""How drafts, attempts and answers put aside become rows and back, as part of one transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete

from exercises.answers.reading import fields_of
from exercises.answers.tables import (
    ASIDE,
    ATTEMPTS,
    DRAFTS,
    FIRST_DRAFT,
    NEXT_DRAFT,
    PUT_ASIDE,
    PUT_ATTEMPT,
    at,
    selection,
)
from exercises.answers.work import Aside, Attempt, Draft, Work

OneOf = TypeVar("OneOf", Draft, Attempt, Aside)


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
        return connection.execute(FIRST_DRAFT, row).rowcount == 1
    there = {"at_code": code, "at_version": before.version}
    there |= {"at_lesson": draft.lesson, "at_exercise": draft.exercise}
    changed = {name: value for name, value in row.items() if name not in ("code", "lesson", "exercise")}
    return connection.execute(NEXT_DRAFT, changed | there).rowcount == 1


def put_attempt(connection: Connection, code: str, attempt: Attempt) -> bool:
    """Append an attempt unless it is here already; say whether it was new."""
    return connection.execute(PUT_ATTEMPT, _row(code, attempt)).rowcount == 1


def put_aside(connection: Connection, code: str, aside: Aside) -> bool:
    """Keep an answer that does not stand, unless it is here already; say whether it was new."""
    return connection.execute(PUT_ASIDE, _row(code, aside)).rowcount == 1


def throw_away(connection: Connection, code: str, lesson: str, exercise: str, name: str) -> None:
    """Throw away an answer that was put aside."""
    there = {"code": code, "lesson": lesson, "exercise": exercise}
    connection.execute(delete(ASIDE).where(*at(ASIDE), ASIDE.c.id == name), there)


def _row(code: str, one: Draft | Attempt | Aside) -> dict[str, Any]:
    return {"code": code} | {field.name: getattr(one, field.name) for field in fields(one)}
