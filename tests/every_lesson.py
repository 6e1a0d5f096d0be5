"""The lessons of the course, for tests of what every one of them promises."""

from functools import cache
from pathlib import Path

import pytest

from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson, load_lesson

HOME = Path(__file__).parent.parent
FOLDERS = sorted(file.parent for file in (HOME / "lessons").glob("*/lesson.yaml"))
READ = [load_lesson(folder) for folder in FOLDERS]
# What a lesson promises, it promises of its article and key. One that has no key, as its students bring the article, is
# looked at by content/test_your_article.py.
LESSONS = [lesson for lesson in READ if lesson.key["article"].attributions]

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


def named(name: str) -> Lesson:
    """Give one lesson by its id."""
    return next(lesson for lesson in READ if lesson.id == name)


def items_of(lesson: Lesson) -> Exercises:
    """Give the exercises of one of these lessons, read once."""
    return _items(READ.index(lesson))


@cache
def _items(number: int) -> Exercises:
    return load_items(READ[number])
