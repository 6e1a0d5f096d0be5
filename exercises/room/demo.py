"""A class for practice: students who do not exist, whose made-up answers go the way that all answers go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import Connection, select, update

from exercises.answers.store import Store
from exercises.answers.tables import ATTEMPTS, DRAFTS
from exercises.exchange.exercise import Exercise
from exercises.exchange.face import Send
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.items import load_items
from exercises.kinds.made_up import Imagined
from exercises.lesson.load import load_lesson
from exercises.room.library import HOST
from exercises.room.register import Card, Register
from exercises.visit import Guest, Visit

NAME = "demo"
STUDENTS = 30
SEED = 7
NOTEBOOKS = 3  # from the first one
UNHURRIED = 12  # exercises of the last notebook that the slower half may not have reached
FEWEST = 3  # exercises of it that everybody has reached
_STEP = timedelta(seconds=75)


def fill_class(store: Store, lessons: Path, students: int = STUDENTS, seed: int = SEED) -> Card:
    """Let imagined students in and have them answer; give a card that is still free, to look in with.

    Parameters
    ----------
    store : Store
        A new class.
    lessons : Path
        The folder of the lessons; the longest one is taken, its first form and its first notebooks.
    students : int
        How many.
    seed : int
        The same one gives the same answers.
    """
    all_lessons = [load_lesson(file.parent) for file in sorted(lessons.glob("*/lesson.yaml"))]
    lesson = max(all_lessons, key=lambda one: len(one.info.notebooks))
    items = load_items(lesson)
    form = [item for item in items.values() if item.role == "form"][:1]
    *before, last = (items.of(entry.name) for entry in lesson.info.notebooks[:NOTEBOOKS])
    *cards, free = Register(store).issue(students + 1)
    for place, card in enumerate(cards):
        chance = Random(f"{seed}/{place}")  # noqa: S311 (no secret)
        student = Imagined(chance, 0.45 + 0.5 * place / max(1, students - 1))
        # Some are not ready with the last notebook, as on any day.
        missing = chance.randrange(UNHURRIED) if chance.random() < 0.5 else 0
        guest = Guest(card.code, HOST, lambda: None, lambda: None)
        visit = Visit(lesson, items, store, guest=guest)
        _answer(
            visit,
            [*form, *(item for one in before for item in one), *last[: max(FEWEST, len(last) - missing)]],
            student,
        )
    _spread(store, seed)
    return free


def _answer(visit: Visit, items: Sequence[Item], student: Imagined) -> None:
    for item in items:
        make = KINDS[item.kind].made_up
        if make is None:
            continue
        with visit.speaking():
            answer = make(item, visit.lesson, student)
        found = student.finds()
        sure = student.chance.choices((1, 2, 3, 4), (1, 3, 4, 3) if found else (2, 4, 3, 2))[0]
        _Page(visit, item).commit(answer, sure if item.confidence else None)


class _Page:
    """The page of one exercise at an imagined student's."""

    def __init__(self, visit: Visit, item: Item) -> None:
        self._visit, self._item, self._seq = visit, item, 0
        self._face: Exercise = visit.exercise(item.id)
        self._version: str | None = None

    def commit(self, answer: dict[str, object], sure: int | None) -> None:
        """Check the answer, or seal it; what has two parts is checked twice."""
        kind = "seal" if self._item.seal else "check"
        self._send(kind, answer, sure)
        if KINDS[self._item.kind].first_part and not self._item.seal:
            self._send(kind, answer, sure)

    def _send(self, kind: str, answer: dict[str, object], sure: int | None) -> None:
        self._seq += 1
        message = {"kind": kind, "tab": f"made-up-{self._item.id}"[:40], "seq": self._seq, "answer": answer}
        message |= {"confidence": sure, "code": self._visit.student.code, "base": self._version}
        heard: Send = self._hear
        with self._visit.speaking():
            self._face.receive(self._visit.student, message, heard)

    def _hear(self, reply: dict[str, object]) -> None:
        version = reply.get("version")
        if not isinstance(version, str):
            raise RuntimeError(f"{self._item.id}: {reply}")
        self._version = version


def _spread(store: Store, seed: int) -> None:
    """Let the answers of each student come one after the other within a lesson, and not in one second."""

    def do(connection: Connection) -> None:
        begun = datetime.now(UTC) - timedelta(minutes=45)
        for table, column in ((DRAFTS, DRAFTS.c.saved_at), (ATTEMPTS, ATTEMPTS.c.made_at)):
            rows = connection.execute(
                select(table.c.code, table.c.lesson, table.c.exercise).distinct().order_by(column)
            )
            seen: dict[str, int] = {}
            for code, lesson, exercise in rows.all():
                seen[code] = seen.get(code, 0) + 1
                slow = Random(f"{seed}/{code}").uniform(0.6, 1.1)  # noqa: S311 (no secret)
                at = (begun + seen[code] * slow * _STEP).isoformat(timespec="milliseconds")
                here = (table.c.code == code, table.c.lesson == lesson, table.c.exercise == exercise)
                connection.execute(update(table).where(*here).values({column: at}))

    store.run(do, write=True)
