"""Sheets for the room: slides, cards to vote with, cards with codes, and the sheet that counts the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.answers.code import make_code
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, head_of, page_of, slide_form, tally_form

Form = Callable[[Item, Lesson], Markup]

MOST_CODES = 400
VOTES = "ABCD"


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


def slides(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one slide an exercise, with letters to vote for and without the key."""
    shown = [(notebook, _lines(notebook, slide_form, lesson)) for notebook in notebooks]
    return fill("slides.html", lesson=lesson.info, notebooks=shown)


def tally(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one tally sheet a notebook: what a group answered on paper, to be typed in afterwards, and votes."""
    rows = [(notebook, _lines(notebook, tally_form, lesson)) for notebook in notebooks]
    return fill("tally.html", lesson=lesson.info, notebooks=rows)


def _lines(notebook: Notebook, form: Form, lesson: Lesson) -> list[Line]:
    return [_line(number, item, form, lesson) for number, item in enumerate(notebook.items.values(), start=1)]


def _line(number: int, item: Item, form: Form, lesson: Lesson) -> Line:
    votes = KINDS[item.kind].paper.votes
    return Line(number, head_of(item), page_of(item, lesson), form(item, lesson), votes)


def vote_cards(lesson: Lesson) -> Markup:
    """Write one page with the cards A to D."""
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
