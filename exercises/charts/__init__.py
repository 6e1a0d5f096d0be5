"""The charts of a lesson by name: each is a figure with alt text and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Callable

from exercises.charts.article import attribution_map, certainty_strip, peel
from exercises.charts.chart import Chart
from exercises.charts.claims import confirmation_timeline, two_clocks
from exercises.charts.counts import count_chart
from exercises.lesson.load import Lesson

CHARTS: dict[str, Callable[[Lesson], Chart]] = {
    "attribution-map": attribution_map,
    "peel": peel,
    "certainty-strip": certainty_strip,
    "confirmation-timeline": confirmation_timeline,
    "two-clocks": two_clocks,
}
"""The charts that any lesson may have; charts of counts have the names that the lesson gives them."""


def chart_names(lesson: Lesson) -> tuple[str, ...]:
    """Give the names of all charts of a lesson."""
    return (*CHARTS, *(chart.id for chart in lesson.background.count_charts))


def draw_chart(name: str, lesson: Lesson) -> Chart:
    """Draw one chart here and now; kernels have it drawn by `draw_elsewhere`.

    Parameters
    ----------
    name : str
        Name of the chart, as it stands in the lesson's prose.
    lesson : Lesson
        The lesson it shows.

    Raises
    ------
    KeyError
        If there is no such chart; the message lists those there are.
    """
    if name in CHARTS:
        return CHARTS[name](lesson)
    counts = {chart.id: chart for chart in lesson.background.count_charts}
    if name not in counts:
        raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(chart_names(lesson)))}.")
    return count_chart(counts[name], lesson)
