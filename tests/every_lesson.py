"""The lessons of the course, for tests of what every one of them promises."""

from functools import cache
from pathlib import Path

import pytest

from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, load_lesson

HOME = Path(__file__).parent.parent
FOLDERS = sorted(file.parent for file in (HOME / "lessons").glob("*/lesson.yaml"))
LESSONS = [load_lesson(folder) for folder in FOLDERS]

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


def named(name: str) -> Lesson:
    """Give one lesson by its id."""
    return next(lesson for lesson in LESSONS if lesson.id == name)


def items_of(lesson: Lesson) -> Exercises:
    """Give the exercises of one of these lessons, read once."""
    return _items(LESSONS.index(lesson))


@cache
def _items(number: int) -> Exercises:
    return load_items(LESSONS[number])
