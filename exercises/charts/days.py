"""Days on an axis, as far as there is room to print them."""

from __future__ import annotations

from collections.abc import Sequence

LEAST_DAYS_APART = 5


def far_apart(names: Sequence[str], places: Sequence[int]) -> list[str]:
    """Leave out the names that would be printed over the one before; a chart's table has them all.

    Parameters
    ----------
    names : sequence of str
        What stands below the ticks.
    places : sequence of int
        Where the ticks are, as numbers of days in ascending order.

    Returns
    -------
    list of str
        The names, empty where there is no room.
    """
    kept, last = [], -LEAST_DAYS_APART
    for name, place in zip(names, places, strict=True):
        far = place - last >= LEAST_DAYS_APART
        kept.append(name if far else "")
        last = place if far else last
    return kept
