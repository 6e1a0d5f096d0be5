"""Finds numbers of people in what is read without a warning: prose, exercises, forms, texts of the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from exercises.files.problems import Problem
from exercises.kinds.exercises import Exercises
from exercises.lesson.checks.people import counts_people
from exercises.lesson.forms import FORMS_FILE
from exercises.lesson.guide import FOLDER, FURTHER, MARKING, PLAN, SEARCHES, TESTS, read_own_guide
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import Entry
from exercises.notebook.read import Read, exercise_read, prose_read

CURE = "Take the number out, or put it into a claim that waits behind a word of warning (“grave: true”)."
FOR_TEACHERS = ("legal",)
"""Chapters that nobody reads out and nobody takes home: they may say what was counted, with its source."""
Told = tuple[Path, int | None, str]


def told_of_people(notebooks: Sequence[Read], items: Exercises, lesson: Lesson) -> Iterator[Problem]:
    """Find texts outside of claims and sources that count people; those two know for themselves what waits.

    Parameters
    ----------
    notebooks : sequence of Read
        The notebooks of a sound lesson.
    items : Exercises
        Its exercises, and the forms.
    lesson : Lesson
        The lesson.
    """
    wording = lesson.info.wording
    for file, line, text in (*_in_notebooks(notebooks, lesson), *_in_forms(items, lesson), *_in_guide(lesson.folder)):
        if found := counts_people(text, wording.counted, wording.no_people):
            at = _line_of(found, text, line) if file.suffix == ".md" else line
            yield Problem(file, at, f"People are counted here (“{found}”), with no word of warning", CURE)


def _line_of(found: str, text: str, begins: int | None) -> int:
    """Give the line of some words of a text, which may be written across two lines."""
    match = re.search(r"\s+".join(map(re.escape, found.split())), text)
    return (begins or 1) + (text.count("\n", 0, match.start()) if match else 0)


def _in_notebooks(notebooks: Sequence[Read], lesson: Lesson) -> Iterator[Told]:
    for notebook in notebooks:
        for text, line in prose_read(notebook.prose.cells):
            yield notebook.prose.file, line, text
        # What has a label is made up: the people in it are nobody's.
        for item in (item for item in notebook.items if not item.label):
            for text in exercise_read(item, lesson):
                yield *notebook.of(item), text


def _in_forms(items: Exercises, lesson: Lesson) -> Iterator[Told]:
    file = lesson.folder / FORMS_FILE
    if file.exists():  # borrowed ones are looked at where they stand
        for item in (item for item in items.values() if item.role == "form"):
            for text in exercise_read(item, lesson):
                yield file, 1, text


def _in_guide(folder: Path) -> Iterator[Told]:
    guide = read_own_guide(folder)
    home = folder / FOLDER
    for name, text in guide.chapters.items():
        if name not in FOR_TEACHERS:
            yield home / f"{name}.md", 1, text
    files: list[tuple[Path, Entry | None]] = [(home / PLAN, guide.plan), (home / MARKING, guide.marking)]
    files += [(home / TESTS / name, one) for name, one in guide.tests.items()]
    files += [(home / FURTHER / name, one) for name, one in guide.further.items()]
    files += [(home / SEARCHES / name, one) for name, one in guide.searches.items()]
    for file, model in files:
        for text in _texts(model.model_dump(mode="json")) if model else ():
            yield file.with_suffix(".yaml"), 1, text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _texts(part)
