"""A student's answer to *choose* in words."""

from __future__ import annotations

from exercises.kinds.choose.item import ChooseAnswer, ChooseItem
from exercises.lesson.load import Lesson


def tell(item: ChooseItem, answer: ChooseAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell what was chosen, an option a line, in the order of the file."""
    return [option.text for option in item.options if option.id in answer.chosen]


def unknown(item: ChooseItem, answer: ChooseAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Name the chosen options that the exercise does not have."""
    known = {option.id for option in item.options}
    return [name for name in answer.chosen if name not in known]
