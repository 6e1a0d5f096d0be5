"""In JupyterLab and Voila, two windows with a kernel each: no word that a page took is lost, whatever happens."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3

import psutil
import pytest
from playwright.sync_api import expect

from hosts import Proxy, refresh
from pages import bar_says, choose, exercise, open_notebook, reconnect, run_all
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
NAME = "start-choose"


class Desk:
    """A computer with a host, on which the first notebook is open in two windows with a kernel each.

    They are opened once for all tests, because that costs more than all else; each test begins with a new code.
    """

    def __init__(self, kind, host, browser):
        self.kind, self.host, self.browser = kind, host, browser
        self.file = host.store / "answers.sqlite"
        # A second notebook with the same exercises, so that the second window has a kernel of its own in Lab, too.
        folder = host.folder / "notebooks"
        shutil.copy(folder / "start_here.ipynb", folder / "start_again.ipynb")
        self.proxy = Proxy(host.port)

    def open(self, page, notebook, port):
        """Open a notebook in a window, or open it again."""
        if self.kind == "lab":
            open_notebook(page, "lab", port, f"notebooks/{notebook}.ipynb")
            run_all(page)
        else:
            page.goto(f"http://127.0.0.1:{port}/voila/render/{notebook}.ipynb")
        expect(exercise(page, NAME)).to_be_visible()
        ready = re.compile("Saved|No answer yet|asks which answer to keep")
        expect(page.locator(".ws-bar-saved")).to_have_text(ready, timeout=60_000)

    def open_one(self, page):
        self.open(page, "start_here", self.proxy.port)

    def open_two(self, page):
        self.open(page, "start_again", self.host.port)

    def stored(self, code):
        """Give what stands in the store for one student, as text."""
        with sqlite3.connect(self.file) as database:
            found = database.execute(
                "select answer from drafts where exercise = ? and code = ?", (NAME, code)
            ).fetchone()
        return found[0] if found else ""


@pytest.fixture(scope="module", params=["lab", "voila"])
def desk(request, browser):
    opened = Desk(request.param, refresh(request.getfixturevalue(f"only_{request.param}")), browser)
    yield opened
    opened.proxy.stop()
    (opened.host.folder / "notebooks" / "start_again.ipynb").unlink()


@pytest.fixture(scope="module")
def both(desk, browser):
    with lent_page(browser) as one, lent_page(browser) as two:
        desk.open_one(one)
        desk.open_two(two)
        yield one, two


@pytest.fixture
def windows(both):
    """Begin with a new code in one window, and type it in the other."""
    one, two = both
    before = code_of(one)
    one.get_by_role("button", name="Not you?").click()
    one.get_by_role("button", name="Start with a new code").click()
    expect(one.locator(".ws-bar-code")).not_to_have_text(before)
    two.get_by_role("button", name="Not you?").click()
    two.get_by_label("Code, such as").fill(code_of(one).replace("-", " "))
    two.get_by_label("Code, such as").press("Enter")
    expect(two.locator(".ws-bar-code")).to_have_text(code_of(one))
    for page in both:
        expect(exercise(page, NAME)).to_have_attribute("data-phase", "open")
        expect(exercise(page, NAME).locator("input:checked")).to_have_count(0)
    return one, two


def saved(page, option):
    choose(page, NAME, option)
    bar_says(page, "Saved", seconds=60)


def question(page):
    return exercise(page, NAME).get_by_role("group", name="Two answers")


def code_of(page):
    code = page.locator(".ws-bar-code")
    expect(code).not_to_be_empty()
    return code.inner_text()


def test_what_one_window_saves_the_other_shows_by_itself_and_says_so(windows):
    one, two = windows
    saved(two, "The driver")
    expect(exercise(one, NAME).get_by_label("The driver")).to_be_checked(timeout=60_000)
    expect(exercise(one, NAME)).to_contain_text("Your answer from another place is shown here now")


def test_a_late_answer_of_a_line_that_was_cut_asks_and_loses_neither(desk, windows):
    one, two = windows
    saved(one, "Nobody")
    expect(exercise(two, NAME).get_by_label("Nobody")).to_be_checked(timeout=60_000)
    desk.proxy.cut()
    choose(one, NAME, "People at the lake")
    bar_says(one, "Not saved yet", seconds=60)
    saved(two, "The driver")
    desk.proxy.mend()
    if desk.kind == "lab":
        reconnect(one)
    expect(question(one)).to_contain_text("People at the lake", timeout=120_000)
    assert "driver" in desk.stored(code_of(one))
    expect(one.locator(".ws-bar-saved")).not_to_have_text("Saved")
    question(one).get_by_role("button", name="Keep the one on this page").click()
    bar_says(one, "Saved", seconds=60)
    assert "bus" in desk.stored(code_of(one))
    expect(exercise(one, NAME).locator(".ws-earlier")).to_contain_text("The driver")


def test_who_is_still_at_work_while_another_student_begins_keeps_code_and_words(desk, windows):
    one, two = windows
    first = code_of(one)
    two.get_by_role("button", name="Not you?").click()
    two.get_by_role("button", name="Start with a new code").click()
    expect(two.locator(".ws-bar-code")).not_to_have_text(first)
    saved(two, "People at the lake")
    saved(one, "The driver")
    assert ("driver" in desk.stored(first), "bus" in desk.stored(code_of(two))) == (True, True)
    expect(one.locator(".ws-bar-notices")).to_contain_text(code_of(two), timeout=60_000)


def test_words_that_are_typed_when_somebody_else_takes_over_the_window_stay_with_who_typed_them(desk, windows):
    one, _ = windows
    first = code_of(one)
    choose(one, NAME, "The driver")
    one.get_by_role("button", name="Not you?").click()
    one.get_by_role("button", name="Start with a new code").click()
    expect(one.locator(".ws-bar-code")).not_to_have_text(first)
    expect(one.locator(".ws-bar")).to_have_attribute("data-state", "saved", timeout=60_000)
    assert ("driver" in desk.stored(first), desk.stored(code_of(one))) == (True, "")


def test_a_store_that_is_damaged_while_windows_are_open_gets_their_answers_again(desk, windows):
    one, two = windows
    code = code_of(one)
    saved(one, "The driver")
    with desk.file.open("r+b") as file:  # in place: for a moment an emptied file would be another fault
        file.write(b"no database any more " * 400)
    expect(one.locator(".ws-bar-notices")).to_contain_text("was damaged", timeout=60_000)
    bar_says(one, "Saved", seconds=60)
    expect(exercise(one, NAME).get_by_label("The driver")).to_be_checked()
    assert (code_of(one), "driver" in desk.stored(code)) == (code, True)
    desk.open_two(two)
    expect(two.locator(".ws-bar-code")).to_have_text(code)
    expect(exercise(two, NAME).get_by_label("The driver")).to_be_checked()
    expect(two.locator(".ws-bar-notices")).to_contain_text("was damaged")
    two.get_by_role("button", name="I have read this").click()
    expect(two.locator(".ws-bar-notices")).to_be_empty()


def test_after_a_killed_kernel_what_the_browser_took_is_offered(desk, windows):
    one, _ = windows
    saved(one, "Nobody")
    started = psutil.Process(desk.host.pid).children(recursive=True)
    for process in [one for one in started if "ipykernel_launcher" in " ".join(one.cmdline())]:
        os.kill(process.pid, signal.SIGKILL)
    choose(one, NAME, "People at the lake")
    bar_says(one, "Not saved yet", seconds=60)
    desk.open_one(one)
    expect(exercise(one, NAME).get_by_label("Nobody")).to_be_checked()
    exercise(one, NAME).get_by_role("button", name="Show it and use it").click()
    bar_says(one, "Saved", seconds=60)
    assert "bus" in desk.stored(code_of(one))
    expect(exercise(one, NAME).locator(".ws-earlier")).to_contain_text("Nobody")
