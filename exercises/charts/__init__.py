"""The charts of a lesson by name: each is a figure with alt text and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Callable

from exercises.charts.article import attribution_map, certainty_strip, peel
from exercises.charts.chart import Chart
from exercises.charts.claims import confirmation_timeline, two_clocks
from exercises.charts.counts import head_counts, ring
from exercises.lesson.load import Lesson

CHARTS: dict[str, Callable[[Lesson], Chart]] = {
    "attribution-map": attribution_map,
    "peel": peel,
    "certainty-strip": certainty_strip,
    "confirmation-timeline": confirmation_timeline,
    "two-clocks": two_clocks,
    "ring": ring,
    "head-counts": head_counts,
}


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
    if name not in CHARTS:
        raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(CHARTS))}.")
    return CHARTS[name](lesson)
