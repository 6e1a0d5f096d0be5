"""What of an exercise *choose* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.choose.item import ChooseItem
from exercises.lesson.load import Lesson

HIDDEN = ("right", "accepted", "why")


def secrets(item: ChooseItem, lesson: Lesson) -> Iterator[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the reason for every option."""
    for option in item.options:
        yield option.why
