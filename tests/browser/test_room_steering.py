"""The teacher steers in one browser, and a student sees it in another: pause, close, let in, end of the lesson."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from alone import axe_finds
from classroom_hand import comes_in, device, ends_the_lesson, is_saved, opens, shows_the_key
from pages import choose, exercise

pytestmark = [pytest.mark.browser, pytest.mark.host]


def is_asked_and_keeps(page, lesson, answer):
    """Come back to what this browser has kept, and take it."""
    opens(page, lesson)
    exercise(page, "start-choose").get_by_role("button", name="Show it and use it").click()
    is_saved(page)
    expect(exercise(page, "start-choose").get_by_label(answer)).to_be_checked()


def test_look_up_stands_on_every_page_locks_nothing_and_the_same_button_takes_it_away(lesson, card, browser):
    with device(browser) as student, device(browser) as listed, device(browser) as teacher:
        comes_in(student, lesson, card)
        opens(student, lesson)
        comes_in(listed, lesson, card)
        shows_the_key(teacher, lesson)
        teacher.get_by_role("button", name="Pause: look up").click()
        for page in (student, listed):
            expect(page.get_by_text("Please stop for a moment and look up.")).to_be_visible()
        choose(student, "start-choose", "Nobody")
        is_saved(student)
        teacher.get_by_role("button", name="Go on").click()
        for page in (student, listed):
            expect(page.get_by_text("Please stop for a moment and look up.")).to_be_hidden()
        expect(exercise(student, "start-choose").get_by_label("Nobody")).to_be_checked()


def test_a_notebook_that_is_closed_leaves_the_list_and_stays_open_where_it_is(lesson, card, browser):
    with device(browser) as student, device(browser) as listed, device(browser) as teacher:
        comes_in(student, lesson, card)
        opens(student, lesson)
        comes_in(listed, lesson, card)
        shows_the_key(teacher, lesson)
        expect(teacher.get_by_text(f"1 there now: {card[0]}")).to_be_attached()
        teacher.get_by_text("Open notebooks").click()
        start = teacher.get_by_role("checkbox", name="Start here").first
        start.uncheck()
        expect(student.get_by_text("Your teacher has closed this notebook.")).to_be_visible()
        expect(listed.get_by_role("link", name="Start here")).to_have_count(0)
        choose(student, "start-choose", "The driver")
        is_saved(student)
        student.mouse.wheel(0, 10_000)
        expect(student.get_by_text("Your teacher has closed this notebook.")).to_be_in_viewport()
        student.reload()
        expect(student.get_by_text("Your teacher has closed this notebook for now.")).to_be_visible()
        start.check()
        expect(exercise(student, "start-choose").get_by_label("The driver")).to_be_checked()


def test_a_second_device_comes_in_by_nod_and_is_signed_out_with_what_it_typed_in_sight(lesson, card, browser):
    with device(browser) as second, device(browser) as teacher:
        second.goto(lesson.address)
        second.get_by_label("Code").fill(card[0])
        second.get_by_role("button", name="Come in").click()
        expect(second.get_by_role("heading", name="Your teacher has to let you in")).to_be_visible()
        shows_the_key(teacher, lesson)
        asks = teacher.get_by_text(f"{card[0]} asks to come in")
        teacher.get_by_label("For the wall").check()
        expect(asks).to_have_count(0)
        expect(teacher.get_by_text("Somebody waits to be let in.")).to_be_visible()
        teacher.get_by_label("For the wall").uncheck()
        asks.locator("..").get_by_role("button", name="Let in").click()
        expect(second.get_by_text(f"You work as {card[0]}.")).to_be_visible()
        opens(second, lesson)
        teacher.get_by_text("Cards and devices", exact=True).click()
        row = teacher.get_by_role("row", name=re.compile(card[0]))
        row.get_by_role("button", name="Sign out").click()
        expect(second.get_by_text("Your teacher has signed this device out.")).to_be_visible()
        choose(second, "start-choose", "The driver")
        expect(exercise(second, "start-choose").get_by_label("The driver")).to_be_checked()
        second.get_by_role("link", name="Come in again").click()
        expect(second.get_by_text(f"answers that are not saved yet, of {card[0]}.")).to_be_visible()
        comes_in(second, lesson, card)
        is_asked_and_keeps(second, lesson, "The driver")


def test_who_asks_is_told_with_the_device_that_is_in_already_under_the_same_code(lesson, card, browser):
    with device(browser) as first, device(browser) as second, device(browser) as teacher:
        comes_in(first, lesson, card)
        comes_in(second, lesson, (card[0], ""))
        shows_the_key(teacher, lesson)
        asks = teacher.get_by_text(f"{card[0]} asks to come in")
        expect(asks).to_contain_text("A device is in under this code already, since")


def test_the_end_of_the_lesson_saves_what_was_typed_last_and_shows_the_way_in(lesson, card, browser):
    with device(browser) as student, device(browser) as teacher:
        comes_in(student, lesson, card)
        opens(student, lesson)
        shows_the_key(teacher, lesson)
        choose(student, "start-choose", "The driver")
        teacher.get_by_role("button", name="End lesson").click()
        teacher.get_by_role("button", name="No, go back").click()
        expect(student.get_by_text("The lesson has ended")).to_have_count(0)
        ends_the_lesson(teacher)
        expect(teacher.get_by_text("The lesson has ended. Devices signed out:")).to_be_visible()
        expect(student.get_by_label("PIN")).to_be_visible()
        expect(student.get_by_text("The lesson has ended. What you did is saved.")).to_be_visible()
        assert student.evaluate("Object.keys(localStorage).filter((name) => name.split('/').length > 2)") == []
        comes_in(student, lesson, card)
        opens(student, lesson)
        expect(exercise(student, "start-choose").get_by_label("The driver")).to_be_checked()


def test_what_could_not_be_saved_before_the_end_stays_in_sight_and_is_saved_later(lesson, card, browser):
    with device(browser) as student, device(browser) as teacher:
        comes_in(student, lesson, card)
        opens(student, lesson)
        student.context.set_offline(True)
        lesson.kill()  # A line that is open goes on without the network; a new one does not come about.
        lesson.open()
        choose(student, "start-choose", "Nobody")
        shows_the_key(teacher, lesson)
        ends_the_lesson(teacher)
        expect(teacher.get_by_text("The lesson has ended. Devices signed out:")).to_be_visible()
        student.context.set_offline(False)
        expect(student.get_by_text("This device is signed out")).to_be_visible()
        # What would still be sent by a page that is in is no longer said.
        for untrue in (
            student.locator(".room-line, .ws-bar-saved"),
            exercise(student, "start-choose").locator(".ws-status"),
        ):
            expect(untrue.locator("visible=true")).to_have_count(0)
        expect(exercise(student, "start-choose").get_by_label("Nobody")).to_be_checked()
        student.get_by_role("link", name="Come in again").click()
        comes_in(student, lesson, card)
        is_asked_and_keeps(student, lesson, "Nobody")


def test_a_new_pin_is_shown_once_and_not_on_the_wall(lesson, card, browser):
    with device(browser) as student, device(browser) as teacher:
        shows_the_key(teacher, lesson)
        teacher.get_by_text("Cards and devices", exact=True).click()
        teacher.get_by_role("button", name=f"New PIN for {card[0]}").click()
        teacher.get_by_role("button", name="Yes, do it").click()
        said = teacher.get_by_text(f"The new PIN of {card[0]} is")
        pin = re.search(r"is (\d{4})\.", said.text_content()).group(1)
        teacher.get_by_label("For the wall").check()
        expect(said).to_be_hidden()
        expect(teacher.get_by_role("row", name=re.compile(card[0]))).to_have_count(0)
        comes_in(student, lesson, (card[0], pin))
        expect(student.get_by_text(f"You work as {card[0]}.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk_nor_in_what_it_does_to_pages(lesson, browser, scheme):
    with device(browser, color_scheme=scheme) as student, device(browser, color_scheme=scheme) as teacher:
        code, pin = lesson.card()
        comes_in(student, lesson, (code, ""))
        found = {"waiting": axe_finds(student)}
        shows_the_key(teacher, lesson)
        teacher.get_by_text("Cards and devices", exact=True).click()
        expect(teacher.get_by_role("button", name="Let in").first).to_be_visible()
        found["desk"] = axe_finds(teacher)
        student.goto(lesson.address)
        comes_in(student, lesson, (code, pin))
        opens(student, lesson)
        teacher.get_by_role("button", name="Pause: look up").click()
        teacher.get_by_text("Open notebooks").click()
        start = teacher.get_by_role("checkbox", name="Start here").first
        start.uncheck()
        expect(student.get_by_text("Your teacher has closed this notebook.")).to_be_visible()
        found["paused"] = axe_finds(student)
        student.reload()
        found["closed"] = axe_finds(student)
        teacher.get_by_role("button", name="Go on").click()
        start.check()
        expect(exercise(student, "start-choose")).to_be_visible()  # else the next test begins with a closed notebook
    assert found == {"waiting": [], "desk": [], "paused": [], "closed": []}
