"""Charts of a whole class, from plain numbers: bars, values with an interval, and a text in shades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from exercises.charts.chart import Chart
from exercises.charts.figure import BLUE, ORANGE, draw

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LONGEST_NAME = 60  # signs
WIDTH = 9.0  # inches, as all charts
LINE = 92  # signs of a text in one line
HEIGHT = 0.42  # inches a bar, or a line of text


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a chart: title, what stands below it, and the names of the columns of its table."""

    title: str
    caption: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its name; ``told`` is how it is written, ``low`` and ``high`` how far it may be off."""

    name: str
    value: float
    told: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Shade:
    """A word of a text, the share of a class that marked it (0 to 1), and whether it is in our key."""

    text: str
    share: float
    ours: bool


def bars(said: Said, values: Sequence[Value], ends: tuple[float, float]) -> Chart:
    """Draw a bar for each value, or a dot with its interval where there is one.

    Parameters
    ----------
    said : Said
        Its words.
    values : sequence of Value
        From top to bottom.
    ends : tuple of float
        Where the scale begins and ends.
    """
    names = [shorten(one.name, LONGEST_NAME, placeholder=" …") for one in values]

    def paint(axes: Axes) -> None:
        for row, one in enumerate(values):
            if one.low is None or one.high is None:
                axes.barh(row, one.value, color=BLUE, height=0.62)
            else:
                axes.plot([one.low, one.high], [row, row], color=ORANGE, linewidth=3)
                axes.scatter(one.value, row, color=BLUE, s=70, zorder=3)
            axes.annotate(
                one.told,
                (max(one.value, one.high or 0, 0), row),
                xytext=(8, 0),
                textcoords="offset points",
                va="center",
                parse_math=False,
            )
        axes.axvline(0, color="black", linewidth=1)
        axes.set_yticks(range(len(values)), names, parse_math=False)
        axes.set_xlim(ends[0], ends[1] + (ends[1] - ends[0]) * 0.14)
        axes.set_ylim(len(values) - 0.4, -0.6)

    rows = tuple((one.name, one.told) for one in values)
    alt = " ".join(f"{name}: {told}." for name, told in rows)
    return Chart(
        said.title,
        said.caption,
        f"{said.title}. {alt}",
        said.heads,
        rows,
        draw((WIDTH, 1 + HEIGHT * len(values)), paint),
    )


def shades(said: Said, sentences: Sequence[tuple[str, Sequence[Shade]]]) -> Chart:
    """Draw a text word by word, the darker the more marked it; what is in our key is underlined.

    Parameters
    ----------
    said : Said
        Its words.
    sentences : sequence of tuple
        For each sentence its name and its words.
    """
    placed = list(_placed(sentences))
    lines = 1 + max((line for line, *_ in placed), default=0)

    def paint(axes: Axes) -> None:
        for line, place, word in placed:
            box = {"facecolor": ORANGE, "alpha": word.share, "edgecolor": "none", "pad": 1.5}
            axes.text(place, line, word.text, family="monospace", fontsize=11, va="center", bbox=box, parse_math=False)
            if word.ours:
                axes.plot([place, place + len(word.text)], [line + 0.36] * 2, color="black", linewidth=1.4)
        axes.set_xlim(-1, LINE + 1)
        axes.set_ylim(lines - 0.3, -0.7)
        axes.axis("off")

    rows = tuple(
        (f"{name}: {word.text}", f"{word.share:.0%}")
        for name, words in sentences
        for word in words
        if word.share or word.ours
    )
    alt = " ".join(f"{name} {share}." for name, share in rows)
    return Chart(
        said.title, said.caption, f"{said.title}. {alt}", said.heads, rows, draw((WIDTH, 0.4 + HEIGHT * lines), paint)
    )


def _placed(sentences: Sequence[tuple[str, Sequence[Shade]]]) -> list[tuple[int, int, Shade]]:
    """Give each word its line and the sign at which it begins."""
    found, line = list[tuple[int, int, Shade]](), -1
    for name, words in sentences:
        line, place = line + 1, 0
        for word in (Shade(name, 0.0, ours=False), *words):
            if place and place + len(word.text) > LINE:
                line, place = line + 1, 0
            found.append((line, place, word))
            place += len(word.text) + 1
    return found
