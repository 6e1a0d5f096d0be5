"""The lesson plan of one notebook on two sides: aim, minutes, what to say, what goes wrong, and a short key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from exercises.charts import CHARTS
from exercises.figures.live import LIVE, chart_in_words
from exercises.kinds import KINDS
from exercises.kinds.effort import SLOW
from exercises.kinds.printed import short_key
from exercises.lesson.load import Lesson
from exercises.notebook.minutes import QUICK, in_a_row, minutes_of
from exercises.notebook.prose import Box, ChartPlace, Passage, TeacherNote
from exercises.paper.markdown import headings_of
from exercises.paper.pages import fill
from exercises.paper.places import Notebook
from exercises.words import words


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the short key; ``brief`` is empty where only the whole key can be used."""

    number: int
    title: str
    brief: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a notebook says to its teacher, and the heading under which it stands; that is empty before the first."""

    heading: str
    text: str


def plan(notebook: Notebook, lesson: Lesson) -> Markup:
    """Write the lesson plan of a notebook."""
    charts = [cell.name for cell in notebook.prose.cells if isinstance(cell, ChartPlace)]
    return fill(
        "plan.html",
        lesson=lesson.info,
        notebook=notebook,
        counted=counted(notebook, lesson),
        notes=tuple(_notes(notebook)),
        answers=(found := answers(notebook, lesson)),
        explained=tuple(_explained(found)),
        pictures=tuple(chart_in_words(name) for name in charts if name in CHARTS),
        live=tuple(chart_in_words(name) for name in charts if name in LIVE),
        printed=any(name in CHARTS for name in charts),
    )


def counted(notebook: Notebook, lesson: Lesson) -> str:
    """Say how many minutes a notebook takes a quick reader and a slow one."""
    minutes = minutes_of(notebook.prose, notebook.items, lesson)
    return str(words("paper")["counted"]).format(quick=in_a_row(minutes, QUICK), slow=in_a_row(minutes, SLOW))


def answers(notebook: Notebook, lesson: Lesson) -> tuple[Answer, ...]:
    """Give the short key: one line an exercise, with the numbers and letters of the worksheet."""
    return tuple(
        Answer(number, item.title, short_key(KINDS[item.kind].paper.key(item, lesson)))
        for number, item in enumerate(notebook.items.values(), start=1)
    )


def _explained(found: tuple[Answer, ...]) -> Iterator[str]:
    """Say what the signs of this short key mean; what does not stand in it is not explained."""
    said, briefs = words("paper"), "".join(answer.brief for answer in found)
    for sign, name in (("(", "also"), ("/", "either"), ("…", "ends")):
        if sign in briefs:
            yield said[f"short_key_{name}"]
    yield said["short_key_rest"]


def _notes(notebook: Notebook) -> Iterator[Note]:
    """Give the notes of the hour; what is said of homework and of what comes after it stands in the guide."""
    heading, cells = "", notebook.prose.cells
    hour = next(
        (place for place, cell in enumerate(cells) if isinstance(cell, Box) and cell.kind == "outside"), len(cells)
    )
    for cell in cells[:hour]:
        if isinstance(cell, Passage):
            heading = ([heading, *headings_of(cell.text)])[-1]
        elif isinstance(cell, TeacherNote):
            yield Note(heading, cell.text)
            heading = ""
