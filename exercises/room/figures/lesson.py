"""Counts one lesson of a class: for its teacher, or for the wall only what no commit would still give away."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Protocol

from exercises.answers.work import Draft, Work
from exercises.kinds import KINDS
from exercises.kinds.base import Item, Pair
from exercises.kinds.exercises import Exercises
from exercises.lesson.load import Lesson
from exercises.room.figures.alpha import alpha
from exercises.room.figures.bets import bets
from exercises.room.figures.board import Counted, LessonFigures, Line, NotebookFigures
from exercises.room.figures.first import FEWEST, Firsts, first_answers, first_attempts, given_in, outcomes
from exercises.room.figures.forms import Form, form
from exercises.room.figures.minutes import minutes
from exercises.room.figures.once import Once
from exercises.room.figures.quality import discrimination
from exercises.room.figures.seen import Names, done, seen
from exercises.room.figures.small import FEWEST as SMALL
from exercises.room.figures.splits import most_contested, splits
from exercises.room.figures.steady import Steady
from exercises.room.figures.strips import strips
from exercises.room.figures.sure_wall import without_small
from exercises.room.figures.sureness import pairs_in, sureness
from exercises.room.figures.traces import Traces, believed, traces
from exercises.room.figures.waiting import Waiting
from exercises.room.figures.where import where
from exercises.words import words


class Shelf(Protocol):
    """A lesson with its exercises."""

    @property
    def lesson(self) -> Lesson:
        """The lesson."""

    @property
    def items(self) -> Exercises:
        """Its exercises."""


class CountedLesson:
    """One lesson while it is counted.

    Parameters
    ----------
    shelf : Shelf
        The lesson with its exercises.
    inside : mapping
        By notebook its exercises, in order.
    students : tuple of Work
        What the class has done.
    here : collection of str
        The codes of those who are in and may be at work on this lesson.
    once : Once
        What was counted before.
    steady : Steady or None
        Whose answers the wall counts; None for the teacher, who sees all.
    """

    def __init__(
        self,
        shelf: Shelf,
        inside: Mapping[str, list[Item]],
        students: tuple[Work, ...],
        here: Collection[str],
        once: Once,
        steady: Steady | None,
    ) -> None:
        self._lesson, self._items, self._inside = shelf.lesson, shelf.items, inside
        self._here, self._once, self._steady = frozenset(here), once, steady
        self._drafts: dict[str, dict[str, Draft]] = {}
        for one in students:
            for draft in one.drafts:
                if draft.lesson == shelf.lesson.id:
                    self._drafts.setdefault(draft.exercise, {})[one.code] = draft
        begun = frozenset[str]().union(*self._drafts.values())
        self._students = tuple(one for one in students if one.code in begun)
        self._begun = {
            name: frozenset[str]().union(*(self._drafts.get(item.id, {}) for item in items))
            for name, items in inside.items()
        }
        shown = {one.code: self._seen(one) for one in self._students}
        self._done = {one.code: done(one, shelf.lesson.id, shown[one.code]) for one in self._students}
        asked = {item.id: self._begun[name] for name, items in inside.items() for item in items}
        self._waiting = Waiting(self._drafts, shown, asked, here)

    def figures(self) -> LessonFigures | None:
        """Give all figures of the lesson; None if nobody has begun it."""
        if not self._students:
            return None
        lesson, now = self._lesson, datetime.now(UTC).timestamp()
        made = first_attempts(self._students, lesson.id)
        firsts = {name: self._counted_now(item, made.get(name, {})) for name, item in self._items.items()}
        counted = {name: self._exercise(self._items[name], found) for name, found in firsts.items()}
        left = {one.code: believed(self._traces(one), now) for one in self._students}
        notebooks = (self._notebook(entry.name, entry.numbered, counted, left) for entry in lesson.info.notebooks)
        return LessonFigures(
            lesson.id,
            lesson.info.title,
            tuple(one for one in notebooks if one),
            where(((one, left[one.code], self._done[one.code]) for one in self._students), lesson, self._items),
            sureness(self._all_pairs(firsts)),
            tuple(found for name, item in self._items.items() if (found := self._form(item, firsts[name]))),
        )

    def _counted_now(self, item: Item, made: Firsts) -> Firsts:
        """Give the first answers that count; on the wall those that may be told."""
        found = first_answers(made, item, self._lesson)
        if self._steady is None:
            return found
        if not self._waiting.is_past(item.id):
            return {}
        kept = self._steady.of(self._lesson.id, item.id, frozenset(found))
        return {code: one for code, one in found.items() if code in kept}

    def _exercise(self, item: Item, firsts: Firsts) -> Counted:
        return self._once.count(
            ("exercise", self._lesson.id, item.id), _ids(firsts), lambda: _counted(item, self._lesson, firsts)
        )

    def _form(self, item: Item, firsts: Firsts) -> Form | None:
        if item.role != "form":
            return None
        return self._once.count(("form", self._lesson.id, item.id), _ids(firsts), lambda: form(item, firsts))

    def _pairs(self, one: Work) -> dict[str, list[Pair]]:
        name = ("sureness", self._lesson.id, one.code)
        return self._once.count(name, len(one.attempts), lambda: pairs_in(one, self._items, self._lesson))

    def _all_pairs(self, firsts: Mapping[str, Firsts]) -> list[Pair]:
        found: dict[str, list[Pair]] = {name: [] for name in firsts}
        for one in self._students:
            for name, pairs in self._pairs(one).items():
                if one.code in firsts.get(name, {}):
                    found[name] += pairs
        counted = found.values() if self._steady is None else without_small(found.values())
        return [pair for pairs in counted for pair in pairs]

    def _seen(self, one: Work) -> Names:
        name, rests_on = ("seen", self._lesson.id, one.code), (one.drafts, len(one.attempts))
        return self._once.count(name, rests_on, lambda: seen(one, self._lesson.id, self._items))

    def _traces(self, one: Work) -> Traces:
        name, rests_on = ("traces", self._lesson.id, one.code), (one.drafts, len(one.attempts))
        return self._once.count(name, rests_on, lambda: traces(one, self._lesson.id, self._items))

    def _notebook(
        self, name: str, title: str, counted: dict[str, Counted], left: dict[str, Traces]
    ) -> NotebookFigures | None:
        inside, begun = self._inside[name], self._begun[name]
        if not begun:
            return None
        lines = tuple(self._line(item, counted) for item in inside)
        ids = {item.id for item in inside}
        return NotebookFigures(
            f"{self._lesson.id}-{name}",
            title,
            str(len(begun)),
            lines,
            most_contested((line.title, one) for line in lines for one in line.counted.splits),
            minutes(left.values(), ids),
            max((one.at for all_left in left.values() for one in all_left if one.exercise in ids), default=0.0),
            tuple(sorted(self._here - begun)) if len(begun) >= SMALL else (),
        )

    def _line(self, item: Item, all_counted: dict[str, Counted]) -> Line:
        drafts, counted = self._drafts.get(item.id, {}), all_counted[item.id]
        all_done = sum(item.id in names for names in self._done.values())
        checked, right = len(counted.outcomes), sum(counted.outcomes.values())
        rate = words("room")["figures"]["rate"].format(right=right, checked=checked) if checked else ""
        apart = discrimination(item.id, {name: one.outcomes for name, one in all_counted.items()}) if checked else None
        place, past = f"{self._lesson.id}-{item.id}", self._waiting.is_past(item.id)
        late = tuple(sorted(self._waiting.late(item.id)))
        return Line(
            place, item.title, str(len(drafts)), str(all_done), checked, right, rate, apart, past, counted, late
        )


def _ids(firsts: Firsts) -> frozenset[str]:
    """Give what is the same as long as these answers are."""
    return frozenset(one.id for one in firsts.values())


def _counted(item: Item, lesson: Lesson, firsts: Firsts) -> Counted:
    tallied = KINDS[item.kind].tallied
    right = {} if item.seal else outcomes(firsts, item, lesson)
    if tallied is None:
        return Counted(right)
    parts, given = tallied.parts(item, lesson), given_in(firsts, item, lesson)
    if item.seal:
        return Counted(right, bets=bets(parts, given))
    # Of a single question alpha says nothing: there is no other one by which chance could be known.
    agreed, several = None, len(parts) > 1
    if len(given) >= FEWEST and several:
        agreed = alpha([[answer[part.id] for answer in given if part.id in answer] for part in parts])
    if tallied.in_text:
        return Counted(right, agreed, several, strips=strips(parts, given))
    return Counted(right, agreed, several, splits=splits(parts, given))
