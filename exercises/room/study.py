"""The figures of a class in a notebook of the teacher's: read from its file, drawn as charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.answers.whole_class import ClassReader
from exercises.charts.chart import Chart
from exercises.charts.of_class import Said, Shade, Value, bars, shades
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, find_lessons, load_lesson
from exercises.room.classes import ClassRefused, class_folder
from exercises.room.figures.board import LessonFigures, Line, NotebookFigures
from exercises.room.figures.counting import Counting
from exercises.room.figures.digits import digits
from exercises.room.figures.quality import Apart
from exercises.room.register import Register, class_store
from exercises.room.templates import fill
from exercises.words import speaking, words


@dataclass(frozen=True, slots=True)
class Pictures:
    """Charts that a notebook shows one below the other, each with its numbers as a table."""

    charts: tuple[Chart, ...]

    def _repr_html_(self) -> str:
        return str(fill("pictures.html", charts=self.charts))


@dataclass(frozen=True, slots=True)
class _Shelf:
    lesson: Lesson
    items: Exercises


def open_class(name: str, lesson: str, notebook: str) -> Pupils:
    """Open a class of this computer to look at one notebook; nothing in its file is changed.

    Parameters
    ----------
    name : str
        The class, as ``whosays room --class`` names it.
    lesson, notebook : str
        Folder of the lesson below ``lessons/``, and name of its notebook, such as ``02_who_says_so``.

    Raises
    ------
    ClassRefused
        If there is no such class; with a sentence.
    """
    shelf_lesson = load_lesson(find_lessons() / lesson)
    with speaking(shelf_lesson.info.language):
        folder = class_folder(name)
        if not folder.is_dir():
            raise ClassRefused(words("room")["no_class"].format(name=name))
        store = class_store(folder)
        shelf = _Shelf(shelf_lesson, load_items(shelf_lesson))
        board = Counting([shelf]).board(ClassReader(store).read(Register(store).codes()))
    return Pupils(shelf_lesson, notebook, board.lessons[0] if board.lessons else None)


class Pupils:
    """What a class did in one notebook; every method gives charts, and none where there are too few answers.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    notebook : str
        Name of the notebook.
    figures : LessonFigures or None
        Its figures; None if nobody has begun.
    """

    def __init__(self, lesson: Lesson, notebook: str, figures: LessonFigures | None) -> None:
        self._lesson, self._figures = lesson, figures
        found = figures.notebooks if figures else ()
        self._notebook: NotebookFigures | None = next(
            (one for one in found if one.id == f"{lesson.id}-{notebook}"), None
        )

    def right(self) -> Pictures:
        """Draw how many were right at the first check, exercise by exercise."""
        lines = [line for line in self._lines() if line.checked]
        values = [Value(line.title, line.right / line.checked, line.rate) for line in lines]
        return self._bars("right", values, (0, 1))

    def apart(self) -> Pictures:
        """Draw how well each exercise parts those who do well elsewhere from the others."""
        found = ((line.title, line.discrimination) for line in self._lines())
        return self._bars("apart", _told(found), (-1, 1))

    def agreement(self) -> Pictures:
        """Draw Krippendorff's alpha, exercise by exercise."""
        found = ((line.title, line.counted.alpha) for line in self._lines())
        return self._bars("agreement", _told(found), (-1, 1))

    def contested(self) -> Pictures:
        """Draw what was chosen where the class is not of one mind, the most contested first."""
        splits = [split for _, split in self._notebook.contested] if self._notebook else []
        charts = list[Chart]()
        for split in splits:
            values = [Value(one.text, one.count / split.answers, str(one.count)) for one in split.chosen]
            charts += self._bars("chosen", values, (0, 1), title=split.sentence).charts
        return Pictures(tuple(charts))

    def strips(self) -> Pictures:
        """Draw the sentences that were marked, label by label."""
        charts = list[Chart]()
        for line in self._lines():
            for strip in line.counted.strips:
                said = self._said("strip", f"{line.title}: {strip.label}")
                rows = [
                    (f"S{row.sentence}", [Shade(one.text, one.share, one.ours == "ours") for one in row.words])
                    for row in strip.rows
                ]
                charts.append(shades(said, rows))
        return Pictures(tuple(charts))

    def bets(self) -> Pictures:
        """Draw the sealed bets: groups of five and more."""
        charts = list[Chart]()
        for bet in (bet for line in self._lines() for bet in line.counted.bets):
            values = [Value(bar.text, bar.share, str(bar.count)) for bar in bet.bars]
            charts += self._bars("bet", values, (0, 1), title=bet.question).charts
        return Pictures(tuple(charts))

    def sureness(self) -> Pictures:
        """Draw how often the class was right at each step of confidence, in the whole lesson."""
        steps = self._figures.sureness.steps if self._figures and self._figures.sureness else ()
        form = words("room")["figures"]["rate"]
        values = [
            Value(one.name, one.right / one.times, form.format(right=one.right, checked=one.times))
            for one in steps
            if one.times
        ]
        return self._bars("sureness", values, (0, 1))

    def forms(self) -> Pictures:
        """Draw discrimination and lean of the class on each form, with the intervals."""
        charts = list[Chart]()
        for one in self._figures.forms if self._figures else ():
            names = words("room")["figures"]["charts"]["measures"]
            values = [
                Value(names[name], found.value, digits(found.value, (0,)), found.low, found.high)
                for name, found in (("discrimination", one.discrimination), ("lean", one.lean))
            ]
            charts += self._bars("forms", values, (-2, 4), title=one.title).charts
        return Pictures(tuple(charts))

    def _lines(self) -> tuple[Line, ...]:
        return self._notebook.lines if self._notebook else ()

    def _bars(self, name: str, values: list[Value], ends: tuple[float, float], title: str = "") -> Pictures:
        return Pictures((bars(self._said(name, title), values, ends),) if values else ())

    def _said(self, name: str, title: str = "") -> Said:
        with speaking(self._lesson.info.language):
            said = words("room")["figures"]["charts"][name]
        return Said(title or said["title"], said["caption"], tuple(said["heads"]))


def _told(found: Iterable[tuple[str, Apart]]) -> list[Value]:
    return [Value(title, value, digits(value)) for title, value in found if isinstance(value, float)]
