"""What the data files of a lesson name, as far as it can be known while they have faults of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.files.document import Document, read_document
from exercises.files.problems import Problem
from exercises.files.source import read_source
from exercises.lesson.folder import without_newer
from exercises.lesson.forms import FORMS_FILE
from exercises.lesson.models.lesson import DATA_FILES

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,80}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One notebook as it stands in ``lesson.yaml``.

    Attributes
    ----------
    name : str
        Its name; fit to be a part of a path.
    to : str or None
        Where it is built; None if that is not said in words.
    fields : mapping of str to Any
        All that is said of it.
    line : int
        Where that stands.
    """

    name: str
    to: str | None
    fields: Mapping[str, Any]
    line: int


class Outline:
    """Names, places and seals in the files of a lesson; None wherever a fault of the file itself leaves them open.

    What only follows from such a fault is not to be told beside it.

    Parameters
    ----------
    folder : Path
        The lesson.
    told : collection of Problem
        What is known to be wrong with its data files.
    """

    def __init__(self, folder: Path, told: Collection[Problem] = ()) -> None:
        self.folder = folder
        self.lesson_file = folder / "lesson.yaml"
        self._told = {(problem.file, problem.line) for problem in told}
        self._documents: dict[Path, Document | None] = {}

    def notebooks(self) -> list[Listed]:
        """Give the notebooks of the lesson; while lesson.yaml cannot be read, those whose two files are there."""
        found = self._listed(self.lesson_file)
        if found is None:
            prose = (file for file in without_newer(self.folder.glob("*.md")) if file.with_suffix(".yaml").exists())
            return [Listed(file.stem, None, {}, 1) for file in prose]
        return found

    def targets(self) -> set[str] | None:
        """Give the paths of all notebooks that are built: those of this lesson and of the ones beside it."""
        targets: set[str] = set()
        for file in {self.lesson_file, *self.folder.parent.glob("*/lesson.yaml")}:
            listed = self._listed(file)
            if listed is None or any(entry.to is None for entry in listed):
                return None
            targets.update(entry.to for entry in listed if entry.to)
        return targets

    def exercises(self, notebook: str) -> dict[str, int] | None:
        """Give the ids of a notebook's exercises, with their lines."""
        file = self.folder / f"{notebook}.yaml"
        document = self._document(file)
        entries = _entries(document, "exercises")
        if document is None or entries is None:
            return None
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
        fit = [name for name in ids if isinstance(name, str) and _PLAIN.fullmatch(name)]
        if len(set(fit)) < len(ids):
            return None
        return {name: document.lines.of("exercises", number) for number, name in enumerate(fit)}

    def sealed(self, notebook: str) -> dict[str, bool | None] | None:
        """Say of each exercise whether it is sealed; None of one that has a fault."""
        exercises = self.exercises(notebook)
        if exercises is None:
            return None
        file = self.folder / f"{notebook}.yaml"
        entries = _entries(self._document(file), "exercises") or []
        ends = [*exercises.values(), None][1:]
        return {
            name: None if self._faulty(file, begin, end) else entry.get("seal") is True
            for (name, begin), end, entry in zip(exercises.items(), ends, entries, strict=True)
        }

    def glossary(self) -> list[str] | None:
        """Give the words that background.yaml explains."""
        return self._background("glossary", "term")

    def count_charts(self) -> list[str] | None:
        """Give the names of the charts of counts, which are the lesson's own."""
        return self._background("count_charts", "id")

    def _background(self, part: str, field: str) -> list[str] | None:
        """Give one field of each entry in a list of background.yaml."""
        file = self.folder / "background.yaml"
        if self.lacks_background():
            return []
        document = self._document(file)
        entries = _entries(document, part)
        if document is not None and part not in document.data:
            return []
        terms = [_words(entry.get(field)) for entry in entries or () if isinstance(entry, dict)]
        known = [term for term in terms if term is not None]
        return None if entries is None or len(known) < len(entries) else known

    def lacks_background(self) -> bool:
        """Say whether there is no background.yaml at all; a lesson need not have one."""
        return read_source(self.folder / "background.yaml").missing

    def lacks_map(self) -> bool:
        """Say whether there is no map.yaml, or one that holds no places."""
        file = self.folder / "map.yaml"
        if read_source(file).missing:
            return True
        document = self._document(file)
        return document is not None and not document.data.get("places")

    def has_forms(self) -> bool | None:
        """Say whether the lesson has forms; None where they are written and only their order is missing."""
        document = self._document(self.lesson_file)
        if document is None:
            return None
        held, lender = self._holds_forms(self.folder), _words(document.data.get("borrows_from")) or ""
        # Any other name is a fault of lesson.yaml, and never used as a path.
        borrowed = held is False and _PLAIN.fullmatch(lender)
        return self._holds_forms(self.folder.parent / lender) if borrowed else held

    def _holds_forms(self, folder: Path) -> bool | None:
        document = self._document(folder / "lesson.yaml")
        if document is None or (folder / FORMS_FILE).exists():
            return None
        return bool(document.data.get("first_form"))

    def _faulty(self, file: Path, begin: int, end: int | None) -> bool:
        return any(one == file and line and line >= begin and (end is None or line < end) for one, line in self._told)

    def _listed(self, lesson_file: Path) -> list[Listed] | None:
        document = self._document(lesson_file)
        entries = _entries(document, "notebooks")
        if document is None or entries is None:
            return None
        return [
            Listed(entry["name"], _words(entry.get("to")), entry, document.lines.of("notebooks", number))
            for number, entry in enumerate(entries)
            # Any other name is a fault of lesson.yaml, and never used as a path.
            if isinstance(entry, dict) and _is_notebook(_words(entry.get("name")) or "")
        ]

    def _document(self, file: Path) -> Document | None:
        """Read a file once; None if it cannot be read whole, which others tell."""
        if file not in self._documents:
            source = read_source(file)
            document = read_document(file, source.text or "")
            sound = source.text is not None and document.whole and isinstance(document.data, dict)
            self._documents[file] = document if sound else None
        return self._documents[file]


def _entries(document: Document | None, name: str) -> list[Any] | None:
    found = document.data.get(name) if document else None
    return found if isinstance(found, list) else None


def _is_notebook(name: str) -> bool:
    return bool(_PLAIN.fullmatch(name)) and name not in DATA_FILES


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
