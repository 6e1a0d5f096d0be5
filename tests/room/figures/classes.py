"""Boards of small classes that a test lays out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from imagined import Class

from exercises.answers.store import Store
from exercises.answers.whole_class import ClassReader
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room.figures.counting import Counting


@dataclass(frozen=True)
class Shelf:
    """A lesson with its exercises."""

    lesson: Any
    items: Any


class Counted(Class):
    """A class whose board can be looked at."""

    def __init__(self, lesson, folder, items=None):
        super().__init__(Store(folder / "class"), lesson, load_items(lesson) if items is None else items)
        self._reader = ClassReader(self.store)
        self._counting = Counting([Shelf(self.lesson, self.items)])

    def board(self, here=()):
        """Give all figures as they stand now; some are in, and may be at work on the lesson."""
        return self._counting.board(self._reader.read(self.codes), {self.lesson.id: set(here)})

    def wall(self, here=None):
        """Give what may stand on the wall now; all who have begun are in if nobody says who is."""
        whole = self._reader.read(self.codes)
        begun = {one.code for one in whole.students if one.drafts}
        return self._counting.wall(whole, {self.lesson.id: begun if here is None else set(here)})

    def all(self, count=None):
        """Give the codes of so many students; of all by default."""
        return self.codes[:count]


def class_in(folder_of_lesson, folder):
    """Make a class in a lesson that is read from its files."""
    return Counted(load_lesson(folder_of_lesson), folder)


def line_of(board, title):
    """Give the line of an exercise by its title."""
    lines = [line for lesson in board.lessons for notebook in lesson.notebooks for line in notebook.lines]
    return next(line for line in lines if line.title == title)


def marks_of(item, lesson):
    """Give our own marks of an exercise."""
    return KINDS[item.kind].reveal(item, lesson)
