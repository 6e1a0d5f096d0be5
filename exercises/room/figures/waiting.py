"""For whom the wall waits before it tells an exercise in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from exercises.answers.work import Draft
from exercises.room.figures.seen import Names
from exercises.room.figures.small import FEWEST

MOST_NAMED = 8  # a longer list says no more than the table: most are still at work
Drafts = Mapping[str, Mapping[str, Draft]]
"""By exercise, then by code."""


class Waiting:
    """Who of a class could still commit an answer to what the wall would tell.

    Whoever has seen our answer could not. Whoever has skipped it could: the wall waits for those as long as they are
    in, but no longer, as they may never come back to what was skipped.

    Parameters
    ----------
    drafts : mapping
        What stands in each exercise.
    seen : mapping of str to frozenset of str
        By code the exercises of which our answer was seen.
    begun : mapping of str to frozenset of str
        By exercise the codes that have begun its notebook.
    here : collection of str
        The codes of those who are in and may be at work on the lesson.
    """

    def __init__(
        self, drafts: Drafts, seen: Mapping[str, Names], begun: Mapping[str, frozenset[str]], here: Collection[str]
    ) -> None:
        self._drafts, self._seen, self._begun, self._here = drafts, seen, begun, frozenset(here)

    def for_whom(self, exercise: str) -> frozenset[str]:
        """Give the codes for which the wall waits with an exercise."""
        drafts = self._drafts.get(exercise, {})
        all_asked = self._begun.get(exercise, frozenset(drafts)) | self._here
        gone = {code for code, one in drafts.items() if one.phase == "passed"} - self._here
        return frozenset(code for code in all_asked - gone if exercise not in self._seen.get(code, frozenset()))

    def late(self, exercise: str) -> frozenset[str]:
        """Give those of them that have begun the notebook, as soon as five have seen the answer, and few have not."""
        begun = self._begun.get(exercise, frozenset())
        waiting = self.for_whom(exercise) & begun
        return waiting if len(begun - waiting) >= FEWEST and len(waiting) <= MOST_NAMED else frozenset()

    def is_past(self, exercise: str) -> bool:
        """Say whether nobody is left to whom an exercise would give anything away, and at least five are in."""
        return len(self._here) >= FEWEST and not self.for_whom(exercise)
