"""Charts of the marked text: who speaks in which sentence, what is left without a source, how sure it sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from exercises.charts.chart import Chart
from exercises.charts.figure import BLUE, GREY, ORANGE, draw
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.words import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

KINDS = ("named-person", "named-body", "document", "other-outlet", "described", "unnamed", "reporter", "none")

MOST_NAMED = 24
"""So many sentences have their numbers side by side."""


def _number(axes: Axes, numbers: Sequence[int]) -> None:
    """Name the sentences below a chart; of a long article only every second, or third, so that each can be read."""
    named = numbers[:: 1 + (len(numbers) - 1) // MOST_NAMED]
    axes.set_xticks(named, [f"S{number}" for number in named], fontsize=8)


def _said(lesson: Lesson, parts: Mapping[str, tuple[Span, ...]], label: str) -> str:
    """Give the words of one part as they stand in the article; a dash where there are none."""
    return " … ".join(lesson.article.quote(span) for span in parts.get(label, ())) or "–"


def attribution_map(lesson: Lesson) -> Chart:
    """Show in which sentence what kind of source speaks, and where the reporter speaks alone."""
    spoken = words("charts")["attribution-map"]
    names = words("charts")["source-kinds"]
    key = lesson.key["article"]
    kinds = [kind for kind in KINDS if any(a.entry.source_kind == kind for a in key.attributions)]
    labels = [names[kind] for kind in kinds] + [names["own-voice"]]
    numbers = [sentence.number for sentence in lesson.article.sentences]

    def paint(axes: Axes) -> None:
        for attribution in key.attributions:
            row = kinds.index(attribution.entry.source_kind)
            filled = BLUE if row < len(kinds) and attribution.entry.source_kind.startswith("named") else "white"
            axes.scatter(attribution.sentence, row, s=110, color=filled, edgecolors=BLUE, zorder=3)
        wanting = {clause.sentence for clause in key.voice if not clause.entry.proper}
        for clause in key.voice:
            shade = GREY if clause.entry.proper else ORANGE
            # Beside one of the same sentence that wants a source, so that both are seen.
            place = clause.sentence + (0.35 if clause.entry.proper and clause.sentence in wanting else 0)
            # Also without colours: full where a source is wanted, as on paper and for those who see colours alike.
            face = "white" if clause.entry.proper else shade
            axes.scatter(place, len(kinds), s=110, marker="s", color=face, edgecolors=shade, zorder=3)
        axes.set_yticks(range(len(labels)), labels)
        _number(axes, numbers)
        axes.grid(color="#e4e4e4")
        axes.invert_yaxis()

    rows = [
        (f"S{a.sentence}", names[a.entry.source_kind], _said(lesson, a.parts, "source"), _said(lesson, a.parts, "cue"))
        for a in key.attributions
    ]
    named = sum(a.entry.source_kind.startswith("named") for a in key.attributions)
    own = len({clause.sentence for clause in key.voice if not clause.entry.proper})
    figures = {"sentences": len(numbers), "all": len(key.attributions), "named": named, "own": own}
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"].format(**figures),
        heads=tuple(spoken["heads"]),
        rows=tuple(rows),
        svg=draw((9, 3.6), paint),
    )


def _attributed(lesson: Lesson, text: str) -> tuple[int, int]:
    """Count the words of a text, and those that stay when everything with a source is peeled away."""
    article = lesson.texts[text]
    spans: list[Span] = []
    for attribution in lesson.key[text].attributions:
        for part in attribution.parts.values():
            spans.extend(part)
    every = {word for sentence in article.sentences for word in article.words(sentence.number)}
    return len(every), len(every - article.words_in(spans))


def peel(lesson: Lesson) -> Chart:
    """Show how much of each text is left when the words that a source answers for are taken away."""
    spoken = words("charts")["peel"]
    texts = ["article", *(name for name in lesson.texts if name.startswith("p-fair"))]
    counted = [(spoken.get(name, spoken["fair"]), *_attributed(lesson, name)) for name in texts]

    def paint(axes: Axes) -> None:
        for row, (_, every, left) in enumerate(counted):
            share = 100 * left / every
            named = {} if row else {"label": spoken["owned"]}
            axes.barh(row, 100 - share, color=BLUE, **named)
            named = {} if row else {"label": spoken["left"]}
            axes.barh(row, share, left=100 - share, color="white", edgecolor=ORANGE, hatch="//", **named)
        axes.set_yticks(range(len(counted)), [name for name, *_ in counted])
        axes.set_xlabel(spoken["axis"])
        axes.invert_yaxis()
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, 1.3), ncols=2, frameon=False)

    rows = [(name, str(every), str(left), f"{round(100 * left / every)} %") for name, every, left in counted]
    told = " ".join(spoken["alt-row"].format(name=row[0], all=row[1], left=row[2], share=row[3]) for row in rows)
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"] + " " + told,
        heads=tuple(spoken["heads"]),
        rows=tuple(rows),
        svg=draw((8, 2.4), paint),
    )


def certainty_strip(lesson: Lesson) -> Chart:
    """Show where the text weakens and where it strengthens what it says."""
    spoken = words("charts")["certainty-strip"]
    cues = lesson.key["article"].certainty
    numbers = [sentence.number for sentence in lesson.article.sentences]

    def paint(axes: Axes) -> None:
        for number in numbers:
            for direction, sign, colour, hatch in (("hedge", -1, BLUE, ""), ("booster", 1, ORANGE, "//")):
                many = sum(cue.sentence == number and cue.entry.direction == direction for cue in cues)
                axes.bar(number, sign * many, color=colour, hatch=hatch, edgecolor="white")
        axes.axhline(0, color="black", linewidth=0.8)
        _number(axes, numbers)
        ticks = range(-4, 3)
        axes.set_yticks(ticks, [str(abs(tick)) for tick in ticks])
        axes.set_ylabel(spoken["axis"])

    rows = [
        (
            f"S{cue.sentence}",
            _said(lesson, cue.parts, "cue"),
            spoken[cue.entry.direction],
            spoken["whose"][cue.entry.whose],
        )
        for cue in cues
    ]
    hedges = sum(cue.entry.direction == "hedge" for cue in cues)
    silent = [f"S{number}" for number in numbers if not any(cue.sentence == number for cue in cues)]
    counts = {"sentences": len(numbers), "hedges": hedges, "boosters": len(cues) - hedges}
    return Chart(
        title=spoken["title"],
        caption=spoken["caption"],
        alt=spoken["alt"].format(**counts, silent=", ".join(silent) or "–"),
        heads=tuple(spoken["heads"]),
        rows=tuple(rows),
        svg=draw((9, 3), paint),
    )
