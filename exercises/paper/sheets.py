"""Sheets for the room: slides, cards to vote with, cards with codes, and the sheets that count and that are ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.answers.code import make_code
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.folder import read_info
from exercises.lesson.load import Lesson
from exercises.notebook.prose import ExercisePlace, Passage
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, head_of, page_of, slide_form, tally_form

Form = Callable[[Item, Lesson], Markup]

MOST_CODES = 400
VOTES = "ABCDE"
STUDENTS = 30


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
        Whether a class can vote on it.
    """

    number: int
    head: dict[str, Any]
    page: dict[str, Any]
    form: Markup
    votes: bool


def slides(notebook: Notebook, lesson: Lesson) -> Markup:
    """Write one slide an exercise, with letters to vote for and without the key.

    What of the text is to be read before an exercise stands on a slide in front of it.
    """
    lines = _lines(notebook, slide_form, lesson)
    return fill("slides.html", lesson=lesson.info, notebook=notebook, lines=lines, read=_read_before(notebook))


def _read_before(notebook: Notebook) -> dict[str, str]:
    """Give what the prose quotes above an exercise, by the id of this; nothing for the others."""
    found, quoted = dict[str, str](), list[str]()
    for cell in notebook.prose.cells:
        if isinstance(cell, Passage):
            quoted += [line for line in cell.text.splitlines() if line.startswith(">")]
        elif isinstance(cell, ExercisePlace):
            if quoted:
                found[cell.id] = "\n".join(quoted)
            quoted = []
    return found


def before(lesson: Lesson) -> Markup:
    """Write the slides that come before the first lesson: content note, the two lessons, leaving, the code."""
    other = read_info(lesson.folder.parent / lesson.info.instead) if lesson.info.instead else None
    return fill("before.html", lesson=lesson.info, other=other)


def ticked(notebook: Notebook, lesson: Lesson) -> Markup:
    """Write the sheet on which a teacher ticks levels: the rows of the rubric that a notebook practises, by codes."""
    rows = sorted({item.rubric for item in notebook.items.values() if item.rubric})
    return fill("ticked.html", lesson=lesson.info, notebook=notebook, rows=rows, students=STUDENTS)


def tally(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one tally sheet a notebook: what a group answered on paper, to be typed in afterwards, and votes."""
    rows = [(notebook, _lines(notebook, tally_form, lesson)) for notebook in notebooks]
    return fill("tally.html", lesson=lesson.info, notebooks=rows, letters=VOTES)


def _lines(notebook: Notebook, form: Form, lesson: Lesson) -> list[Line]:
    return [_line(number, item, form, lesson) for number, item in enumerate(notebook.items.values(), start=1)]


def _line(number: int, item: Item, form: Form, lesson: Lesson) -> Line:
    votes = KINDS[item.kind].paper.votes
    return Line(number, head_of(item), page_of(item, lesson), form(item, lesson), votes)


def vote_cards(lesson: Lesson) -> Markup:
    """Write one page with the cards A to E."""
    return fill("vote_cards.html", lesson=lesson.info, letters=VOTES)


def code_cards(count: int, lesson: Lesson) -> Markup:
    """Write cards with new codes, each code once.

    Raises
    ------
    ValueError
        If there are to be none or too many.
    """
    if not 1 <= count <= MOST_CODES:
        raise ValueError(count)
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes[make_code()] = None
    return fill("code_cards.html", lesson=lesson.info, codes=[code.replace("-", " ") for code in codes])
