"""Confidence against right answers, as counts that a student can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.answers.standing import result_of
from exercises.answers.work import Attempt
from exercises.kinds import KINDS
from exercises.kinds.base import Item, Pair
from exercises.kinds.edition import is_older
from exercises.lesson.load import Lesson
from exercises.words import words

STEPS = (1, 2, 3, 4)
ENOUGH = 8  # answers; with fewer the counts say nothing about a student


@dataclass(frozen=True, slots=True)
class Count:
    """How often a student was this sure, and how often they were right then.

    Attributes
    ----------
    confidence : int
        Step from 1 (guessing) to 4 (very sure).
    times, right : int
        Number of answers given with it, and of right ones among them.
    """

    confidence: int
    times: int
    right: int

    def __str__(self) -> str:
        """Write it as a student reads it: ``very sure 9 times, right 5``."""
        said = words("remarks")["calibration"]
        sentence: str = said["once" if self.times == 1 else "times"]
        return sentence.format(confidence=said["steps"][str(self.confidence)], times=self.times, right=self.right)


def count(answers: Iterable[Pair]) -> tuple[Count, ...]:
    """Count answers by how sure the student was.

    Parameters
    ----------
    answers : iterable of (int or None, bool)
        Confidence from 1 to 4, and whether the answer was right. None (nobody asked) is left out.

    Returns
    -------
    tuple of Count
        All four steps, the surest first, also those that were never chosen.

    Raises
    ------
    ValueError
        If a confidence is not one of the four steps.
    """
    kept = [(confidence, right) for confidence, right in answers if confidence is not None]
    odd = sorted({confidence for confidence, _ in kept} - set(STEPS))
    if odd:
        raise ValueError(f"Confidence goes from 1 to 4, not {odd[0]}.")
    return tuple(
        Count(step, sum(c == step for c, _ in kept), sum(c == step and right for c, right in kept))
        for step in reversed(STEPS)
    )


def lines(answers: Iterable[Pair]) -> list[str]:
    """Write a line for each step that was chosen, the surest first.

    Parameters
    ----------
    answers : iterable of (int or None, bool)
        As for `count`.

    Returns
    -------
    list of str
        Such as ``Very sure 9 times, right 5``; empty if there is no answer yet.
    """
    used = [str(step) for step in count(answers) if step.times]
    return [f"{line[0].upper()}{line[1:]}" for line in used]


def sureness(
    attempts: Iterable[Attempt], items: Mapping[str, Item], lesson: Lesson, *, stored: bool = True
) -> list[Pair]:
    """Pair how sure a student was with whether the answer was right, for the first try of each exercise.

    Later tries are left out: by then the student has read our reasons, so being sure and right says little about
    how well they judge what they know. An exercise that was skipped first is left out for the same reason, because
    our answer could be looked at before the next try. What was sealed is a prediction, and no answer to a text: it
    is left out too, opened or not.

    Parameters
    ----------
    attempts : iterable of Attempt
        Of one student in one lesson, in the order of time.
    items : mapping of str to Item
        The exercises of the lesson by id.
    lesson : Lesson
        The lesson as it stands now.
    stored : bool
        Whether an attempt that today's edition cannot score counts by its stored result. That may come from a work
        file, where anything can be written: for a class it does not.

    Returns
    -------
    list of (int or None, bool)
        A desk gives a pair for each claim, and a scale for each statement if it asks so. One that no Check would let
        through does not count.
    """
    first: dict[str, Attempt] = {}
    for attempt in attempts:
        first.setdefault(attempt.exercise, attempt)
    checked = [attempt for attempt in first.values() if attempt.what == "check" and not _sealed(attempt, items)]
    return [pair for attempt in checked for pair in _pairs(attempt, items.get(attempt.exercise), lesson, stored=stored)]


def _sealed(attempt: Attempt, items: Mapping[str, Item]) -> bool:
    """Say whether it answers a sealed exercise; a saved file may hold the opened answer without its seal."""
    item = items.get(attempt.exercise)
    return item is not None and item.seal


def _pairs(attempt: Attempt, item: Item | None, lesson: Lesson, *, stored: bool) -> list[Pair]:
    if item is None or is_older(attempt.digest, attempt.answer, item, lesson, scored=True):
        return [(attempt.confidence, bool(attempt.result and attempt.result.get("right")))] if stored else []
    # Scored anew: what is stored as its result may come from a work file, where anything can be written.
    result, kind = result_of(attempt, item, lesson), KINDS[item.kind]
    if result is None:
        return []
    pairs = kind.sureness(item, kind.answer.model_validate(attempt.answer), lesson) if kind.sureness else None
    return [(attempt.confidence, result.right)] if pairs is None else pairs
