"""The bar alone: where a page stands when it has been drawn, in a notebook of Jupyter and on a page of its own."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
EXERCISES = [{"id": "one-1", "title": "One", "role": "alone", "phase": "open", "begun": False}]
LONG = "document.getElementById('here').insertAdjacentHTML('afterend', '<div style=\"height: 9000px\"></div>')"
IN_JUPYTER = "document.querySelector('main').className = 'jp-NotebookPanel'"
ACTED = "for (const act of ['wheel', 'keydown', 'pointerdown']) addEventListener(act, () => (window.acted = true))"
TO_THE_END = "scrollTo(0, document.body.scrollHeight)"
DRAW = """async () => {
  const { default: view } = await import("./view.js");
  view.render({ model: fake, el: document.getElementById("here"), signal: new AbortController().signal });
}"""


@pytest.fixture
def drawn(open_alone):
    """Give a long page that stands at its end, with a bar that was drawn this moment."""

    def opened(*before):
        page = open_alone("bar", {}, answers=False, clock=True, exercises=EXERCISES, notice="").page
        page.clock.pause_at(page.evaluate("Date.now()") + 60_000)  # milliseconds; from here on time stands still
        for script in (*before, "leave()", LONG, DRAW, TO_THE_END):
            page.evaluate(script)
        return page

    return opened


def is_in_sight(page):
    """Say whether the bar can be seen half a second later."""
    page.clock.run_for(500)
    return page.evaluate("document.getElementById('here').getBoundingClientRect().bottom > 0")


def test_a_notebook_that_ran_to_its_end_begins_at_the_top(drawn):
    assert is_in_sight(drawn(IN_JUPYTER))


def test_a_page_of_its_own_stays_where_the_student_has_gone(drawn):
    assert not is_in_sight(drawn())


@pytest.mark.parametrize(
    "act",
    [
        lambda page: page.mouse.wheel(0, -10),
        lambda page: page.keyboard.press("PageUp"),
        lambda page: page.mouse.click(100, 100),
    ],
    ids=["wheel", "key", "click"],
)
def test_whoever_has_begun_is_not_taken_away(drawn, act):
    page = drawn(IN_JUPYTER, ACTED)
    act(page)
    # A wheel is told by the browser when it has time.
    page.wait_for_function("window.acted")
    assert not is_in_sight(page)
