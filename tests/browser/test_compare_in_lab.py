"""In real JupyterLab, by keyboard alone: the way to S15 is walked, answered, checked, and read as a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pages import bar_says, begin, cells, choose_by_arrows, exercise, open_notebook, run_all, tab_to
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "notebooks/kupyansk/07a_who_is_behind_it.ipynb"
NAME = "behind-alone-ring"


@pytest.fixture(scope="module")
def page(browser, lab):
    with lent_page(browser) as opened:
        open_notebook(opened, "lab", lab.port, NOTEBOOK)
        run_all(opened)
        expect(exercise(opened, NAME)).to_be_visible()
        yield opened


def test_the_way_is_walked_answered_and_checked_by_keyboard_alone(page):
    before = cells(page)
    begin(page, NAME)
    body = exercise(page, NAME)
    tab_to(page, "One step on")
    page.keyboard.press("Enter")
    expect(body.locator(".ws-live")).to_contain_text("Side by side: 2.")
    expect(body.locator(".ws-compare-column").nth(1)).to_contain_text("Our article")
    choose_by_arrows(page, "“in effect”", "wtat-article")
    page.keyboard.press("Tab")
    choose_by_arrows(page, "How do we know", "shown")
    page.keyboard.press("Tab")
    choose_by_arrows(page, "nobody is said to speak", "nowhere")
    page.keyboard.press("Tab")
    choose_by_arrows(page, "How do we know", "shown")
    page.keyboard.press("Tab")
    choose_by_arrows(page, "How sure are you", "3")
    page.keyboard.press("Tab")
    tab_to(page, "Check")
    page.keyboard.press("Enter")
    expect(body.locator(".ws-result-title")).to_be_focused()
    expect(body.locator(".ws-live")).to_have_text("2 of 2 versions found. Shown or inferred: 2 of 2.")
    nodes = body.locator(".ws-compare-node")
    expect(nodes).to_have_count(3)
    expect(nodes.last).to_contain_text("✂ here (question 1)")
    expect(body.locator(".ws-compare-intent")).to_have_text("Intent unknown.")
    bar_says(page, "Saved")
    assert cells(page) == before
