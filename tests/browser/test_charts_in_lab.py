"""In JupyterLab: a chart waits for its exercise, opens by itself, and is there at once the next time."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from pages import exercise, open_notebook, run_all

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "notebooks/kupyansk/05_how_sure.ipynb"


def test_a_chart_opens_when_its_exercise_is_done_and_is_there_on_the_next_day(lab, page):
    open_notebook(page, "lab", lab.port, NOTEBOOK)
    run_all(page)
    figure = page.locator(".ws-figure").first
    expect(figure).to_contain_text("This chart opens when you have checked")
    expect(figure.get_by_role("img")).to_have_count(0)
    exercise(page, "sure-ring-order").get_by_role("button", name="Skip", exact=True).click()
    expect(figure.get_by_role("img")).to_be_visible()
    assert figure.get_by_role("img").evaluate("picture => picture.naturalWidth") > 0
    open_notebook(page, "lab", lab.port, NOTEBOOK)
    run_all(page)
    expect(page.locator(".ws-figure").first.get_by_role("img")).to_be_visible()
