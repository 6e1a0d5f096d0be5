"""A made-up answer to *rate*."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined, chosen
from exercises.kinds.rate.item import CANNOT_TELL, RateItem
from exercises.kinds.rate.tallied import parts
from exercises.lesson.load import Lesson


def made_up(item: RateItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Rate every statement, and say how sure where that is asked for."""
    found = chosen(parts(item, lesson), student)
    ratings = {name: step if step == CANNOT_TELL else int(step) for name, step in found.items()}
    sure = {name: student.chance.randint(1, 4) for name in ratings} if item.each_sure else {}
    return {"ratings": ratings, "sure": sure}
