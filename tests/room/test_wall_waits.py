"""The wall of an open room tells no exercise that somebody who is in has not done, over a restart as well."""

from __future__ import annotations

import json

import pytest
from imagined import Class
from rooms import opened
from small_lesson import build_small_lesson, change

from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room import presence

REASON = "The reporter only passes it on"
MINE, OTHER = "/bridge/one", "/ferry/one"


@pytest.fixture
def folders(tmp_path):
    both = [build_small_lesson(tmp_path / "lessons" / name) for name in ("bridge", "ferry")]
    change(both[1] / "lesson.yaml", "id: bridge", "id: ferry")
    change(both[1] / "lesson.yaml", "to: bridge/", "to: ferry/")
    return both


@pytest.fixture
def room(folders, tmp_path):
    """Five students are in and have done one exercise of the first lesson, with the same wrong answer."""
    with opened(folders, tmp_path / "class") as started:
        lesson = load_lesson(folders[0])
        codes = [card.code for card in started.register.issue(5)]
        pupils = Class(started.store, lesson, load_items(lesson), codes)
        for code in codes:
            started.register.enter(code)
            pupils.checks(code, "who-speaks", {"chosen": ["reporter"]})
        yield started


def told(room):
    """Say whether the wall tells our reason."""
    wall = json.loads(room.guest().shows_the_key().ask("GET", "/teacher/figures?wall=1")[2])
    return REASON in wall["html"]


def opens(guest, page):
    """Open a page, and close it again."""
    guest.goes_to(page)
    guest.talk(page)


def test_one_who_has_come_in_and_looks_at_the_list_is_not_told(room):
    assert told(room)
    room.guest().comes_in()
    assert not told(room)


def test_who_types_the_card_once_more_while_at_work_is_not_told(room):
    guest = room.guest().comes_in()
    opens(guest, MINE)
    guest.comes_in()
    assert not told(room)


def test_whose_device_sleeps_while_the_room_is_started_again_is_not_told(room, folders, tmp_path, monkeypatch):
    opens(room.guest().comes_in(), MINE)
    monkeypatch.setattr(presence, "RETURN", 0)
    with opened(folders, tmp_path / "class") as again:
        assert not told(again)


def test_who_takes_the_other_lesson_holds_nobody_back_and_whom_the_teacher_signs_out_neither(room, monkeypatch):
    monkeypatch.setattr(presence, "RETURN", 0)
    opens(room.guest().comes_in(), OTHER)
    assert told(room)
    sleeper = room.guest().comes_in()
    assert not told(room)
    teacher = room.guest().shows_the_key()
    (card,) = [card for card in teacher.desk()["cards"] if card["code"] == sleeper.card.code]
    teacher.press("out", device=card["devices"][0]["device"])
    assert told(room)


def test_after_the_end_of_a_lesson_and_at_the_start_of_the_next_one_nothing_is_told(room):
    room.guest().shows_the_key().press("end")
    assert not told(room)


def test_what_a_button_did_is_said_without_a_count_where_the_class_looks_on(room):
    teacher = room.guest().shows_the_key()
    assert "signed out: 5." in teacher.press("end")["said"]
    room.guest().comes_in()
    said = teacher.press("end", wall="yes")["said"]
    assert said == "The lesson has ended. All devices are signed out."
