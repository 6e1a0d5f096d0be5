"""The table for a gradebook: done by code, nothing of right and wrong, and not which lesson somebody took."""

import csv
import io
from types import SimpleNamespace

import pytest
from imagined import Class
from small_lesson import build_small_lesson, change

from exercises.answers.whole_class import ClassReader
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room.gradebook import gradebook
from exercises.room.register import class_store

MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}


@pytest.fixture
def shelves(tmp_path):
    for name in ("bridge", "ferry"):
        folder = build_small_lesson(tmp_path / "lessons" / name)
        if name == "ferry":
            change(folder / "lesson.yaml", "id: bridge", "id: ferry")
    lessons = [load_lesson(tmp_path / "lessons" / name) for name in ("bridge", "ferry")]
    return [SimpleNamespace(lesson=lesson, items=load_items(lesson)) for lesson in lessons]


@pytest.fixture
def classes(shelves, tmp_path):
    store = class_store(tmp_path / "class")
    return [Class(store, shelf.lesson, shelf.items) for shelf in shelves]


def table(classes, shelves):
    whole = ClassReader(classes[0].store).read(classes[0].codes)
    return list(csv.reader(io.StringIO(gradebook(whole, shelves))))


def test_every_code_has_a_line_and_whoever_has_done_nothing_has_nought(classes, shelves):
    head, *lines = table(classes, shelves)
    assert head[0] == "Code"
    assert [line[0] for line in lines] == sorted(classes[0].codes)
    assert {line[1] for line in lines} == {"0"}


def test_what_is_done_counts_in_either_lesson_whether_right_or_wrong_and_which_one_it_was_is_not_told(classes, shelves):
    bridge, ferry = classes
    one, two, three = bridge.codes[:3]
    bridge.checks(one, "who-speaks", MAYOR)
    ferry.checks(two, "who-speaks", REPORTER)
    bridge.draft(three, "who-speaks")
    head, *lines = table(classes, shelves)
    done = {line[0]: line[1] for line in lines}
    assert (done[one], done[two], done[three]) == ("50", "50", "0")
    assert [name for name in head if "of 100" in name] == [head[1]]


def test_whoever_tries_once_more_loses_nothing_of_what_was_done(classes, shelves):
    bridge = classes[0]
    bridge.checks(bridge.codes[0], "who-speaks", MAYOR)
    bridge.draft(bridge.codes[0], "who-speaks")
    assert {line[0]: line[1] for line in table(classes, shelves)[1:]}[bridge.codes[0]] == "50"


def test_test_and_levels_are_left_for_the_teacher_to_fill_in(classes, shelves):
    head, *lines = table(classes, shelves)
    assert head[2] == "Ten-minute test, of 12"
    assert [name[:7] for name in head[3:]] == [f"Level {row}" for row in "ABCDE"]
    assert {tuple(line[2:]) for line in lines} == {("",) * 6}
