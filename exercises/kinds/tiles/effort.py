"""What an exercise *tiles* asks of a student."""

from __future__ import annotations

from exercises.kinds.effort import HALF, Effort, count, first_dose
from exercises.kinds.tiles.item import TilesItem
from exercises.lesson.load import Lesson


def effort(item: TilesItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count the glossed words, the tiles, and what becomes of the sentence when a tile is lost."""
    gloss = (word for one in item.original for word in (one.word, one.meaning))
    lost = count(item.loss.beside, item.loss.why) if item.loss else 0
    return Effort(
        read=count(item.origin, *gloss, *(tile.text for tile in item.tiles)),
        reasons=lost + HALF * sum(first_dose(tile.why) for tile in item.tiles),
        further=len(item.tiles) - 1,
    )
