"""The forms in counts: what one student accepted and rejected of well and poorly supported claims, never an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from exercises.answers.work import Attempt
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.edition import is_older
from exercises.kinds.reported import Supported
from exercises.lesson.load import Lesson


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
    counted = (
        _counted(items[name], attempt)
        for name, attempt in first.items()
        if name in items and not is_older(attempt.digest, attempt.answer, items[name], lesson, scored=True)
    )
    return tuple(one for one in counted if one)


def _counted(item: Item, attempt: Attempt) -> Supported | None:
    kind = KINDS[item.kind]
    if kind.report.supported is None:
        return None
    try:
        return kind.report.supported(item, kind.answer.model_validate(attempt.answer))
    except ValidationError:  # An opened work file may hold an answer that no Check ever let through.
        return None
