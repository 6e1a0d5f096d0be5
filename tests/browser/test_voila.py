"""In Voila, with our own template: opens, marks, checks, saves, and asks nothing of the network."""

from __future__ import annotations

import sqlite3

import pytest
from playwright.sync_api import expect

from pages import choose, exercise, unstyled

pytestmark = [pytest.mark.browser, pytest.mark.host]


def test_a_student_marks_checks_and_saves_in_voila_without_the_network(voila, page, tmp_path):
    outside = []
    page.on(
        "request",
        lambda request: (
            outside.append(request.url) if "127.0.0.1" not in request.url and request.url.startswith("http") else None
        ),
    )
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/start_here.ipynb")
    mark = exercise(page, "start-mark")
    expect(mark).to_be_visible()
    assert unstyled(page, tmp_path) == []
    mark.locator("[role=listbox]").first.focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("1")
    mark.locator(".ws-confidence input").first.check()
    mark.get_by_role("button", name="Check").click()
    expect(mark.locator(".ws-result")).to_be_visible()
    choose(page, "start-choose", "The driver")
    expect(page.locator(".ws-bar-saved")).to_contain_text("Saved")
    with sqlite3.connect(voila.store / "answers.sqlite") as database:
        assert database.execute("select count(*) from attempts").fetchone()[0] == 1
    assert outside == []


def test_on_paper_the_whole_notebook_comes_out(voila, page):
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/kupyansk/02_who_says_so.ipynb")
    expect(exercise(page, "who-more-rest")).to_be_visible()
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    assert sheets > 5
