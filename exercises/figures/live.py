"""The figures that are more than a picture, by name, and all names that a chart's place in the prose may have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exercises.charts import CHARTS, chart_names
from exercises.figures.clocks import two_clocks_by_day
from exercises.figures.concordance import concordance
from exercises.figures.machine import machine_draft
from exercises.figures.negation import not_button, not_button_answered
from exercises.figures.peeling import peel_by_owner
from exercises.lesson.load import Lesson
from exercises.words import words

LIVE: dict[str, Callable[[Lesson], dict[str, Any]]] = {
    "peel-by-owner": peel_by_owner,
    "two-clocks-by-day": two_clocks_by_day,
    "machine-draft": machine_draft,
    "concordance": concordance,
    "not-button": not_button,
    "not-button-answered": not_button_answered,
}
NAMES = (*CHARTS, *LIVE)
"""What any lesson may show."""


def known_charts(lesson: Lesson) -> tuple[str, ...]:
    """Give all names that a chart's place in the prose of a lesson may have."""
    return (*chart_names(lesson), *LIVE)


def chart_in_words(name: str) -> str:
    """Name a chart for people; one that is the lesson's own goes by its name there."""
    return str(words("charts")["names"].get(name) or name.replace("-", " "))
