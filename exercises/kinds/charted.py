"""What a chart of a student's own marks is drawn from: plain numbers and words, without a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that a student marked.

    Attributes
    ----------
    sentence : int
        Number of its sentence in the whole text.
    row : int
        The row of the chart in which it stands, from 0.
    told : tuple of str
        Its words, a cell of the table each.
    """

    sentence: int
    row: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charted:
    """What one exercise gives to a chart.

    Attributes
    ----------
    look : str
        Which chart it makes: ``map``, ``peel`` or ``strip``.
    numbers : tuple of int
        Numbers of the sentences that are worked on, at least one.
    spots : tuple of Spot
        What was marked, in the order of the text.
    rows : tuple of str
        Names of the rows of a map.
    every, left : int
        Words of the part, and those that stand in no report.
    """

    look: str
    numbers: tuple[int, ...]
    spots: tuple[Spot, ...] = ()
    rows: tuple[str, ...] = ()
    every: int = 0
    left: int = 0
