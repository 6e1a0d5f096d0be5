"""In JupyterLab and Notebook 7: rating, writing and sealing by keyboard, over a reload, and no key strays."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hosts import refresh
from pages import bar_says, cells, exercise, open_notebook, run_all, tab_into

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "notebooks/bridge/one.ipynb"
TEXT = "The mayor said that the bridge may open."
NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const group = one.closest("fieldset")?.querySelector("legend")?.textContent;
  const label = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent;
  return one.closest(".ws-exercise") ? (one.type === "radio" ? group : label) || "" : null;
}"""


@pytest.fixture(params=["lab", "notebook"])
def opened(request, page, lab):
    """Open the practice notebook in a host and run all its cells; gives the page and how to open it again."""
    refresh(lab)

    def begin():
        open_notebook(page, request.param, lab.port, NOTEBOOK)
        run_all(page)
        expect(opening(page)).to_be_attached()

    begin()
    return page, begin


def opening(page):
    """Find the place where the seal is opened: the second one that shows the exercise."""
    return page.locator('.ws-exercise:has([id^="ws-bet-"])').nth(1)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, words):
    passed = []
    for _ in range(60):
        name = page.evaluate(NAME_OF_FOCUS)
        if name is not None and words in name:
            return
        passed.append(name)
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab did not come to “{words}” but passed {passed}")


def test_rating_writing_and_sealing_go_by_keyboard_and_what_is_sealed_is_opened_below(opened):
    page, begin = opened
    before = cells(page)
    bet, first, support = (exercise(page, name) for name in ("bet", "first-item", "support"))

    bet.locator("input").first.focus()
    press(page, "Space", "a", "d", "d")
    tab_to(page, "How sure are you")
    press(page, "Space", "ArrowDown", "ArrowDown", "ArrowDown")
    tab_to(page, "Seal my answer")
    press(page, "Enter")
    expect(bet).to_have_attribute("data-phase", "sealed")
    expect(bet).to_contain_text("It opens later in this notebook.")
    expect(opening(page)).to_contain_text("Your answer was sealed at")

    tab_into(page, "first-item")
    tab_to(page, "Write the news")
    page.keyboard.type(TEXT)
    field = first.locator(".ws-write-area")
    press(page, "Enter")
    page.keyboard.insert_text("Or not.")
    expect(field).to_have_value(f"{TEXT}\nOr not.")  # Jupyter allows no new line and no undo in a cell
    press(page, "Control+z", "Control+Shift+z")
    expect(field).to_have_value(f"{TEXT}\nOr not.")
    press(page, "Control+z", "Backspace")
    expect(field).to_have_value(TEXT)
    press(page, "Tab")
    tab_to(page, "Check")
    press(page, "Enter")
    expect(first).to_have_attribute("data-phase", "half")
    tab_to(page, "Rate your own text")
    press(page, "Space", "ArrowDown", "ArrowDown")
    tab_to(page, "Why this level")
    page.keyboard.type("I add a source and keep the doubt.")
    tab_to(page, "Keep my rating")
    press(page, "Enter")
    expect(first).to_have_attribute("data-phase", "checked")
    expect(exercise(page, "second-item").locator(".ws-write-then .ws-write-old")).to_have_text(TEXT)

    tab_into(page, "support")
    for _ in range(2):
        while not page.evaluate("document.activeElement.closest('.ws-rate-scale')"):
            press(page, "Tab")
        press(page, "Space", "ArrowRight")
        tab_to(page, "How sure are you of")
        press(page, "Space")
        press(page, "Tab")
    tab_to(page, "Check")
    press(page, "Enter")
    expect(support).to_have_attribute("data-phase", "checked")
    expect(page.locator(".ws-bar-count")).to_have_text("3 of 6 done")
    assert cells(page) == before

    begin()
    expect(bet).to_have_attribute("data-phase", "sealed")
    expect(first).to_have_attribute("data-phase", "checked")
    assert page.evaluate("document.body.textContent.includes('CANARY: the town hall')") is False
    opening(page).get_by_role("button", name="Open my answer").focus()
    press(page, "Enter")
    expect(opening(page)).to_have_attribute("data-phase", "checked")
    expect(opening(page).get_by_role("heading", name="Result")).to_be_focused()
    expect(opening(page)).to_contain_text("(very sure). After that, this course did not let you change it.")
    expect(opening(page)).to_contain_text("CANARY: the town hall")
    expect(bet).to_have_attribute("data-phase", "checked")
    bar_says(page, "Saved")
    assert cells(page) == before
