"""Who is where: by code, the exercise that was touched last, and how many are done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exercises.answers.work import Work
from exercises.kinds.exercises import Exercises
from exercises.lesson.load import Lesson
from exercises.room.figures.seen import Names
from exercises.room.figures.traces import Traces


@dataclass(frozen=True, slots=True)
class Where:
    """One student in one lesson.

    Attributes
    ----------
    code : str
        The student's code.
    notebook, exercise : str
        Titles of where they were last.
    done, of : int
        How many exercises of that notebook are done, of how many.
    whole : int
        How many are done in the lesson.
    """

    code: str
    notebook: str
    exercise: str
    done: int
    of: int
    whole: int


def where(students: Iterable[tuple[Work, Traces, Names]], lesson: Lesson, items: Exercises) -> tuple[Where, ...]:
    """Say where each student is who has begun this lesson, with what is done, in the order of the codes."""
    return tuple(found for one, traces, done in students if (found := _where(one, traces, done, lesson, items)))


def _where(work: Work, traces: Traces, done: Names, lesson: Lesson, items: Exercises) -> Where | None:
    if not traces or not any(one.lesson == lesson.id and one.exercise in items for one in work.drafts):
        return None
    last = traces[-1].exercise
    places = ((entry.numbered, [item.id for item in items.of(entry.name)]) for entry in lesson.info.notebooks)
    notebook, inside = next(((title, ids) for title, ids in places if last in ids), ("", [last]))
    known = done & set(items)
    return Where(work.code, notebook, items[last].title, len(known & set(inside)), len(inside), len(known))
