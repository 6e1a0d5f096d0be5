"""The forms in counts: what one student accepted and rejected of well and poorly supported claims, never an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from exercises.answers.store import Attempt
from exercises.kinds.base import Item
from exercises.kinds.rate.item import RateAnswer, RateItem
from exercises.kinds.rate.support import SupportCounts, read_form
from exercises.lesson.load import Lesson
from exercises.report.parts import Supported


def supported(items: Mapping[str, Item], attempts: Sequence[Attempt], lesson: Lesson) -> tuple[Supported, ...]:
    """Count each form by its first check: at a later one the student has read our reasons.

    Parameters
    ----------
    items : mapping of str to Item
        The exercises by id; forms are among them or not.
    attempts : sequence of Attempt
        Of one student, in the order of time.
    lesson : Lesson
        The lesson.

    Returns
    -------
    tuple of Supported
        The forms in the order in which they were checked. One that belongs to an earlier edition is left out, because
        its claims may have been others.
    """
    first: dict[str, Attempt] = {}
    for attempt in attempts:
        if attempt.what == "check":
            first.setdefault(attempt.exercise, attempt)
    found = []
    for name, attempt in first.items():
        item = items.get(name)
        if isinstance(item, RateItem) and item.is_form and attempt.digest == lesson.digest:
            found += _counted(item, attempt)
    return tuple(found)


def _counted(item: RateItem, attempt: Attempt) -> list[Supported]:
    try:
        return [told(item, read_form(item, RateAnswer.model_validate(attempt.answer)))]
    except ValidationError:  # An opened work file may hold an answer that no Check ever let through.
        return []


def told(item: RateItem, counts: SupportCounts) -> Supported:
    """Put the counts of one form the way the report tells them."""
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
