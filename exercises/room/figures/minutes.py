"""How long a class worked on a notebook, as far as its traces tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from exercises.answers.work import Work

FEWEST = 5  # students
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Minutes:
    """Median minutes between the first and the last trace of a student, and of how many students."""

    median: int
    students: int


def minutes(students: Iterable[Work], lesson: str, exercises: Collection[str]) -> Minutes | None:
    """Measure the time on a notebook; None with fewer than five students.

    A trace is an answer as it was saved last, or an attempt. What came before the first and after the last one is not
    in it, and pauses are.
    """
    spans = [span for one in students if (span := _span(one, lesson, exercises)) is not None]
    return Minutes(round(median(spans) / SECONDS), len(spans)) if len(spans) >= FEWEST else None


def _span(work: Work, lesson: str, exercises: Collection[str]) -> float | None:
    """Give the seconds between the first and the last trace of one student; None with fewer than two traces."""
    told = [one.saved_at for one in work.drafts if one.lesson == lesson and one.exercise in exercises]
    told += [one.made_at for one in work.attempts if one.lesson == lesson and one.exercise in exercises]
    times = [datetime.fromisoformat(text).timestamp() for text in told]
    return max(times) - min(times) if len(times) > 1 else None
