"""A class gets no page that rests on drafts, and the teacher is told which ones that were."""

import pytest
from drafted_lesson import make, take_over
from small_lesson import build_small_lesson
from typer.testing import CliRunner

from exercises.cli import app
from exercises.notebook.ready import RestsOnDrafts
from exercises.room import opening
from exercises.room.assets import Assets
from exercises.room.classes import class_folder
from exercises.room.library import Library
from exercises.room.register import Register, class_store


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """Give a new lesson whose drafts nobody has looked at, and one that was written by hand."""
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    return make(tmp_path / "lessons" / "bakery"), build_small_lesson(tmp_path / "lessons" / "bridge")


def library(*folders, **asked):
    return Library(folders, Assets(), class_store(class_folder("9b")), **asked)


def pages(made):
    return {(lesson, name) for lesson, shelf in made.shelves.items() for name in shelf.documents}


def test_a_lesson_of_drafts_is_not_served_beside_another_one_and_the_reason_is_told(lessons):
    made = library(*lessons)
    assert pages(made) == {("bridge", "one")}
    assert "because they rest on drafts" in made.refused[0]


def test_a_teacher_who_asks_for_drafts_gets_their_pages(lessons):
    assert ("bakery", "02_who_says_so") in pages(library(*lessons, drafts=True))


def test_what_was_looked_at_is_served(lessons):
    take_over(lessons[0], "lesson.yaml", "01_first_read.yaml")
    assert ("bakery", "01_first_read") in pages(library(*lessons))


def test_a_room_with_nothing_but_drafts_is_not_opened(lessons):
    with pytest.raises(RestsOnDrafts, match="whosays check bakery"):
        library(lessons[0])


def test_the_command_ends_in_one_sentence_then(lessons, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "find_lessons", lambda: tmp_path / "lessons")
    monkeypatch.setattr(opening, "is_free", lambda *_: True)
    Register(class_store(class_folder("9b"))).issue(1)
    words = ["room", "--class", "9b", "--lesson", "bakery", "--bind", "192.0.2.7"]
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, "because they rest on drafts" in result.output) == (1, True)
    assert "Traceback" not in result.output
