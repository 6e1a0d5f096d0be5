"""All figures by name: those that the student operates, and the charts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from exercises.charts import CHARTS, chart_names
from exercises.charts.kept import chart_of
from exercises.figures.clocks import two_clocks_by_day
from exercises.figures.concordance import concordance
from exercises.figures.figure import Figure
from exercises.figures.machine import machine_draft
from exercises.figures.negation import not_button, not_button_answered
from exercises.figures.own import NAME, OwnFigure
from exercises.figures.peeling import peel_by_owner
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson
from exercises.words import words

# Name of the figure: the view that draws it, and what it shows.
LIVE: dict[str, tuple[str, Callable[[Lesson], dict[str, Any]]]] = {
    "peel-by-owner": ("peel", peel_by_owner),
    "two-clocks-by-day": ("clocks", two_clocks_by_day),
    "machine-draft": ("machine", machine_draft),
    "concordance": ("concordance", concordance),
    "not-button": ("negation", not_button),
    "not-button-answered": ("negation", not_button_answered),
}
NAMES = (*CHARTS, *LIVE, NAME)
"""What any lesson may show."""
QUICK = frozenset(LIVE) - {"machine-draft", "concordance"}
"""All others run a process of their own, or load NLTK."""


def known_charts(lesson: Lesson) -> tuple[str, ...]:
    """Give all names that a chart's place in the prose of a lesson may have."""
    return (*chart_names(lesson), *LIVE, NAME)


def chart_in_words(name: str) -> str:
    """Name a chart for people; one that is the lesson's own goes by its name there."""
    return str(words("charts")["names"].get(name) or name.replace("-", " "))


def figure_of(
    name: str, lesson: Lesson, notebook: str, after: Item | None = None, earlier: Item | None = None
) -> Figure:
    """Make a figure of a lesson.

    Parameters
    ----------
    name : str
        Its name, as it stands in the prose.
    lesson : Lesson
        What it shows.
    notebook : str
        Name of the notebook that shows it.
    after : Item, optional
        The exercise whose answers it would give away, or from whose answer it is drawn.
    earlier : Item, optional
        The exercise that this one takes up.

    Raises
    ------
    KeyError
        If there is no such figure, or none of such an exercise; the message says which there are.
    """
    known = known_charts(lesson)
    if name not in known:
        raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(known))}.")
    if name == NAME:
        if after is None or KINDS[after.kind].charted is None:
            raise KeyError(words("charts")["own"]["no_marks"].format(name=name))
        return OwnFigure(lesson.id, notebook, after, earlier)
    look, draw = LIVE.get(name, ("chart", partial(_plain_chart, name)))
    warning = next((chart.warning for chart in lesson.background.count_charts if chart.id == name), None)
    slow = name not in QUICK
    return Figure(name, look, lesson.id, notebook, after, partial(draw, lesson), slow=slow, warning=warning or "")


def _plain_chart(name: str, lesson: Lesson) -> dict[str, Any]:
    return chart_of(name, lesson).plain()
