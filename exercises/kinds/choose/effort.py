"""What an exercise *choose* asks of a student."""

from __future__ import annotations

from exercises.kinds.choose.item import ChooseItem
from exercises.kinds.effort import Effort, count, first_dose, worst
from exercises.lesson.load import Lesson


def effort(item: ChooseItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count the question with its options, and the reasons for a wrong choice and for ours."""
    right = [option for option in item.options if option.right]
    wrong = (option.why for option in item.options if not option.right and not option.accepted)
    return Effort(
        read=count(item.prompt, item.quote, *(option.text for option in item.options)),
        reasons=worst(wrong) + sum(first_dose(option.why) for option in right),
        further=len(right) - 1,
    )
