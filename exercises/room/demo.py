"""A class for practice: students who do not exist, whose made-up answers go the way that all answers go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, update

from exercises.answers.batch import BatchStore
from exercises.answers.student import Student
from exercises.answers.tables import ATTEMPTS, DRAFTS
from exercises.exchange.exercise import Exercise
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items, taken_up
from exercises.kinds.made_up import Imagined
from exercises.lesson.load import Lesson, load_lesson
from exercises.room.library import HOST, in_order
from exercises.room.register import Card, Register
from exercises.words import speaking

NAME = "demo"
STUDENTS = 30
SEED = 7
NOTEBOOKS = 3  # from the first one
UNHURRIED = 12  # exercises of the last notebook that slower students may not have reached
FEWEST = 3  # exercises of it that everybody has reached
SLOW = 0.5  # share of them
SURE, UNSURE = (1, 3, 5, 4), (2, 4, 3, 2)  # how often each step of confidence is chosen, when right and when not
BEGUN = timedelta(minutes=45)
STEP = timedelta(seconds=70)


def fill_class(store: BatchStore, folders: Iterable[Path], students: int = STUDENTS, seed: int = SEED) -> Card:
    """Let imagined students in and have them answer; give a card that is still free, to look in with.

    Parameters
    ----------
    store : BatchStore
        A new class.
    folders : iterable of Path
        The lessons that are served; the one of the class is taken, its first form and its first notebooks.
    students : int
        How many.
    seed : int
        The same one gives the same answers.
    """
    lesson, *_ = in_order(map(load_lesson, folders))
    items = load_items(lesson)
    form = [item for item in items.values() if item.role == "form"][:1]
    *before, last = (items.of(entry.name) for entry in lesson.info.notebooks[:NOTEBOOKS])
    register = Register(store)
    *cards, free = register.issue(students + 1)

    def fill() -> None:
        for place, card in enumerate(cards):
            student = Imagined(Random(f"{seed}/{place}"), 0.45 + 0.5 * place / max(1, students - 1))  # noqa: S311
            # Some are not ready with the last notebook, as on any day.
            missing = student.chance.randrange(UNHURRIED) if student.chance.random() < SLOW else 0
            todo = [*form, *(item for one in before for item in one), *last[: max(FEWEST, len(last) - missing)]]
            _Desk(lesson, items, Student(store, card.code), student).work_through(todo)
            # As if a device of theirs were in: on the wall only what those have done who are in is told.
            register.enter(card.code)

    with speaking(lesson.info.language, HOST):
        store.together([fill])  # A thousand answers, and the disk is waited for once.
    return free


class _Desk:
    """An imagined student at work, from one exercise to the next."""

    def __init__(self, lesson: Lesson, items: Exercises, student: Student, imagined: Imagined) -> None:
        self._lesson, self._items, self._student, self._imagined = lesson, items, student, imagined
        self._at, self._pace = datetime.now(UTC) - BEGUN, imagined.chance.uniform(0.6, 1.1)

    def work_through(self, items: Iterable[Item]) -> None:
        """Answer each exercise; what has two parts is checked twice."""
        for item in items:
            kind, chance = KINDS[item.kind], self._imagined.chance
            if kind.made_up is None:
                continue
            answer = kind.made_up(item, self._lesson, self._imagined)
            right = kind.score(item, kind.answer.model_validate(answer), self._lesson).right
            sure = chance.choices((1, 2, 3, 4), SURE if right else UNSURE)[0]
            message = {"answer": answer, "confidence": sure if item.confidence else None}
            acts = ["seal"] if item.seal else ["check", "check"] if kind.first_part else ["check"]
            version = None
            for number, act in enumerate(acts, start=1):
                version = self._send(item, message | {"kind": act, "seq": number, "base": version})
            self._date(item)

    def _send(self, item: Item, message: dict[str, Any]) -> str:
        """Send one message as a page does, and give the version that it made."""
        heard: list[dict[str, Any]] = []
        face = Exercise(self._lesson, item, "", earlier=self._items.get(taken_up(item)))
        face.receive(self._student, message | {"tab": "made-up-page", "code": self._student.code}, heard.append)
        if "version" not in heard[-1]:
            raise RuntimeError(f"{item.id}: {heard[-1]}")
        return str(heard[-1]["version"])

    def _date(self, item: Item) -> None:
        """Let the answer be of a moment in the lesson: all were made in one second."""
        self._at += self._pace * STEP
        at, here = self._at.isoformat(timespec="milliseconds"), (self._student.code, self._lesson.id, item.id)

        def do(connection: Connection) -> None:
            for table, column in ((DRAFTS, "saved_at"), (ATTEMPTS, "made_at")):
                at_item = zip((table.c.code, table.c.lesson, table.c.exercise), here, strict=True)
                connection.execute(update(table).where(*(one == name for one, name in at_item)).values({column: at}))

        self._student.store.run(do, write=True)
