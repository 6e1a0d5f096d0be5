"""What the teacher has set is the same after a restart, and nothing that is damaged sets anything."""

from __future__ import annotations

import pytest

from exercises.answers.store import Store, StoreTrouble
from exercises.room.register import class_store
from exercises.room.steering import Steering

ONE, TWO = "/kupyansk/01_first_read", "/kupyansk/02_who_says_so"


@pytest.fixture
def store(tmp_path):
    return class_store(tmp_path / "class")


def test_at_first_all_is_open_and_nobody_is_asked_to_look_up(store):
    assert Steering(store).told(ONE) == {"paused": False, "closed": False}


def test_what_is_set_is_the_same_after_a_restart(store, tmp_path):
    steering = Steering(store)
    steering.switch([ONE, TWO], on=False)
    steering.switch([TWO], on=True)
    steering.pause(on=True)
    again = Steering(class_store(tmp_path / "class"))
    assert (again.is_open(ONE), again.is_open(TWO), again.paused) == (False, True, True)


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", "null", '{"closed": 7, "paused": "yes"}', "[" * 9000, '{"closed": [1]}']
)
def test_what_is_damaged_sets_nothing(store, kept):
    store.note("room-steering", kept)
    assert Steering(store).told(ONE) == {"paused": False, "closed": False}


def test_what_the_disk_did_not_keep_is_not_set_either(store, monkeypatch):
    steering = Steering(store)

    def fails(*_args):
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(Store, "note", fails)
    with pytest.raises(StoreTrouble):
        steering.pause(on=True)
    assert steering.paused is False
