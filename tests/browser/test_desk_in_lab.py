"""In real JupyterLab, offline and by keyboard alone: three claims of the open desk from the search to the board."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from pages import choose_by_arrows, command, exercise, open_notebook, run_all, tab_into, tab_to
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOK = "notebooks/kupyansk/07b_does_it_hold.ipynb"
# Claim, words to search for, the source to log and how, and the answers: was it said, is it so by day.
HOLDS = ("closed to civilians", "closed", 1, "supports", "yes", ("holds",))
DOES_NOT = ("has acknowledged the loss", "under control general staff", 1, "contradicts", "no", ("does-not-hold",))
CHANGES = ("No Ukrainian troops were encircled", "encircled", 1, "neither", "yes", ("disputed", "holds"))


@pytest.fixture(scope="module")
def lab_page(browser, lab):
    """Open 7b in a Lab whose page may only speak to this computer, and note who else was asked."""
    asked: list[str] = []

    def only_here(route):
        if f"127.0.0.1:{lab.port}" in route.request.url or route.request.url.startswith(("data:", "blob:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    with lent_page(browser) as page:
        page.context.route("**/*", only_here)
        open_notebook(page, "lab", lab.port, NOTEBOOK)
        run_all(page)
        expect(exercise(page, "hold-open")).to_be_visible()
        yield page, asked


def walk_to(page, words):
    """Walk through the list of claims with the arrow keys."""
    page.keyboard.press("Home")
    for _ in range(80):
        if words in page.evaluate("document.activeElement.textContent"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows did not come to “{words}”")


def open_claim(page, words):
    """Come from anywhere in the exercise back to the list, then open a claim."""
    for _ in range(200):
        if page.evaluate("document.activeElement.classList.contains('ws-desk-pick')"):
            break
        page.keyboard.press("Shift+Tab")
    walk_to(page, words)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "ws-desk-claim-title"


def log_found(page, words, number, shows):
    """Search, open the result in this place, read who is behind it, and log it."""
    tab_to(page, "Search all")
    page.keyboard.type(words)
    for _ in range(number):
        tab_to(page, "not in your log")
    page.keyboard.press("Enter")
    tab_to(page, "About this source")
    page.keyboard.press("Enter")
    choose_by_arrows(page, "What does it show", shows)
    tab_to(page, "How near is it")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Add to my log")
    page.keyboard.press("Enter")


def answer(page, said, verdicts):
    choose_by_arrows(page, "Was it said?", said)
    for place, verdict in enumerate(verdicts):
        if place:
            tab_to(page, "Go to")
            page.keyboard.press("Enter")
        choose_by_arrows(page, "Is it so, as of", verdict)
        page.keyboard.press("Tab")
    choose_by_arrows(page, "How sure are you", "3")


def test_three_claims_are_checked_offline_by_keyboard_and_end_on_the_board(lab_page):
    page, asked = lab_page
    tab_into(page, "hold-open")
    for claim, words, number, shows, said, verdicts in (HOLDS, DOES_NOT, CHANGES):
        open_claim(page, claim)
        log_found(page, words, number, shows)
        answer(page, said, verdicts)
    desk = exercise(page, "hold-open")
    expect(desk.locator(".ws-desk-progress")).to_contain_text("3 of 1 claims ready")
    tab_to(page, "Check")
    page.keyboard.press("Enter")
    expect(desk.locator(".ws-result-title")).to_be_focused()
    board = desk.locator(".ws-desk-board")
    for words in ("Kupiansk is closed", "has acknowledged the loss", "No Ukrainian troops were encircled"):
        expect(board).to_contain_text(words)
    expect(board.locator("[data-moved=true]")).to_have_count(1)
    assert asked == []


def test_the_check_survives_a_new_run_of_the_notebook(lab_page):
    page, _ = lab_page
    command(page, "notebook:run-all-cells")
    expect(exercise(page, "hold-open").locator(".ws-desk-board")).to_contain_text("No Ukrainian troops were encircled")


def take(page, name):
    tab_to(page, name)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return waiting.value


def test_a_checked_claim_leaves_as_card_list_and_review_offline_and_by_keyboard(lab_page):
    page, asked = lab_page
    tab_into(page, "hold-open")
    tab_to(page, "Which claim?")
    page.keyboard.press("ArrowDown")
    picture = take(page, "Claim card")
    assert re.fullmatch(r"whosays-[a-z]+-[a-z]+-\d\d-[A-Z]+\d+-card\.png", picture.suggested_filename)
    assert picture.path().read_bytes().startswith(b"\x89PNG")
    desk = exercise(page, "hold-open")
    expect(desk.locator(".ws-take-note")).to_contain_text(f"was asked to save {picture.suggested_filename}")
    page.keyboard.press("Tab")
    listed = take(page, "Evidence list").path().read_text(encoding="utf-8")
    assert listed == desk.locator(".ws-take-picture img").get_attribute("alt")
    page.keyboard.press("Tab")
    review = json.loads(take(page, "ClaimReview").path().read_text(encoding="utf-8"))
    assert review["@graph"][0]["claimReviewed"] in listed
    assert asked == []
