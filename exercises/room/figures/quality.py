"""How hard an exercise was, and whether those who do well elsewhere do well in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import lcm, sqrt
from typing import Literal

FEWEST_STUDENTS = 10
FEWEST_OTHERS = 3  # further exercises that a student has checked

Outcomes = Mapping[str, Mapping[str, bool]]
"""By exercise and code: whether the first answer was right."""


Apart = float | Literal["alike"] | None


def discrimination(exercise: str, outcomes: Outcomes) -> Apart:
    """Give the corrected point-biserial correlation of an exercise with the others.

    Each student's outcome (0 or 1) is set against the share of their other exercises that was right; the exercise
    itself is not in that share. Students who have checked fewer than three others are left out.

    Parameters
    ----------
    exercise : str
        Which one.
    outcomes : mapping
        Of all exercises of a lesson, by exercise and code.

    Returns
    -------
    float, ``alike`` or None
        Between -1 and 1; near 0 or below it those who do well elsewhere do no better here, which often means that its
        words are not clear. ``alike`` where all came out the same, here or elsewhere, so that nothing can be said;
        None with fewer than ten students.

    References
    ----------
    Henrysson, *Psychometrika* 28, 1963, on the correction; Nunnally and Bernstein, *Psychometric Theory*, 3rd edition
    1994, chapter 8.
    """
    found = list[tuple[int, int, int]]()
    for code, right in outcomes[exercise].items():
        others = [one[code] for name, one in outcomes.items() if name != exercise and code in one]
        if len(others) >= FEWEST_OTHERS:
            found.append((int(right), sum(others), len(others)))
    if len(found) < FEWEST_STUDENTS:
        return None
    # In whole parts of one share: rounding would make differences where all did the same.
    part = lcm(*(others for _, _, others in found))
    here, elsewhere = [right for right, _, _ in found], [right * part // others for _, right, others in found]
    spread = _together(here, here) * _together(elsewhere, elsewhere)
    return _together(here, elsewhere) / sqrt(spread) if spread else "alike"


def _together(one: Sequence[int], two: Sequence[int]) -> int:
    """Give how two rows of values go up and down together; of a row with itself it is 0 where all are the same."""
    return len(one) * sum(a * b for a, b in zip(one, two, strict=True)) - sum(one) * sum(two)
