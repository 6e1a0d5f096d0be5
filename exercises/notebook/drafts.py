"""Counts the entries of a lesson at which no person has looked yet, file by file, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.files.document import read_document
from exercises.files.lines import Where
from exercises.files.source import read_source
from exercises.lesson.folder import without_newer
from exercises.words import words

MARK = "draft"
ALLOWED = "WHOSAYS_DRAFTS"
"""Set to 1, notebooks that rest on drafts open in a kernel; ``whosays lab --drafts`` does so."""
TOLD = 3
"""So many lines of a file are named."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one file.

    Attributes
    ----------
    file : Path
        The file.
    lines : tuple of int
        The lines with ``draft: true``, in order; there is at least one.
    """

    file: Path
    lines: tuple[int, ...]

    def sentence(self, file: Path) -> str:
        """Say how many there are and where they begin; ``file`` is the path as a person reads it."""
        said = words("drafts")
        more = len(self.lines) - TOLD
        named = ", ".join(map(str, self.lines[:TOLD])) + (said["and_more"].format(count=more) if more > 0 else "")
        word = "of_file" if len(self.lines) > 1 else "of_file_one"
        return str(said[word].format(file=file, count=len(self.lines), lines=named))


def count_drafts(folder: Path) -> list[Drafts]:
    """Find the drafts of a lesson; a file that cannot be read has none, as the check says what is wrong with it.

    Parameters
    ----------
    folder : Path
        The lesson.
    """
    found = (Drafts(file, tuple(_lines(file))) for file in without_newer(folder.glob("*.yaml")))
    return [drafts for drafts in found if drafts.lines]


def _lines(file: Path) -> list[int]:
    source = read_source(file)
    if source.text is None or MARK not in source.text:
        return []
    document = read_document(file, source.text)
    return sorted({document.lines.of(*where) for where in marked(document.data, ())})


def marked(data: Any, where: Where) -> Iterator[Where]:
    """Give the places of all marks that say that nobody has looked yet."""
    if isinstance(data, dict):
        if data.get(MARK) is True:
            yield (*where, MARK)
        for name, value in data.items():
            yield from marked(value, (*where, name))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from marked(value, (*where, number))
