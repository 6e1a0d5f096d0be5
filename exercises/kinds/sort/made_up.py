"""A made-up answer to *sort*."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined, chosen
from exercises.kinds.sort.item import SortItem
from exercises.kinds.sort.tallied import parts
from exercises.lesson.load import Lesson


def made_up(item: SortItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Put every card into a bin."""
    return {"placed": chosen(parts(item, lesson), student)}
