"""Charts of claims and dates: what came before what, and how verdicts change with time."""

from __future__ import annotations

from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING

from exercises.charts.chart import Chart
from exercises.charts.days import far_apart
from exercises.charts.figure import BLUE, ORANGE, draw
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim
from exercises.words import plain_date, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

VERDICTS = ("does-not-hold", "cannot-be-tested", "disputed", "holds")


def confirmation_timeline(lesson: Lesson) -> Chart:
    """Put the events around the confirmation in the order of their dates."""
    spoken = words("charts")["confirmation-timeline"]
    events = lesson.background.timeline

    def paint(axes: Axes) -> None:
        for row, event in enumerate(events):
            axes.scatter(0, row, s=120, color=BLUE if row % 2 else ORANGE, marker="o" if row % 2 else "s", zorder=3)
            axes.text(0.12, row, f"{event.when}: {event.text}", va="center", fontsize=10)
        axes.axvline(0, color="black", linewidth=1, zorder=1)
        axes.set_xlim(-0.2, 6)
        axes.set_ylim(len(events) - 0.5, -0.5)
        axes.axis("off")

    rows = tuple((event.when, event.text, lesson.sources[event.source].publisher) for event in events)
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"] + " " + " ".join(f"{when}: {text}." for when, text, _ in rows),
        heads=tuple(spoken["heads"]),
        rows=rows,
        svg=draw((9, 0.55 * len(events) + 0.3), paint),
    )


def two_clocks(lesson: Lesson) -> Chart:
    """Show how the verdicts on two claims move as more becomes known."""
    spoken = words("charts")["two-clocks"]
    names = words("charts")["verdicts"]
    claims = [lesson.claims[name] for name in lesson.background.two_clocks]

    def paint(axes: Axes) -> None:
        for claim, colour, marker, style in zip(claims, (BLUE, ORANGE), "os", ("-", "--"), strict=False):
            days = [date.fromisoformat(verdict.as_of).toordinal() for verdict in claim.so]
            steps = [VERDICTS.index(verdict.verdict) for verdict in claim.so]
            axes.step(days, steps, where="post", color=colour, linestyle=style, marker=marker, label=_named(claim))
        axes.set_yticks(range(len(VERDICTS)), [names[verdict] for verdict in VERDICTS])
        axes.set_ylim(-0.4, len(VERDICTS) - 0.6)
        known = sorted({verdict.as_of for claim in claims for verdict in claim.so})
        places = [date.fromisoformat(day).toordinal() for day in known]
        axes.set_xticks(
            places, far_apart([plain_date(day) for day in known], places), rotation=30, ha="right", fontsize=8
        )
        # Above, where no line can run through it.
        axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1))

    rows = tuple(
        (claim.id, claim.quote or claim.statement or "", verdict.as_of, names[verdict.verdict])
        for claim in claims
        for verdict in claim.so
    )
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"] + " " + " ".join(f"{row[0]}, {plain_date(row[2])}: {row[3]}." for row in rows),
        heads=tuple(spoken["heads"]),
        rows=rows,
        svg=draw((9, 3), paint),
    )


def _named(claim: Claim) -> str:
    """Name a claim by its words, too: a number says nothing to whoever only sees the picture."""
    told = shorten(claim.words, 90, placeholder=" ...")
    # What stands between two dollar signs would be drawn as a formula.
    return f"{claim.id}: {told}".replace("$", r"\$")
