"""Sheets for the room: cards to vote with, cards with codes, and the sheets that count and that are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from markupsafe import Markup

from exercises.answers.code import make_code
from exercises.kinds import KINDS
from exercises.lesson.folder import read_info
from exercises.lesson.load import Lesson
from exercises.paper.pages import fill
from exercises.paper.places import Line, Notebook, lines_of, tally_form

MOST_CODES = 400
VOTES = "ABCDE"
STUDENTS = 30


def before(lesson: Lesson) -> Markup:
    """Write the slides that come before the first lesson: content note, the two lessons, leaving, the code."""
    other = read_info(lesson.folder.parent / lesson.info.instead) if lesson.info.instead else None
    return fill("before.html", lesson=lesson.info, other=other)


def ticked(notebook: Notebook, lesson: Lesson, *, tested: bool) -> Markup:
    """Write the sheet on which a teacher ticks levels by codes: the rows that a notebook practises, and its test.

    It says on which of these rows a mark can rest: those on which a text is rated.
    """
    texts = [hook(item) for item in notebook.items.values() if (hook := KINDS[item.kind].paper.rated)]
    marked = {row for text in texts for row, is_marked in text.items() if is_marked}
    left = {row for text in texts for row in text} - marked
    rows = sorted(({item.rubric for item in notebook.items.values() if item.rubric} | marked) - left)
    about = {"rows": rows, "marked": sorted(marked), "left": sorted(left), "tested": tested, "students": STUDENTS}
    return fill("ticked.html", lesson=lesson.info, notebook=notebook, **about)


def tally(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write one tally sheet a notebook: what a group answered on paper, to be typed in afterwards, and votes."""
    rows = [(notebook, lines_of(notebook, tally_form, lesson)) for notebook in notebooks]
    return fill("tally.html", lesson=lesson.info, notebooks=[(one, lines, _letters(lines)) for one, lines in rows])


def _letters(lines: Sequence[Line]) -> str:
    """Give the letters that a notebook's votes need; beyond the cards hands are counted, option by option."""
    return ascii_uppercase[: max((len(line.page["options"]) for line in lines if line.votes), default=0)]


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
