"""Counts a class: figures of all lessons, and of what did not change since the last time nothing anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from exercises.answers.whole_class import WholeClass
from exercises.answers.work import OPEN, Draft, Work
from exercises.kinds import KINDS
from exercises.kinds.base import Item, Pair
from exercises.kinds.exercises import Exercises
from exercises.lesson.load import Lesson
from exercises.notebook.cells import ExercisePlace
from exercises.notebook.prose import read_prose
from exercises.room.figures.alpha import alpha
from exercises.room.figures.bets import bets
from exercises.room.figures.board import MOST_CONTESTED, Board, Counted, LessonFigures, Line, NotebookFigures
from exercises.room.figures.first import FEWEST, Firsts, first_answers, first_attempts, given_in, outcomes
from exercises.room.figures.forms import Form, form
from exercises.room.figures.minutes import minutes
from exercises.room.figures.quality import discrimination
from exercises.room.figures.splits import splits
from exercises.room.figures.strips import strips
from exercises.room.figures.sureness import pairs_in, sureness
from exercises.room.figures.where import where
from exercises.words import words

T = TypeVar("T")
NOBODY: Mapping[str, Collection[str]] = {}


class Shelf(Protocol):
    """A lesson with its exercises."""

    @property
    def lesson(self) -> Lesson:
        """The lesson."""

    @property
    def items(self) -> Exercises:
        """Its exercises."""


class Counting:
    """Counts a class again and again.

    Parameters
    ----------
    shelves : iterable of Shelf
        The lessons.
    """

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self._shelves = tuple(shelves)
        self._inside = {
            (shelf.lesson.id, entry.name): _in_order(shelf, entry.name)
            for shelf in self._shelves
            for entry in shelf.lesson.info.notebooks
        }
        self._known: dict[tuple[str, ...], tuple[object, Any]] = {}

    def board(self, of: WholeClass, here: Mapping[str, Collection[str]] = NOBODY) -> Board:
        """Give all figures, in the language that is spoken now.

        Parameters
        ----------
        of : WholeClass
            What the class has done.
        here : mapping
            By lesson the codes of those who have come to it and may still be at work, also if nothing is saved yet.
        """
        lessons = [
            _Lesson(self, shelf, of.students, here.get(shelf.lesson.id, ())).figures() for shelf in self._shelves
        ]
        begun = sum(bool(one.drafts) for one in of.students)
        found = tuple(one for one in lessons if one.students)
        return Board(str(len(of.students)), str(begun), found, of.left_out)

    def inside(self, lesson: str, notebook: str) -> list[Item]:
        """Give the exercises of a notebook as they stand on its page: a table in another order reads like leaps."""
        return self._inside[lesson, notebook]

    def once(self, name: tuple[str, ...], rests_on: object, count: Callable[[], T]) -> T:
        """Count something, unless it was counted before from the same."""
        known = self._known.get(name)
        if known is None or known[0] != rests_on:
            known = self._known[name] = rests_on, count()
        found: T = known[1]
        return found


class _Lesson:
    """One lesson while it is counted."""

    def __init__(self, counting: Counting, shelf: Shelf, students: tuple[Work, ...], here: Collection[str]) -> None:
        self._counting, self._shelf, self._here = counting, shelf, here
        self._lesson, self._items = shelf.lesson, shelf.items
        begun = {one.code for one in students if any(draft.lesson == shelf.lesson.id for draft in one.drafts)}
        self._students = tuple(one for one in students if one.code in begun)
        self._firsts = first_attempts(self._students, shelf.lesson.id)
        self._drafts: dict[str, dict[str, Draft]] = {}
        for one in self._students:
            for draft in one.drafts:
                if draft.lesson == shelf.lesson.id:
                    self._drafts.setdefault(draft.exercise, {})[one.code] = draft

    def figures(self) -> LessonFigures:
        lesson, items = self._lesson, self._items
        if not self._students:
            return LessonFigures(lesson.id, lesson.info.title, (), (), None, ())
        counted = {name: self._exercise(item) for name, item in items.items()}
        notebooks = (self._notebook(entry.name, entry.numbered, counted) for entry in lesson.info.notebooks)
        return LessonFigures(
            lesson.id,
            lesson.info.title,
            tuple(one for one in notebooks if one),
            where(self._students, lesson, items),
            sureness(pair for one in self._students for pair in self._pairs(one)),
            tuple(found for item in items.values() if item.role == "form" and (found := self._form(item))),
        )

    def _first_answers(self, item: Item) -> tuple[frozenset[str], Firsts]:
        """Give the first answers to an exercise, and what is the same as long as these are."""
        firsts = first_answers(self._firsts.get(item.id, {}), item, self._lesson)
        return frozenset(one.id for one in firsts.values()), firsts

    def _exercise(self, item: Item) -> Counted:
        ids, firsts = self._first_answers(item)
        return self._counting.once(
            ("exercise", self._lesson.id, item.id), ids, lambda: _counted(item, self._lesson, firsts)
        )

    def _form(self, item: Item) -> Form | None:
        ids, firsts = self._first_answers(item)
        return self._counting.once(("form", self._lesson.id, item.id), ids, lambda: form(item, firsts))

    def _pairs(self, one: Work) -> list[Pair]:
        name = ("sureness", self._lesson.id, one.code)
        return self._counting.once(name, len(one.attempts), lambda: pairs_in(one, self._items, self._lesson))

    def _notebook(self, name: str, title: str, counted: dict[str, Counted]) -> NotebookFigures | None:
        inside = self._counting.inside(self._lesson.id, name)
        begun = {code for item in inside for code in self._drafts.get(item.id, {})}
        if not begun:
            return None
        lines = tuple(self._line(item, begun, counted) for item in inside)
        split = [(line.title, one) for line in lines for one in line.counted.splits if one.contested]
        split.sort(key=lambda found: -found[1].contest)
        return NotebookFigures(
            f"{self._lesson.id}-{name}",
            title,
            str(len(begun)),
            lines,
            tuple(split[:MOST_CONTESTED]),
            minutes(self._students, self._lesson.id, {item.id for item in inside}),
            max(draft.saved_at for item in inside for draft in self._drafts.get(item.id, {}).values()),
        )

    def _line(self, item: Item, begun: set[str], all_counted: dict[str, Counted]) -> Line:
        drafts, counted = self._drafts.get(item.id, {}), all_counted[item.id]
        done = sum(draft.phase not in OPEN for draft in drafts.values())
        # What is sealed is done, and still kept from everybody.
        told = {code for code, draft in drafts.items() if draft.phase not in (*OPEN, "sealed")}
        past = told.issuperset(begun) and told.issuperset(self._here)
        checked, right = len(counted.outcomes), sum(counted.outcomes.values())
        rate = words("room")["figures"]["rate"].format(right=right, checked=checked) if checked else ""
        apart = discrimination(item.id, {name: one.outcomes for name, one in all_counted.items()}) if checked else None
        place = f"{self._lesson.id}-{item.id}"
        return Line(place, item.title, str(len(drafts)), str(done), checked, right, rate, apart, past, counted)


def _in_order(shelf: Shelf, notebook: str) -> list[Item]:
    cells = read_prose(shelf.lesson.folder / f"{notebook}.md").cells
    places = {cell.id: place for place, cell in enumerate(cells) if isinstance(cell, ExercisePlace)}
    return sorted(shelf.items.of(notebook), key=lambda item: places.get(item.id, len(cells)))


def _counted(item: Item, lesson: Lesson, firsts: Firsts) -> Counted:
    tallied = KINDS[item.kind].tallied
    right = {} if item.seal else outcomes(firsts, item, lesson)
    if tallied is None or not firsts:
        return Counted(right)
    parts, given = tallied.parts(item, lesson), given_in(firsts, item, lesson)
    if item.seal:
        return Counted(right, bets=bets(parts, given))
    agreed = None
    # Of a single question alpha says nothing: there is no other one by which chance could be known.
    if len(given) >= FEWEST and len(parts) > 1:
        agreed = alpha([[answer[part.id] for answer in given if part.id in answer] for part in parts])
    if tallied.in_text:
        return Counted(right, agreed, strips=strips(parts, given))
    return Counted(right, agreed, splits=splits(parts, given))
