"""How far a class is: counted from its file, by code and by exercise, and nothing that a commit would give away."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from exercises.answers.reading import fields_of
from exercises.answers.store import Store
from exercises.answers.tables import ATTEMPTS, DRAFTS, as_it_stands
from exercises.answers.work import OPEN
from exercises.room.library import Library

At = tuple[str, str]
"""Lesson and exercise."""


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise.

    Attributes
    ----------
    title : str
        Its title.
    begun, done : int
        How many students have begun it, and done it.
    checked, right : int
        How many have checked it, and how many of these were right the first time.
    """

    title: str
    begun: int
    done: int
    checked: int
    right: int


@dataclass(frozen=True, slots=True)
class Notebook:
    """One notebook that somebody has begun: its exercises, and by code how many of them are done."""

    title: str
    lines: list[Line]
    students: dict[str, int] = field(default_factory=dict)


def progress(library: Library, store: Store) -> list[dict[str, Any]]:
    """Count all notebooks that somebody has begun, as plain data; in the order of the lessons.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part.
    """
    begun, done, first = store.run(_read, write=False)
    found = []
    for shelf in library.shelves.values():
        for entry in shelf.lesson.info.notebooks:
            at = {(shelf.lesson.id, item.id): item.title for item in shelf.items.of(entry.name)}
            lines = [_line(title, one, begun, done, first) for one, title in at.items()]
            students = {code: 0 for code, lesson, exercise in begun if (lesson, exercise) in at}
            students |= Counter(code for code, lesson, exercise in done if (lesson, exercise) in at)
            if students:
                found.append(asdict(Notebook(entry.title, lines, dict(sorted(students.items())))))
    return found


_Begun = set[tuple[str, str, str]]
_First = dict[tuple[str, str, str], bool]


def _line(title: str, at: At, begun: _Begun, done: _Begun, first: _First) -> Line:
    checked = [right for (_, *where), right in first.items() if tuple(where) == at]
    return Line(title, _count(begun, at), _count(done, at), len(checked), sum(checked))


def _count(some: _Begun, at: At) -> int:
    return sum((lesson, exercise) == at for _, lesson, exercise in some)


def _read(connection: Connection) -> tuple[_Begun, _Begun, _First]:
    drafts = connection.execute(select(DRAFTS.c.code, DRAFTS.c.lesson, DRAFTS.c.exercise, DRAFTS.c.phase)).all()
    begun = {(code, lesson, exercise) for code, lesson, exercise, _ in drafts}
    done = {(code, lesson, exercise) for code, lesson, exercise, phase in drafts if phase not in OPEN}
    return begun, done, _first_checks(connection)


def _first_checks(connection: Connection) -> _First:
    wanted = select(*as_it_stands(ATTEMPTS)).where(ATTEMPTS.c.what == "check").order_by(ATTEMPTS.c.number)
    first: _First = {}
    for row in connection.execute(wanted).mappings().all():
        one = fields_of(ATTEMPTS, row)
        result = one["result"]
        right = isinstance(result, dict) and bool(result.get("right"))
        first.setdefault((one["code"], one["lesson"], one["exercise"]), right)
    return first
