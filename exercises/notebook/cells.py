"""What the prose of a notebook consists of: passages, boxes, notes, and the places of exercises and charts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from exercises.notebook.front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain Markdown that a student reads; ``line`` is where it starts in the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Box:
    """A set-off box: what is ``known`` at the end of a notebook, the card for a task ``outside`` it, or a ``pause``.

    A pause parts a notebook into halves of one period each.

    A ``folded`` box is closed until a student opens it, because its words would give exercises away.
    """

    kind: Literal["known", "outside", "pause"]
    text: str
    line: int
    folded: bool = False


@dataclass(frozen=True, slots=True)
class TeacherNote:
    """A note to the teacher; it never reaches the student's notebook."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ExercisePlace:
    """The place where the exercise with this id stands."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """The place where the sealed answer to the exercise with this id is opened."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class FormPlace:
    """The place of the ``first`` or ``last`` form; which of the two that is, the lesson says when it is opened."""

    place: Literal["first", "last"]
    line: int


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """The place where a chart stands.

    Attributes
    ----------
    name : str
        Name of the chart.
    caption : str
        One line that says what to look at; may be empty.
    line : int
        Where it stands in the file.
    after : str
        Id of the exercise that has to be done before the chart opens; empty if it need not wait.
    """

    name: str
    caption: str
    line: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """The place where the article can be opened, with the words of the glossary that are explained below it."""

    terms: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """The place of the student's report."""

    line: int


Cell = ArticlePlace | Passage | Box | TeacherNote | ExercisePlace | OpenPlace | FormPlace | ChartPlace | ReportPlace


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture in the prose: where it points to and on which line it stands."""

    address: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of one notebook, cell by cell.

    Attributes
    ----------
    file : Path
        Where it was read from.
    front : FrontMatter
        Title, minutes, what students will be able to do, what they need.
    cells : tuple of Cell
        Passages, boxes, notes and places, in order.
    links : tuple of Link
        Every link, so that the builder can see whether it leads anywhere.
    """

    file: Path
    front: FrontMatter
    cells: tuple[Cell, ...]
    links: tuple[Link, ...]
