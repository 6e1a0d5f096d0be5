"""A student's answer to *tiles* in words."""

from __future__ import annotations

from exercises.kinds.tiles.item import TilesAnswer, TilesItem
from exercises.lesson.load import Lesson


def tell(item: TilesItem, answer: TilesAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell the line as a sentence."""
    texts = {tile.id: tile.text for tile in item.tiles}
    line = " ".join(texts[name] for name in answer.line if name in texts)
    return [line] if line else []


def unknown(item: TilesItem, answer: TilesAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Name the tiles that the exercise does not have."""
    known = {tile.id for tile in item.tiles}
    return [name for name in answer.line if name not in known]
