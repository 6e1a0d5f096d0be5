"""The class as a table for a gradebook: by code what is done; tests and levels are the teacher's to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from exercises.answers.whole_class import WholeClass
from exercises.answers.work import Work
from exercises.room.figures.lesson import Shelf
from exercises.room.figures.seen import Names, done, seen
from exercises.words import words

_Columns = dict[str, tuple[str, list[tuple[str, Names]]]]
"""By notebook its title, and in each lesson that has it the exercises."""


def gradebook(whole: WholeClass, shelves: Iterable[Shelf]) -> str:
    """Write the table as CSV (RFC 4180), one line a code.

    Of each notebook it says how many of 100 exercises are done, in whichever lesson more are: which one somebody took
    stands nowhere, and is no part of a mark. Right and wrong answers are not in it, since they are practice.

    Parameters
    ----------
    whole : WholeClass
        What the class has done.
    shelves : iterable of Shelf
        The lessons.

    Returns
    -------
    str
        The table, in the language that is spoken.
    """
    lessons_served = tuple(shelves)
    said, rubric, columns = words("room")["gradebook"], words("rubric")["names"], _columns(lessons_served)
    head = [said["code"], *(said["done"].format(title=title) for title, _ in columns.values())]
    levels = [said["level"].format(row=row, name=name) for row, name in rubric.items()]
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([*head, said["test"], *levels])
    for student in whole.students:
        shown = {shelf.lesson.id: _done(student, shelf) for shelf in lessons_served}
        shares = [_share(shown, lessons) for _, lessons in columns.values()]
        table.writerow([student.code, *shares, *[""] * (1 + len(levels))])
    return written.getvalue()


def _columns(shelves: Iterable[Shelf]) -> _Columns:
    columns: _Columns = {}
    for shelf in shelves:
        for entry in shelf.lesson.info.notebooks:
            inside = frozenset(item.id for item in shelf.items.of(entry.name))
            columns.setdefault(entry.name, (entry.numbered, []))[1].append((shelf.lesson.id, inside))
    return columns


def _done(student: Work, shelf: Shelf) -> Names:
    return done(student, shelf.lesson.id, seen(student, shelf.lesson.id, shelf.items))


def _share(shown: dict[str, Names], lessons: list[tuple[str, Names]]) -> int:
    """Give how many of 100 exercises of a notebook are done."""
    counts = ((len(shown[lesson] & inside), len(inside)) for lesson, inside in lessons)
    return max((round(100 * count / of) for count, of in counts if of), default=0)
