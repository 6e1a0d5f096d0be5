"""What is stored as far as it can be: an opened work file may say of an exercise what never happens in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.answers.work import Attempt, Draft
from exercises.kinds import KINDS
from exercises.kinds.base import Item, Result
from exercises.lesson.load import Lesson


def standing(item: Item, draft: Draft | None) -> Draft | None:
    """Give a draft in a phase that its exercise can have.

    Parameters
    ----------
    item : Item
        The exercise as it stands today.
    draft : Draft or None
        What is stored of it.

    Returns
    -------
    Draft or None
        The same draft; open, if its exercise has no half, or no seal; and half, if that is all that it holds. So the
        student can go on with it.
    """
    if draft is None:
        return None
    if draft.phase == "checked" and is_first_part(item, draft.answer):
        return replace(draft, phase="half")
    possible = {"half": KINDS[item.kind].first_part is not None, "sealed": item.seal}
    return draft if possible.get(draft.phase, True) else replace(draft, phase="open")


def is_first_part(item: Item, given: dict[str, Any]) -> bool:
    """Say whether an answer holds no second part, though its exercise has one: as one that is known by its try."""
    kind = KINDS[item.kind]
    if kind.first_part is None:
        return False
    try:
        answer = kind.answer.model_validate(given)
    except ValueError:
        return False
    return kind.first_part(answer) == answer


def result_of(attempt: Attempt, item: Item, lesson: Lesson) -> Result | None:
    """Score the answer of an attempt by today's key, whatever is stored as its result; None if that is no answer."""
    kind = KINDS[item.kind]
    try:
        return kind.score(item, kind.answer.model_validate(attempt.answer), lesson)
    except (ValueError, LookupError):  # An opened work file may hold an answer that no Check ever let through.
        return None


def as_scored(result: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give a stored result as a *Check* gives it; None if it has another shape, for no page could show that."""
    if result is None:
        return None
    try:
        return Result.model_validate(result).model_dump(mode="json")
    except ValueError:
        return None
