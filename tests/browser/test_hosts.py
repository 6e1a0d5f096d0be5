"""In real hosts: nothing is lost, and no key of a student changes a cell."""

from __future__ import annotations

import sqlite3

import pytest
from playwright.sync_api import expect

from hosts import Proxy, refresh
from pages import SAVE, bar_says, cells, choose, command, exercise, open_notebook, reconnect, run_all, unstyled
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
START = "notebooks/start_here.ipynb"
# The rows of a form are alike: its first stands for all.
ALIKE = ".ws-rate-row:nth-child(n+2) *"


@pytest.fixture(scope="module", params=["lab", "notebook"])
def opened(request, browser, only_lab):
    """Open the first notebook in a host and run all its cells, once for the tests that press keys."""
    with lent_page(browser) as page:
        open_notebook(page, request.param, refresh(only_lab).port, START)
        run_all(page)
        expect(exercise(page, "start-desk")).to_be_visible()
        yield page


@pytest.fixture
def lab(only_lab):
    """Give the Lab as new to each test: what one leaves behind is no answer of the next."""
    return refresh(only_lab)


def stored(lab, name):
    with sqlite3.connect(lab.store / "answers.sqlite") as database:
        return database.execute("select answer from drafts where exercise = ?", (name,)).fetchone()[0]


def test_every_view_has_its_style(opened, tmp_path):
    assert unstyled(opened, tmp_path) == []


def test_every_focusable_element_carries_the_attribute(opened):
    bare = opened.locator(
        ".ws-root :is(button, input, select, textarea, a, summary, [tabindex]):not([data-lm-suppress-shortcuts])"
    )
    assert bare.count() == 0


def test_no_key_on_any_focusable_element_changes_a_cell(opened):
    before = cells(opened)
    elements = opened.locator(f'.ws-root [data-lm-suppress-shortcuts="true"]:not({ALIKE}):visible')
    assert elements.count() > 10
    for index in range(elements.count()):
        element = elements.nth(index)
        if not element.is_visible() or element.evaluate(
            "e => e.disabled || e.closest('fieldset:disabled') !== null || e.type === 'file'"
        ):
            continue
        element.focus()
        for key in ("a", "x", "d", "d", "ArrowDown", "ArrowUp"):
            opened.keyboard.press(key)
        assert cells(opened) == before, f"a key on {element.evaluate('e => e.outerHTML')[:200]} changed a cell"


# Text, padding and what is locked: what cannot have the focus itself.
SPOTS = ".ws-root, .ws-root :is(h3, h4, p, li, legend, .ws-body, .ws-buttons, .ws-bar-row, :disabled)"


def click_corner(page, spot):
    """Click on the padding of an element; an arrow key pressed before may still be scrolling the page away under it."""
    spot.scroll_into_view_if_needed()
    spot.wait_for_element_state("stable")
    corner = spot.bounding_box()
    page.mouse.click(corner["x"] + 2, corner["y"] + 2)


def test_no_key_after_a_click_anywhere_changes_a_cell(opened):
    exercise(opened, "start-choose").get_by_role("button", name="Skip").click()
    expect(exercise(opened, "start-choose")).to_have_attribute("data-phase", "passed")
    before = cells(opened)
    # What is only read out has no place to click on.
    spots = opened.locator(f":is({SPOTS}):not({ALIKE}):not(.ws-live):visible").element_handles()
    assert len(spots) > 40
    for spot in spots:
        if not spot.is_visible():
            continue
        click_corner(opened, spot)
        # Cut, a cell above, delete, go into the cell: where one of them arrives, all do.
        for key in ("x", "a", "d", "d", "Enter"):
            opened.keyboard.press(key)
        assert cells(opened) == before, (
            f"keys after a click on {spot.evaluate('e => e.outerHTML')[:200]} changed a cell"
        )


def test_without_the_attribute_the_key_a_does_add_a_cell(opened):
    radio = exercise(opened, "start-choose").locator("input").first
    expect(radio).to_be_visible()
    before = len(cells(opened))
    radio.focus()
    radio.evaluate("e => e.removeAttribute('data-lm-suppress-shortcuts')")
    opened.keyboard.press("a")
    opened.wait_for_function("n => window.jupyterapp.shell.currentWidget.content.model.cells.length > n", arg=before)
    radio.evaluate("e => e.setAttribute('data-lm-suppress-shortcuts', 'true')")


TAKES_FOCUS = """(e) => e.isConnected && e.checkVisibility() && !e.matches(":disabled")
  && (e.focus(), document.activeElement === e)"""


def test_enter_on_any_focusable_element_changes_no_cell(opened):
    before, pressed = cells(opened), 0
    elements = opened.locator(f'.ws-root [data-lm-suppress-shortcuts="true"]:not({ALIKE}):visible').element_handles()
    # From below, because buttons of the bar can change everything below them.
    for element in reversed(elements):
        # Asked in one go: what was pressed before may be drawing a part of the page anew.
        if element.evaluate(TAKES_FOCUS):
            opened.keyboard.press("Enter")
            pressed += 1
            assert cells(opened) == before
    assert pressed > 10
    assert opened.evaluate("window.jupyterapp.shell.currentWidget.content.mode") == "command"


@pytest.mark.parametrize("when", ["in flight", "while working"])
def test_a_cut_connection_loses_no_answer_and_saved_is_never_said_too_early(lab, page, when):
    proxy = Proxy(lab.port)
    try:
        open_notebook(page, "lab", proxy.port, START)
        run_all(page)
        choose(page, "start-choose", "People at the lake")
        bar_says(page, "Saved")
        if when == "in flight":
            choose(page, "start-choose", "The driver")
            proxy.cut()
            bar_says(page, "Not saved yet")
            proxy.refuses(1)
            proxy.mend()
        else:
            proxy.cut()
            choose(page, "start-choose", "Nobody")
            bar_says(page, "Not saved yet")
            choose(page, "start-choose", "The driver")
            proxy.refuses(1)
            assert "driver" not in stored(lab, "start-choose")
            expect(page.locator(".ws-bar-saved")).not_to_have_text("Saved")
            proxy.mend()
            reconnect(page)
        bar_says(page, "Saved", seconds=60)
        assert "driver" in stored(lab, "start-choose")
    finally:
        proxy.stop()


def test_saved_closed_and_reopened_the_file_is_unchanged_and_the_answer_is_there(lab, page):
    file = lab.folder / START
    before = file.read_bytes()
    open_notebook(page, "lab", lab.port, START)
    run_all(page)
    choose(page, "start-choose", "The driver")
    bar_says(page, "Saved")
    with page.expect_response(lambda response: "api/contents" in response.url and response.request.method == "PUT"):
        command(page, SAVE)
    assert file.read_bytes() == before
    open_notebook(page, "lab", lab.port, START)
    assert page.get_by_text("model not found").count() == 0
    run_all(page)
    expect(exercise(page, "start-choose").get_by_label("The driver")).to_be_checked()
