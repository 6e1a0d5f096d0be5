"""The charts of a notebook on paper: in grey, each with what it shows in words and when it may be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from exercises.charts import CHARTS, MAP, draw_chart
from exercises.charts.chart import Chart
from exercises.lesson.load import Lesson
from exercises.notebook.prose import ChartPlace
from exercises.paper.pages import fill
from exercises.paper.places import Notebook

COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\b")
# What a file of its own begins with, and what it says of itself and of all lines; neither is for a page.
APART = re.compile(r"\A.*?(?=<svg)|<metadata>.*?</metadata>|<style\b.*?</style>", flags=re.S)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to print, and the number of the exercise after which it may be seen; None if it may be seen at once.

    Of a map the table is printed, too: it has the names as the article writes them.
    """

    chart: Chart
    drawn: Markup
    after: int | None
    listed: bool


def pictures(notebook: Notebook, lesson: Lesson) -> Markup | None:
    """Write the charts of a notebook, one a side; None if it has none.

    Charts of counts of people wait on screen until somebody opens them, and are on no paper.
    """
    found = tuple(_pictures(notebook, lesson))
    return fill("pictures.html", lesson=lesson.info, notebook=notebook, pictures=found) if found else None


def _pictures(notebook: Notebook, lesson: Lesson) -> Iterator[Picture]:
    for cell in notebook.prose.cells:
        if isinstance(cell, ChartPlace) and cell.name in CHARTS:
            chart = draw_chart(cell.name, lesson)
            after = notebook.number(cell.after) if cell.after else None
            yield Picture(chart, in_grey(chart.svg), after, listed=cell.name == MAP)


def in_grey(svg: bytes) -> Markup:
    """Give a picture for a page of HTML, each colour as the grey that is as bright (ITU-R BT.601, 2011)."""
    text = APART.sub("", svg.decode("utf-8"))
    return Markup(COLOUR.sub(_grey, text))  # noqa: S704 (drawn by us, and its letters are escaped there)


def _grey(found: re.Match[str]) -> str:
    red, green, blue = (int(part, 16) for part in found.groups())
    bright = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{bright:02x}{bright:02x}{bright:02x}"
