"""The answers that figures rest on: of each student the first one, given before our reasons were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exercises.answers.standing import result_of
from exercises.answers.work import Attempt, Work
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.edition import is_older
from exercises.kinds.tallied import Given
from exercises.lesson.load import Lesson

FEWEST = 5
"""Answers below which a figure says that there are too few."""
Firsts = Mapping[str, Attempt]
"""First attempts by code."""


def first_attempts(students: Iterable[Work], lesson: str) -> dict[str, dict[str, Attempt]]:
    """Give the first attempt of each student at each exercise of a lesson: by exercise, then by code."""
    found: dict[str, dict[str, Attempt]] = {}
    for one in students:
        for attempt in one.attempts:
            if attempt.lesson == lesson:
                found.setdefault(attempt.exercise, {}).setdefault(one.code, attempt)
    return found


def first_answers(firsts: Firsts, item: Item, lesson: Lesson) -> dict[str, Attempt]:
    """Give those of the first attempts at an exercise that committed an answer to today's edition.

    Who skipped first may have looked at our answer, so what they check later is left out. Of a sealed exercise it is
    what was sealed, opened or not.
    """
    wanted = "seal" if item.seal else "check"
    return {
        code: first
        for code, first in firsts.items()
        if first.what == wanted and not is_older(first.digest, first.answer, item, lesson, scored=True)
    }


def given_in(firsts: Firsts, item: Item, lesson: Lesson) -> list[Given]:
    """Give what was chosen in these answers, part by part; one that cannot be read is left out."""
    kind = KINDS[item.kind]
    if kind.tallied is None:
        return []
    found = []
    for attempt in firsts.values():
        try:
            found.append(kind.tallied.given(item, kind.answer.model_validate(attempt.answer), lesson))
        except (ValueError, LookupError):
            continue
    return found


def outcomes(firsts: Firsts, item: Item, lesson: Lesson) -> dict[str, bool]:
    """Say by code whether the first answer was right; of an exercise that nobody judges there is none.

    Every answer is scored anew: what is stored as its result may come from a work file, where anything can be written.
    """
    scored = ((code, result_of(one, item, lesson)) for code, one in firsts.items())
    return {code: result.right for code, result in scored if result and result.out_of}
