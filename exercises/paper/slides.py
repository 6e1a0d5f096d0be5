"""Slides: one an exercise, as large as its words allow, and in front of it what of the text is to be read first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from exercises.lesson.load import Lesson
from exercises.notebook.prose import Cell, ExercisePlace, Passage
from exercises.paper.markdown import html_of, on_paper
from exercises.paper.pages import fill
from exercises.paper.places import Line, Notebook, lines_of, slide_form
from exercises.words import words
from exercises.words.phrases import matching

SIZES = (24, 22, 20, 18, 16, 14, 12.5)
"""Points that a slide may be set in, the largest first."""
WIDE, HIGH = 700, 505
"""Points of a slide inside its margins: as wide as Letter, as high as A4, less a line for what an estimate misses."""
LETTER = 0.51
"""A letter's share of its size; those of the widest font that `print.css` names."""
TOP, INDENT = 20.0, 42
"""Points of the small line on top, and by which a list stands further in."""
GAP, HEADING = 0.36, 1.25
"""Space below a block and size of a heading, in parts of the text's size."""
_BLOCK = re.compile(r"<(/?(?:p|li|h\d|tr|ul|ol|blockquote|table|section))\b[^>]*>")
_HEADING = re.compile(r"^#+ ", flags=re.M)


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on one slide, and the points that it is set in."""

    body: Markup
    points: float


def slides(notebook: Notebook, lesson: Lesson) -> Markup:
    """Write one slide an exercise, with letters to vote for and without the key.

    What of the text is to be read before an exercise stands on a slide in front of it.
    """
    lines = lines_of(notebook, slide_form, lesson)
    shown = tuple(_slides(notebook, lines))
    return fill("slides.html", lesson=lesson.info, notebook=notebook, slides=shown)


def points_for(html: str) -> float:
    """Give the largest size in which a slide still fits on its page, as far as can be told without drawing it."""
    return next((points for points in SIZES if _height(html, points) <= HIGH), SIZES[-1])


def _slides(notebook: Notebook, lines: list[Line]) -> Iterator[Slide]:
    read = _read_before(notebook, lines)
    for line in lines:
        if text := read.get(line.head["id"]):
            yield _slide(notebook, line, html_of(text))
        yield _slide(notebook, line, None)


def _slide(notebook: Notebook, line: Line, read: Markup | None) -> Slide:
    body = fill("slide.html", notebook=notebook, line=line, read=read, first=line.number == 1 and not read)
    return Slide(body, points_for(body))


def _read_before(notebook: Notebook, lines: list[Line]) -> dict[str, str]:
    """Give what is to be read before an exercise, by its id: a text that is quoted, or what its words point to."""
    pointing = matching(words("paper")["points_above"])
    above = {
        line.head["id"]: bool(pointing.search(f"{line.head['instruction']} {line.page.get('prompt', '')}"))
        for line in lines
    }
    found, section = dict[str, str](), ""
    for cell in notebook.prose.cells:
        section = _section(section, cell)
        if isinstance(cell, ExercisePlace):
            if above[cell.id] or _quotes(section):
                found[cell.id] = on_paper(section)
            section = ""
    return found


def _section(before: str, cell: Cell) -> str:
    """Give the words from the last heading on: what stands above it belongs to something else."""
    if not isinstance(cell, Passage):
        return before
    last = max((one.start() for one in _HEADING.finditer(cell.text)), default=None)
    return f"{before}\n\n{cell.text}" if last is None else cell.text[last:]


def _quotes(section: str) -> bool:
    """Say whether a text is quoted; a sentence that the class is to finish is none."""
    quoted = [line for line in section.splitlines() if line.startswith(">")]
    return bool(quoted) and not quoted[-1].endswith("...")


def _height(html: str, points: float) -> float:
    """Estimate how high a slide is, in points."""
    pieces, high = _BLOCK.split(html), TOP
    for tag, text in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        letters = len(Markup(text).striptags()) + 3 * text.count("<span")  # noqa: S704 (only counted)
        if letters:
            size = points * (HEADING if tag.startswith("h") else 1)
            wide = WIDE - (INDENT if tag == "li" else 0)
            high += size * 1.26 * ceil(letters * LETTER * size / wide) + GAP * points
    return high
