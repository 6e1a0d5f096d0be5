"""A student's answer to *sort* in words."""

from __future__ import annotations

from exercises.kinds.sort.item import SortAnswer, SortItem
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: SortItem, answer: SortAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell where each card was put, a card a line, bin by bin."""
    form = str(words("telling")["sort"])
    placed = ((place, card) for place in item.bins for card in item.cards if answer.placed.get(card.id) == place.id)
    return [form.format(bin=place.title, card=card.text) for place, card in placed]


def unknown(item: SortItem, answer: SortAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell the cards put somewhere of which the exercise lacks card or place, by the names that are left."""
    form = str(words("telling")["sort"])
    bins, cards = {one.id: one.title for one in item.bins}, {one.id: one.text for one in item.cards}
    gone = [(place, card) for card, place in answer.placed.items() if place not in bins or card not in cards]
    return [form.format(bin=bins.get(place, place), card=cards.get(card, card)) for place, card in gone]
