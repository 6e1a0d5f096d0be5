"""What a student and a teacher do in a class that is open on this computer, as small steps that tests are made of."""

from __future__ import annotations

import re
from contextlib import contextmanager

from playwright.sync_api import expect

START = "/kupyansk/start_here"


def comes_in(page, lesson, card):
    """Come to the door and show a card."""
    page.goto(lesson.address)
    code, pin = card
    page.get_by_label("Code").fill(code.replace("-", " "))
    page.get_by_label("PIN").fill(pin)
    # Until the answer is there: a browser that is led elsewhere meanwhile does not come in.
    with page.expect_navigation():
        page.get_by_role("button", name="Come in").click()


def opens(page, lesson, path=START):
    """Open a notebook, and wait until its exercises are there."""
    page.goto(lesson.address + path)
    is_ready(page)


def is_ready(page):
    """Wait until the exercises of a notebook are there."""
    expect(page.locator("body")).to_have_attribute("data-ready", "true")


def is_saved(page):
    """Wait until the bar says so."""
    expect(page.locator(".ws-bar")).to_have_attribute("data-state", "saved")
    expect(page.locator(".ws-bar-saved")).to_contain_text("Saved")


def shows_the_key(page, lesson):
    """Come to the teacher's page with the key that stands where the class was opened."""
    key = re.findall(r"Its key: (\d+)", (lesson.folder / "room.log").read_text("utf-8"))[-1]
    page.goto(f"{lesson.address}/teacher")
    page.get_by_label("Key").fill(key)
    page.get_by_role("button", name="Show the class").click()
    expect(page.get_by_role("heading", name="The way in")).to_be_visible()


def ends_the_lesson(page):
    """End the lesson from the teacher's page, and say yes."""
    page.get_by_role("button", name="End lesson").click()
    page.get_by_role("button", name="Yes, do it").click()


@contextmanager
def device(browser, **options):
    """Give a page of a browser of its own; whatever breaks in it fails the test."""
    faults, context = [], browser.new_context(**options)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
