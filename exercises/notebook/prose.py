"""The prose of one notebook: Markdown with front matter; exercises, charts and boxes stand in it as fenced blocks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markdown_it.token import Token

from exercises.files.problems import LessonError, Problem, did_you_mean
from exercises.files.source import LARGEST_PROSE, read_source
from exercises.notebook.blocks import Blocks, markdown
from exercises.notebook.cells import (
    ArticlePlace,
    Box,
    Cell,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    Link,
    OpenPlace,
    Passage,
    Prose,
    ReportPlace,
    TeacherNote,
)
from exercises.notebook.front_matter import FrontMatter, read_front_matter

__all__ = [
    "ArticlePlace",
    "Box",
    "Cell",
    "ChartPlace",
    "ExercisePlace",
    "FormPlace",
    "Link",
    "OpenPlace",
    "Passage",
    "Prose",
    "ReportPlace",
    "TeacherNote",
    "read_prose",
]


def read_prose(file: Path, exercises: Mapping[str, int | None] | None = None) -> Prose:
    """Read the prose of one notebook.

    Parameters
    ----------
    file : Path
        The notebook's ``NAME.md``.
    exercises : mapping of str to int, optional
        Ids of the exercises in ``NAME.yaml`` with their lines there; without it, ids are not checked.

    Returns
    -------
    Prose
        The notebook cell by cell.

    Raises
    ------
    LessonError
        With every problem of the file in one go.
    """
    source = read_source(file, LARGEST_PROSE)
    if source.missing:
        what, cure = "the prose of this notebook is missing", "Write it, or take the notebook out of lesson.yaml"
        raise LessonError((Problem(file, None, what, cure),))
    if source.text is None:
        raise LessonError(source.problems)
    reader = _Reader(file, source.text)
    reader.found.problems.extend(source.problems)
    reader.read()
    if exercises is not None:
        reader.compare_with(exercises)
    if reader.found.problems or reader.front is None:
        raise LessonError(tuple(sorted(reader.found.problems, key=lambda problem: problem.line or 0)))
    return Prose(file, reader.front, tuple(reader.found.cells), tuple(reader.found.links))


class _Reader:
    """Walks over the blocks of one file; what is found of them is collected by `Blocks`."""

    def __init__(self, file: Path, source: str) -> None:
        self.file = file
        self.lines = source.splitlines()
        self.tokens = markdown().parse(source)
        self.front: FrontMatter | None = None
        self.found = Blocks(file, self.lines)

    def read(self) -> None:
        """Walk over the blocks; whatever lies between two of our own blocks is a passage."""
        start = 0
        if not self.tokens or self.tokens[0].type != "front_matter":
            self.found.problem(1, "the front matter is missing", "Begin with ---, title, minutes, able_to, needs, ---")
            self.found.unread = True
        for token in self.tokens:
            if token.map is None or token.level or not _is_ours(token):
                continue
            self._passage(start, token.map[0])
            self._block(token)
            start = token.map[1]
        self._passage(start, len(self.lines))
        self.found.look_inside(self.tokens, 1)

    def _passage(self, start: int, end: int) -> None:
        while start < end and not self.lines[start].strip():
            start += 1
        text = "\n".join(self.lines[start:end]).rstrip()
        if text:
            self.found.cells.append(Passage(text, start + 1))

    def _block(self, token: Token) -> None:
        line = _line(token)
        if token.type == "front_matter":
            self.front, found = read_front_matter(self.file, token.content, line + 1)
            self.found.problems.extend(found)
        elif token.type == "myst_block_break" and token.content.strip():
            self.found.problem(
                line, f"“+++ {token.content.strip()}”: nothing may follow +++", "Leave +++ alone on its line"
            )
        elif token.type == "fence":
            self.found.fence(token, line)

    def compare_with(self, exercises: Mapping[str, int | None]) -> None:
        """See that each exercise of the YAML file stands here, once, and that nothing else does."""
        places: dict[tuple[type[Cell], str], int] = {}
        for cell in self.found.cells:
            if isinstance(cell, ChartPlace) and cell.after and cell.after not in exercises:
                what = f"the chart “{cell.name}” waits for an unknown exercise “{cell.after}”"
                self.found.problem(cell.line, what, did_you_mean(cell.after, exercises))
            if not isinstance(cell, ExercisePlace | OpenPlace):
                continue
            place = (type(cell), cell.id)
            if cell.id not in exercises:
                self.found.problem(cell.line, f"unknown exercise “{cell.id}”", did_you_mean(cell.id, exercises))
            elif place in places:
                what = f"exercise “{cell.id}” stands here again (first in line {places[place]})"
                self.found.problem(cell.line, what, "Take one of the two out")
            places.setdefault(place, cell.line)
        # A block that cannot be read may be the one of an exercise that seems to be missing.
        for name, line in () if self.found.unread else exercises.items():
            if (ExercisePlace, name) not in places:
                what, cure = f"exercise “{name}” never stands in {self.file.name}", f"Add ```{{exercise}} {name} there"
                self.found.problems.append(Problem(self.file.with_suffix(".yaml"), line, what, cure))


def _is_ours(token: Token) -> bool:
    # A fence without a word is an ordinary quotation block; every other fence must be one of ours.
    return token.type in {"front_matter", "myst_block_break"} or (token.type == "fence" and bool(token.info.strip()))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
