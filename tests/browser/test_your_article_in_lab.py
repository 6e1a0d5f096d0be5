"""In JupyterLab: a long pasted text and a file come back in sentences, and marks are set beside drafts."""

from __future__ import annotations

import pytest
from made_files import word
from playwright.sync_api import expect

from pages import exercise, open_notebook, run_all

pytestmark = [pytest.mark.browser, pytest.mark.host, pytest.mark.timeout(300)]
NOTEBOOK = "notebooks/your_article.ipynb"
BRING, MARK = "bring-text", "who-says-what"
PASTE = "(area, text) => { area.value = text; }"


def test_a_text_of_ones_own_is_read_marked_and_set_beside_drafts(lab, page):
    open_notebook(page, "lab", lab.port, NOTEBOOK)
    run_all(page)
    bring, mark = exercise(page, BRING), exercise(page, MARK)
    # More than one piece: a text of a book's length.
    bring.get_by_label("Paste the article here").evaluate(PASTE, "Ada Korn said so at last. " * 8_000)
    bring.get_by_role("button", name="Read this text").click()
    expect(bring).to_contain_text("You work on sentences 1 to 12 of 8000", timeout=60_000)
    file = word("Ada Korn said that the bridge is shut.", "Nobody knows why.")
    bring.locator("input[type=file]").set_input_files({"name": "a.docx", "mimeType": "a/b", "buffer": file})
    expect(bring.locator(".ws-bring-list li")).to_have_count(2, timeout=60_000)
    expect(mark.get_by_role("listbox")).to_have_count(2)
    mark.get_by_role("option", name="Ada", exact=True).click()
    mark.get_by_role("button", name="Source").click()
    mark.get_by_role("button", name="Check", exact=True).click()
    card = mark.locator(".ws-annotate-card").first
    expect(card).to_contain_text("Its rule: “That” behind a word of saying opens what is said.", timeout=60_000)
    expect(page.locator(".ws-bar")).to_have_attribute("data-state", "saved")
