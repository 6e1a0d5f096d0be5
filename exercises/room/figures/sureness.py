"""Confidence against right answers, of a whole class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.answers.calibration import Count, count
from exercises.answers.calibration import sureness as pairs_of
from exercises.answers.work import Attempt, Work
from exercises.kinds.base import Item, Pair
from exercises.lesson.load import Lesson
from exercises.words import words

FEWEST = 20  # answers of a class; with fewer a step has hardly any


@dataclass(frozen=True, slots=True)
class Step:
    """One step of confidence: how often it was chosen, and how often the answer was right then."""

    name: str
    times: int
    right: int


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a class was and how often right, the surest step first, with one sentence."""

    steps: tuple[Step, ...]
    sentence: str


def pairs_in(work: Work, items: Mapping[str, Item], lesson: Lesson) -> dict[str, list[Pair]]:
    """Pair how sure one student was with whether they were right, for each first answer in a lesson, by exercise."""
    made: dict[str, list[Attempt]] = {}
    for one in work.attempts:
        if one.lesson == lesson.id:
            made.setdefault(one.exercise, []).append(one)
    return {name: pairs_of(attempts, items, lesson, stored=False) for name, attempts in made.items()}


def sureness(pairs: Iterable[Pair]) -> Sureness | None:
    """Count the pairs of all students; None with fewer than twenty."""
    counts = count(pairs)
    if sum(one.times for one in counts) < FEWEST:
        return None
    names = words("remarks")["calibration"]["steps"]
    steps = tuple(Step(_capital(names[str(one.confidence)]), one.times, one.right) for one in counts)
    return Sureness(steps, _sentence(counts))


def _sentence(counts: tuple[Count, ...]) -> str:
    said = words("room")["figures"]["sureness"]
    surest, *others = counts
    times, right = sum(one.times for one in others), sum(one.right for one in others)
    if not surest.times or not times:
        return str(said["one_sided"])
    return str(said["sentence"]).format(sure=surest.right, sure_all=surest.times, other=right, other_all=times)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
