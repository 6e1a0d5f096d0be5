"""In JupyterLab, the panel reads the notebook and nothing of the Lab around it, and no key in it reaches a cell."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from aloud_hand import OWN, ends, hears_it_all, opens_panel, panel, press, spoken
from pages import cells, open_notebook, run_all
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
START = "notebooks/start_here.ipynb"


@pytest.fixture
def listening(browser, lab):
    """Give a notebook in a Lab with all its cells run, and the panel open."""
    with lent_page(browser) as page:
        open_notebook(page, "lab", lab.port, START)
        run_all(page)
        opens_panel(page, OWN)
        yield page
        press(page, "Close")


def test_the_notebook_is_read_in_order_without_code_and_without_the_lab(listening):
    press(listening, "Read from here")
    ends(listening, 3)
    expect(listening.locator(".jp-NotebookPanel [data-read-aloud]")).to_be_in_viewport()
    said = " ".join(hears_it_all(listening))
    assert said.index("This course reads one real news article, slowly.") < said.index("A first try")
    assert not [one for one in ("open_lesson", "start_here.ipynb", "Python 3") if one in said]


def test_no_key_that_is_pressed_in_the_panel_reaches_the_notebook(listening):
    before = cells(listening)
    panel(listening).get_by_role("button", name="Next").focus()
    for key in ("x", "d", "d", "a", "z"):
        listening.keyboard.press(key)
    panel(listening).get_by_role("status").click()
    for key in ("x", "d", "d", "b", "ArrowDown"):
        listening.keyboard.press(key)
    assert cells(listening) == before
    listening.keyboard.press("Escape")
    expect(panel(listening)).to_have_count(0)
    assert spoken(listening) is None
    listening.get_by_role("button", name="Read aloud").click()
