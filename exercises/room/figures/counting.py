"""Counts a class: figures of all lessons, and of what did not change since the last time nothing anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from exercises.answers.whole_class import WholeClass
from exercises.kinds.base import Item
from exercises.notebook.cells import ExercisePlace
from exercises.notebook.prose import read_prose
from exercises.room.figures.board import Board
from exercises.room.figures.lesson import CountedLesson, Shelf
from exercises.room.figures.once import Once
from exercises.room.figures.steady import Steady
from exercises.room.figures.sure_wall import SureOnWall
from exercises.room.figures.wall import for_the_wall

NOBODY: Mapping[str, Collection[str]] = {}


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
            shelf.lesson.id: {entry.name: _in_order(shelf, entry.name) for entry in shelf.lesson.info.notebooks}
            for shelf in self._shelves
        }
        self._once, self._once_wall, self._steady, self._sure = Once(), Once(), Steady(), SureOnWall()

    def board(self, of: WholeClass, here: Mapping[str, Collection[str]] = NOBODY) -> Board:
        """Give all figures, in the language that is spoken now.

        Parameters
        ----------
        of : WholeClass
            What the class has done.
        here : mapping
            By lesson the codes of those who are in and may be at work on it, also if nothing is saved yet.
        """
        return self._board(of, here, self._once, None)

    def wall(self, of: WholeClass, here: Mapping[str, Collection[str]]) -> Board:
        """Give the figures as the class may see them; the parameters are those of `board`."""
        return for_the_wall(self._board(of, here, self._once_wall, self._steady), self._sure)

    def _board(self, of: WholeClass, here: Mapping[str, Collection[str]], once: Once, steady: Steady | None) -> Board:
        lessons = (
            CountedLesson(shelf, self._inside[name], of.students, here.get(name, ()), once, steady).figures()
            for shelf in self._shelves
            for name in [shelf.lesson.id]
        )
        # Of lessons that are not served nothing is told below: whoever has begun those alone is not counted either.
        begun = sum(any(draft.lesson in self._inside for draft in one.drafts) for one in of.students)
        return Board(str(len(of.students)), str(begun), tuple(one for one in lessons if one), of.left_out)


def _in_order(shelf: Shelf, notebook: str) -> list[Item]:
    """Give the exercises of a notebook as they stand on its page: a table in another order reads like leaps."""
    cells = read_prose(shelf.lesson.folder / f"{notebook}.md").cells
    places = {cell.id: place for place, cell in enumerate(cells) if isinstance(cell, ExercisePlace)}
    return sorted(shelf.items.of(notebook), key=lambda item: places.get(item.id, len(cells)))
