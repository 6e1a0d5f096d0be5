"""The registry of what can be measured, and the table of figures that the README of the detectors shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from exercises.detect.measuring import certainty, claims, loaded
from exercises.detect.measuring.counting import Figure, Row, read_rows


class Measure(NamedTuple):
    """How one detector is measured.

    Attributes
    ----------
    file : str
        Name of the annotated set in the folder.
    figures : callable
        Gives the lines of the table for the rows of that set.
    mistakes : callable
        Gives the commonest mistakes with their counts, as words and names of rules, never as sentences of the set.
    """

    file: str
    figures: Callable[[list[Row]], Iterator[Figure]]
    mistakes: Callable[[list[Row]], Iterator[tuple[str, int]]]


MEASURES: Mapping[str, Measure] = {
    "certainty": Measure(certainty.FILE, certainty.measure, certainty.mistakes),
    "loaded": Measure(loaded.FILE, loaded.measure, loaded.mistakes),
    "claims": Measure(claims.FILE, claims.measure, claims.mistakes),
}
"""Every detector that can be measured, by its name."""


def table(folder: Path, half: str = "") -> Iterator[str]:
    """Give the lines of the table, as Markdown.

    Parameters
    ----------
    folder : Path
        Folder with the annotated sets; a set that is not there is left out.
    half : str
        ``even`` or ``odd`` for one half of the rows; empty for all.

    Yields
    ------
    str
        One line.
    """
    yield "| measured | precision | recall | F1 | goal |"
    yield "|---|---|---|---|---|"
    for measure in MEASURES.values():
        if (folder / measure.file).is_file():
            for figure in measure.figures(read_rows(folder / measure.file, half)):
                score = figure.score
                figures = f"{score.precision:.1f} | {score.recall:.1f} | {score.f1:.1f}"
                yield f"| {figure.measured} | {figures} | {figure.goal} |"


def common_mistakes(name: str, folder: Path, half: str = "") -> Iterator[str]:
    """Give the ten commonest mistakes of one detector, each with its count."""
    measure = MEASURES[name]
    for mistake, count in measure.mistakes(read_rows(folder / measure.file, half)):
        yield f"{count} {mistake}"
