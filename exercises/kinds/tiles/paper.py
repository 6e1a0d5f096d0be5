"""The key of *tiles* for the teacher: the accepted lines, every tile with its reason, and what one lost tile does."""

from __future__ import annotations

from exercises.kinds.printed import KeyLine, KeyPart
from exercises.kinds.tiles.item import TilesItem
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: TilesItem, lesson: Lesson) -> tuple[KeyPart, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our line and the others that we accept, then every tile, then the loss."""
    said, texts = words("paper")["key"], {tile.id: tile.text for tile in item.tiles}
    orders = [
        _line(" ".join(texts[name] for name in order), said["ours"] if index == 0 else said["accepted"])
        for index, order in enumerate(item.orders)
    ]
    used = {name for order in item.orders for name in order}
    tiles = [KeyLine(tile.text, "" if tile.id in used else said["spare"], (tile.why,)) for tile in item.tiles]
    parts = [KeyPart("", tuple(orders)), KeyPart(said["tiles"], tuple(tiles))]
    if item.loss:
        lost = KeyLine(said["without"].format(tile=texts[item.loss.tile]), "", (item.loss.beside, item.loss.why))
        parts.append(KeyPart(said["loss"], (lost,)))
    return tuple(parts)


def _line(text: str, answer: str) -> KeyLine:
    return KeyLine(text, answer, brief=f"“{text}”" if answer == words("paper")["key"]["ours"] else "")
