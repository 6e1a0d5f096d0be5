"""The sentence on confidence: mean confidence minus the share of right answers, against two stated thresholds.

The four steps become 0 (guessing), 1/3, 2/3 and 1 (very sure). The thresholds are a convention of ours and not a
finding. They lie a little more than one answer in eight apart from an even fit (one in eight is 0.125), because eight
answers are the fewest of which we say anything, and one single answer should rarely decide which sentence stands there.
No study tells where "about as sure as right" ends, people who guess are right now and then, and the items differ in how
hard they are: so the sentence speaks of *these answers* and never of the student.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from exercises.answers.calibration import ENOUGH, STEPS, count
from exercises.kinds.base import Pair
from exercises.report.parts import Fit, Sureness

SURER_ABOVE = Fraction(15, 100)  # more than this: clearly surer than right
LESS_SURE_BELOW = Fraction(-15, 100)  # less than this: clearly less sure than right
HIGHEST = STEPS[-1] - STEPS[0]


def sureness(pairs: Iterable[Pair]) -> Sureness:
    """Count how sure a student was and how often right, and find the sentence that the counts carry.

    Parameters
    ----------
    pairs : iterable of (int or None, bool)
        Confidence from 1 to 4, and whether the answer was right; None (nobody asked) is left out.
    """
    kept = [(confidence, right) for confidence, right in pairs if confidence is not None]
    steps = sum(confidence - STEPS[0] for confidence, _ in kept)
    right = sum(was_right for _, was_right in kept)
    return Sureness(count(kept), fit(steps, right, len(kept)), len(kept), right, steps)


def fit(steps: int, right: int, times: int) -> Fit:
    """Name the sentence; on a threshold itself the answers still count as an even fit.

    Parameters
    ----------
    steps : int
        Sum of all steps, from 0 to 3 an answer.
    right, times : int
        Number of right answers, and of all.
    """
    if times < ENOUGH:
        return "few"
    difference = Fraction(steps, HIGHEST * times) - Fraction(right, times)
    if difference > SURER_ABOVE:
        return "surer"
    return "less" if difference < LESS_SURE_BELOW else "about"
