"""Cards and devices: only issued codes let in, and only with their PIN."""

from __future__ import annotations

import sqlite3

import pytest

from exercises.room.register import Register, class_store


@pytest.fixture
def register(tmp_path):
    return Register(class_store(tmp_path / "class"))


def test_a_card_lets_a_device_in_under_its_code_however_it_is_typed(register):
    card = register.issue(1)[0]
    code = register.code_on(card.code.replace("-", " ").upper(), f" {card.pin[:2]} {card.pin[2:]} ")
    assert register.code_of(register.enter(code)) == card.code


def test_no_other_code_and_no_other_pin_lets_anybody_in(register):
    one, two = register.issue(2)
    other = f"{(int(one.pin) + 1) % 10_000:04}"
    never = "amber-heron-99" if one.code != "amber-heron-99" else "amber-heron-98"
    tries = [(one.code, other), (two.code, one.pin if one.pin != two.pin else other), (never, one.pin)]
    tries += [("", ""), (one.code, ""), ("' or 1=1 --", one.pin), ("\x00", "0000"), (one.code, "０" * 4)]
    assert [register.code_on(*one) for one in tries] == [None] * len(tries)


def test_a_device_that_has_left_is_out_and_another_one_of_the_same_card_is_not(register):
    card = register.issue(1)[0]
    first, second = register.enter(card.code), register.enter(card.code)
    register.leave([first])
    assert (register.code_of(first), register.code_of(second)) == (None, card.code)


def test_after_a_restart_cards_devices_and_secret_are_the_same(register, tmp_path):
    card = register.issue(1)[0]
    device, secret = register.enter(card.code), register.secret()
    again = Register(class_store(tmp_path / "class"))
    assert (again.code_of(device), again.secret(), again.codes()) == (card.code, secret, [card.code])


def test_a_card_is_kept_without_its_pin(register, tmp_path):
    cards = register.issue(30)
    with sqlite3.connect(tmp_path / "class" / "answers.sqlite") as database:
        kept = database.execute("SELECT * FROM cards").fetchall()
    assert len(kept) == 30
    assert [card for card in cards if any(card.pin == value for row in kept for value in row)] == []
