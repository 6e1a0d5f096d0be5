"""A made-up answer to *bring*: the article of the lesson, of which everybody chooses another beginning."""

from __future__ import annotations

from typing import Any

from exercises.kinds.bring.item import BringItem
from exercises.kinds.made_up import Imagined
from exercises.lesson.load import Lesson

PART = 6


def made_up(item: BringItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:  # noqa: ARG001 (all take the item)
    """Bring the article of the lesson."""
    sentences = [sentence.text for sentence in lesson.article.sentences]
    first = student.chance.randint(1, max(1, len(sentences) - PART + 1))
    return {
        "title": lesson.info.title,
        "sentences": sentences,
        "total": len(sentences),
        "first": first,
        "last": min(first + PART - 1, len(sentences)),
        "language": "en",
    }
