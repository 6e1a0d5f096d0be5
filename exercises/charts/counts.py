"""Charts of figures that somebody gave on a day; units that do not compare are drawn apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from exercises.charts.chart import Chart
from exercises.charts.days import far_apart
from exercises.charts.figure import BLUE, draw
from exercises.lesson.load import Lesson
from exercises.lesson.models.counts import NUMBER, CountChart, Told
from exercises.words import plain_number, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MARKERS = {"exact": "o", "at-most": "v", "at-least": "^"}
SIGNS = {"at-most": "≤ ", "at-least": "≥ "}


def count_chart(told: CountChart, lesson: Lesson) -> Chart:
    """Draw the figures of one chart of the lesson by their days."""
    spoken, days = words("charts")["counts"], sorted({entry.date for entry in told.told})
    paints: list[Callable[[Axes], None]] = [partial(_paint, told, unit) for unit in told.units]

    def with_days(axes: Axes) -> None:
        paints[-1](axes)
        places = [date.fromisoformat(day).toordinal() for day in days]
        axes.set_xticks(places, far_apart(days, places), rotation=30, ha="right", fontsize=8)

    found = [lesson.sources[entry.source].publisher for entry in told.told]
    rows = tuple(
        (one.date, one.count, one.who, at, _numbers(one, told)) for one, at in zip(told.told, found, strict=True)
    )
    return Chart(
        title=told.title,
        caption=told.caption,
        alt=told.alt + " " + " ".join(f"{row[0]}, {row[2]}: {row[1]}." for row in rows),
        heads=tuple(spoken["heads"]),
        rows=rows,
        svg=draw((9, 4.6), *paints[:-1], with_days),
    )


def _shape(entry: Told) -> str:
    """Say what the words allow: a number, a range, only the most, only the least, or nothing to draw."""
    if entry.low is None and entry.high is None:
        return "none"
    if entry.low is None or entry.high is None:
        return "at-most" if entry.low is None else "at-least"
    return "exact" if entry.low == entry.high else "between"


def _numbers(entry: Told, chart: CountChart) -> str:
    if entry.unit is None:
        return chart.not_drawn
    ends = {name: plain_number(end) for name, end in (("low", entry.low), ("high", entry.high)) if end is not None}
    number = str(words("charts")["counts"]["drawn"][_shape(entry)]).format(**ends)
    return chart.units[entry.unit].words.replace(NUMBER, number)


def _paint(chart: CountChart, unit: str, axes: Axes) -> None:
    drawn, top = [entry for entry in chart.told if entry.unit == unit], 0
    for entry in drawn:
        place, shape = date.fromisoformat(entry.date).toordinal(), _shape(entry)
        ends = [end for end in (entry.low, entry.high) if end is not None]
        top = max(top, *ends)
        if shape == "between":
            axes.plot([place, place], ends, color=BLUE, marker="_", markersize=11, linewidth=3)
        else:
            axes.scatter(place, ends[-1], s=70, color=BLUE, marker=MARKERS[shape], zorder=3, clip_on=False)
        side: dict[str, Any] = {"xytext": (-7, 5), "ha": "right"} if shape == "at-least" else {"xytext": (7, 5)}
        label = SIGNS.get(shape, "") + "–".join(plain_number(end) for end in dict.fromkeys(ends))
        axes.annotate(label, (place, ends[-1]), textcoords="offset points", fontsize=8, **side)
    axes.set_ylim(0, 1.2 * (top or 1))
    axes.set_ylabel(chart.units[unit].axis)
    axes.grid(axis="y", color="#e4e4e4")
