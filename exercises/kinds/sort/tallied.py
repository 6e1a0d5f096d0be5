"""What is counted of *sort*: in which bin each card was put."""

from __future__ import annotations

from exercises.kinds.sort.item import Card, SortAnswer, SortItem
from exercises.kinds.sort.score import outcome_of
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson

_WORTH: dict[str, Worth] = {"right": "right", "accepted": "accepted", "part": "part"}


def parts(item: SortItem, lesson: Lesson) -> tuple[Part, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the cards; a card that stands for a sentence of the article says which."""
    return tuple(
        Part(card.id, card.text, _choices(item, card), card.quote_of if isinstance(card.quote_of, int) else 0)
        for card in item.cards
    )


def _choices(item: SortItem, card: Card) -> tuple[Choice, ...]:
    return tuple(
        Choice(place.id, place.title, _WORTH.get(outcome_of(item, card, place.id), "wrong"), _why(card, place.id))
        for place in item.bins
    )


def _why(card: Card, place: str) -> str:
    """Say why a bin tempts, and why ours fits; the second is there for every card."""
    return " ".join(filter(None, (card.tempting.get(place), card.why)))


def given(item: SortItem, answer: SortAnswer, lesson: Lesson) -> Given:  # noqa: ARG001 (as above)
    """Give where each card was put."""
    bins = {place.id for place in item.bins}
    placed = ((card.id, answer.placed.get(card.id)) for card in item.cards)
    return {card: (place,) for card, place in placed if place in bins}


TALLIED = Tallied(parts, given)
