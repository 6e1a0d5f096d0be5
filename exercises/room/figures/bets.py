"""What a class sealed as a histogram, for its teacher: only groups of five and more, and never what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kinds.tallied import Given, Part
from exercises.room.figures.small import groups


@dataclass(frozen=True, slots=True)
class Bar:
    """One group of a histogram, and its share of the largest, 0 to 1."""

    text: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Bet:
    """A sealed question.

    Attributes
    ----------
    question : str
        What was asked.
    bars : tuple of Bar
        Groups of five and more, the largest first.
    rest : bool
        Whether there are smaller groups, which are not told.
    """

    question: str
    bars: tuple[Bar, ...]
    rest: bool


def bets(parts: Sequence[Part], given: list[Given]) -> tuple[Bet, ...]:
    """Count what was sealed, question by question; nothing is said of right and wrong, opened or not."""
    found = []
    for part in parts:
        counts = Counter(name for answer in given for name in answer.get(part.id, ()))
        texts = {choice.id: choice.text for choice in part.choices}
        known = {name: count for name, count in counts.items() if name in texts}
        shown = groups(known)
        most = max(shown.values(), default=1)
        bars = tuple(Bar(texts[name], count, count / most) for name, count in shown.items())
        if known:
            found.append(Bet(part.text, bars, len(shown) < len(known)))
    return tuple(found)
