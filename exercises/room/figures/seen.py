"""Who has seen our answer to what, and has done what: it rests on what happened, so *Try again* takes nothing back."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers.standing import is_first_part
from exercises.answers.work import OPEN, Attempt, Work
from exercises.kinds.base import Item

SHOWING = ("checked", "shown")
Names = frozenset[str]
"""Names of exercises."""


def seen(work: Work, lesson: str, items: Mapping[str, Item]) -> Names:
    """Give the exercises of a lesson of which a student has seen our answer; *Skip* shows nothing of it yet."""
    stands = {one.exercise for one in work.drafts if one.lesson == lesson and one.phase in SHOWING}
    made = (one for one in work.attempts if one.lesson == lesson and one.exercise in items)
    return frozenset(stands | {one.exercise for one in made if _shows(one, items[one.exercise])})


def done(work: Work, lesson: str, shown: Names) -> Names:
    """Give the exercises of a lesson that a student has done: what is skipped now, or sealed, and what was shown."""
    return shown | {one.exercise for one in work.drafts if one.lesson == lesson and one.phase not in OPEN}


def _shows(attempt: Attempt, item: Item) -> bool:
    # Where two parts are checked, the first check shows what the second is about, and not what we say to that.
    checked = attempt.what == "check" and not is_first_part(item, attempt.answer)
    return checked or attempt.what == "show"
