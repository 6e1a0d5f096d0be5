"""Confidence against right answers where the class looks on: nothing from which a small group can be computed.

Beside this table the wall tells of each exercise how many were right, and it tells all of it again when more answers
can be counted. So what is left out has to be as large as what is told: in it, and between it and each earlier one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from exercises.kinds.base import Pair
from exercises.room.figures.small import FEWEST
from exercises.room.figures.sureness import Step, Sureness

Names = frozenset[str]
"""Names of steps."""


def without_small(exercises: Iterable[Collection[Pair]]) -> list[Collection[Pair]]:
    """Leave out exercises of which a few answers were right, or a few were not: the others and the sum would tell."""
    return [pairs for pairs in exercises if _is_large(sum(right for _, right in pairs), len(pairs))]


class SureOnWall:
    """Gives the table as it may be told now, and remembers what was told."""

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[Sureness, Names]]] = {}

    def of(self, lesson: str, now: Sureness | None) -> Sureness | None:
        """Give what may be told of a lesson: the table of now, or the last one as long as too little has come.

        Steps are told of which at least five answers were right and five were not.
        """
        before = self._told.setdefault(lesson, [])
        if now is None:
            return None
        names = _told(now.steps)
        if names and all(_is_apart(now, names, *earlier) for earlier in before):
            if not before or before[-1][0] != now:
                before.append((now, names))
            return _only(now, names)
        if not before or not _goes_on(before[-1][0], now):
            return None
        return _only(*before[-1])


def _told(steps: Iterable[Step]) -> Names:
    kept = [one for one in steps if min(one.right, one.times - one.right) >= FEWEST]
    while kept and not _is_large(*_rest(steps, {one.name for one in kept})):
        least = min(one.times for one in kept)
        kept = [one for one in kept if one.times > least]
    return frozenset(one.name for one in kept)


def _is_apart(new: Sureness, new_names: Names, old: Sureness, old_names: Names) -> bool:
    """Say whether no small group is the difference of two tables, as far as both tell the same steps."""
    both = new_names & old_names
    pairs = zip(_cells(new.steps, both), _cells(old.steps, both), strict=True)
    return all(_is_large(abs(a - c), abs(a - c) + abs(b - d)) for (a, b), (c, d) in pairs)


def _cells(steps: Iterable[Step], names: Names) -> list[tuple[int, int]]:
    """Give right and wrong answers of each of these steps, and of all others together."""
    right, times = _rest(steps, names)
    return [(one.right, one.times - one.right) for one in steps if one.name in names] + [(right, times - right)]


def _rest(steps: Iterable[Step], names: Collection[str]) -> tuple[int, int]:
    others = [one for one in steps if one.name not in names]
    return sum(one.right for one in others), sum(one.times for one in others)


def _goes_on(old: Sureness, new: Sureness) -> bool:
    names = frozenset(one.name for one in old.steps)
    pairs = zip(_cells(old.steps, names), _cells(new.steps, names), strict=True)
    return all(a <= c and b <= d for (a, b), (c, d) in pairs)


def _is_large(right: int, of: int) -> bool:
    return all(count == 0 or count >= FEWEST for count in (right, of - right))


def _only(one: Sureness, names: Names) -> Sureness:
    """Keep some steps; the sentence only if these are all."""
    steps = tuple(step for step in one.steps if step.name in names)
    return replace(one, steps=steps, sentence=one.sentence if len(steps) == len(one.steps) else "")
