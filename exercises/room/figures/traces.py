"""When a student worked on what, as far as the file of the class tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from exercises.answers.work import Work
from exercises.kinds.base import Item


class Trace(NamedTuple):
    """A moment, in seconds, at which an exercise was worked on."""

    at: float
    exercise: str


Traces = tuple[Trace, ...]
"""Those of one student in one lesson, in the order of time."""


def traces(work: Work, lesson: str, items: Mapping[str, Item]) -> Traces:
    """Give what a student left in a lesson: each answer as it was saved last, and each attempt.

    What was sealed was done when it was sealed. Its opening is none of it: that is often the teacher, for all at once.
    """
    mine = [one for one in work.attempts if one.lesson == lesson and one.exercise in items]
    sealed = {one.exercise for one in mine if one.what == "seal" and items[one.exercise].seal}
    told = [
        (one.saved_at, one.exercise)
        for one in work.drafts
        if one.lesson == lesson and one.exercise in items and not (one.exercise in sealed and one.phase == "checked")
    ]
    told += [(one.made_at, one.exercise) for one in mine if not (one.exercise in sealed and one.what == "check")]
    return tuple(sorted(Trace(datetime.fromisoformat(at).timestamp(), exercise) for at, exercise in told))


def believed(found: Iterable[Trace], now: float) -> Traces:
    """Leave out what lies ahead, as after a clock that was wrong for a while; unless there is nothing else."""
    every = tuple(found)
    return tuple(one for one in every if one.at <= now) or every
