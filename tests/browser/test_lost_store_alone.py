"""The store is emptied while two answers wait, or while versions lie below: what only the page still has goes back."""

import pytest
from playwright.sync_api import expect

from test_windows_alone import FORTY, NAME, earlier, question, write, written

pytestmark = pytest.mark.browser
MINE = "Many words that only this window has."


@pytest.fixture
def asked(open_kernel, kernel):
    """Let a window ask which of two answers should stay; then the store is emptied, and the window hears of it."""
    one, two = open_kernel(NAME), open_kernel(NAME)
    write(two, FORTY)
    two.saved()
    write(one, MINE)
    expect(question(one)).to_contain_text(FORTY)
    two.page.goto("about:blank")
    empty(one, kernel)
    return one


def state_of(window):
    """Give what is stored for the student of the page, whoever the emptied store would begin with."""
    return window.exchange.face.state(window.exchange.student.work())


def empty(window, kernel):
    kernel.store._file.path.write_bytes(b"")
    window.page.evaluate("(state) => fake.set('state', state)", state_of(window))


def kept(window):
    """Wait until all is stored; give the answer that stands, and those under Earlier versions."""
    window.page.wait_for_function("Object.keys(localStorage).length === 0")
    state = state_of(window)
    return state["answer"]["text"], [one["answer"]["text"] for one in state["aside"]]


@pytest.mark.parametrize(
    ("button", "stays", "goes"),
    [("Keep the other one", FORTY, MINE), ("Keep the one on this page", MINE, FORTY)],
)
def test_whichever_answer_is_chosen_after_the_store_was_emptied_both_are_kept(asked, button, stays, goes):
    asked.button(button).click()
    expect(earlier(asked)).to_contain_text(goes)
    assert kept(asked) == (stays, [goes])
    assert written(asked) == stays


def test_earlier_versions_go_back_into_a_store_that_was_emptied(open_kernel, kernel):
    one, two = open_kernel(NAME), open_kernel(NAME)
    write(two, FORTY)
    two.saved()
    write(one, MINE)
    one.button("Keep the other one").click()
    one.saved()
    two.page.goto("about:blank")
    empty(one, kernel)
    expect(earlier(one)).to_contain_text(MINE)
    assert kept(one) == (FORTY, [MINE])


def test_try_again_on_an_older_version_asks_and_keeps_both(open_kernel):
    one = open_kernel(NAME)
    write(one, FORTY)
    one.saved()
    one.button("Check").click()
    expect(one.button("Try again")).to_be_visible()
    two = open_kernel(NAME)
    two.button("Try again").click()
    write(two, MINE)
    two.saved()
    one.button("Try again").click()
    expect(question(one)).to_contain_text(MINE)
    one.button("Keep the other one").click()
    assert kept(one) == (MINE, [FORTY])
