"""Measures the detectors on marks of people: ``python -m exercises.detect.measure FOLDER`` prints a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.detect.attribution.measured import measured

Rows = Sequence[dict[str, Any]]
Figures = dict[str, float]

HALVES = ("looked at", "not looked at", "all")


@dataclass(frozen=True, slots=True)
class Measure:
    """One comparison with people.

    Attributes
    ----------
    title : str
        What is measured, and on which texts.
    file : str
        Name of the file in the folder, one text a line as JSON.
    figures : callable
        Gives the figures for rows of that file, in percent.
    goals : dict
        The least that each figure should reach on all rows; a figure without a goal has none here.
    """

    title: str
    file: str
    figures: Callable[[Rows], Figures]
    goals: Figures


def reporting(rows: Rows) -> Figures:
    """Give the figures for cues of reporting in news."""
    every, sure = measured(rows, cue_class="reporting"), measured(rows, cue_class="reporting", level="sure")
    return {
        "cue, overlap, F1": every["cue"].f1,
        "source, overlap, F1": every["source"].f1,
        "content, half in common, F1": every["content"].f1,
        "source, cue and content, F1": every["all"].f1,
        "direct, recall": every["direct"].recall,
        "mixed, recall": every["mixed"].recall,
        "indirect, recall": every["indirect"].recall,
        "sure: source, cue and content, precision": sure["all"].precision,
        "sure: source, cue and content, recall": sure["all"].recall,
    }


def wikinews(rows: Rows) -> Figures:
    """Give the figures for news with approximate content: source and cue only, where people marked a cue."""
    found = measured(rows)
    return {"cue, overlap, F1": found["cue"].f1, "source, overlap, F1": found["source"].f1}


# A detector is measured by one more line here.
MEASURES = (
    Measure(
        "Attribution in news, reporting cues (PolNeAR)",
        "attribution.jsonl",
        reporting,
        {
            "cue, overlap, F1": 81,
            "content, half in common, F1": 76,
            "source, cue and content, F1": 70,
            "direct, recall": 95,
            "indirect, recall": 57,
            "sure: source, cue and content, precision": 82,
        },
    ),
    Measure(
        "Attribution in Wikinews, where a cue is marked (GUM)",
        "attribution_wikinews.jsonl",
        wikinews,
        {"cue, overlap, F1": 77, "source, overlap, F1": 72},
    ),
)


def main() -> None:
    """Measure all that the folder has marks for, and print the table."""
    folder = Path(sys.argv[1])
    for line in table(folder, MEASURES):
        print(line)  # noqa: T201 - the answer


def table(folder: Path, measures: Sequence[Measure]) -> Iterator[str]:
    """Give the lines of the table.

    Parameters
    ----------
    folder : Path
        Where the files with the marks of people are.
    measures : sequence of Measure
        What to measure; one whose file is not there is left out.

    Yields
    ------
    str
        Lines in Markdown.
    """
    yield f"| figure, in percent | {' | '.join(HALVES)} | goal |"
    yield "|---|--:|--:|--:|--:|"
    for measure in measures:
        if not (folder / measure.file).is_file():
            continue
        rows = [json.loads(line) for line in (folder / measure.file).read_text(encoding="utf-8").splitlines() if line]
        halves = [measure.figures(half) for half in (rows[::2], rows[1::2], rows)]
        yield f"| **{measure.title}** | | | | |"
        for name in halves[-1]:
            goal = measure.goals.get(name)
            figures = " | ".join(f"{half[name]:.1f}" for half in halves)
            yield f"| {name} | {figures} | {'' if goal is None else f'{goal:g}'} |"


if __name__ == "__main__":
    main()
