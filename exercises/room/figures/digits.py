"""Writes a number with so many digits that it does not look like one which says something else."""

from __future__ import annotations

from collections.abc import Collection

MOST = 9


def digits(value: float, marks: Collection[float] = (-1, 0, 1)) -> str:
    """Write a number with two digits after the point, and with more where it would look like a mark that it is not.

    Parameters
    ----------
    value : float
        The number.
    marks : collection of float
        Values that are read as a statement of their own, such as 0 for “none” and 1 for “all”.
    """
    count = 2
    while count < MOST and value not in marks and round(value, count) in marks:
        count += 1
    return f"{round(value, count) + 0.0:.{count}f}"
