"""What is counted of *rate*: the step of each statement."""

from __future__ import annotations

from exercises.kinds.rate.item import CANNOT_TELL, RateAnswer, RateItem, Statement
from exercises.kinds.rate.reasons import reason_for
from exercises.kinds.rate.score import outcome_of
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson
from exercises.words import words

_WORTH: dict[str, Worth] = {"right": "right", "accepted": "accepted", "part": "part", "wrong": "wrong"}


def parts(item: RateItem, lesson: Lesson) -> tuple[Part, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the statements."""
    return tuple(Part(one.id, one.text, tuple(_choices(item, one))) for one in item.statements)


def _choices(item: RateItem, one: Statement) -> list[Choice]:
    steps = [
        Choice(str(step), item.label_of(step), _worth(item, one, step), reason_for(item, one, step))
        for step in range(1, len(item.scale.steps) + 1)
    ]
    if item.cannot_tell:
        why = one.cannot_tell.why if one.cannot_tell else ""
        steps.append(Choice(CANNOT_TELL, words("tallied")["cannot_tell"], _worth(item, one, CANNOT_TELL), why))
    return steps


def _worth(item: RateItem, one: Statement, rating: int | str) -> Worth:
    return _WORTH.get(outcome_of(item, one, rating), "open")


def given(item: RateItem, answer: RateAnswer, lesson: Lesson) -> Given:  # noqa: ARG001 (as above)
    """Give the step of each statement."""
    known = {one.id for one in item.statements}
    return {name: (str(rating),) for name, rating in answer.ratings.items() if name in known}


TALLIED = Tallied(parts, given)
