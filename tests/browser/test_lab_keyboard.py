"""In real JupyterLab, by keyboard alone: every kind of exercise can be done, nothing strays, and axe finds nothing."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pages import bar_says, begin, begin_anew, cells, exercise, open_notebook, run_all, tab_to
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
START = "notebooks/start_here.ipynb"
ENOUGH = 40  # elements whose colours axe must have compared before its silence means anything
ALL_IN_SIGHT = """() => {
  document.querySelector(".jp-WindowedPanel-outer").scrollTop = 0;
  return [...document.querySelectorAll(".ws-root")].every((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && one.checkVisibility({ contentVisibilityAuto: true });
  });
}"""


@pytest.fixture(scope="module")
def opened(browser, lab):
    """Open the first notebook in a Lab and run all its cells, once for all tests of this file."""
    with lent_page(browser) as page:
        open_notebook(page, "lab", lab.port, START)
        run_all(page)
        expect(exercise(page, "start-desk")).to_be_visible()
        yield page


@pytest.fixture
def page(opened):
    """Begin as a new student, so that no test meets the answers of another."""
    begin_anew(opened)
    return opened


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def check(page):
    tab_to(page, "Check")
    press(page, "Enter")


def be_sure(page):
    tab_to(page, "How sure are you")
    press(page, "Space", "ArrowDown", "ArrowDown")


def do_choose(page):
    tab_to(page, "Who says")
    press(page, "Space")
    # The order of the options is the lesson's to choose.
    while "driver" not in page.evaluate("document.activeElement.labels[0].textContent"):
        press(page, "ArrowDown")


def do_sort(page):
    tab_to(page, "The cake shop")
    press(page, "ArrowDown", "ArrowDown")
    # The card went on into its box, so the one that still waits lies behind.
    tab_to(page, "The queue", "Shift+Tab")
    press(page, "ArrowDown")


def do_mark(page):
    tab_to(page, "Two drivers")
    sentence = page.evaluate(
        "() => [...document.activeElement.querySelectorAll('.ws-word')].map(one => one.textContent)"
    )
    at = [sentence.index(word) for word in ("Two", "on", "claimed", "about", "Marrowby")]
    first, end, cue, begun, last = at
    press(page, "Home", *["Shift+ArrowRight"] * (end - first), "1")
    press(page, *["ArrowRight"] * (cue - end), "2")
    press(page, *["ArrowRight"] * (begun - cue), *["Shift+ArrowRight"] * (last - begun), "3")


def do_desk(page):
    tab_to(page, "TASS")
    # A source that the last student opened is still open for a new one.
    if page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false":
        press(page, "Enter")
    tab_to(page, "What does it show")
    press(page, "Space")
    tab_to(page, "How near is it")
    press(page, "ArrowDown")
    tab_to(page, "Add to my log")
    press(page, "Enter")
    for words in ("Was it said", "Is it so"):
        tab_to(page, words)
        press(page, "Space")


BY_HAND = {"start-choose": do_choose, "start-sort": do_sort, "start-mark": do_mark, "start-desk": do_desk}


def to_the_result(page, name):
    begin(page, name)
    BY_HAND[name](page)
    be_sure(page)
    check(page)
    expect(exercise(page, name).locator(".ws-result-title")).to_be_focused()


@contextmanager
def unrolled(page):
    """Show the whole notebook at once: axe skips the colours of what is out of sight."""
    size = page.viewport_size
    page.emulate_media(reduced_motion="reduce")  # no colour half way to another
    page.set_viewport_size({"width": size["width"], "height": 22000})
    # Lab's body is 0 pixels high and hides what overflows, which axe takes to mean that nothing in it can be seen.
    page.evaluate("document.body.style.blockSize = '100vh'")
    page.wait_for_function(ALL_IN_SIGHT)
    yield
    page.evaluate("document.body.style.blockSize = ''")
    page.set_viewport_size(size)


def violations(page):
    """Say what axe finds in the exercises and the bar, one line an element."""
    with unrolled(page):
        found = Axe().run(page, context=".ws-root", options={"preload": False}).response
    read = [node for one in found["passes"] if one["id"] == "color-contrast" for node in one["nodes"]]
    assert len(read) > ENOUGH, f"axe read the colours of {len(read)} elements only, so something covers the exercises"
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def wear(page, theme):
    """Change the theme and wait until its colours are there and the splash that Lab lays over everything is gone."""
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    expect(page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
    expect(page.locator("#jupyterlab-splash")).to_have_count(0)


@pytest.mark.parametrize("name", BY_HAND)
def test_a_whole_exercise_is_done_by_keyboard_alone_and_its_result_is_read_out(page, name):
    before = cells(page)
    to_the_result(page, name)
    body = exercise(page, name)
    summary = body.locator(".ws-summary").inner_text()
    assert summary
    expect(body.locator(".ws-live")).to_have_text(summary)
    assert cells(page) == before


@pytest.mark.parametrize("name", ["start-choose", "start-sort", "start-mark"])
def test_what_was_entered_by_keyboard_is_what_counts(page, name):
    to_the_result(page, name)
    outcomes = exercise(page, name).locator(".ws-remark").evaluate_all("all => all.map(one => one.dataset.outcome)")
    assert set(outcomes) - {"note"} == {"right"}


def test_axe_finds_nothing_before_and_after_the_results(page):
    wear(page, "JupyterLab Light")
    assert violations(page) == []
    for name in BY_HAND:
        to_the_result(page, name)
        exercise(page, name).get_by_role("button", name="Show me").press("Enter")
        expect(exercise(page, name)).to_have_attribute("data-phase", "shown")
    bar_says(page, "Saved")
    # Each view alone is looked at before and after in both.
    wear(page, "JupyterLab Dark")
    assert violations(page) == []


def test_the_question_for_a_new_code_takes_the_focus_and_gives_it_back(page):
    before = cells(page)
    code = page.locator(".ws-bar-code").inner_text()
    page.get_by_role("button", name="Not you?").press("Enter")
    expect(page.get_by_label("Code, such as")).to_be_focused()
    press(page, *"xabdd", "Escape")
    expect(page.get_by_role("button", name="Not you?")).to_be_focused()
    expect(page.locator(".ws-bar-code")).to_have_text(code)
    assert cells(page) == before


def drag_from_above_into(page, body):
    body.scroll_into_view_if_needed()
    box = body.bounding_box()
    across = box["x"] + 60
    page.mouse.move(across, box["y"] - 20)
    page.mouse.down()
    page.mouse.move(across, box["y"], steps=4)
    page.mouse.move(across, box["y"] + 40, steps=4)
    page.mouse.up()


def test_after_marked_words_were_dragged_from_beside_into_an_exercise_keys_do_nothing_to_the_notebook(page):
    before = cells(page)
    body = exercise(page, "start-sort")
    drag_from_above_into(page, body)  # marks words
    drag_from_above_into(page, body)  # drags them
    expect(body).to_be_focused()
    press(page, *"abxdd")
    assert cells(page) == before
