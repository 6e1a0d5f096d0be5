"""Confidence against right answers, as counts that a student can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.words import words

STEPS = (1, 2, 3, 4)


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
        return sentence.format(confidence=said["steps"][self.confidence], times=self.times, right=self.right)


def count(answers: Iterable[tuple[int | None, bool]]) -> tuple[Count, ...]:
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


def sentence(answers: Iterable[tuple[int | None, bool]]) -> str:
    """Write all counts in one sentence; steps never chosen are left out.

    Parameters
    ----------
    answers : iterable of (int or None, bool)
        As for `count`.

    Returns
    -------
    str
        ``Very sure 9 times, right 5; guessing 2 times, right 1.``; another sentence if there is no answer yet.
    """
    used = [str(step) for step in count(answers) if step.times]
    if not used:
        return str(words("remarks")["calibration"]["none"])
    row = "; ".join(used)
    return f"{row[0].upper()}{row[1:]}."
