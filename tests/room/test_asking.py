"""Who has a code and no PIN waits for the teacher's nod; nobody waits under a code that was never issued."""

from __future__ import annotations

import pytest

from exercises.room import asking
from exercises.room.asking import MOST, Asks
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


def test_one_who_asks_again_and_again_fills_no_page(store, card):
    asks = Asks(store)
    devices = [asks.ask(card.code) for _ in range(3 * MOST)]
    assert [one.device for one in asks.waiting()] == devices[-MOST:]


def test_after_hours_nobody_waits_any_more(store, card, monkeypatch):
    asks = Asks(store)
    device = asks.ask(card.code)
    monkeypatch.setattr(asking, "HOURS", -1)
    assert (asks.state(device), asks.waiting(), asks.nod(device, yes=True)) == ("no", [], False)
