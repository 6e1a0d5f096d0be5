"""What is counted of *compare*: which version was chosen for each question."""

from __future__ import annotations

from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, Question, versions_of
from exercises.kinds.compare.path import named
from exercises.kinds.compare.score import step_outcome
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson

_WORTH: dict[str, Worth] = {"right": "right", "accepted": "accepted", "part": "part"}


def parts(item: CompareItem, lesson: Lesson) -> tuple[Part, ...]:
    """Give the questions that are left to the student."""
    return tuple(Part(question.id, question.ask, _choices(item, question, lesson)) for question in item.asked)


def _choices(item: CompareItem, question: Question, lesson: Lesson) -> tuple[Choice, ...]:
    order = [version.source for version in versions_of(item, lesson)]
    return tuple(
        Choice(
            name,
            named(name, question, item, lesson),
            _WORTH.get(step_outcome(question, name, order), "wrong"),
            question.why.get(name, ""),
        )
        for name in (*order, NOWHERE)
    )


def given(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> Given:
    """Give the version that was chosen for each question."""
    known = {*(version.source for version in versions_of(item, lesson)), NOWHERE}
    chosen = ((question.id, answer.steps.get(question.id)) for question in item.asked)
    return {question: (version,) for question, version in chosen if version in known}


TALLIED = Tallied(parts, given)
