"""Compares marks of the machine with marks of people, in the ways that the field counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Mark = frozenset[int]
One = TypeVar("One")
# Words are runs of word characters; an apostrophe inside joins them. Punctuation never counts.
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(slots=True)
class Tally:
    """Hits among what the machine marked and what people marked.

    Attributes
    ----------
    hits, marked, wanted : int
        Right marks; marks of the machine; marks of people.
    """

    hits: int = 0
    marked: int = 0
    wanted: int = 0

    def add(self, hits: int, marked: int, wanted: int) -> None:
        """Count one more text."""
        self.hits += hits
        self.marked += marked
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """How many of the machine's marks are right, in percent."""
        return 100 * self.hits / self.marked if self.marked else 0.0

    @property
    def recall(self) -> float:
        """How many of people's marks the machine found, in percent."""
        return 100 * self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in percent."""
        return 200 * self.hits / (self.marked + self.wanted) if self.marked + self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, by number.

    Attributes
    ----------
    text : str
        The text.
    """

    text: str
    places: list[tuple[int, int]] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", [found.span() for found in _WORD.finditer(self.text)])
        object.__setattr__(self, "starts", [start for start, _ in self.places])

    def of(self, parts: Iterable[Sequence[int]]) -> Mark:
        """Give the numbers of all words that at least one part (start, end in code points) touches."""
        return frozenset(number for part in parts for number in self._touched(part[0], part[1]))

    def _touched(self, start: int, end: int) -> Iterable[int]:
        number = max(0, bisect_right(self.starts, start) - 1)
        while number < len(self.places) and self.places[number][0] < end:
            if self.places[number][1] > start:
                yield number
            number += 1


def pairs(wanted: Sequence[One], marked: Sequence[One], gain: Callable[[One, One], float]) -> list[tuple[int, int]]:
    """Pair marks of people and of the machine one to one, those with the largest gain first.

    Parameters
    ----------
    wanted, marked : sequence
        Marks of people, and of the machine.
    gain : callable
        What a pair gains; a pair that gains nothing is none.

    Returns
    -------
    list of tuple
        Number of the wanted one, and of the marked one.
    """
    gains = [(gain(one, other), i, j) for i, one in enumerate(wanted) for j, other in enumerate(marked)]
    chosen: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for worth, i, j in sorted(gains, key=lambda three: -three[0]):
        if worth > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            chosen.append((i, j))
    return chosen


def overlap(one: Mark, other: Mark) -> int:
    """Count the words that two marks share."""
    return len(one & other)


def jaccard(one: Mark, other: Mark) -> float:
    """Give the share of common words among all words of two marks, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def exact(wanted: Iterable[Mark], marked: Iterable[Mark]) -> Tally:
    """Count marks that are the same to the word, each once."""
    people, machine = set(wanted), set(marked)
    return Tally(len(people & machine), len(machine), len(people))


def overlapping(wanted: Sequence[Mark], marked: Sequence[Mark]) -> Tally:
    """Count marks that share at least one word, one to one; empty marks do not count."""
    people, machine = [one for one in wanted if one], [one for one in marked if one]
    return Tally(len(pairs(people, machine, overlap)), len(machine), len(people))


def together(tallies: Iterable[Tally]) -> Tally:
    """Add up the tallies of several texts."""
    whole = Tally()
    for one in tallies:
        whole.add(one.hits, one.marked, one.wanted)
    return whole
