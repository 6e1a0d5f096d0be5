"""A student's answer to *compare* in words."""

from __future__ import annotations

from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, versions_of
from exercises.kinds.compare.path import named
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> list[str]:
    """Tell each answered question with the version that was chosen, and whether that is shown or inferred."""
    known, asked = _known(item, lesson), [(one, answer.steps.get(one.id, "")) for one in item.asked]
    return [
        _line(one.ask, named(step, one, item, lesson) if step else "", answer, one.id)
        for one, step in asked
        if step in known or (not step and one.id in answer.basis)
    ]


def unknown(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> list[str]:
    """Tell the answers to questions, or with versions, that the exercise does not have, by the names that are left."""
    known, asks = _known(item, lesson), {question.id: question.ask for question in item.asked}
    steps = {**dict.fromkeys((name for name in answer.basis if name not in asks), ""), **answer.steps}
    gone = [(name, step) for name, step in steps.items() if name not in asks or step not in known]
    return [_line(asks.get(name, name), step, answer, name) for name, step in gone]


def _known(item: CompareItem, lesson: Lesson) -> set[str]:
    return {NOWHERE, *(version.source for version in versions_of(item, lesson))}


def _line(ask: str, version: str, answer: CompareAnswer, name: str) -> str:
    basis = answer.basis.get(name)
    how = words("compare")["basis"][basis] if basis else ""
    form = words("telling")["compare_basis" if how and version else "compare"]
    return str(form).format(ask=ask, version=version or how, basis=how)
