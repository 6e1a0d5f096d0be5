"""Counts what a detector and people have marked alike, by the words that the marks touch."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Quotation marks and other punctuation never count.
_WORD = re.compile(r"\w+(?:['’]\w+)*")
HALVES = {"even": 0, "odd": 1}

Row = dict[str, Any]
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """How many marks agree.

    Attributes
    ----------
    alike, found, marked : int
        Marks that both have, that the detector has, and that people have.
    """

    alike: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        """Per cent of the detector's marks that people have as well."""
        return 100 * self.alike / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Per cent of people's marks that the detector has as well."""
        return 100 * self.alike / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return 200 * self.alike / (self.found + self.marked) if self.found + self.marked else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.alike + other.alike, self.found + other.found, self.marked + other.marked)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes
    ----------
    measured : str
        What was measured, and on which set.
    score : Score
        What came out.
    goal : str
        What was aimed at, in words; empty if nothing was.
    """

    measured: str
    score: Score
    goal: str = ""


def read_rows(path: Path, half: str = "") -> list[Row]:
    """Read a set with one JSON object a line.

    Parameters
    ----------
    path : Path
        The file.
    half : str
        ``even`` or ``odd`` for the rows with such an index, counted from 0; empty for all.

    Returns
    -------
    list of dict
        The rows.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line) for line in (lines[HALVES[half] :: 2] if half else lines)]


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> list[Words]:
    """Give the words that each mark touches, as their numbers in the text; marks that touch none are left out."""
    places = [found.span() for found in _WORD.finditer(text)]
    ends = [end for _, end in places]

    def touched(start: int, end: int) -> Iterator[int]:
        at = bisect_right(ends, start)
        while at < len(places) and places[at][0] < end:
            yield at
            at += 1

    return [words for span in spans if (words := frozenset(touched(*span)))]


def exact(found: Collection[Words], marked: Collection[Words]) -> Score:
    """Count marks of exactly the same words."""
    return Score(len({*found} & {*marked}), len({*found}), len({*marked}))
