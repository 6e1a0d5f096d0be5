"""The exercise *sort* as it is written, the student's answer, and what the page sees of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import BESIDE

Name = Annotated[str, Field(min_length=1, max_length=60)]
Followed = Literal["source_kind", "holder", "verb_stance", "whose", "kind", "direction"]


class Bin(Strict):
    """One place for cards.

    Attributes
    ----------
    id, title : str
        Its name, and what the student reads.
    stands_for : tuple of str
        Words of the key that it stands for, where the exercise follows the key; its id and its title if there are none.
    """

    id: Slug
    title: str = Field(min_length=1, max_length=120)
    stands_for: Annotated[tuple[str, ...], BESIDE] = ()


class Card(Strict):
    """One card.

    Attributes
    ----------
    id, text : str
        Its name, and what the student reads.
    quote_of : int, str or None
        Where its quoted words stand: number of a sentence of the article, or id of an entry of the key.
    bin : str
        Where we would put it.
    also_accept : tuple of str
        Bins that careful readers defend too.
    why : str
        The reason: what the words show, what to look for next time.
    tempting : dict of str to str
        By bin: why it tempts to put the card there.
    """

    id: Slug
    text: str = Field(min_length=1, max_length=600)
    quote_of: int | str | None = None
    bin: str
    also_accept: tuple[str, ...] = ()
    why: str = Field(min_length=1, max_length=1500)
    tempting: dict[str, str] = Field(default_factory=dict)


class SortItem(Item):
    """An exercise in which cards are put into bins.

    Attributes
    ----------
    bins : tuple of Bin
        In the order of the file, which is the order of the scale if ``ordered``.
    ordered : bool
        Whether the bins are steps of a scale; one step off then earns half.
    cards : tuple of Card
        In the order of the paper; each student's screen has an order of its own. The bins stay where they are: they
        are read as one frame, and where a bin stands tells nothing about a card.
    in_order : bool
        Whether the order of the cards means something (that of a text): then every screen keeps it.
    follows : str or None
        Field of the key that says where a card belongs: that of the entry under its ``quote_of``. Then the check says
        which cards differ from the key.
    """

    kind: Literal["sort"]
    bins: tuple[Bin, ...] = Field(min_length=2, max_length=9)
    ordered: bool = False
    cards: tuple[Card, ...] = Field(min_length=1, max_length=40)
    in_order: bool = False
    follows: Annotated[Followed | None, BESIDE] = None


class SortAnswer(Answer):
    """Which bin each card was put into, by id; cards not yet placed are left out."""

    placed: dict[Name, Name] = Field(default_factory=dict, max_length=40)


def page(item: SortItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give what the page may know: the bins and the words of the cards."""
    return {
        "bins": [{"id": place.id, "title": place.title} for place in item.bins],
        "ordered": item.ordered,
        "cards": [{"id": card.id, "text": card.text} for card in item.cards],
    }


def orderless(item: SortItem) -> tuple[str, ...]:
    """Name what of the page has no order of its own."""
    return () if item.in_order else ("cards",)


def reveal(item: SortItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our own places in the shape of the student's answer."""
    return {"placed": {card.id: card.bin for card in item.cards}}
