"""The lessons of the course, for tests of what every one of them promises."""

from pathlib import Path

import pytest

from exercises.lesson.load import load_lesson

HOME = Path(__file__).parent.parent
FOLDERS = sorted(file.parent for file in (HOME / "lessons").glob("*/lesson.yaml"))
LESSONS = [load_lesson(folder) for folder in FOLDERS]

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


def named(name):
    """Give one lesson by its id."""
    return next(lesson for lesson in LESSONS if lesson.id == name)
