"""What of an exercise *write* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.write.item import WriteItem
from exercises.lesson.load import Lesson

HIDDEN = ("checks", "looks_for", "saying", "around", "told", "found", "absent", "why", "samples")


def secrets(item: WriteItem, lesson: Lesson) -> Iterator[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the samples and all reasons; the samples open with the first Check, when the text is committed."""
    for check in item.checks:
        yield from (check.found, check.absent)
    for sample in item.samples:
        yield from (sample.text, sample.why)
