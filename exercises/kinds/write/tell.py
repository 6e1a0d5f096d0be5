"""A student's answer to *write* in words: the text itself to the letter, the own rating, and the reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.kinds.write.item import WriteAnswer, WriteItem
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give the text with its line breaks, a line for each rated row, and the reason."""
    rated = [_rated(row, answer.rated[row]) for row in item.rated_rows if row in answer.rated]
    return [*_text(answer.text), *rated, *_why(answer.why)]


def own_words(stored: Mapping[str, Any]) -> list[str]:
    """Give text, rating and reason of a stored answer as they stand there; empty if nothing was written."""
    text, why, rated = _text(stored.get("text")), _why(stored.get("why")), stored.get("rated")
    levels = rated.items() if isinstance(rated, Mapping) else ()
    return [*text, *(_rated(row, level) for row, level in levels), *why] if text or why else []


def untold(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Give a stored answer without rating and reason: once they were checked, a remark tells them."""
    return {name: one for name, one in stored.items() if name not in ("rated", "why")}


def unknown(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give the own rating on rows of the rubric that the exercise does not ask for."""
    return [f"{row}: {level}" for row, level in answer.rated.items() if row not in item.rated_rows]


def _text(text: object) -> list[str]:
    return [text] if isinstance(text, str) and text.strip() else []


def _why(why: object) -> list[str]:
    return [str(words("telling")["reason"]).format(words=one) for one in _text(why)]


def _rated(row: str, level: object) -> str:
    """Tell a rating; an opened work file may hold anything."""
    rubric = words("rubric")
    if row not in rubric["names"] or not isinstance(level, int) or not 0 <= level < len(rubric["steps"]):
        return str(words("telling")["stored"]).format(name=row, words=level)
    form, step = str(words("telling")["rated"]), rubric["steps"][level]
    return form.format(row=row, name=rubric["names"][row], level=level, step=step)
