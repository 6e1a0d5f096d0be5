"""Answers that are checked in two parts: the first is committed and opens what the second is about.

A short text is committed before the sample answers are shown; then the student sets it beside them and rates it. Until
the rating is committed too, the exercise is in the phase ``half``: drafts of the rating are kept like all drafts.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from exercises.answers.work import Aside, Attempt, Draft
from exercises.exchange.record import WITH_RESULT, Record
from exercises.exchange.versions import aside_of
from exercises.kinds.base import Answer
from exercises.kinds.kind import Kind


def first_part(kind: Kind, answer: Answer) -> Answer:
    """Give what the first *Check* commits; of kinds that are checked at once, all of it."""
    return kind.first_part(answer) if kind.first_part else answer


def goes_on(kind: Kind, given: dict[str, Any] | None, draft: Draft | None) -> bool:
    """Say whether an answer carries on with the second part, and leaves the first as it was committed."""
    if kind.first_part is None or draft is None or draft.phase not in WITH_RESULT:
        return False
    try:
        new, stored = (kind.answer.model_validate(one) for one in (given, draft.answer))
    except ValidationError:
        return False
    first = first_part(kind, new)
    return first == first_part(kind, stored) and (draft.phase == "half" or new != first)


def has_more(given: dict[str, Any], first: dict[str, Any], attempts: Iterable[Attempt]) -> bool:
    """Say whether an answer holds a second part that no attempt holds: *Check* of the first alone would lose it."""
    rest = [(name, value) for name, value in given.items() if value and first.get(name) != value]
    return bool(rest) and not any(all(one.answer.get(name) == value for name, value in rest) for one in attempts)


def taken_along(
    record: Record, answer: Answer, given: dict[str, Any], sure: int | None
) -> tuple[dict[str, Any], Aside | None]:
    """Give what stands after a *Check* of the first part, and what of the second does not stand, to be put aside."""
    first = first_part(record.kind, answer).model_dump(mode="json")
    if record.kind.carried is None:
        return first, aside_of(record, given, sure, "replaced") if has_more(given, first, record.attempts) else None
    stands, left = record.kind.carried(record.item, answer, _checked_before(record))
    rest = aside_of(record, left.model_dump(mode="json"), sure, "replaced") if left else None
    return stands.model_dump(mode="json"), rest


def _checked_before(record: Record) -> list[Answer]:
    """Give the answers that were checked, the newest first; what this edition cannot read is left out."""
    found = list[Answer]()
    for one in reversed(record.attempts):
        if one.what == "check":
            with suppress(ValidationError):  # An opened work file may hold anything.
                found.append(record.kind.answer.model_validate(one.answer))
    return found
