"""A small class whose answers are put into a store by hand, row by row, so that a test knows every one of them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from exercises.answers.rows import put_attempt, put_draft
from exercises.answers.tables import DRAFTS
from exercises.answers.work import Attempt, Draft
from exercises.kinds import KINDS
from exercises.kinds.edition import edition_of

BELL = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
CODES = [
    f"{animal}-{number}"
    for number in (41, 52)
    for animal in ("amber-heron", "brave-otter", "calm-robin", "dapper-finch", "eager-badger", "frank-tapir")
]


class Class:
    """A class in one lesson.

    Parameters
    ----------
    store : Store
        Where its answers are kept.
    lesson, items : Lesson, Exercises
        What it works on.
    codes : list of str
        Its students.
    """

    def __init__(self, store, lesson, items, codes=CODES):
        self.store, self.lesson, self.items, self.codes = store, lesson, items, codes

    def draft(self, code, exercise, phase="open", minute=0):
        """Let a student have begun an exercise, or come further."""
        self._keep(code, exercise, {}, phase, None, minute, ())

    def checks(self, code, exercise, answer, sure=3, minute=0):
        """Let a student check an answer."""
        item = self.items[exercise]
        result = KINDS[item.kind].score(item, KINDS[item.kind].answer.model_validate(answer), self.lesson)
        self._keep(code, exercise, answer, "checked", sure, minute, [("check", result.model_dump(mode="json"))])

    def again(self, code, exercise, answer):
        """Let a student check once more what stands there already."""
        item = self.items[exercise]
        result = KINDS[item.kind].score(item, KINDS[item.kind].answer.model_validate(answer), self.lesson)
        self._attempt(code, exercise, "check", answer, 3, result.model_dump(mode="json"), BELL.isoformat())

    def seals(self, code, exercise, answer, sure=3):
        """Let a student seal an answer."""
        self._keep(code, exercise, answer, "sealed", sure, 0, [("seal", None)])

    def passes(self, code, exercise):
        """Let a student pass on an exercise."""
        self._keep(code, exercise, {}, "passed", None, 0, [("pass", None)])

    def _keep(self, code, exercise, answer, phase, sure, minute, acts):
        at = (BELL + timedelta(minutes=minute)).isoformat()
        edition = edition_of(self.items[exercise], self.lesson)
        draft = Draft(self.lesson.id, exercise, edition, answer, sure, phase, at)

        def put(connection):
            at = DRAFTS.c.code == code, DRAFTS.c.lesson == draft.lesson, DRAFTS.c.exercise == exercise
            connection.execute(delete(DRAFTS).where(*at))
            put_draft(connection, code, draft, None)

        self.store.run(put, write=True)
        for what, result in acts:
            self._attempt(code, exercise, what, answer, sure, result, at)

    def _attempt(self, code, exercise, what, answer, sure, result, at):
        edition = edition_of(self.items[exercise], self.lesson)
        attempt = Attempt(str(uuid.uuid4()), self.lesson.id, exercise, edition, what, answer, sure, result, at)
        self.store.run(lambda connection: put_attempt(connection, code, attempt), write=True)
