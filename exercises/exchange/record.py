"""What is stored of one exercise of one student, as a value, and what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exercises.answers.standing import as_scored, standing
from exercises.answers.work import COMMITTED, Aside, Attempt, Draft, Phase, Work
from exercises.kinds import KINDS
from exercises.kinds.base import Answer, Earlier, Item, Result, uncounted
from exercises.kinds.checked import Checked
from exercises.kinds.edition import edition_of, is_older
from exercises.kinds.kind import Kind
from exercises.kinds.telling import answer_and_sureness, knows_all
from exercises.lesson.load import Lesson

WITH_RESULT: tuple[Phase, ...] = ("half", "checked", "shown")


@dataclass(frozen=True, slots=True)
class Record:
    """One exercise with what one student has done in it.

    Attributes
    ----------
    lesson, item : Lesson, Item
        The exercise and its lesson.
    code : str
        The student's code.
    draft : Draft or None
        The answer as it stands.
    attempts : tuple of Attempt
        All that was checked, sealed, passed or shown, in the order in which it was kept.
    aside : tuple of Aside
        Answers that do not stand, in the order in which they were put aside.
    earlier : Earlier or None
        What stands in the earlier exercise that this one takes up; None if there is nothing that can be read.
    """

    lesson: Lesson
    item: Item
    code: str
    draft: Draft | None
    attempts: tuple[Attempt, ...]
    aside: tuple[Aside, ...] = ()
    earlier: Earlier | None = None

    @property
    def kind(self) -> Kind:
        """The kind of the exercise."""
        return KINDS[self.item.kind]

    @property
    def phase(self) -> Phase:
        """Where the exercise stands."""
        return self.draft.phase if self.draft else "open"

    @property
    def older(self) -> bool:
        """Whether the answer belongs to an earlier edition of the exercise."""
        return self.draft is not None and self._is_older(self.draft, scored=self.phase in COMMITTED)

    @property
    def outgrown(self) -> bool:
        """Whether the answer belongs to an earlier edition, and holds what the exercise does not know today."""
        return self.draft is not None and self.older and not knows_all(self.item, self.draft.answer, self.lesson)

    @property
    def edition(self) -> str:
        """The edition of the exercise."""
        return edition_of(self.item, self.lesson)

    def _is_older(self, stored: Draft | Attempt, *, scored: bool) -> bool:
        # Of an answer whose second part is still being written, only the first was committed.
        answer = self._first_part(stored.answer) if self.phase == "half" else stored.answer
        return is_older(stored.digest, answer, self.item, self.lesson, scored=scored)

    def _first_part(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Give what the first commit holds of an answer."""
        if self.kind.first_part is None:
            return answer
        try:
            return self.kind.first_part(self.kind.answer.model_validate(answer)).model_dump(mode="json")
        except ValueError:
            return answer

    def with_change(self, draft: Draft | None, attempt: Attempt | None, aside: Aside | None = None) -> Record:
        """Give the record as it stands after an act; an attempt whose id is there already is not added."""
        new = attempt is not None and all(one.id != attempt.id for one in self.attempts)
        attempts = (*self.attempts, attempt) if attempt is not None and new else self.attempts
        more = (*self.aside, aside) if aside is not None else self.aside
        return replace(self, draft=draft or self.draft, attempts=attempts, aside=more)

    def shows(self, one: Aside) -> bool:
        """Say whether an answer that was put aside is the one that stands again."""
        return self.draft is not None and (one.answer, one.confidence) == (self.draft.answer, self.draft.confidence)

    def without(self, name: str) -> Record:
        """Give the record as it stands when an answer that was put aside is thrown away."""
        return replace(self, aside=tuple(one for one in self.aside if one.id != name))

    def told(self, answer: dict[str, Any], confidence: int | None) -> list[str]:
        """Tell an answer and how sure one was, a line each; of what this edition does not know the stored names."""
        return list(answer_and_sureness(self.item, answer, confidence, self.lesson))

    def score(self, answer: Answer) -> Result:
        """Score an answer, beside the earlier one if it takes one up; ValueError with a sentence for the student."""
        result = self.kind.score(self.item, answer, self.lesson)
        if self.item.seal:
            return uncounted(result)
        recall = self.kind.recall
        if recall and recall.result and recall.of(self.item):
            return recall.result(self.item, answer, self.earlier, result)
        return result

    def result(self) -> dict[str, Any] | None:
        """Give the result of the answer as it stands; before *Show me* it may have been changed since its Check."""
        if self.draft is None or (last := self._check(any_answer=True)) is None:
            return None
        if same := self._check():
            return same.result
        # While the second part is being written, the result is that of the first.
        if self.phase == "half" or self.older:
            return last.result
        try:
            return self.score(self.kind.answer.model_validate(self.draft.answer)).model_dump(mode="json")
        except ValueError:  # Something is missing in it: our own answer is shown alone.
            return None

    def _check(self, *, any_answer: bool = False) -> Attempt | None:
        """Give the last check of the answer as it stands, or of any answer; opened work may have brought others."""
        # While the second part is being written, what was settled before may stand in it: only the first was checked.
        scored = self.draft and (self._first_part(self.draft.answer) if self.phase == "half" else self.draft.answer)
        for one in reversed(self.attempts):
            wanted = any_answer or one.answer == scored
            if wanted and (result := as_scored(one.result)):
                return replace(one, result=result)
        return None

    def sealed_at(self) -> str | None:
        """Say when the answer that stands was sealed; work that was added may have brought other seals."""
        draft = self.draft
        if draft is None:
            return None
        seals = [one for one in self.attempts if one.what == "seal" and self._same_first(one, draft)]
        # One who sealed the same in an earlier edition, too, did not seal this one then.
        return min(seals, key=lambda one: one.digest != draft.digest).made_at if seals else None

    def _same_first(self, attempt: Attempt, draft: Draft) -> bool:
        parts = [(self._first_part(one.answer), one.confidence) for one in (attempt, draft)]
        return parts[0] == parts[1]

    def checked(self) -> Checked | None:
        """Give the answer that was checked last; None if it is open or passed, or belongs to another edition."""
        last = self._check()
        if self.draft is None or last is None or self.phase not in ("checked", "shown"):
            return None
        if self.older or self._is_older(last, scored=True):
            return None
        try:
            answer = self.kind.answer.model_validate(last.answer)
            self.kind.score(self.item, answer, self.lesson)
        except ValueError:  # An opened work file may hold an answer that no Check ever let through.
            return None
        return Checked(self.item, answer, self.lesson, self.code, last.made_at, self.phase == "shown")


def record_of(lesson: Lesson, item: Item, work: Work, earlier: Item | None = None) -> Record:
    """Find what a student has done in one exercise.

    Parameters
    ----------
    lesson, item : Lesson, Item
        The exercise and its lesson.
    work : Work
        What the student has done, at least in this exercise and the earlier one.
    earlier : Item, optional
        The earlier exercise that it takes up.
    """
    draft, attempts = standing(item, work.draft(lesson.id, item.id)), work.attempts_at(lesson.id, item.id)
    aside, taken_up = work.aside_at(lesson.id, item.id), _earlier(lesson, earlier, work) if earlier else None
    return Record(lesson, item, work.code, draft, attempts, aside, taken_up)


def _earlier(lesson: Lesson, item: Item, work: Work) -> Earlier | None:
    draft = standing(item, work.draft(lesson.id, item.id))
    if draft is None or not draft.answer:
        return None
    try:
        answer = KINDS[item.kind].answer.model_validate(draft.answer)
    except ValueError:  # An opened work file may hold anything, and so may an earlier edition.
        return None
    return Earlier(item, answer, committed=draft.phase in COMMITTED)
