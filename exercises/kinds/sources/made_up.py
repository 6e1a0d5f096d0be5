"""A made-up answer to *sources*: two cards that say that nobody wrote them, in bins that chance chooses."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined
from exercises.kinds.sources.item import SourcesItem
from exercises.lesson.load import Lesson
from exercises.words import words


def made_up(item: SourcesItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:  # noqa: ARG001 (all take the same)
    """Put two cards somewhere."""
    names = [place.id for place in item.bins]
    cards = [{"id": f"s{number}", "text": str(words("tallied")["made_up"])} for number in (1, 2)]
    return {"cards": cards, "placed": {card["id"]: student.chance.choice(names) for card in cards}}
