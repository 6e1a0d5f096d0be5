"""A personal link lets one device in once, and nobody finds it in the file of the class."""

from __future__ import annotations

import pytest

from exercises.room.links import Links
from exercises.room.register import Register, class_store


@pytest.fixture
def store(tmp_path):
    return class_store(tmp_path / "class")


@pytest.fixture
def cards(store):
    return Register(store).issue(3)


def test_there_is_one_link_for_every_card_and_it_lets_in_under_its_code(store, cards):
    links = Links(store).make()
    assert {one.code for one in links} == {card.code for card in cards}
    device = Links(store).enter(links[0].ticket)
    assert (Register(store).code_of(device), Links(store).code_of(links[0].ticket)) == (links[0].code, links[0].code)


def test_a_link_that_was_used_lets_nobody_in_again_also_after_its_device_has_left(store, cards):
    ticket = Links(store).make()[0].ticket
    device = Links(store).enter(ticket)
    assert Links(store).enter(ticket) is None
    Register(store).leave([device])
    assert Links(store).enter(ticket) is None


def test_while_a_device_is_in_under_the_code_a_link_lets_no_second_one_in(store, cards):
    Register(store).enter(cards[0].code)
    link = next(one for one in Links(store).make() if one.code == cards[0].code)
    assert Links(store).enter(link.ticket) is None


def test_new_links_make_the_old_ones_good_for_nothing(store, cards):
    old, new = Links(store).make(), Links(store).make()
    assert [Links(store).enter(one.ticket) for one in old] == [None] * len(cards)
    assert Links(store).enter(new[0].ticket) is not None


def test_no_link_stands_in_the_file(store, cards):
    links = Links(store).make()
    kept = store.path.read_bytes()
    assert [one for one in links if one.ticket.encode() in kept] == []
