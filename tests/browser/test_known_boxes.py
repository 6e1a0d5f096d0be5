"""A folded box of the notebook's own text: closed at first, opened by keyboard, and mostly open on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hosts import refresh
from pages import cells, open_notebook, run_all

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "kupyansk/08_check_desk.ipynb"


@pytest.fixture(params=["lab", "voila"])
def opened(request, page):
    started = refresh(request.getfixturevalue("voila" if request.param == "voila" else "lab"))
    if request.param == "voila":
        page.goto(f"http://127.0.0.1:{started.port}/voila/render/{NOTEBOOK}")
        expect(page.locator(".ws-bar")).to_be_visible()
    else:
        open_notebook(page, request.param, started.port, f"notebooks/{NOTEBOOK}")
        run_all(page)
    return request.param, page


def test_a_student_opens_the_box_by_keyboard_and_no_key_changes_a_cell(opened):
    kind, page = opened
    box = page.locator("details.ws-fold").filter(has_text="What is known")
    inside = box.locator("blockquote")
    box.scroll_into_view_if_needed()
    expect(inside).to_be_hidden()
    before = cells(page) if kind != "voila" else []
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()
    for key in ("a", "x", "d", "d"):
        page.keyboard.press(key)
    page.keyboard.press("Space")
    expect(inside).to_be_hidden()
    assert (cells(page) if kind != "voila" else []) == before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(inside).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(inside).to_be_hidden()


def test_a_sentence_in_plain_words_is_opened_by_keyboard_alone_and_stays_closed_on_paper(opened):
    _, page = opened
    article = page.locator("details.ws-fold").filter(has_text="The article")
    first, second = (article.locator("details.ws-plain").nth(place) for place in (0, 1))
    expect(first).to_be_hidden()
    article.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(first.locator("summary")).to_have_text("S1 in plain words")
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("p")).to_contain_text("the exercises ask about the sentence above")
    page.keyboard.press("Tab")
    expect(second.locator("summary")).to_be_focused()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(second.locator("p")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(first.locator("p")).to_be_visible()
