"""What an exercise *annotate* asks of a student: nobody knows the text, so a part of usual length is counted."""

from __future__ import annotations

from exercises.kinds.annotate.item import AnnotateItem
from exercises.kinds.bring.effort import USUAL
from exercises.kinds.effort import Effort
from exercises.lesson.load import Lesson

GROUPS = 7
"""Reports, or signal words, in twelve sentences of news."""


def effort(item: AnnotateItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count the words of a usual part, and each mark."""
    return Effort(read=USUAL, further=GROUPS * len(item.labels))
