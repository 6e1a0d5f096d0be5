"""The charts of a lesson by name: each is a figure with alt text and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Callable

from exercises.charts.article import attribution_map, certainty_strip, peel
from exercises.charts.chart import Chart
from exercises.charts.claims import confirmation_timeline, two_clocks
from exercises.charts.counts import count_chart
from exercises.charts.places import places_map
from exercises.lesson.load import Lesson

MAP = "places-map"
"""Name of the map, which only a lesson with a map.yaml has."""
CHARTS: dict[str, Callable[[Lesson], Chart]] = {
    "attribution-map": attribution_map,
    "peel": peel,
    "certainty-strip": certainty_strip,
    "confirmation-timeline": confirmation_timeline,
    "two-clocks": two_clocks,
    MAP: places_map,
}
"""The charts that any lesson may have; charts of counts have the names that the lesson gives them."""


def chart_names(lesson: Lesson) -> tuple[str, ...]:
    """Give the names of all charts of a lesson."""
    drawn = (name for name in CHARTS if name != MAP or lesson.map.places)
    return (*drawn, *(chart.id for chart in lesson.background.count_charts))


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
    if name not in (known := chart_names(lesson)):
        raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(known))}.")
    if name in CHARTS:
        return CHARTS[name](lesson)
    return count_chart(next(chart for chart in lesson.background.count_charts if chart.id == name), lesson)
