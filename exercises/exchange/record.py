"""What is stored of one exercise, for the student who works now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from exercises.answers.store import Attempt, Draft, Phase, Store, What
from exercises.kinds import KINDS
from exercises.kinds.base import Answer, Earlier, Item, Result
from exercises.kinds.checked import Checked
from exercises.lesson.load import Lesson

WITH_RESULT: tuple[Phase, ...] = ("half", "checked", "shown")
COMMITTED: tuple[Phase, ...] = ("sealed", *WITH_RESULT)


class Record:
    """Reads and writes the draft and the attempts of one exercise.

    Parameters
    ----------
    lesson : Lesson
        The lesson that the exercise belongs to.
    item : Item
        The exercise.
    store : Store
        Where answers are kept.
    """

    def __init__(self, lesson: Lesson, item: Item, store: Store) -> None:
        self._lesson, self._item, self._store = lesson, item, store

    def draft(self) -> Draft | None:
        """Give the answer as it stands, or None."""
        return self._store.draft(self._lesson.id, self._item.id)

    def attempts(self) -> list[Attempt]:
        """Give all that was checked, sealed or passed, in the order of time."""
        return self._store.attempts(self._lesson.id, self._item.id)

    def is_older(self, draft: Draft | None) -> bool:
        """Say whether an answer belongs to an earlier edition of the lesson."""
        return draft is not None and draft.digest != self._lesson.digest

    def result(self, draft: Draft, attempts: list[Attempt], score: Callable[[Answer], Result]) -> dict[str, Any] | None:
        """Give the result of the answer as it stands; before *Show me* it may have been changed since its Check."""
        last = next((attempt for attempt in reversed(attempts) if attempt.result), None)
        # While the second part is being written, the result is that of the first.
        if last is None or last.answer == draft.answer or draft.phase == "half" or self.is_older(draft):
            return last.result if last else None
        try:
            return score(KINDS[self._item.kind].answer.model_validate(draft.answer)).model_dump(mode="json")
        except ValueError:  # Something is missing in it: our own answer is shown alone.
            return None

    def checked(self, code: str, draft: Draft | None, attempts: list[Attempt]) -> Checked | None:
        """Give the answer that was checked last; None if it is open or passed, or belongs to another edition."""
        kind = KINDS[self._item.kind]
        last = attempts[-1] if attempts else None
        if draft is None or last is None or last.what != "check" or draft.phase not in ("checked", "shown"):
            return None
        if last.answer != draft.answer or {draft.digest, last.digest} != {self._lesson.digest}:
            return None
        try:
            answer = kind.answer.model_validate(last.answer)
            kind.score(self._item, answer, self._lesson)
        except ValueError:  # An opened work file may hold an answer that no Check ever let through.
            return None
        return Checked(self._item, answer, self._lesson, code, last.made_at, draft.phase == "shown")

    def earlier(self) -> Earlier | None:
        """Give what is stored, for a later exercise that takes it up; None if there is nothing that can be read."""
        draft = self.draft()
        if draft is None or not draft.answer:
            return None
        try:
            answer = KINDS[self._item.kind].answer.model_validate(draft.answer)
        except ValueError:  # An opened work file may hold anything, and so may an earlier edition.
            return None
        return Earlier(self._item, answer, committed=draft.phase in COMMITTED)

    def keep(self, answer: dict[str, Any], confidence: int | None, phase: Phase) -> None:
        """Keep the answer in place of the one before it."""
        self._store.keep_draft(
            Draft(
                lesson=self._lesson.id,
                exercise=self._item.id,
                digest=self._lesson.digest,
                answer=answer,
                confidence=confidence,
                phase=phase,
                saved_at=_now(),
            )
        )

    def add(
        self,
        attempt: str,
        what: What,
        answer: dict[str, Any],
        confidence: int | None,
        result: dict[str, Any] | None = None,
    ) -> None:
        """Append an attempt; one whose id is there already is left alone."""
        self._store.add_attempt(
            Attempt(
                id=attempt,
                lesson=self._lesson.id,
                exercise=self._item.id,
                digest=self._lesson.digest,
                what=what,
                answer=answer,
                confidence=confidence,
                result=result,
                made_at=_now(),
            )
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
