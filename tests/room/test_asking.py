"""Who has a code and no PIN waits for the teacher's nod; nobody waits under a code that was never issued."""

from __future__ import annotations

import pytest

from exercises.room import asking
from exercises.room.asking import MOST, Asks, Crowded, number_of
from exercises.room.register import Register, class_store


@pytest.fixture
def store(tmp_path):
    return class_store(tmp_path / "class")


@pytest.fixture
def card(store):
    return Register(store).issue(1)[0]


def test_a_device_waits_until_the_teacher_nods_also_over_a_restart(store, card, tmp_path):
    device = Asks(store).ask(card.code)
    again = Asks(class_store(tmp_path / "class"))
    assert (again.state(device), Register(store).code_of(device)) == ("waiting", None)
    assert [(one.device, one.code) for one in again.waiting()] == [(device, card.code)]
    assert again.nod(device, yes=True) is True
    assert (again.state(device), Register(store).code_of(device), again.waiting()) == ("in", card.code, [])


def test_who_is_sent_away_or_signed_out_again_waits_no_more(store, card):
    asks = Asks(store)
    away, out = asks.ask(card.code), asks.ask(card.code)
    asks.nod(away, yes=False)
    asks.nod(out, yes=True)
    Register(store).leave([out])
    assert (asks.state(away), asks.state(out), asks.nod(away, yes=True)) == ("no", "no", False)


@pytest.mark.parametrize("code", ["never-issued-42", "", "' OR 1=1 --", "\x00"])
def test_under_a_code_that_was_never_issued_nobody_waits(store, card, code):
    assert (Asks(store).ask(code), Asks(store).waiting()) == (None, [])


def test_who_waits_is_pushed_out_by_nobody_who_asks_under_the_same_code_later(store, card):
    asks = Asks(store)
    devices = [asks.ask(card.code) for _ in range(MOST)]
    for _ in range(2 * MOST):
        with pytest.raises(Crowded):
            asks.ask(card.code)
    assert [one.device for one in asks.waiting()] == devices


def test_one_device_that_asks_again_waits_once_under_the_code_that_it_typed_last(store, card):
    asks, other = Asks(store), Register(store).issue(1)[0]
    device = asks.ask(card.code)
    assert asks.ask(card.code, device) == device
    moved = asks.ask(other.code, device)
    assert [(one.device, one.code) for one in asks.waiting()] == [(moved, other.code)]


def test_no_two_who_wait_have_the_same_number_and_it_stays_the_same(store):
    asks = Asks(store)
    devices = [asks.ask(one.code) for one in Register(store).issue(45)]
    numbers = [one.number for one in asks.waiting()]
    assert (len(set(numbers)), min(numbers) >= 10, max(numbers) <= 99) == (45, True, True)
    assert numbers == [number_of(device) for device in devices]


def test_after_hours_nobody_waits_any_more(store, card, monkeypatch):
    asks = Asks(store)
    device = asks.ask(card.code)
    monkeypatch.setattr(asking, "HOURS", -1)
    assert (asks.state(device), asks.waiting(), asks.nod(device, yes=True)) == ("no", [], False)
