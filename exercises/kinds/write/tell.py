"""A student's answer to *write* in words: the text itself, to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.kinds.write.item import WriteAnswer, WriteItem
from exercises.lesson.load import Lesson


def tell(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give the text with its line breaks; the rating is told by the rubric."""
    return [answer.text] if answer.text.strip() else []


def own_words(stored: Mapping[str, Any]) -> list[str]:
    """Give the text of a stored answer as it stands there; empty if there is none."""
    text = stored.get("text")
    return [text] if isinstance(text, str) and text.strip() else []


def unknown(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give the own rating on rows of the rubric that the exercise does not ask for."""
    return [f"{row}: {level}" for row, level in answer.rated.items() if row not in item.rated_rows]
