"""Which notebooks of a lesson may reach students: none that rests on a draft, no desk with too few sources read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from exercises.figures.rests import rests_on
from exercises.files.fault import InWords
from exercises.kinds import KINDS
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, load_lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.notebook.cells import ChartPlace, Prose
from exercises.notebook.drafts import ALLOWED
from exercises.notebook.prose import read_prose
from exercises.words import words

LEAST_SOURCES, LEAST_ORIGINS = 4, 2
"""So many sources of so many origins must have been read before a real article gets a desk."""


class RestsOnDrafts(InWords, Exception):  # noqa: N818 - what is said to whoever opens the notebook
    """A notebook that rests on drafts; the message is one sentence with what to do."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What of a lesson may reach students.

    Attributes
    ----------
    lesson : Lesson
        The lesson with those of its notebooks that may.
    drafted : dict of str to int
        How many drafts each of the others rests on, by its title behind its number.
    few_sources : tuple of str
        Titles of notebooks that are left out because too few sources were read.
    """

    lesson: Lesson
    drafted: dict[str, int]
    few_sources: tuple[str, ...]

    def refusal(self) -> str:
        """Say in one sentence which notebooks rest on drafts; empty if none does."""
        if not self.drafted:
            return ""
        said = words("drafts")
        told = ", ".join(said["notebook"].format(title=title, count=count) for title, count in self.drafted.items())
        return str(said["refused"].format(lesson=self.lesson.id, notebooks=told))

    def left_out(self) -> str:
        """Say in one sentence which notebooks lack sources; empty if none does."""
        if not self.few_sources:
            return ""
        sources, origins = _read(self.lesson)
        told = {"notebooks": ", ".join(f"“{title}”" for title in self.few_sources), "lesson": self.lesson.id}
        needed = {"least": LEAST_SOURCES, "least_origins": LEAST_ORIGINS}
        word = "no_sources" if self.lesson.info.invented else "few_sources"
        return str(words("drafts")[word].format(sources=sources, origins=origins, **told, **needed))


def ready(lesson: Lesson, items: Exercises, *, drafts: bool = False) -> Ready:
    """Say which notebooks of a sound lesson may reach students.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    items : Exercises
        Its exercises.
    drafts : bool
        Whether somebody asked for those that rest on drafts, too, to look at them.
    """
    kept: list[NotebookEntry] = []
    drafted: dict[str, int] = {}
    few: list[str] = []
    for entry in lesson.info.notebooks:
        if _lacks_sources(lesson, items, entry):
            few.append(entry.numbered)
        elif not drafts and (count := len(set(drafts_under(lesson, items, entry)))):
            drafted[entry.numbered] = count
        else:
            kept.append(entry)
    info = lesson.info.model_copy(update={"notebooks": tuple(kept)})
    return Ready(replace(lesson, info=info), drafted, tuple(few))


def ready_of(folder: Path, *, drafts: bool = False) -> Ready:
    """Read a sound lesson, and say which of its notebooks may reach students; LessonError if it is not sound."""
    lesson = load_lesson(folder)
    return ready(lesson, load_items(lesson), drafts=drafts)


def refuse_drafts(lesson: Lesson, items: Exercises, notebook: str) -> None:
    """Refuse to open a notebook that rests on drafts, unless drafts are allowed here.

    Raises
    ------
    RestsOnDrafts
        With one sentence for the person at the notebook.
    """
    entry = next((one for one in lesson.info.notebooks if one.name == notebook), None)
    if entry is None or os.environ.get(ALLOWED) == "1":
        return
    if count := len(set(drafts_under(lesson, items, entry))):
        raise RestsOnDrafts(words("drafts")["not_opened"].format(title=entry.numbered, lesson=lesson.id, count=count))


def drafts_under(lesson: Lesson, items: Exercises, entry: NotebookEntry) -> Iterator[str]:
    """Name every draft that a notebook rests on; one may be named twice."""
    if lesson.info.article.draft:
        yield "article"
    for item in items.of(entry.name):
        beside = KINDS[item.kind].rests_on
        yield from drafts_in([item, beside(item, lesson) if beside else []])
    prose: Prose = read_prose(lesson.folder / f"{entry.name}.md")
    for cell in prose.cells:
        if isinstance(cell, ChartPlace):
            yield from drafts_in(rests_on(cell.name, lesson))


def drafts_in(value: Any) -> Iterator[str]:
    """Name all entries among models, values and lists at which nobody has looked yet."""
    if isinstance(value, BaseModel):
        if getattr(value, "draft", False):
            yield str(getattr(value, "id", type(value).__name__))
        yield from drafts_in([getattr(value, name) for name in type(value).model_fields])
    elif is_dataclass(value):
        yield from drafts_in([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, Mapping):
        yield from drafts_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from drafts_in(one)


def _lacks_sources(lesson: Lesson, items: Exercises, entry: NotebookEntry) -> bool:
    """Whether a notebook needs sources of which too few were read; of invented ones there must be any at all."""
    lays_out = any(KINDS[item.kind].paper.laid_out for item in items.of(entry.name))
    # Without claims there is no desk to lay them out, and the words around it still ask for them.
    if not lays_out and not entry.needs_sources:
        return False
    sources, origins = _read(lesson)
    return sources < 1 if lesson.info.invented else sources < LEAST_SOURCES or origins < LEAST_ORIGINS


def _read(lesson: Lesson) -> tuple[int, int]:
    """Count the sources that somebody has read and students may see, and their origins."""
    shown = [one for one in lesson.sources.values() if not one.teacher_only]
    read = [one for one in shown if one.consulted or lesson.info.invented]
    return len(read), len({one.origin for one in read})
