"""A made-up answer to *tiles*."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined
from exercises.kinds.tiles.item import TilesItem
from exercises.lesson.load import Lesson


def made_up(item: TilesItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:  # noqa: ARG001 (all take the lesson)
    """Give our line; who does not find it has changed two neighbours."""
    line = list(item.orders[0])
    if not student.finds():
        place = student.chance.randrange(len(line) - 1)
        line[place : place + 2] = reversed(line[place : place + 2])
    return {"line": line}
