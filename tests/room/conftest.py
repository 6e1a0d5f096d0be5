"""A room with the tiny lesson, opened once for a file of tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kinds_lesson import build_kinds_lesson
from rooms import opened


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("room")
    lesson = build_kinds_lesson(folder / "lessons" / "bridge")
    with opened([lesson], folder / "class") as started:
        yield started


@pytest.fixture
def guest(room):
    return room.guest()


@pytest.fixture
def teacher(room):
    """Somebody who has shown the key, and is no student."""
    return room.guest().shows_the_key()
