"""The exercise *tiles* as it is written, the student's answer, and what the page sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from exercises.files.problems import did_you_mean
from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.kinds.writing import mixed, repeated, says_nothing
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import Language


class Gloss(Strict):
    """One word of the original with what it means."""

    word: str = Field(min_length=1, max_length=60)
    meaning: str = Field(min_length=1, max_length=80)


class Tile(Strict):
    """One tile.

    Attributes
    ----------
    id, text : str
        Its name, and the English words on it.
    why : str
        Which word of the original it renders and why it stands there; for a spare tile, why it tempts.
    """

    id: Slug
    text: str = Field(min_length=1, max_length=60)
    why: str = Field(min_length=1, max_length=600)


class Loss(Strict):
    """What becomes of the sentence when one tile is lost; shown after the commit.

    Attributes
    ----------
    tile : str
        Id of the tile.
    beside : str
        Words that are set beside the shortened sentence, such as those of the article.
    why : str
        What the two have to do with each other, with shown and inferred apart.
    """

    tile: str
    beside: str = Field(min_length=1, max_length=400)
    why: str = Field(min_length=1, max_length=900)


class TilesItem(Item):
    """An exercise in which tiles are put in order.

    Attributes
    ----------
    language : str
        Language of the original, two letters.
    original : tuple of Gloss
        Its words in their order.
    origin : str
        Where the words come from, with the day.
    tiles : tuple of Tile
        All tiles; on paper they lie in a mixed order that is the same for everybody, on a student's screen in another.
    orders : tuple of tuple of str
        Accepted orders, ours first; a tile that stands in none of them is a spare one.
    loss : Loss or None
        The tile that may be lifted off after the commit.
    """

    kind: Literal["tiles"]
    language: Language
    original: tuple[Gloss, ...] = Field(min_length=1, max_length=30)
    origin: str = Field(min_length=1, max_length=300)
    tiles: tuple[Tile, ...] = Field(min_length=2, max_length=30)
    orders: tuple[tuple[str, ...], ...] = Field(min_length=1, max_length=12)
    loss: Loss | None = None


class TilesAnswer(Answer):
    """Ids of the tiles in the line, in their order."""

    line: tuple[str, ...] = Field(default=(), max_length=30)


def page(item: TilesItem, lesson: Lesson) -> dict[str, Any]:
    """Give what the page may know: the original with its gloss, and the tiles in a mixed order."""
    return {
        "language": item.language,
        "into": lesson.info.language,
        "original": [gloss.model_dump() for gloss in item.original],
        "origin": item.origin,
        "tiles": [{"id": tile.id, "text": tile.text} for tile in mixed(item.tiles, item.id)],
    }


def orderless(item: TilesItem) -> tuple[str, ...]:  # noqa: ARG001 (as the kinds ask for it)
    """Name what of the page has no order of its own."""
    return ("tiles",)


def reveal(item: TilesItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our own line in the shape of the student's answer."""
    return {"line": list(item.orders[0])}


def problems(item: TilesItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say what does not fit in the exercise, each as a sentence with its cure; empty if all is well."""
    return [*_tiles(item), *_orders(item)]


def _tiles(item: TilesItem) -> Iterator[str]:
    for name in repeated(tile.id for tile in item.tiles):
        yield f"The tile “{name}” stands twice. Give one of them another id."
    for reason in repeated(" ".join(tile.why.lower().split()) for tile in item.tiles):
        yield f"Two tiles share the reason “{reason[:40]}”. Say of each what its own words do."
    for tile in item.tiles:
        if says_nothing(tile.why):
            yield f"The reason for the tile “{tile.id}” explains nothing. Write which word of the original it renders."


def _orders(item: TilesItem) -> Iterator[str]:
    known = [tile.id for tile in item.tiles]
    for number, order in enumerate(item.orders, start=1):
        for name in order:
            if name not in known:
                yield f"Order {number} names the tile “{name}”, which does not exist. {did_you_mean(name, known)}"
        for name in repeated(order):
            yield f"Order {number} uses the tile “{name}” twice. Write each once."
        if len(order) < 2:
            yield f"Order {number} has fewer than two tiles. Write the whole sentence."
    if item.loss and item.loss.tile not in item.orders[0]:
        yield f"The tile “{item.loss.tile}” cannot be lost: it does not stand in the first order. Name one that does."
