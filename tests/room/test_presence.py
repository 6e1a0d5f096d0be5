"""Who is on which page is known by the lines that are open, and news reach those whom they concern."""

from __future__ import annotations

import asyncio

from exercises.room.presence import MOST, RETURN, Presence, Seat

ONE, TWO = "/kupyansk/01_first_read", "/kupyansk/02_who_says_so"


class Page:
    """A page that is open, and writes down what it is told."""

    def __init__(self, presence, code, device, page):
        self.heard = []
        self.seat = Seat(code, device, page, self.heard.append, lambda: self.heard.append("shut"))
        presence.enter(self.seat)


def test_a_student_with_two_windows_is_in_once_and_stands_on_both_pages():
    presence = Presence()
    Page(presence, "amber-heron-42", "a", ONE)
    last = Page(presence, "amber-heron-42", "a", TWO)
    Page(presence, "brave-otter-11", "b", ONE)
    assert presence.codes() == ["amber-heron-42", "brave-otter-11"]
    assert presence.pages() == {ONE: ["amber-heron-42", "brave-otter-11"], TWO: ["amber-heron-42"]}
    presence.leave(last.seat)
    assert (presence.pages().get(TWO), presence.devices()) == (None, {"a", "b"})


def test_what_a_device_has_opened_is_known_when_all_its_pages_have_had_time_to_come_back():
    clock = [100.0]
    presence = Presence(lambda: clock[0])
    Page(presence, "amber-heron-42", "a", ONE)
    clock[0] += RETURN - 0.1
    Page(presence, "amber-heron-42", "a", TWO)
    Page(presence, "brave-otter-11", "b", TWO)
    assert presence.opened() == {}
    clock[0] += 0.1
    assert presence.opened() == {"a": {ONE, TWO}}


def test_a_page_that_leaves_twice_is_gone_once():
    presence = Presence()
    page = Page(presence, "amber-heron-42", "a", ONE)
    presence.leave(page.seat)
    presence.leave(page.seat)
    assert presence.codes() == []


def test_news_of_one_notebook_reach_its_pages_alone():
    presence = Presence()
    one, two = Page(presence, "amber-heron-42", "a", ONE), Page(presence, "brave-otter-11", "b", TWO)
    presence.tell({"closed": True}, ONE)
    presence.tell({"paused": True})
    assert (one.heard, two.heard) == (
        [{"room": {"closed": True}}, {"room": {"paused": True}}],
        [{"room": {"paused": True}}],
    )


def test_a_device_that_the_teacher_signs_out_is_cut_at_once_and_the_others_are_not():
    presence = Presence()
    one, two = Page(presence, "amber-heron-42", "a", ONE), Page(presence, "amber-heron-42", "b", ONE)
    presence.out(["a"], "out")
    assert (one.heard, two.heard) == ([{"room": {"out": "out"}}, "shut"], [])


def test_of_too_many_pages_on_one_device_the_first_one_gives_way_and_says_so():
    presence = Presence()
    other = Page(presence, "amber-heron-42", "b", ONE)
    pages = [Page(presence, "amber-heron-42", "a", f"/lesson/{number}") for number in range(MOST + 1)]
    assert pages[0].heard == [{"room": {"out": "many"}}, "shut"]
    assert [page.heard for page in (*pages[1:], other)] == [[]] * (MOST + 1)
    assert sorted(presence.pages()) == sorted([ONE, *(f"/lesson/{number}" for number in range(1, MOST + 1))])


def test_at_the_end_of_the_lesson_what_was_typed_last_may_still_come(monkeypatch):
    monkeypatch.setattr("exercises.room.presence.GRACE", 0)

    async def end():
        presence, heard, shut = Presence(), [], asyncio.Event()
        presence.enter(Seat("amber-heron-42", "a", ONE, heard.append, shut.set))
        presence.out(["a"], "ended")
        before = shut.is_set()
        await shut.wait()
        return heard, before

    assert asyncio.run(end()) == ([{"room": {"out": "ended"}}], False)


def test_who_was_cut_off_is_still_at_work_until_the_device_is_signed_out():
    clock = [100.0]
    presence = Presence(lambda: clock[0])
    presence.leave(Page(presence, "amber-heron-42", "a", ONE).seat)
    Page(presence, "brave-otter-11", "b", TWO)
    clock[0] += RETURN
    assert presence.opened() == {"a": {ONE}, "b": {TWO}}
    presence.out(["a"], "out")
    assert presence.opened() == {"b": {TWO}}
