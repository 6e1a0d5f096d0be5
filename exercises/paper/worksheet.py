"""The student's worksheet of one notebook, and the article with numbered lines, also in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.lesson.load import Lesson
from exercises.lesson.specimen import origin, specimen
from exercises.notebook.prose import (
    ArticlePlace,
    Box,
    Cell,
    ChartPlace,
    ExercisePlace,
    OpenPlace,
    Passage,
    TeacherNote,
)
from exercises.paper.figures import figure_on_sheet
from exercises.paper.markdown import from_last_heading, headings_of, html_of, on_paper
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, student_form

MORE = "_more"
LEAD = 60
"""Words of an introduction that stays with its exercise; a longer one may end a column."""


def worksheets(notebook: Notebook, lesson: Lesson, days: Sequence[str] = ()) -> dict[str, Markup]:
    """Write the worksheet: prose, exercises with room to write, no teacher's note and no key.

    Parameters
    ----------
    notebook : Notebook
        The notebook.
    lesson : Lesson
        Its lesson.
    days : sequence of str
        Days of the envelopes, in order.

    Returns
    -------
    dict of str to Markup
        By the name of its file; the extension has a sheet of its own, for those who have time.
    """
    name, parts = f"worksheet_{notebook.entry.name}", _parts(notebook, lesson, days)
    hour = [part for part in parts if not part.extension]
    more = [part for part in parts if part.extension]
    aims = [aim for one in notebook.prose.front.able_to if (aim := on_paper(one))]
    sheets = {f"{name}.html": hour} | ({f"{name}{MORE}.html": more} if more else {})
    return {
        file: fill("worksheet.html", **_about(lesson), notebook=notebook, able_to=aims, parts=some, more=some is more)
        for file, some in sheets.items()
    }


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a sheet of its own: cells, and whether they are the extension for those who have time."""

    cells: list[Markup]
    extension: bool = False


def _parts(notebook: Notebook, lesson: Lesson, days: Sequence[str]) -> list[Part]:
    """Cut the worksheet before the extension, and behind sealed exercises: what follows may tell what they ask."""
    parts, more = [Part([])], _extension(notebook)
    for place, cell in enumerate(notebook.prose.cells):
        if place == more:
            parts.append(Part([], extension=True))
        printed = list(_printed(cell, notebook, lesson, days))
        if isinstance(cell, ExercisePlace) and parts[-1].cells and _is_lead(notebook.prose.cells[place - 1]):
            printed = [fill("whole.html", cells=[parts[-1].cells.pop(), *printed])]
        parts[-1].cells.extend(printed)
        if isinstance(cell, ExercisePlace) and notebook.items[cell.id].seal:
            parts.append(Part([]))
    return [part for part in parts if part.cells]


def _is_lead(cell: Cell) -> bool:
    """Say whether what stands above an exercise is short enough to stay with it wherever the column ends."""
    return isinstance(cell, Passage) and len(from_last_heading(cell.text)[1].split()) <= LEAD


def _extension(notebook: Notebook) -> int | None:
    """Find the heading above the first exercise of the extension, with words and charts alone between the two."""
    cells = notebook.prose.cells
    is_more = (isinstance(cell, ExercisePlace) and notebook.items[cell.id].role == "extension" for cell in cells)
    first = begins = next((place for place, more in enumerate(is_more) if more), None)
    while begins and isinstance(above := cells[begins - 1], Passage | ChartPlace | TeacherNote):
        begins -= 1
        if isinstance(above, Passage) and any(headings_of(above.text)):
            return begins
    words_above = first and isinstance(cells[first - 1], Passage)
    return first - 1 if first and words_above else first


def _printed(cell: Cell, notebook: Notebook, lesson: Lesson, days: Sequence[str]) -> Iterator[Markup]:
    if isinstance(cell, Passage):
        yield from (html_of(text) for text in from_last_heading(on_paper(cell.text)) if text.strip())
    elif isinstance(cell, ExercisePlace):
        yield student_form(notebook, cell.id, lesson, days)
    elif isinstance(cell, ArticlePlace):
        yield fill("words.html", terms=_terms(cell, lesson))
    elif isinstance(cell, ChartPlace):
        yield figure_on_sheet(cell, lesson)
    elif isinstance(cell, OpenPlace):
        yield fill("open.html", number=notebook.number(cell.id))
    # A folded box holds what the exercises ask for.
    elif isinstance(cell, Box) and not cell.folded:
        yield fill("box.html", kind=cell.kind, text=cell.text)


def glossary(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write the words that the notebooks explain to students, empty if none; others may give answers away."""
    places = [cell for notebook in notebooks for cell in notebook.prose.cells if isinstance(cell, ArticlePlace)]
    terms = dict(pair for place in places for pair in _terms(place, lesson))
    known = lesson.background
    spelled = [place for place in known.places if place.spelled]
    if not terms and not spelled:
        return Markup()
    return fill(
        "glossary.html",
        lesson=lesson.info,
        terms=sorted(terms.items()),
        places=spelled,
        spelled_from=known.spelled_from,
    )


def _terms(place: ArticlePlace, lesson: Lesson) -> list[tuple[str, str]]:
    meanings = {entry.term: entry.meaning for entry in lesson.background.glossary}
    return [(term, meanings[term]) for term in place.terms]


def article(lesson: Lesson) -> Markup:
    """Write the article with one number a sentence, and what is known of its errors."""
    return fill("article.html", **_about(lesson), sentences=lesson.article.sentences)


def plain_words(lesson: Lesson) -> Markup:
    """Write the article in plain words, with the numbers of its sentences, for those who need it."""
    return fill("plain.html", **_about(lesson), sentences=lesson.plain.items())


def _about(lesson: Lesson) -> dict[str, Any]:
    return {"lesson": lesson.info, "specimen": specimen(lesson.info), "origin": origin(lesson.info)}
