"""All that a student reads in a notebook: prose, boxes, tasks, what pages show, and the reasons behind them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson
from exercises.notebook.prose import Box, Cell, ChartPlace, Passage, Prose


@dataclass(frozen=True, slots=True)
class Read:
    """One notebook as it is read.

    Attributes
    ----------
    prose : Prose
        Its prose.
    items : tuple of Item
        Its exercises.
    lines : mapping of str to int
        The lines of its exercises in their file, by id.
    """

    prose: Prose
    items: tuple[Item, ...]
    lines: Mapping[str, int]

    def of(self, item: Item) -> tuple[Path, int | None]:
        """Give file and line of an exercise."""
        return self.prose.file.with_suffix(".yaml"), self.lines.get(item.id)


def prose_read(cells: tuple[Cell, ...]) -> Iterator[tuple[str, int]]:
    """Give the passages, boxes and captions among the cells of a notebook, each with its line."""
    for cell in cells:
        if isinstance(cell, Passage | Box):
            yield cell.text, cell.line
        elif isinstance(cell, ChartPlace) and cell.caption:
            yield cell.caption, cell.line


def page_read(item: Item, lesson: Lesson) -> list[str]:
    """Give all sentences of an exercise before its answer is checked."""
    shown = json.loads(json.dumps(KINDS[item.kind].page(item, lesson)))
    return [item.title, item.instruction, *item.hints, *_sentences(shown)]


def exercise_read(item: Item, lesson: Lesson) -> list[str]:
    """Give all sentences of an exercise and its reasons; where sources are laid out, only those of its task.

    What sources tell is told in their words, and their pages are many times longer than the notebook.
    """
    if KINDS[item.kind].paper.laid_out:
        return [item.title, item.instruction, *item.hints]
    return [*page_read(item, lesson), *KINDS[item.kind].secrets(item, lesson)]


def notebook_read(notebook: Read, lesson: Lesson) -> str:
    """Give all that is read in one notebook and its exercises, in one text."""
    texts = [text for text, _ in prose_read(notebook.prose.cells)]
    return "\n".join([*texts, *(text for item in notebook.items for text in exercise_read(item, lesson))])


def _sentences(page: Any) -> list[str]:
    """Give the sentences in the page of an exercise, without ids and names of fields."""
    if isinstance(page, str):
        return [page] if " " in page else []
    parts = page.values() if isinstance(page, dict) else page if isinstance(page, list) else []
    return [text for part in parts for text in _sentences(part)]
