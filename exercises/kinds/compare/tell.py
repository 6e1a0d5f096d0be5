"""A student's answer to *compare* in words."""

from __future__ import annotations

from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, versions_of
from exercises.kinds.compare.path import named
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> list[str]:
    """Tell each answered question with the version that was chosen, and whether that is shown or inferred."""
    known, asked = _known(item, lesson), [(one, answer.steps.get(one.id, "")) for one in item.asked]
    return [_line(one.ask, named(step, one, item, lesson), answer, one.id) for one, step in asked if step in known]


def unknown(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> list[str]:
    """Tell the answers to questions, or with versions, that the exercise does not have, by the names that are left."""
    known, asks = _known(item, lesson), {question.id: question.ask for question in item.asked}
    gone = [(name, step) for name, step in answer.steps.items() if name not in asks or step not in known]
    return [_line(asks.get(name, name), step, answer, name) for name, step in gone]


def _known(item: CompareItem, lesson: Lesson) -> set[str]:
    return {NOWHERE, *(version.source for version in versions_of(item, lesson))}


def _line(ask: str, version: str, answer: CompareAnswer, name: str) -> str:
    basis = answer.basis.get(name)
    how = words("compare")["basis"][basis] if basis else ""
    return str(words("telling")["compare_basis" if how else "compare"]).format(ask=ask, version=version, basis=how)
