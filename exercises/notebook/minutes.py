"""How many minutes a notebook takes a student, counted by its words and its decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.effort import Effort, count
from exercises.lesson.load import Lesson
from exercises.notebook.cells import Box, Cell, ChartPlace, ExercisePlace, Passage, Prose

SLOW = 130
"""Words a minute of a reader at B1; by these a notebook has to fit."""
QUICK = 180
"""Words a minute of a reader at home in English."""
WRITING = 15
"""Words a minute of a student who writes."""
EXERCISE, FURTHER, CHART = 0.75, 0.2, 1.0
"""Minutes for the decision of an exercise, for each further one in it, and for a chart."""
TALK = 4
"""Minutes in which students talk."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a notebook or a half of it takes, up to its boxes and without its extension.

    Attributes
    ----------
    words : float
        Words that are read: prose, tasks, and what is shown at once of the results.
    doing : float
        Minutes for deciding and writing.
    """

    words: float
    doing: float

    def at(self, pace: int) -> int:
        """Give the whole minutes at a pace of reading, talk included."""
        return round(self.words / pace + self.doing + TALK)


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
    return tuple(_counted(part, items, lesson) for part in parts)


def in_a_row(minutes: Iterable[Minutes], pace: int) -> str:
    """Write the minutes of all parts in a row, such as ``31 + 28``."""
    return " + ".join(str(one.at(pace)) for one in minutes)


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
            doing += EXERCISE + FURTHER * asked.further + asked.write / WRITING
    return Minutes(words, doing)


def effort_of(item: Item, lesson: Lesson) -> Effort:
    """Count what one exercise asks for, its title and instruction included."""
    kind = KINDS[item.kind]
    head = count(item.title, item.instruction, item.label)
    asked = kind.effort(item, lesson) if kind.effort else Effort(0)
    return Effort(head + asked.read, asked.reasons, asked.further, asked.write)


def _in_class(prose: Prose, items: Mapping[str, Item]) -> Iterator[Cell]:
    """Give the cells that belong to the lesson: up to the boxes behind the exit item, without its extension."""
    over = False
    for cell in prose.cells:
        role = items[cell.id].role if isinstance(cell, ExercisePlace) else ""
        over = over or role == "exit"
        if over and isinstance(cell, Box):
            return
        if role not in ("extension", "form"):
            yield cell
