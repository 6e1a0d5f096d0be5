"""What happened to the file of a class is said to each student until they have closed it; nobody closes for another."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from exercises.answers.layout import add_notice, all_notices
from exercises.answers.tables import NOTICES
from exercises.words import speaking, words

PAGE = "/bridge/one"


@pytest.fixture
def two(room):
    return room.guest().comes_in(), room.guest().comes_in()


def noted(room, **parts):
    """Note something, and give its number."""
    room.store.run(lambda connection: add_notice(connection, "row-aside", {"count": "77"} | parts), write=True)
    return room.store.run(
        lambda connection: connection.execute(select(func.max(NOTICES.c.number))).scalar(), write=False
    )


def is_said(number, *guests):
    """Say for each guest whether the notice of a number stands in the bar."""
    bars = [guest.talk(PAGE)[0]["faces"][0]["traits"]["state"]["notices"] for guest in guests]
    return [number in [one["number"] for one in notices] for notices in bars]


def closes(guest, *numbers):
    messages = [{"face": 0, "content": {"kind": "close-notice", "number": number}} for number in numbers]
    return [one["reply"] for one in guest.talk(PAGE, *messages) if "reply" in one]


def test_the_notice_of_a_student_is_closed_by_that_one_alone(room, two):
    own, other = two
    number = noted(room, code=own.card.code)
    assert is_said(number, own, other) == [True, False]
    closes(other, number)
    assert is_said(number, own, other) == [True, False]
    closes(own, number)
    assert is_said(number, own, other) == [False, False]


def test_a_notice_to_all_is_closed_by_each_for_themselves(room, two):
    number = noted(room)
    for who, left in zip(two, ([False, True], [False, False]), strict=True):
        closes(who, number)
        assert is_said(number, *two) == left


def test_whoever_closes_again_and_again_fills_no_file(room, two):
    number = noted(room)
    closes(two[0], number)
    before = room.store.run(all_notices, write=False)
    closes(two[0], number, number, number + 999)
    assert room.store.run(all_notices, write=False) == before


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**30, 1.5, "1", None])
def test_a_number_that_no_notice_can_have_is_refused_in_words(two, number):
    (reply,) = closes(two[0], number)
    assert (reply["kind"], "did not understand that" in reply["words"]) == ("trouble", True), reply


def test_where_a_page_promises_to_ask_whether_to_keep_words_it_names_the_address_to_which_that_holds():
    with speaking("en", "room"):
        entry = words("room")["entry"]
    promised = [one for one in (*entry.values(), *entry["news"].values()) if "whether to keep" in str(one)]
    sentences = [one for one in promised if isinstance(one, str)]
    assert len(sentences) > 3
    assert [
        one for one in sentences if "at the same address" not in one and "at the address of this page" not in one
    ] == []
