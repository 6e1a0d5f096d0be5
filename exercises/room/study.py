"""The figures of a class in a notebook of the teacher's: read from its file, drawn as charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from exercises.answers.file import FILE_NAME
from exercises.answers.moved import is_begun
from exercises.answers.whole_class import ClassReader
from exercises.charts.chart import Chart
from exercises.charts.of_class import Said, Shade, Value, bars, shades
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, find_lessons, load_lesson
from exercises.room.choice import chosen
from exercises.room.classes import ClassRefused, class_folder
from exercises.room.figures.board import LessonFigures, Line, NotebookFigures
from exercises.room.figures.counting import Counting
from exercises.room.figures.digits import digits
from exercises.room.figures.forms import Form
from exercises.room.figures.quality import Apart
from exercises.room.figures.splits import quoted
from exercises.room.register import WINDOW, Register, class_store, say_what_happened
from exercises.room.templates import fill
from exercises.words import speaking, words


@dataclass(frozen=True, slots=True)
class Pictures:
    """Charts that a notebook shows one below the other, each with its numbers as a table."""

    charts: tuple[Chart, ...]

    def _repr_html_(self) -> str:
        return str(fill("pictures.html", charts=self.charts))


@dataclass(frozen=True, slots=True)
class Told:
    """Words or a table, as they stand on the teacher's page."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True)
class _Shelf:
    lesson: Lesson
    items: Exercises


def open_class(name: str, lesson: str, notebook: str) -> Pupils:
    """Open a class of this computer to look at one notebook; of its file nothing is changed unless it is damaged.

    Parameters
    ----------
    name : str
        The class, as ``whosays room --class`` names it.
    lesson, notebook : str
        Folder of the lesson below ``lessons/``, and number or name of its notebook, such as ``2`` or
        ``02_who_says_so``.

    Raises
    ------
    ClassRefused
        If there is no such class, lesson or notebook; with a sentence.
    StoreTrouble
        If the file of the class cannot be read.
    """
    try:
        shelf_lesson = load_lesson(_lesson(lesson))
        with speaking(shelf_lesson.info.language, WINDOW):
            return _opened(name, shelf_lesson, _notebook(str(notebook), shelf_lesson))
    except ClassRefused as refused:
        raise ClassRefused(refused.sentence(name=name)) from None


def _lesson(name: str) -> Path:
    folders = {file.parent.name: file.parent for file in find_lessons().glob("*/lesson.yaml")}
    if name not in folders:
        raise ClassRefused("no_lesson", lesson=name, there=", ".join(sorted(folders)))
    return folders[name]


def _notebook(typed: str, lesson: Lesson) -> str:
    found = chosen(typed, {one.name: one.name for one in lesson.info.notebooks})
    if len(found) != 1:
        raise ClassRefused("one_notebook", typed=typed, one=found[0])
    return found[0]


def _opened(name: str, lesson: Lesson, notebook: str) -> Pupils:
    folder = class_folder(name)
    if not is_begun(folder / FILE_NAME):
        raise ClassRefused("no_class")
    store = class_store(folder)
    say_what_happened(store, typer.echo)
    board = Counting([_Shelf(lesson, load_items(lesson))]).board(ClassReader(store).read(Register(store).codes()))
    return Pupils(lesson, notebook, board.lessons[0] if board.lessons else None)


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

    def where(self) -> Told:
        """Say which student works where, and how much is done."""
        return self._part("where")

    def minutes(self) -> Told:
        """Say how long the class worked on the notebook."""
        return self._part("minutes")

    def exercises(self) -> Told:
        """Say of each exercise how many have begun it and done it, with the numbers of the charts."""
        return self._part("exercises")

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
        """Draw what was chosen where the class is not of one mind, the most contested first, with what tempted most."""
        splits = [split for _, split in self._notebook.contested] if self._notebook else []
        charts = list[Chart]()
        for split in splits:
            values = [Value(one.text, one.count / split.answers, str(one.count)) for one in split.chosen]
            said = self._said("chosen", split.sentence)
            wrong = words("room")["figures"]["splits"]["wrong"]
            tempting = [
                wrong.format(text=quoted(one.text), count=one.count, why=one.why) for one in split.wrong if one.why
            ]
            charts.append(bars(_with(said, *tempting), values, (0, 1)))
        return Pictures(tuple(charts))

    def strips(self) -> Pictures:
        """Draw the sentences that were marked, label by label."""
        charts = list[Chart]()
        for line in self._lines():
            for strip in line.counted.strips:
                said = _with(self._said("strip", f"{line.title}: {strip.label}"), *strip.told)
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
        found = self._figures.sureness if self._figures else None
        steps = found.steps if found else ()
        form = words("room")["figures"]["rate"]
        values = [
            Value(one.name, one.right / one.times, form.format(right=one.right, checked=one.times))
            for one in steps
            if one.times
        ]
        return self._bars("sureness", values, (0, 1), told=(found.sentence,) if found else ())

    def forms(self) -> Pictures:
        """Draw discrimination and lean of the class on each form, with the intervals."""
        charts = list[Chart]()
        for one in self._figures.forms if self._figures else ():
            names = words("room")["figures"]["charts"]["measures"]
            values = [
                Value(names[name], found.value, digits(found.value, (0,)), *found.ends)
                for name, found in (("discrimination", one.discrimination), ("lean", one.lean))
            ]
            charts += self._bars("forms", values, (-2, 4), title=one.title, told=self._of_form(one)).charts
        return Pictures(tuple(charts))

    def _of_form(self, one: Form) -> list[str]:
        """Say what a form shows in the words of the teacher's page."""
        with speaking(self._lesson.info.language):
            said = words("room")["figures"]["forms"]
        told = {"title": one.title, "students": one.students, "well": one.well, "poorly": one.poorly}
        few = said["cannot_tell"].format(count=one.cannot_tell, claims=one.claims)
        return [said["accepted"].format(**told), *([few] if one.cannot_tell else []), said["leans"][one.leans]]

    def _part(self, what: str) -> Told:
        with speaking(self._lesson.info.language):
            return Told(str(fill("told.html", what=what, figures=self._figures, notebook=self._notebook, wall=False)))

    def _lines(self) -> tuple[Line, ...]:
        return self._notebook.lines if self._notebook else ()

    def _bars(
        self, name: str, values: list[Value], ends: tuple[float, float], title: str = "", told: Iterable[str] = ()
    ) -> Pictures:
        return Pictures((bars(_with(self._said(name, title), *told), values, ends),) if values else ())

    def _said(self, name: str, title: str = "") -> Said:
        with speaking(self._lesson.info.language):
            said = words("room")["figures"]["charts"][name]
        return Said(title or said["title"], said["caption"], tuple(said["heads"]))


def _with(said: Said, *told: str) -> Said:
    return replace(said, caption=" ".join([said.caption, *told]))


def _told(found: Iterable[tuple[str, Apart]]) -> list[Value]:
    return [Value(title, value, digits(value)) for title, value in found if isinstance(value, float)]
