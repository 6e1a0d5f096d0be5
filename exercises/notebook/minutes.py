"""How many minutes a notebook takes a student, counted by its words and its decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.effort import FURTHER, SLOW, WRITING, Effort, count
from exercises.lesson.load import Lesson
from exercises.lesson.short_tests import Question, ShortTest
from exercises.notebook.cells import Box, Cell, ChartPlace, ExercisePlace, FormPlace, Passage, Prose
from exercises.notebook.front_matter import FrontMatter

QUICK = 180
"""Words a minute of a reader at home in English."""
EXERCISE, CHART = 0.75, 1.0
"""Minutes for the first decision of an exercise, and for a chart."""
TEST = 10
"""Minutes of a short test."""
TALK = 4
"""Minutes in which students talk."""
UNDER_LAST_HEADING = re.compile(r"^## (?!.*^## ).*", re.DOTALL | re.MULTILINE)
SPARE = 0.5
"""Minutes of a part that stay free: not every word on the screen is counted."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a notebook or a half of it takes, up to its boxes and without its extension.

    Attributes
    ----------
    words : float
        Words that are read: the head, prose, tasks, and what is shown at once of the results.
    doing : float
        Minutes for deciding and writing.
    """

    words: float
    doing: float

    def at(self, pace: int) -> int:
        """Give the whole minutes at a pace of reading, talk included; a minute that was begun is a minute."""
        return ceil(self.exactly(pace))

    def exactly(self, pace: int) -> float:
        """Give the minutes at a pace of reading, talk included."""
        # Sums of tenths are not exact: what is over by less than a blink is not over.
        return round(self.words / pace + self.doing + TALK, 6)


def minutes_of(prose: Prose, items: Mapping[str, Item], lesson: Lesson) -> tuple[Minutes, ...]:
    """Count what one notebook takes, or each of its parts where pauses stand between them.

    Parameters
    ----------
    prose : Prose
        The notebook.
    items : mapping of str to Item
        The exercises of the lesson.
    lesson : Lesson
        The lesson.
    """
    parts: list[list[Cell]] = [[]]
    for cell in _in_class(prose, items):
        if isinstance(cell, Box) and cell.kind == "pause":
            parts.append([])
        else:
            parts[-1].append(cell)
    first, *later = [_counted(part, items, lesson) for part in parts]
    return Minutes(first.words + _head(prose.front), first.doing), *later


def in_a_row(minutes: Iterable[Minutes], pace: int) -> str:
    """Write the minutes of all parts in a row, such as ``31 + 28``."""
    return " + ".join(str(one.at(pace)) for one in minutes)


def minutes_of_test(test: ShortTest) -> float:
    """Count what a ten-minute test takes a slow reader, as a notebook is counted, without talk."""
    own = [question for sentence in test.sentences for question in sentence.questions]
    asked = [words for question in (*test.questions, *own) for words in (question.ask, *question.options)]
    read = count(test.about, *test.passage, *asked, *(sentence.text for sentence in test.sentences))
    return read / SLOW + sum(_minutes_for(test.asked(sentence)) for sentence in test.sentences)


def _minutes_for(asked: Iterable[Question]) -> float:
    """Count what deciding and writing take for one sentence of a test."""
    decisions = sum(question.decisions for question in asked)
    return EXERCISE + FURTHER * (decisions - 1) + sum(question.writes for question in asked) / WRITING


def _head(front: FrontMatter) -> int:
    return count(front.title, *front.able_to, *front.needs)


def _counted(cells: Iterable[Cell], items: Mapping[str, Item], lesson: Lesson) -> Minutes:
    words, doing = 0.0, 0.0
    for cell in cells:
        if isinstance(cell, Passage):
            words += count(cell.text)
        elif isinstance(cell, ChartPlace):
            words, doing = words + count(cell.caption), doing + CHART
        elif isinstance(cell, ExercisePlace):
            asked = effort_of(items[cell.id], lesson)
            words += asked.read + asked.reasons
            doing += EXERCISE + asked.doing
    return Minutes(words, doing)


def effort_of(item: Item, lesson: Lesson) -> Effort:
    """Count what one exercise asks for, its title and instruction included."""
    kind = KINDS[item.kind]
    head = count(item.title, item.instruction, item.label)
    asked = kind.effort(item, lesson) if kind.effort else Effort(0)
    return Effort(head + asked.read, asked.reasons, asked.further, asked.write)


def _in_class(prose: Prose, items: Mapping[str, Item]) -> Iterator[Cell]:
    """Give the cells that belong to the lesson: up to the boxes behind the exit item, without its extension.

    What stands under the heading of a form is read by whoever does the form, and its minutes come on top.
    """
    over = False
    for cell, below in zip(prose.cells, (*prose.cells[1:], None), strict=True):
        if isinstance(cell, Passage) and isinstance(below, FormPlace):
            yield replace(cell, text=UNDER_LAST_HEADING.sub("", cell.text))
            continue
        role = items[cell.id].role if isinstance(cell, ExercisePlace) else ""
        over = over or role == "exit"
        if over and isinstance(cell, Box):
            return
        if role not in ("extension", "form"):
            yield cell
