"""Whatever happens to device and network: typing goes on, the page says what is true, and all is there afterwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from classroom_hand import comes_in, device, is_saved, opens
from pages import choose, exercise

pytestmark = [pytest.mark.browser, pytest.mark.host]
NAME = "start-choose"
TWO_MINUTES = 120_000  # milliseconds


def begins(page, lesson, card):
    """Come in, and have an answer saved."""
    comes_in(page, lesson, card)
    opens(page, lesson)
    choose(page, NAME, "Nobody")
    is_saved(page)


def finds(page, lesson, option):
    """Load the page anew, and find an answer there."""
    opens(page, lesson)
    expect(exercise(page, NAME).get_by_label(option)).to_be_checked()
    is_saved(page)


def test_two_minutes_without_a_network_are_said_and_lose_nothing(lesson, card, browser):
    with device(browser) as page:
        page.clock.install()
        begins(page, lesson, card)
        with lesson.unheard():
            choose(page, NAME, "The driver")
            for _ in range(4):
                page.clock.run_for(TWO_MINUTES / 4)
            expect(page.locator(".ws-bar")).not_to_have_attribute("data-state", "saved")
            expect(exercise(page, NAME)).to_contain_text("Not saved")
        is_saved(page)
        finds(page, lesson, "The driver")


def test_a_lid_that_was_closed_over_the_break_loses_nothing(lesson, card, browser):
    with device(browser) as page:
        page.clock.install()
        begins(page, lesson, card)
        choose(page, NAME, "The driver")
        # Nothing runs meanwhile; the room goes away and comes back.
        lesson.kill()
        page.clock.fast_forward(30 * TWO_MINUTES)
        lesson.open()
        is_saved(page)
        finds(page, lesson, "The driver")


def test_a_tab_that_is_killed_before_it_could_send_has_its_answer_when_it_is_opened_again(lesson, card, browser):
    with device(browser) as page:
        begins(page, lesson, card)
        with lesson.unheard():
            choose(page, NAME, "The driver")
            expect(page.locator(".ws-bar-saved")).not_to_have_text("Saved")
            again = page.context.new_page()
            page.close()
        opens(again, lesson)
        expect(exercise(again, NAME).get_by_label("The driver")).to_be_checked()
        is_saved(again)
        finds(again, lesson, "The driver")


@pytest.mark.parametrize("day", ["1999-12-31", "2099-01-01"])
def test_a_device_whose_clock_is_wrong_by_years_saves_checks_and_gives_way_to_what_came_later(
    lesson, card, browser, day
):
    with device(browser) as wrong, device(browser) as right:
        wrong.clock.install(time=f"{day}T10:00:00")
        for page in (wrong, right):
            comes_in(page, lesson, card)
            opens(page, lesson)
        choose(wrong, NAME, "Nobody")
        is_saved(wrong)
        expect(exercise(right, NAME).get_by_label("Nobody")).to_be_checked()
        choose(right, NAME, "The driver", confidence=3)
        is_saved(right)
        expect(exercise(wrong, NAME).get_by_label("The driver")).to_be_checked()
        exercise(wrong, NAME).get_by_role("button", name="Check").click()
        expect(exercise(wrong, NAME).locator(".ws-result")).to_be_visible()
        opens(right, lesson)
        expect(exercise(right, NAME)).to_have_attribute("data-phase", "checked")


def test_at_another_address_all_that_was_saved_is_there_and_the_old_page_still_has_the_rest(lesson, card, browser):
    with device(browser) as page:
        begins(page, lesson, card)
        lesson.move()
        choose(page, NAME, "The driver")
        expect(page.locator(".room-line")).to_be_visible()
        expect(exercise(page, NAME).get_by_label("The driver")).to_be_checked()
        page.context.clear_cookies()  # Browsers keep them by address; those of the tests differ by their port alone.
        other = page.context.new_page()
        comes_in(other, lesson, card)
        finds(other, lesson, "Nobody")
        expect(exercise(page, NAME)).to_contain_text("Not saved")


def test_a_page_that_comes_back_when_another_student_is_in_keeps_its_words_and_draws_nothing_of_theirs(
    lesson, card, browser
):
    with device(browser) as page:
        line = Line(page)
        begins(page, lesson, card)
        page.route("**/here", lambda route: route.abort())  # It cannot ask who is in before its line is there again.
        line.cut()
        choose(page, NAME, "The driver")
        expect(page.locator(".ws-bar")).not_to_have_attribute("data-state", "saved")
        other = page.context.new_page()
        other.goto(lesson.address)
        other.get_by_role("button", name="I am not this student").click()
        second = lesson.card()
        begins(other, lesson, second)
        line.mend()
        expect(page.locator(".room-news")).to_contain_text("Another student is in on this device now.")
        expect(page.locator(".room-news")).to_contain_text(card[0])
        expect(page.locator(".ws-bar-code")).to_have_text(card[0])
        expect(exercise(page, NAME).get_by_label("The driver")).to_be_checked()
        finds(other, lesson, "Nobody")
        other.goto(lesson.address)
        other.get_by_role("button", name="I am not this student").click()
        comes_in(other, lesson, card)
        opens(other, lesson)
        exercise(other, NAME).get_by_role("button", name="Show it and use it").click()
        is_saved(other)
        finds(other, lesson, "The driver")


class Line:
    """The line of a page, which a test cuts and mends."""

    def __init__(self, page):
        self._open, self._is_cut = [], False
        page.route_web_socket("**/line/**", self._opened)

    def _opened(self, route):
        if self._is_cut:
            route.close()
        else:
            route.connect_to_server()
            self._open.append(route)

    def cut(self):
        self._is_cut = True
        for route in self._open:
            route.close()

    def mend(self):
        self._is_cut = False
