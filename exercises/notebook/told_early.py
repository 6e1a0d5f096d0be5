"""Finds our answer to a sealed exercise in what is read before the seal is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.writing import plain
from exercises.lesson.load import Lesson
from exercises.notebook.prose import ExercisePlace, OpenPlace
from exercises.notebook.read import Read, exercise_read, prose_read

FEWEST = 4  # words: what is shorter stands in many texts
_ENDS = re.compile(r"(?<=[.!?])\s+")
Place = tuple[Path, int | None]


def told_early(item: Item, notebook: Read, before: Sequence[Read], lesson: Lesson) -> Iterator[tuple[Place, str]]:
    """Find the places where the answer to a sealed exercise is told too early.

    Parameters
    ----------
    item : Item
        The sealed exercise.
    notebook : Read
        The notebook in which it stands.
    before : sequence of Read
        The notebooks before it.
    lesson : Lesson
        Their lesson.

    Yields
    ------
    tuple
        File and line, and the words that tell it.
    """
    answer, reasons = _answer(item, lesson)
    for place, text in _read_before(item, notebook, before, lesson):
        told = {plain(sentence): sentence for sentence in _ENDS.split(text)}
        same = next((told[words] for words in reasons if words in told), "")
        whole = f" {plain(text)} "
        found = same or next((words for words in answer if f" {words} " in whole), "")
        if found:
            yield place, " ".join(found.split())


def _answer(item: Item, lesson: Lesson) -> tuple[list[str], list[str]]:
    """Give our answer, and the sentences of its reasons, in plain words; short ones are left out."""
    kind = KINDS[item.kind]
    ours = kind.tell(item, kind.answer.model_validate(kind.reveal(item, lesson)), lesson)
    reasons = [sentence for text in kind.secrets(item, lesson) for sentence in _ENDS.split(text)]
    answer, sentences = ([plain(text) for text in texts] for texts in (ours, reasons))
    return _long(answer), _long(sentences)


def _long(texts: list[str]) -> list[str]:
    return [text for text in texts if len(text.split()) >= FEWEST]


def _read_before(item: Item, notebook: Read, before: Sequence[Read], lesson: Lesson) -> Iterator[tuple[Place, str]]:
    """Give all that is read before the seal is opened, with its place; not the exercise itself."""
    for one in (*before, notebook):
        cells = tuple(takewhile(lambda cell: not (isinstance(cell, OpenPlace) and cell.id == item.id), one.prose.cells))
        for text, line in prose_read(cells):
            yield (one.prose.file, line), text
        shown = {cell.id for cell in cells if isinstance(cell, ExercisePlace)} - {item.id}
        for other in (other for other in one.items if other.id in shown):
            for text in exercise_read(other, lesson):
                yield one.of(other), text
