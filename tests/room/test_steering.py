"""What the teacher has set is the same after a restart, and nothing that is damaged sets anything."""

from __future__ import annotations

import pytest
from broken_commits import break_commits

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


PAGES = [ONE, TWO, "/kupyansk/03_how_close"]


def begun_anew(store, day, opened):
    """Start the class again; give whether it began anew, and which notebooks are open then."""
    steering = Steering(store)
    anew = steering.begin(opened, PAGES, day)
    return anew, [page for page in PAGES if Steering(store).is_open(page)]


def test_a_start_like_the_last_one_of_the_same_day_leaves_all_as_the_teacher_has_set_it_since(store):
    assert begun_anew(store, "2026-11-30", [TWO]) == (True, [TWO])
    Steering(store).switch([ONE], on=True)
    Steering(store).switch([TWO], on=False)
    Steering(store).pause(on=True)
    assert begun_anew(store, "2026-11-30", [TWO]) == (False, [ONE])
    assert Steering(store).paused


@pytest.mark.parametrize(("day", "opened"), [("2026-12-01", [TWO]), ("2026-11-30", [ONE])])
def test_another_day_or_another_choice_begins_anew(store, day, opened):
    begun_anew(store, "2026-11-30", [TWO])
    Steering(store).switch([PAGES[2]], on=True)
    assert begun_anew(store, day, opened) == (True, opened)


@pytest.mark.parametrize("kept", ["{", '{"start": 7}', '{"start": {"day": 7, "open": "all"}}', '{"start": [1]}'])
def test_a_damaged_note_of_the_last_start_is_none(store, kept):
    store.note("room-steering", kept)
    assert begun_anew(store, "2026-11-30", [TWO]) == (True, [TWO])


def told(act):
    """Give an act that says whether the disk did its part."""

    def acts():
        try:
            act()
        except StoreTrouble:
            return "told"

    return acts


def test_what_a_whole_batch_did_not_keep_is_not_set_either(store):
    steering = Steering(store)
    mend = break_commits(store)
    acts = [lambda: steering.pause(on=True), lambda: steering.switch([ONE], on=False), lambda: steering.pause(on=False)]
    assert store.together([told(act) for act in acts]) == ["told"] * 3
    mend()
    assert steering.told(ONE) == {"paused": False, "closed": False}
    steering.switch([TWO], on=False)
    assert steering.told(ONE) == {"paused": False, "closed": False}
