"""What of an exercise *sort* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.sort.item import SortItem
from exercises.lesson.load import Lesson

HIDDEN = ("bin", "also_accept", "why", "tempting", "quote_of")


def secrets(item: SortItem, lesson: Lesson) -> Iterator[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the reasons for the place of every card, and why other places tempt."""
    for card in item.cards:
        yield card.why
        yield from card.tempting.values()
