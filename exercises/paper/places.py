"""The exercises of a notebook, numbered, in their two forms on paper: the student's and the teacher's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.rate.forms import form_of
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.notebook.prose import Cell, ExercisePlace, FormPlace, Prose
from exercises.paper.pages import fill, fill_form, has_form

HEAD = ("id", "kind", "title", "instruction", "label", "confidence", "seal", "role", "rubric")


@dataclass(frozen=True, slots=True)
class Notebook:
    """One notebook of a lesson with all that is printed of it.

    Attributes
    ----------
    entry : NotebookEntry
        Its line in ``lesson.yaml``.
    prose : Prose
        What stands in it.
    items : dict of str to Item
        Its exercises by id, in the order in which they stand in the prose.
    """

    entry: NotebookEntry
    prose: Prose
    items: dict[str, Item]

    def number(self, name: str) -> int:
        """Give the number of an exercise on paper, from 1."""
        return list(self.items).index(name) + 1


def notebook_of(entry: NotebookEntry, prose: Prose, items: Mapping[str, Item], lesson: Lesson) -> Notebook:
    """Gather what belongs to one notebook; on paper the place of a form holds the form itself."""
    cells = tuple(_settled(cell, lesson) for cell in prose.cells)
    places = [cell.id for cell in cells if isinstance(cell, ExercisePlace)]
    return Notebook(entry, replace(prose, cells=cells), {name: items[name] for name in places})


def _settled(cell: Cell, lesson: Lesson) -> Cell:
    return ExercisePlace(form_of(lesson, cell.place), cell.line) if isinstance(cell, FormPlace) else cell


def student_form(notebook: Notebook, name: str, lesson: Lesson, days: Sequence[str] = ()) -> Markup:
    """Write an exercise with room for the answer.

    It is made of what the screen may know before the commit and of nothing else, so that the key cannot get in. Where
    an author laid sources out, answers may be asked for the days of the envelopes.
    """
    item = notebook.items[name]
    body = form_on(item, "paper.html", lesson, envelopes=envelopes_for(item, lesson, days))
    return fill("exercise.html", head=head_of(item), number=notebook.number(name), body=body)


def page_of(item: Item, lesson: Lesson) -> dict[str, Any]:
    """Give what the student's page of an exercise may know, and what templates make of it."""
    kind = KINDS[item.kind]
    return kind.paper.layout(kind.page(item, lesson))


def envelopes_for(item: Item, lesson: Lesson, days: Sequence[str]) -> Sequence[str]:
    """Give the days of the envelopes by which an exercise is answered; none for most."""
    by_envelope = KINDS[item.kind].paper.by_envelope
    return by_envelope(item, lesson, days) if by_envelope else ()


def form_on(item: Item, form: str, lesson: Lesson, **more: Any) -> Markup:
    """Fill a template of the exercise's kind with what the student's page may know."""
    return fill_form(KINDS[item.kind], form, page=page_of(item, lesson), head=head_of(item), **more)


def slide_form(item: Item, lesson: Lesson) -> Markup:
    """Write what a projector shows of an exercise."""
    return form_on(item, "slide.html", lesson)


def tally_form(item: Item, lesson: Lesson) -> Markup:
    """Write where an answer is counted; a kind without such a form is answered on the worksheet.

    What is sealed is a guess that nobody collects.
    """
    if item.seal:
        return fill("sealed.html")
    own = has_form(KINDS[item.kind], "tally.html")
    return form_on(item, "tally.html", lesson) if own else fill("on_sheet.html")


def head_of(item: Item) -> dict[str, Any]:
    """Give what stands above every exercise."""
    return {field: getattr(item, field) for field in HEAD}


def teacher_form(notebook: Notebook, name: str, lesson: Lesson, days: Sequence[str] = ()) -> Markup:
    """Write an exercise with our key and every reason; where cards go into envelopes, for each of their days."""
    item = notebook.items[name]
    paper, dated = KINDS[item.kind].paper, envelopes_for(item, lesson, days)
    parts = paper.key_by_day(item, lesson, dated) if paper.key_by_day and dated else paper.key(item, lesson)
    return fill(
        "key.html",
        head=head_of(item),
        hints=item.hints,
        number=notebook.number(name),
        prompt=getattr(item, "prompt", ""),
        quote=getattr(item, "quote", ""),
        parts=parts,
    )


Form = Callable[[Item, Lesson], Markup]


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise on a slide or on the tally sheet.

    Attributes
    ----------
    number : int
        Its number in the notebook.
    head, page : dict
        What stands above every exercise, and what the student's page may know.
    form : Markup
        What its kind shows there.
    votes : bool
        Whether a class can vote on it: never on what is sealed.
    """

    number: int
    head: dict[str, Any]
    page: dict[str, Any]
    form: Markup
    votes: bool


def lines_of(notebook: Notebook, form: Form, lesson: Lesson) -> list[Line]:
    """Give the exercises of a notebook, each in a form of its kind."""
    return [_line(number, item, form, lesson) for number, item in enumerate(notebook.items.values(), start=1)]


def _line(number: int, item: Item, form: Form, lesson: Lesson) -> Line:
    votes = KINDS[item.kind].paper.votes and not item.seal
    return Line(number, head_of(item), page_of(item, lesson), form(item, lesson), votes)
