"""The two forms of a class: how well it tells well from poorly supported claims, and which way it leans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from random import Random

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.rate.forms import Rated, discrimination, lean, rated
from exercises.room.figures.first import Firsts

FEWEST = 5  # students
ROUNDS = 400
SEED = 2011  # the same class gives the same interval, whenever it is looked at
TAIL = 0.025
PLACES = 9  # decimal ones; what lies behind is noise of the computation


@dataclass(frozen=True, slots=True)
class Measure:
    """A value with the interval in which 95 of 100 resampled classes lie."""

    value: float
    low: float
    high: float

    @property
    def varies(self) -> bool:
        """Whether the resampled classes differ: where all answer alike, an interval without width says nothing."""
        return self.low < self.high

    @property
    def ends(self) -> tuple[float, float] | tuple[None, None]:
        """The interval where there is one."""
        return (self.low, self.high) if self.varies else (None, None)


@dataclass(frozen=True, slots=True)
class Form:
    """What a class made of one form.

    Attributes
    ----------
    title : str
        Its title.
    students : int
        How many filled it in.
    well, poorly : int
        Of 100 well and poorly supported claims that were rated, how many were accepted.
    cannot_tell, claims : int
        How often “cannot tell” was chosen, and how many claims were answered in all.
    difference : Measure
        The first less the second, in whole points of 100: 0 if the class cannot tell them apart. It is that of the two
        as they are told, and its interval goes on to the next whole points.
    discrimination, lean : Measure
        d' and c, in standard deviations. Above 0 the class leans towards rejecting, below 0 towards accepting.
    smallest : int
        The smallest of the groups that make these figures: well and poorly supported claims, accepted and not. One
        that is empty is no group.
    rounds : int
        How many classes were drawn for the intervals.
    """

    title: str
    students: int
    well: int
    poorly: int
    cannot_tell: int
    claims: int
    difference: Measure
    discrimination: Measure
    lean: Measure
    smallest: int
    rounds: int = ROUNDS

    @property
    def leans(self) -> str:
        """Which way the class leans: ``accept``, ``reject``, or ``neither`` where the interval holds 0."""
        if self.lean.low > 0:
            return "reject"
        return "accept" if self.lean.high < 0 else "neither"


def form(item: Item, firsts: Firsts) -> Form | None:
    """Measure one form; None with fewer than five students, or where all is “cannot tell”.

    The intervals are percentile bootstrap intervals: students are drawn again with replacement, as their answers hang
    together and claims do not (Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter 13).
    """
    kind, found = KINDS[item.kind], list[Rated]()
    for attempt in firsts.values():
        try:
            found.append(rated(item, kind.answer.model_validate(attempt.answer)))
        except ValueError:
            continue
    if len(found) < FEWEST:
        return None
    whole = _added(found)
    chance = Random(SEED)  # noqa: S311 (no secret)
    classes = [_added(chance.choices(found, k=len(found))) for _ in range(ROUNDS)]
    measures = [_measure(of, whole, classes) for of in (_difference, discrimination, lean)]
    if not all(measures):
        return None
    difference, told, leaning = (one for one in measures if one)
    well, poorly = _rates(whole)
    points = Measure(well - poorly, _whole(difference.low, floor), _whole(difference.high, ceil))
    groups = whole.hits, whole.misses, whole.false_alarms, whole.correct_rejections
    smallest = min(count for count in groups if count)
    return Form(item.title, len(found), well, poorly, whole.cannot_tell, sum(whole), points, told, leaning, smallest)


def _added(found: list[Rated]) -> Rated:
    return Rated(*map(sum, zip(*found, strict=True)))


def _rates(one: Rated) -> tuple[int, int]:
    well, poorly = one.hits + one.misses, one.false_alarms + one.correct_rejections
    # A half always goes up: else two shares could part by more than a point from their difference.
    return floor(100 * one.hits / well + 0.5), floor(100 * one.false_alarms / poorly + 0.5)


def _whole(points: float, to: Callable[[float], int]) -> int:
    """Give whole points, without the noise of a computation."""
    return to(round(points, 6))


def _difference(one: Rated) -> float | None:
    well, poorly = one.hits + one.misses, one.false_alarms + one.correct_rejections
    return 100 * (one.hits / well - one.false_alarms / poorly) if well and poorly else None


def _measure(of: Callable[[Rated], float | None], whole: Rated, classes: list[Rated]) -> Measure | None:
    value = of(whole)
    drawn = sorted(round(one, PLACES) for one in map(of, classes) if one is not None)
    if value is None or not drawn:
        return None
    last = len(drawn) - 1
    return Measure(round(value, PLACES) + 0.0, drawn[round(TAIL * last)], drawn[round((1 - TAIL) * last)])
