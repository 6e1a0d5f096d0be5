"""What an exercise *mark* asks of a student."""

from __future__ import annotations

from exercises.kinds.effort import HALF, Effort, count, first_dose
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.kinds.mark.page import reveal
from exercises.kinds.mark.score import score
from exercises.lesson.load import Lesson


def effort(item: MarkItem, lesson: Lesson) -> Effort:
    """Count the sentences, a decision for each of our marks, and what is read of every second part."""
    ours = MarkAnswer.model_validate(reveal(item, lesson))
    told = sum(first_dose(one.reason) + count(one.fact) for one in score(item, ours, lesson).remarks)
    return Effort(
        read=count(*(lesson.texts[item.text].sentence(number).text for number in item.sentences)),
        reasons=HALF * told,
        further=max(0, len(ours.marks) - 1),
    )
