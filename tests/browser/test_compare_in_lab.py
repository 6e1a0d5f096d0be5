"""In real JupyterLab, by keyboard alone: the way to S15 is walked, answered, checked, and read as a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hosts import course, host
from pages import bar_says, cells, exercise, open_notebook, run_all, tab_into

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "notebooks/kupyansk/07a_who_is_behind_it.ipynb"
NAME = "behind-alone-ring"
ABOVE = """name => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const shown = (cell) => cell.model.sharedModel.getSource().includes(`lesson.show("${name}")`);
  notebook.mode = "command";
  notebook.activeCellIndex = notebook.widgets.findIndex(shown) - 1;
  notebook.activate();
}"""
FOCUS = """() => {
  const one = document.activeElement;
  const group = one.closest("fieldset")?.querySelector("legend")?.textContent;
  return one.type === "radio" ? group : one.labels?.[0]?.textContent || one.textContent;
}"""


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    with host("lab", course(folder / "course"), folder / "store") as lab:
        context = browser.new_context(viewport={"width": 1200, "height": 900})
        opened = context.new_page()
        open_notebook(opened, "lab", lab.port, NOTEBOOK)
        run_all(opened)
        expect(exercise(opened, NAME)).to_be_visible(timeout=60_000)
        yield opened
        context.close()


def tab_to(page, words):
    passed = []
    for _ in range(40):
        name = page.evaluate(FOCUS)
        if words in name:
            return
        passed.append(name)
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab did not come to “{words}” but passed {passed}")


def choose(page, legend, value):
    """Come to a question and choose the answer of this value by arrow keys."""
    tab_to(page, legend)
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            page.keyboard.press("Tab")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"“{legend}” has no answer {value}")


def test_the_way_is_walked_answered_and_checked_by_keyboard_alone(page):
    before = cells(page)
    page.evaluate(ABOVE, NAME)
    page.wait_for_function("document.activeElement.closest('.jp-Cell.jp-mod-active')")
    tab_into(page, NAME)
    body = exercise(page, NAME)
    tab_to(page, "One step on")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(body.locator(".ws-live")).to_contain_text("Side by side: 3.")
    expect(body.locator(".ws-compare-column").nth(1)).to_contain_text("Our article")
    choose(page, "“in effect”", "wtat-article")
    choose(page, "How do we know", "shown")
    choose(page, "does not say who speaks", "nowhere")
    choose(page, "How do we know", "shown")
    choose(page, "How sure are you", "3")
    tab_to(page, "Check")
    page.keyboard.press("Enter")
    expect(body.locator(".ws-result-title")).to_be_focused()
    expect(body.locator(".ws-live")).to_have_text("2 of 2 versions found. Shown or inferred: 2 of 2.")
    nodes = body.locator(".ws-compare-node")
    expect(nodes).to_have_count(4)
    expect(nodes.last).to_contain_text("✂ here (question 1)")
    expect(body.locator(".ws-compare-intent")).to_have_text("Intent unknown.")
    bar_says(page, "Saved")
    assert cells(page) == before
