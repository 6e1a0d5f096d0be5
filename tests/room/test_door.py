"""In by a personal link: its button lets the first device in, and a further one waits."""

from __future__ import annotations

import json

import pytest

from exercises.room.links import Links

PAGE = "/bridge/one"


@pytest.fixture
def link(room, guest):
    """The link of the guest's own code; others are good no more."""
    return next(f"/in/{one.ticket}" for one in Links(room.store).make() if one.code == guest.card.code)


def test_a_program_that_looks_at_a_link_uses_nothing_up_and_the_button_lets_in(guest, link):
    for _ in range(3):
        status, _, text = guest.ask("GET", link)
        assert (status, guest.card.code in text) == (200, True)
    status, found, _ = guest.ask("POST", link)
    guest.cookie = found["Set-Cookie"].split(";")[0]
    assert (status, guest.ask("GET", PAGE)[0]) == (303, 200)


def test_a_replayed_link_waits_for_the_teacher(room, guest, link, teacher):
    guest.ask("POST", link)
    second = room.guest()
    status, found, _ = second.ask("POST", link)
    second.cookie = found["Set-Cookie"].split(";")[0]
    assert (status, found["Location"], second.ask("GET", PAGE)[0]) == (303, "/waiting", 302)
    assert guest.card.code in [one["code"] for one in teacher.desk()["asks"]]


def test_who_never_asked_waits_for_nothing(guest):
    status, _, text = guest.ask("GET", "/waiting")
    assert (status, "Come in with code and PIN instead" in text) == (200, True)


def test_a_page_without_a_line_learns_under_which_code_it_is_in_and_nothing_of_others(room, guest):
    other = room.guest().comes_in()
    assert json.loads(guest.ask("GET", "/here")[2])["code"] is None
    text = guest.comes_in().ask("GET", "/here")[2]
    assert json.loads(text) == {"open": [PAGE], "paused": False, "code": guest.card.code, "asks": ""}
    assert other.card.code not in text


def test_another_card_at_the_same_device_signs_the_one_before_out(room, guest):
    guest.comes_in()
    before, guest.card = guest.cookie, room.register.issue(1)[0]
    guest.comes_in()
    assert guest.ask("GET", PAGE)[0] == 200
    guest.cookie = before
    assert guest.ask("GET", PAGE)[0] == 302
