"""All figures by name: those that the student operates, and the charts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from exercises.charts import CHARTS
from exercises.charts.elsewhere import draw_elsewhere
from exercises.figures.clocks import two_clocks_by_day
from exercises.figures.concordance import concordance
from exercises.figures.figure import Figure
from exercises.figures.machine import machine_draft
from exercises.figures.negation import not_button, not_button_answered
from exercises.figures.peeling import peel_by_owner
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson

# Name of the figure: the view that draws it, and what it shows.
LIVE: dict[str, tuple[str, Callable[[Lesson], dict[str, Any]]]] = {
    "peel-by-owner": ("peel", peel_by_owner),
    "two-clocks-by-day": ("clocks", two_clocks_by_day),
    "machine-draft": ("machine", machine_draft),
    "concordance": ("concordance", concordance),
    "not-button": ("negation", not_button),
    "not-button-answered": ("negation", not_button_answered),
}
KNOWN = (*CHARTS, *LIVE)
# These run a process of their own, or load NLTK.
SLOW = (*CHARTS, "machine-draft", "concordance")


def figure_of(name: str, lesson: Lesson, notebook: str, after: Item | None = None) -> Figure:
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
        The exercise whose answers it would give away.

    Raises
    ------
    KeyError
        If there is no such figure; the message lists those there are.
    """
    if name not in KNOWN:
        raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(KNOWN))}.")
    look, draw = LIVE.get(name, ("chart", partial(_plain_chart, name)))
    return Figure(name, look, lesson.id, notebook, after, partial(draw, lesson), slow=name in SLOW)


def _plain_chart(name: str, lesson: Lesson) -> dict[str, Any]:
    return draw_elsewhere(name, lesson).plain()
