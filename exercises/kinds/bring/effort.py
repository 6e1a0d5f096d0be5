"""What an exercise *bring* asks of a student: nobody knows the text, so one of usual length is counted."""

from __future__ import annotations

from exercises.kinds.bring.item import BringItem
from exercises.kinds.effort import Effort
from exercises.lesson.load import Lesson

USUAL = 240
"""Words of a part of twelve sentences."""
HANDS = 4
"""Choices: where the text comes from, its title, and both ends of the part."""


def effort(item: BringItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the same)
    """Count the words of a usual part once, and what is chosen."""
    return Effort(read=USUAL, further=HANDS)
