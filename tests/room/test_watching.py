"""The teacher's window says how many are in, and that a damaged class has a new key, instead of showing a dead one."""

from __future__ import annotations

import pytest
from kinds_lesson import build_kinds_lesson
from rooms import damage

from exercises.answers.store import StoreTrouble
from exercises.room.presence import Seat
from exercises.room.register import Register, class_store
from exercises.room.server import application
from exercises.room.watching import Watch


@pytest.fixture
def made(tmp_path):
    lesson = build_kinds_lesson(tmp_path / "lessons" / "bridge")
    store = class_store(tmp_path / "class")
    Register(store).issue(2)
    return application([lesson], store, ["127.0.0.1:8765"])


def test_how_many_are_in_is_said_when_it_changes_and_only_then(made):
    said, presence = [], made.settings["room"].presence
    watch = Watch(made, said.append)
    watch.look()
    seat = Seat("amber-heron-42", "a", "/bridge/one", print, print)
    presence.enter(seat)
    watch.look()
    watch.look()
    presence.leave(seat)
    watch.look()
    assert ["With a notebook open: 1." in said[0], "With a notebook open: 0." in said[1], len(said)] == [True, True, 2]


def test_after_damage_the_new_key_is_said_and_cookies_are_signed_anew(made, tmp_path):
    said, room, secret = [], made.settings["room"], made.settings["cookie_secret"]
    watch, before = Watch(made, said.append), room.register.teacher_key()
    damage(tmp_path / "class")
    watch.look()
    key = room.register.teacher_key()
    assert (key == before, key in said[-1], made.settings["cookie_secret"] == secret) == (False, True, False)
    [damaged] = [sentence for sentence in said if "answers-damaged-" in sentence]
    # The sentence for the teacher, and a command that makes cards for this class and no other.
    assert [word for word in ("your teacher", "your code", "Open my work") if word in damaged] == []
    assert "whosays room --class class --cards" in said[-1]
    said.clear()
    watch.look()
    assert said == []


def test_a_new_key_that_the_teacher_asked_for_is_said_and_the_class_is_still_the_same(made):
    said, room, secret = [], made.settings["room"], made.settings["cookie_secret"]
    watch = Watch(made, said.append)
    key = room.register.new_key()
    watch.look()
    watch.look()
    assert said == [f"The key of your page is another one now: {key}"]
    assert made.settings["cookie_secret"] == secret


def test_too_many_connections_are_said_once(made):
    said, crowd = [], made.settings["room"].crowd
    watch = Watch(made, said.append)
    watch.look()
    assert said == []
    crowd.make_room()
    watch.look()
    watch.look()
    assert [("More connections" in sentence) for sentence in said] == [True]


def test_a_failing_disk_ends_no_room(made, monkeypatch):
    watch = Watch(made, print)

    def fails(*_args):
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(Register, "teacher_key", fails)
    watch.look()
