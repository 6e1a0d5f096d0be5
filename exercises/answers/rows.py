"""How a draft or an attempt becomes a row and back, in one transaction or as part of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, select

from exercises.answers.code import make_code
from exercises.answers.tables import ATTEMPTS, CURRENT_CODE, DRAFTS, PUT_ATTEMPT, PUT_DRAFT, SET, selection

Phase = Literal["open", "half", "sealed", "checked", "shown", "passed"]
What = Literal["check", "show", "pass", "seal"]


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer of one exercise as it stands now.

    Attributes
    ----------
    lesson, exercise : str
        Where it belongs.
    digest : str
        Edition of the lesson that was answered.
    answer : dict
        The answer in the shape of its kind, plain JSON.
    confidence : int or None
        How sure the student is, 1 to 4.
    phase : str
        ``open``, ``half`` (the first of two parts is checked), ``sealed``, ``checked``, ``shown`` or ``passed``.
    saved_at : str
        When, in ISO form with the offset from UTC.
    """

    lesson: str
    exercise: str
    digest: str
    answer: dict[str, Any]
    confidence: int | None
    phase: Phase
    saved_at: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One *Check*, *Show me*, *Pass* or *Seal*; attempts are never changed.

    Attributes
    ----------
    id : str
        A UUID; the same attempt sent twice is kept once.
    lesson, exercise, digest, answer, confidence
        As in `Draft`.
    what : str
        ``check``, ``show``, ``pass`` or ``seal``. What was sealed becomes a check when it is opened.
    result : dict or None
        Outcome of a check, plain JSON.
    made_at : str
        When, in ISO form with the offset from UTC.
    """

    id: str
    lesson: str
    exercise: str
    digest: str
    what: What
    answer: dict[str, Any]
    confidence: int | None
    result: dict[str, Any] | None
    made_at: str


@dataclass(frozen=True, slots=True)
class Work:
    """What one student has done, as of one moment: all of it, or what was asked for.

    Attributes
    ----------
    code : str
        The student's code.
    drafts, attempts : tuple
        The drafts, and the attempts in the order in which they were kept here.
    notice : str
        One sentence for the student when a damaged file was moved aside; else empty.
    """

    code: str
    drafts: tuple[Draft, ...]
    attempts: tuple[Attempt, ...]
    notice: str = ""

    def draft(self, lesson: str, exercise: str) -> Draft | None:
        """Give the answer that stands in one exercise, or None."""
        return next((one for one in self.drafts if (one.lesson, one.exercise) == (lesson, exercise)), None)

    def attempts_at(self, lesson: str, exercise: str) -> tuple[Attempt, ...]:
        """Give the attempts at one exercise, in the order in which they were kept here."""
        return tuple(one for one in self.attempts if (one.lesson, one.exercise) == (lesson, exercise))


def current_code(connection: Connection) -> str | None:
    """Give the code of the student who works now, or None before the first use."""
    return connection.execute(CURRENT_CODE).scalar_one_or_none()


def ensured_code(connection: Connection) -> str:
    """Give the code of the student who works now; made here on first use."""
    code = current_code(connection)
    if code is None:
        code = fresh_code(connection)
        set_code(connection, code)
    return code


def set_code(connection: Connection, code: str) -> None:
    """Make a code the current one."""
    connection.execute(SET, {"name": "code", "value": code})


def fresh_code(connection: Connection) -> str:
    """Make a code under which nobody has worked here, so that two students never share their answers."""
    taken = {current_code(connection)}
    for table in (DRAFTS, ATTEMPTS):
        taken |= set(connection.execute(select(table.c.code).distinct()).scalars())
    code = make_code()
    while code in taken:
        code = make_code()
    return code


def work_of(
    connection: Connection, code: str, lesson: str | None = None, exercises: Collection[str] | None = None
) -> Work:
    """Give what one student has done: all, or that of a lesson, or of some exercises of it."""
    drafts = (Draft(**_fields(row, "code")) for row in _rows(connection, DRAFTS, code, lesson, exercises))
    attempts = (
        Attempt(**_fields(row, "code", "number")) for row in _rows(connection, ATTEMPTS, code, lesson, exercises)
    )
    return Work(code, tuple(drafts), tuple(attempts))


def _rows(
    connection: Connection, table: Table, code: str, lesson: str | None, exercises: Collection[str] | None
) -> Iterable[Row[Any]]:
    """Read the rows of one student: drafts by place, attempts as they came."""
    given = {"code": code, "lesson": lesson, "exercises": None if exercises is None else sorted(exercises)}
    wanted = {name: value for name, value in given.items() if value is not None}
    return connection.execute(selection(table, frozenset(wanted)), wanted).all()


def _fields(row: Row[Any], *left_out: str) -> dict[str, Any]:
    return {name: value for name, value in row._asdict().items() if name not in left_out}


def put_draft(connection: Connection, code: str, draft: Draft) -> None:
    """Keep a draft in place of the one before it."""
    connection.execute(PUT_DRAFT, _row(code, draft))


def put_newer_draft(connection: Connection, code: str, draft: Draft) -> bool:
    """Keep a draft unless the one that is here is as new; say whether it was kept."""
    here = select(DRAFTS.c.saved_at).where(
        DRAFTS.c.code == code, DRAFTS.c.lesson == draft.lesson, DRAFTS.c.exercise == draft.exercise
    )
    saved_at = connection.execute(here).scalar_one_or_none()
    if saved_at is not None and datetime.fromisoformat(saved_at) >= datetime.fromisoformat(draft.saved_at):
        return False
    put_draft(connection, code, draft)
    return True


def put_attempt(connection: Connection, code: str, attempt: Attempt) -> bool:
    """Append an attempt unless it is here already; say whether it was new."""
    return connection.execute(PUT_ATTEMPT, _row(code, attempt)).rowcount == 1


def _row(code: str, one: Draft | Attempt) -> dict[str, Any]:
    return {"code": code} | {field.name: getattr(one, field.name) for field in fields(one)}
