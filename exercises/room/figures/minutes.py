"""How long a class worked on a notebook, as far as its traces tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from exercises.room.figures.traces import Traces

FEWEST = 5  # students
SECONDS = 60
BREAK = 45 * SECONDS
"""A longer gap parts one lesson from the next: a convention of ours, the length of a period."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Median minutes on a notebook, and of how many students."""

    median: int
    students: int


def minutes(students: Iterable[Traces], exercises: Collection[str]) -> Minutes | None:
    """Measure the time on a notebook; None with fewer than five students.

    Of each student the gaps between one trace and the next are added up, without those that part one lesson from the
    next. What came before the first and after the last trace is not in it, and shorter pauses are.
    """
    worked = [time for one in students if (time := _time(one, exercises)) is not None]
    return Minutes(round(median(worked) / SECONDS), len(worked)) if len(worked) >= FEWEST else None


def _time(traces: Traces, exercises: Collection[str]) -> float | None:
    """Give the seconds of one student; None where no two traces are of the same lesson."""
    times = [one.at for one in traces if one.exercise in exercises]
    gaps = [later - earlier for earlier, later in pairwise(times) if later - earlier <= BREAK]
    return sum(gaps) if gaps else None
