"""The head of a notebook's prose: title, minutes, what students will be able to do and what they need."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from exercises.files.document import read_document
from exercises.files.problems import Problem
from exercises.files.reading import validated
from exercises.lesson.models.base import Entry, Line, Words, one_or_many


class FrontMatter(Entry):
    """What stands between the two lines ``---`` at the top of ``NAME.md``.

    Attributes
    ----------
    title : str
        Title of the notebook, as in ``lesson.yaml``.
    minutes : int
        How long students work on it.
    able_to : tuple of str
        What students will be able to do, each a phrase that goes on from "You will be able to".
    needs : tuple of str
        What they need at hand; one line of words counts as a list of one.
    """

    title: Line = Field(max_length=120)
    minutes: int = Field(ge=1, le=90)
    able_to: tuple[Words, ...] = Field(min_length=1)
    needs: Annotated[tuple[Words, ...], BeforeValidator(one_or_many)] = ()


def read_front_matter(file: Path, text: str, first_line: int) -> tuple[FrontMatter | None, list[Problem]]:
    """Read the front matter, as strictly as any YAML of a lesson.

    Parameters
    ----------
    file : Path
        The file it stands in, for the messages.
    text : str
        The YAML between the two lines ``---``.
    first_line : int
        Line of the file on which ``text`` starts.

    Returns
    -------
    FrontMatter or None, list of Problem
        Nothing where there is a problem.
    """
    front, problems = validated(FrontMatter, read_document(file, text, first_line))
    return (None if problems else front), problems
