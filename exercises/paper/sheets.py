"""Sheets for the room: slides, cards to vote with, cards with codes, and the sheet that counts the answers."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from exercises.answers.code import make_code
from exercises.lesson.load import Lesson
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, head_of, page_of

MOST_CODES = 400
VOTES = "ABCD"


def slides(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one slide an exercise, with letters to vote for and without the key."""
    shown = [(notebook, [_slide(notebook, name, lesson) for name in notebook.items]) for notebook in notebooks]
    return fill("slides.html", lesson=lesson.info, notebooks=shown)


def _slide(notebook: Notebook, name: str, lesson: Lesson) -> tuple[int, dict[str, object], dict[str, object]]:
    item = notebook.items[name]
    return notebook.number(name), head_of(item), page_of(item, lesson)


def tally(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one tally sheet a notebook: what a group answered on paper, to be typed in afterwards, and votes."""
    rows = [(notebook, [_slide(notebook, name, lesson) for name in notebook.items]) for notebook in notebooks]
    return fill("tally.html", lesson=lesson.info, notebooks=rows)


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
