"""The two forms of a lesson: which one comes first, and what a class makes of them."""

from __future__ import annotations

from statistics import NormalDist
from typing import NamedTuple, Protocol

from exercises.kinds.base import Answer, Item
from exercises.kinds.rate.item import RateAnswer, RateItem
from exercises.kinds.rate.support import read_form
from exercises.lesson.load import Lesson
from exercises.words import words

FORMS = {"A": "form-a", "B": "form-b"}
PLACES = ("first", "last")


class Counts(Protocol):
    """Ratings of statements that were accepted or rejected, by the names of signal detection."""

    @property
    def hits(self) -> int:
        """Well supported ones that were accepted."""

    @property
    def misses(self) -> int:
        """Well supported ones that were rejected."""

    @property
    def false_alarms(self) -> int:
        """Poorly supported ones that were accepted."""

    @property
    def correct_rejections(self) -> int:
        """Poorly supported ones that were rejected."""


class Rated(NamedTuple):
    """These counts of one answer or of several together, and how often “cannot tell”; light enough to be added."""

    hits: int
    misses: int
    false_alarms: int
    correct_rejections: int
    cannot_tell: int


def rated(item: Item, answer: Answer) -> Rated:
    """Count one answer to a form; ValueError if the exercise is none."""
    if not isinstance(item, RateItem) or not isinstance(answer, RateAnswer):
        raise ValueError(f"“{item.id}” is no form.")
    counts = read_form(item, answer)
    left_open = counts.cannot_tell_well + counts.cannot_tell_poorly
    return Rated(counts.hits, counts.misses, counts.false_alarms, counts.correct_rejections, left_open)


def form_of(lesson: Lesson, place: str) -> str:
    """Give the id of the form that stands at the beginning or at the end of a lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson; ``first_form`` in the ``lesson.yaml`` beside its forms says which one comes first.
    place : str
        ``first`` or ``last``.

    Returns
    -------
    str
        Id of the exercise.

    Raises
    ------
    ValueError
        If there is no such place, or the lesson has no forms; the message is a sentence.
    """
    first = lesson.forms.first
    if first is None:
        raise ValueError(words("session")["no_forms"])
    if place not in PLACES:
        raise ValueError(words("session")["no_place"].format(place=place))
    last = "B" if first == "A" else "A"
    return FORMS[first if place == "first" else last]


def discrimination(counts: Counts) -> float | None:
    """Say how well a class tells well supported statements from poorly supported ones.

    It is d', the rate of hits less the rate of false alarms, both as z scores. So that rates of 0 and 1 have a z score
    too, one half is added to each count and 1 to each total (the log-linear correction); where more of one kind were
    rated than of the other, both in proportion, else the smaller kind would be drawn to the middle, and a class
    without a wrong rating would seem to lean. “Cannot tell” and what was left unanswered are not in the totals.

    Parameters
    ----------
    counts : Counts
        Of one class, added up; of one student they would say too little. Counts that are added up give a value that
        is a little lower than the mean of the students' own where these lean differently.

    Returns
    -------
    float or None
        In standard deviations: 0 where both kinds are accepted equally often, 2.93 if all of 6 and 6 are right. None
        where one kind has no rating at all, as if all is “cannot tell”.

    References
    ----------
    Macmillan & Creelman, *Detection Theory*, 2nd edition 2005; Hautus, *Behavior Research Methods, Instruments &
    Computers* 27, 1995, on the correction.
    """
    rates = _z_scores(counts)
    return rates[0] - rates[1] if rates else None


def lean(counts: Counts) -> float | None:
    """Say whether a class tends to accept or to reject, whatever the support.

    It is the criterion c, with the correction of `discrimination`.

    Parameters
    ----------
    counts : Counts
        Of one class, added up.

    Returns
    -------
    float or None
        In standard deviations: above 0 leans towards rejecting, below 0 towards accepting, 0 neither. None as for
        `discrimination`.

    References
    ----------
    Macmillan & Creelman, *Detection Theory*, 2nd edition 2005.
    """
    rates = _z_scores(counts)
    # Adding 0 makes a plain 0 of -0.0.
    return -(rates[0] + rates[1]) / 2 + 0.0 if rates else None


def _z_scores(counts: Counts) -> tuple[float, float] | None:
    """Give the z scores of the rates of hits and of false alarms."""
    well, poorly = counts.hits + counts.misses, counts.false_alarms + counts.correct_rejections
    if not well or not poorly:
        return None
    z, share = NormalDist().inv_cdf, 1 / (well + poorly)
    return (
        z((counts.hits + well * share) / (well + 2 * well * share)),
        z((counts.false_alarms + poorly * share) / (poorly + 2 * poorly * share)),
    )
