"""Finds our answer to a sealed exercise in what is read before the seal is opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from pathlib import Path

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.writing import plain
from exercises.lesson.load import Lesson
from exercises.notebook.prose import ExercisePlace, OpenPlace
from exercises.notebook.read import Read, exercise_read, page_read, prose_read
from exercises.words.phrases import matching

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


def given_away(item: Item, notebook: Read, before: Sequence[Read], lesson: Lesson) -> Iterator[tuple[Place, str]]:
    """Find words that the lesson names as telling the answer to a sealed exercise, read before it can be sealed.

    Behind it such words may stand: an answer that is sealed cannot be changed. The parameters and what is given are
    those of `told_early`; the sources of earlier desks are read as well, as a student opens them there.
    """
    telling = matching(lesson.info.wording.gives_away.get(item.id, ()))
    own = ((notebook.of(item), text) for text in (item.title, item.instruction, *item.hints))
    until = ExercisePlace, item.id
    for (file, line), text in chain(own, *(_read_until(until, one, lesson, _all_read) for one in (*before, notebook))):
        for match in telling.finditer(text):
            # Of prose the line of the words is known; of an exercise the line where it begins.
            below = 0 if file.suffix == ".yaml" or line is None else text.count("\n", 0, match.start())
            yield (file, line + below if line is not None else None), " ".join(match[0].split())


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
        others = replace(one, items=tuple(other for other in one.items if other.id != item.id))
        yield from _read_until((OpenPlace, item.id), others, lesson, exercise_read)


def _read_until(
    end: tuple[type[ExercisePlace | OpenPlace], str],
    notebook: Read,
    lesson: Lesson,
    texts_of: Callable[[Item, Lesson], list[str]],
) -> Iterator[tuple[Place, str]]:
    """Give what is read in a notebook before a place in it, or all of it if that is not there."""
    kind, name = end
    cells = tuple(takewhile(lambda cell: not (isinstance(cell, kind) and cell.id == name), notebook.prose.cells))
    for text, line in prose_read(cells):
        yield (notebook.prose.file, line), text
    shown = {cell.id for cell in cells if isinstance(cell, ExercisePlace)}
    for other in (other for other in notebook.items if other.id in shown):
        for text in texts_of(other, lesson):
            yield notebook.of(other), text


def _all_read(item: Item, lesson: Lesson) -> list[str]:
    """Give all sentences of an exercise, its reasons, and the sources that lie there."""
    return [*page_read(item, lesson), *KINDS[item.kind].secrets(item, lesson)]
