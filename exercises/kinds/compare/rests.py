"""What an exercise *compare* rests on besides its own file: its trace, and the sources of the versions."""

from __future__ import annotations

from typing import Any

from exercises.kinds.compare.item import CompareItem, trace_of, versions_of
from exercises.lesson.load import Lesson


def rests_on(item: CompareItem, lesson: Lesson) -> list[Any]:
    """Give the trace and the sources of the versions on the page."""
    return [trace_of(item, lesson), [lesson.sources[version.source] for version in versions_of(item, lesson)]]
