"""A stored answer in words, whatever it holds: an opened work file or an earlier edition may hold anything."""

from __future__ import annotations

from typing import Any

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson


def answer_in_words(item: Item, answer: dict[str, Any], lesson: Lesson) -> tuple[str, ...]:
    """Give an answer in words; empty if it does not fit the exercise, as an opened work file may hold anything."""
    kind = KINDS[item.kind]
    try:
        return tuple(kind.tell(item, kind.answer.model_validate(answer), lesson))
    except ValueError:
        return ()
