"""Reads the files of a lesson folder one by one, so that a fault in one does not hide the faults in the next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from exercises.files.problems import Problem
from exercises.files.reading import Lines, read_as_far_as_possible
from exercises.files.source import LARGEST_PROSE, read_source
from exercises.lesson.models.lesson import (
    BackgroundFile,
    ClaimsFile,
    KeyFile,
    LessonFile,
    MapFile,
    PlainFile,
    PracticeFile,
    SourcesFile,
)
from exercises.lesson.text import Text

ARTICLE = "article"
FileModel = TypeVar("FileModel", bound=BaseModel)


def read_info(folder: Path) -> LessonFile | None:
    """Read what ``lesson.yaml`` of a folder says, and nothing else there; None if that is too little to go by."""
    return read_as_far_as_possible(folder / "lesson.yaml", LessonFile).value


def without_newer(files: Iterable[Path]) -> list[Path]:
    """Leave out what lies beside a file that was changed, as NAME.new.md: it counts once somebody takes it over."""
    return sorted(file for file in files if "." not in file.stem)


class LessonFiles:
    """What the files of a lesson hold, each by itself.

    Parameters
    ----------
    folder : Path
        The lesson's folder.

    Attributes
    ----------
    info, key, practice, claims, sources, background, plain, map : model or None
        What is sound in each YAML file; None if that is too little.
    article : Text
        The article; without sentences if it cannot be read.
    lines : dict of str to Lines
        Lines of each YAML file, by its name without ending.
    dropped : dict of str to frozenset
        Ids that stand in each YAML file but whose entries cannot be read.
    problems : list of Problem
        Whatever was found.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.lines: dict[str, Lines] = {}
        self.dropped: dict[str, frozenset[str]] = {}
        self.info = self._read("lesson", LessonFile)
        self.key = self._read("key", KeyFile)
        self.practice = self._read("practice", PracticeFile, optional=True)
        self.claims = self._read("claims", ClaimsFile)
        self.sources = self._read("sources", SourcesFile)
        self.background = self._read("background", BackgroundFile, optional=True)
        self.plain = self._read("plain", PlainFile, optional=True)
        self.map = self._read("map", MapFile, optional=True)
        self.article = self._read_article()

    def _read(self, name: str, model: type[FileModel], *, optional: bool = False) -> FileModel | None:
        reading = read_as_far_as_possible(self.folder / f"{name}.yaml", model)
        self.lines[name], self.dropped[name] = reading.lines, reading.dropped
        if optional and reading.missing:
            return model()
        self.problems.extend(reading.problems)
        return reading.value

    def _read_article(self) -> Text:
        path = self.folder / (self.info.article.file if self.info else "article.txt")
        source = read_source(path, LARGEST_PROSE)
        if self.info or not source.missing or not (self.folder / "lesson.yaml").exists():
            # While lesson.yaml cannot be read, nobody knows the name of the article.
            self.problems.extend(source.problems)
        if source.text is None:
            return Text.from_lines(ARTICLE, [])
        lines = source.text.removesuffix("\n").split("\n")
        cure = "One sentence a line, no blank line, no blank at either end."
        what = "This line is empty or has a blank at its edge"
        uneven = [number for number, line in enumerate(lines, start=1) if line != line.strip() or not line]
        if uneven:
            # Whatever else does not fit follows from this, since sentences are counted by lines.
            self.problems.extend(Problem(path, number, what, cure) for number in uneven)
            return Text.from_lines(ARTICLE, [])
        found = hashlib.sha256(source.text.encode()).hexdigest()
        if self.info and found != self.info.article.sha256:
            what = f"{path.name} is not the text for which the key was made; its SHA-256 is {found}"
            cure = "Put the old text back; or check every mark against the new text and write its SHA-256 here."
            self.problems.append(self.lines["lesson"].problem(what, cure, "article", "sha256"))
        return Text.from_lines(ARTICLE, lines)
