"""What of an exercise *rate* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.rate.item import RateItem
from exercises.lesson.load import Lesson

HIDDEN = ("accept", "best", "why", "counts", "features", "support")


def secrets(item: RateItem, lesson: Lesson) -> Iterator[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the reasons for the steps of every statement."""
    for one in item.statements:
        yield from one.why.values()
        if one.cannot_tell:
            yield one.cannot_tell.why
