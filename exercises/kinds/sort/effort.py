"""What an exercise *sort* asks of a student."""

from __future__ import annotations

from exercises.kinds.effort import HALF, Effort, count, first_dose, worst
from exercises.kinds.sort.item import SortItem
from exercises.lesson.load import Lesson


def effort(item: SortItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count cards and bins, and what is read of every second card: why another bin tempts, and why it is ours."""
    told = sum(worst(card.tempting.values()) + first_dose(card.why) for card in item.cards)
    return Effort(
        read=count(*(place.title for place in item.bins), *(card.text for card in item.cards)),
        reasons=HALF * told,
        further=len(item.cards) - 1,
    )
