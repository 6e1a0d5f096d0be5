"""What a student made of the well and of the poorly supported statements of a form, as counts."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from exercises.kinds.rate.item import CANNOT_TELL, RateAnswer, RateItem, Statement
from exercises.kinds.reported import Supported
from exercises.words import words


@dataclass(frozen=True, slots=True)
class SupportCounts:
    """How often statements of either kind were accepted, rejected, or answered with “cannot tell”.

    A statement is accepted with a rating in the upper half of the scale (3 or 4 of 4) and rejected with one in the
    lower half. All attributes are numbers of statements; the first four go by their names in signal detection.

    Attributes
    ----------
    hits, misses : int
        Well supported statements that were accepted, that were rejected.
    false_alarms, correct_rejections : int
        Poorly supported statements that were accepted, that were rejected.
    cannot_tell_well, cannot_tell_poorly : int
        Statements of either kind that were answered with “cannot tell”: neither accepted nor rejected.
    unanswered : int
        Statements without an answer, as on paper or in a draft.
    """

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    correct_rejections: int = 0
    cannot_tell_well: int = 0
    cannot_tell_poorly: int = 0
    unanswered: int = 0

    def __add__(self, other: SupportCounts) -> SupportCounts:
        """Count two answers together."""
        return SupportCounts(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


_NAMES = {
    ("well", "accepted"): "hits",
    ("well", "rejected"): "misses",
    ("poorly", "accepted"): "false_alarms",
    ("poorly", "rejected"): "correct_rejections",
    ("well", "cannot-tell"): "cannot_tell_well",
    ("poorly", "cannot-tell"): "cannot_tell_poorly",
}


def read_form(item: RateItem, answer: RateAnswer) -> SupportCounts:
    """Count the ratings of one answer to a form.

    Parameters
    ----------
    item : RateItem
        The form: each of its statements has features.
    answer : RateAnswer
        The ratings; some may be missing.

    Returns
    -------
    SupportCounts
        Each statement is counted once.

    Raises
    ------
    ValueError
        If the exercise is no form.
    """
    counts = SupportCounts()
    for one in item.statements:
        counts += SupportCounts(**{_place(item, one, answer.ratings.get(one.id)): 1})
    return counts


def _place(item: RateItem, one: Statement, rating: int | str | None) -> str:
    if one.features is None:
        raise ValueError(f"The statement “{one.id}” has no features, so “{item.id}” is no form.")
    if rating is None:
        return "unanswered"
    if isinstance(rating, int):
        return _NAMES[one.features.support, "accepted" if item.accepts(rating) else "rejected"]
    return _NAMES[one.features.support, CANNOT_TELL]


def supported(item: RateItem, answer: RateAnswer) -> Supported | None:
    """Put the counts of a form the way the report tells them; None for an exercise that is no form."""
    if not item.is_form:
        return None
    counts = read_form(item, answer)
    supports = [one.features.support for one in item.statements if one.features]
    return Supported(
        title=item.title,
        well=supports.count("well"),
        poorly=supports.count("poorly"),
        accepted_well=counts.hits,
        rejected_poorly=counts.correct_rejections,
        accepted=counts.hits + counts.false_alarms,
        cannot_tell=counts.cannot_tell_well + counts.cannot_tell_poorly,
    )


def told(item: RateItem, answer: RateAnswer) -> str:
    """Write the counts of a form as a student reads them."""
    counts = read_form(item, answer)
    supports = [one.features.support for one in item.statements if one.features]
    half = len(item.scale.steps) // 2
    return str(words("remarks")["rate"]["form"]).format(
        hits=counts.hits,
        well=supports.count("well"),
        rejections=counts.correct_rejections,
        poorly=supports.count("poorly"),
        cannot_tell=counts.cannot_tell_well + counts.cannot_tell_poorly,
        low=f"1-{half}",
        high=f"{half + 1}-{2 * half}",
    )
