"""A student's answer to *compare* in words."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, versions_of
from exercises.kinds.compare.path import named
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> list[str]:
    """Tell each answered question with the version that was chosen, and whether that is shown or inferred."""
    return list(_lines(item, answer, lesson))


def _lines(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> Iterator[str]:
    known = {NOWHERE, *(version.source for version in versions_of(item, lesson))}
    for question in item.asked:
        step, basis = answer.steps.get(question.id, ""), answer.basis.get(question.id)
        if step in known:
            how = words("compare")["basis"][basis] if basis else ""
            version = named(step, question, item, lesson)
            form = words("telling")["compare_basis" if how else "compare"]
            yield str(form).format(ask=question.ask, version=version, basis=how)
