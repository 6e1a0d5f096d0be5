"""How drafts, attempts and answers put aside become rows and back, as part of one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar, get_args

from sqlalchemy import Connection, Row, Table, delete

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
from exercises.answers.work import Aside, Attempt, Draft, Phase, Work

OneOf = TypeVar("OneOf", Draft, Attempt, Aside)


class UnreadableRow(Exception):  # noqa: N818 - what was found, not a fault
    """What stands in a row is not what this course wrote."""


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
        return tuple(_one(row, kind) for row in _rows(connection, table, wanted))

    return Work(code, read(DRAFTS, Draft), read(ATTEMPTS, Attempt), read(ASIDE, Aside))


def _rows(connection: Connection, table: Table, wanted: dict[str, Any]) -> Iterable[Row[Any]]:
    try:
        return connection.execute(selection(table, frozenset(wanted)), wanted).all()
    except ValueError as error:  # no JSON
        raise UnreadableRow(str(error)) from error


def _one(row: Row[Any], kind: type[OneOf]) -> OneOf:
    """Make the value of a row; one of another shape than we write is unreadable."""
    given = row._asdict()
    if not is_ours(given):
        raise UnreadableRow
    return kind(**{each.name: given[each.name] for each in fields(kind)})


def is_ours(given: dict[str, Any]) -> bool:
    """Say whether the fields of a row have the shape that this course writes."""
    others = {name: value for name, value in given.items() if name not in ("answer", "result", "confidence", "number")}
    return (
        isinstance(given["answer"], dict)
        and isinstance(given.get("result"), dict | None)
        and (given["confidence"] is None or given["confidence"] in (1, 2, 3, 4))
        and all(isinstance(value, str) for value in others.values())
        and given.get("phase", "open") in get_args(Phase)
        and _is_moment(str(given.get("saved_at", given.get("made_at"))))
    )


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


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
