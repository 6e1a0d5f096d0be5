"""Krippendorff's alpha: how far the answers of a class agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from fractions import Fraction


def alpha(units: Iterable[Iterable[Hashable]]) -> float | None:
    """Give Krippendorff's alpha for names, with missing answers.

    It is 1 less the disagreement that was observed, divided by the one that chance would bring. A unit with fewer than
    two answers says nothing and is left out. Where all answers are the same one, alpha is 1 by convention: Krippendorff
    leaves it undefined, NLTK's `AnnotationTask.alpha` gives 1, and so do we.

    Parameters
    ----------
    units : iterable of iterable
        For each thing that was judged, the answers that were given; who gave none is left out.

    Returns
    -------
    float or None
        1 for full agreement, 0 for as much as chance brings, below 0 for less. None where it is not defined: no answer
        at all, or no unit with two answers.

    References
    ----------
    Krippendorff, *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania 2011, part C; the same,
    *Content Analysis*, 4th edition 2019, chapter 12.
    """
    counted = [Counter(unit) for unit in units]
    names = set[Hashable]().union(*counted)
    if len(names) <= 1:
        return 1.0 if names else None
    paired = [unit for unit in counted if unit.total() >= 2]
    whole = sum(paired, Counter[Hashable]())
    if len(whole) <= 1:
        return 1.0 if whole else None
    # As fractions, so that 0 and 1, which say something, come out only where they are exact.
    observed = sum(Fraction(_unlike(unit), unit.total() - 1) for unit in paired) / whole.total()
    expected = Fraction(_unlike(whole), whole.total() * (whole.total() - 1))
    return float(1 - observed / expected)


def _unlike(counts: Counter[Hashable]) -> int:
    """Count the ordered pairs of unlike answers."""
    return counts.total() ** 2 - sum(count**2 for count in counts.values())
