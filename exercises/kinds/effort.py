"""What an exercise asks of a student: words to read, decisions to take, words to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.kinds.base import Remark
from exercises.kinds.doses import two_doses

SLOW = 130
"""Words a minute of a reader at B1; by these a notebook has to fit."""
WRITING = 15
"""Words a minute of a student who writes."""
FURTHER = 0.2
"""Minutes for each further decision in an exercise."""
HALF = 0.5
"""The share of cards, ratings and marks that are counted as wrong, so that their reasons are read."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What one exercise asks for, from the first word to the last reason that is read at once.

    Attributes
    ----------
    read : float
        Words of the task.
    reasons : float
        Words of the result. A single choice counts as wrong: the reasons for it and for ours are read. Of cards,
        ratings and marks every second one does.
    further : int
        Cards, marks, ratings and choices after the first one.
    write : int
        Words to write.
    """

    read: float
    reasons: float = 0.0
    further: int = 0
    write: int = 0

    @property
    def doing(self) -> float:
        """Minutes for the further decisions, and for writing."""
        return FURTHER * self.further + self.write / WRITING

    def minutes(self, pace: int = SLOW) -> float:
        """Give the minutes at a pace of reading, the first decision left out."""
        return (self.read + self.reasons) / pace + self.doing


def count(*texts: str) -> int:
    """Count the words of some texts."""
    return sum(any(sign.isalnum() for sign in word) for text in texts for word in text.split())


def first_dose(reason: str) -> int:
    """Count the words of a reason that are read at once."""
    return count(two_doses(reason)[0])


def read_at_once(remark: Remark) -> int:
    """Count the words of a remark that nobody has to open."""
    return count(remark.fact) if remark.folded or remark.other else first_dose(remark.reason) + count(remark.fact)


def worst(reasons: Iterable[str]) -> int:
    """Count the words that are read at once of the longest of some reasons; 0 if there are none."""
    return max(map(first_dose, reasons), default=0)
