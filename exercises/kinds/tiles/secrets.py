"""What of an exercise *tiles* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.tiles.item import TilesItem
from exercises.lesson.load import Lesson

HIDDEN = ("orders", "why", "loss", "beside")


def secrets(item: TilesItem, lesson: Lesson) -> Iterator[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the accepted sentences, the reason for every tile, and what comes of the lost one."""
    texts = {tile.id: tile.text for tile in item.tiles}
    for order in item.orders:
        yield " ".join(texts[name] for name in order)
    for tile in item.tiles:
        yield tile.why
    if item.loss:
        # What it is set beside may be words of the article, which lie open.
        yield item.loss.why
