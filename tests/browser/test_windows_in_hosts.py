"""In JupyterLab and Voila, two windows with a kernel each: no word that a page took is lost, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3

import psutil
import pytest
from playwright.sync_api import expect

from hosts import Proxy, refresh
from pages import bar_says, choose, exercise, open_notebook, run_all
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
NAME = "start-choose"


class Desk:
    """A computer with a host, on which students open the first notebook in windows."""

    def __init__(self, kind, host, browser):
        self.kind, self.host, self.browser, self.ends, self.proxies = kind, host, browser, [], []
        self.file = host.store / "answers.sqlite"
        # A second notebook with the same exercises, so that the second window has a kernel of its own in Lab, too.
        folder = host.folder / "notebooks"
        shutil.copy(folder / "start_here.ipynb", folder / "start_again.ipynb")

    def window(self, notebook="start_here", *, proxy=False):
        """Open a window; its line can be cut if it goes by a proxy."""
        lent = lent_page(self.browser)
        page = lent.__enter__()
        self.ends.append(lent)
        port = self.host.port
        if proxy:
            self.proxies.append(Proxy(port))
            port = self.proxies[-1].port
        if self.kind == "lab":
            open_notebook(page, "lab", port, f"notebooks/{notebook}.ipynb")
            run_all(page)
        else:
            page.goto(f"http://127.0.0.1:{port}/voila/render/{notebook}.ipynb")
        expect(exercise(page, NAME)).to_be_visible()
        bar_says(page, "Saved", seconds=60)
        return page

    def stored(self, code=None):
        """Give what stands in the store, as text; of one student or of whoever wrote last."""
        where = "where exercise = ?" + (" and code = ?" if code else "")
        with sqlite3.connect(self.file) as database:
            found = database.execute(
                f"select answer from drafts {where} order by saved_at desc", (NAME, *([code] if code else []))
            ).fetchone()
        return found[0] if found else ""

    def close(self):
        for proxy in self.proxies:
            proxy.stop()
        for lent in reversed(self.ends):
            lent.__exit__(None, None, None)
        (self.host.folder / "notebooks" / "start_again.ipynb").unlink()


@pytest.fixture(params=["lab", "voila"])
def desk(request, browser):
    host = request.getfixturevalue(f"only_{request.param}")
    opened = Desk(request.param, refresh(host), browser)
    yield opened
    opened.close()


def saved(page, option):
    choose(page, NAME, option)
    bar_says(page, "Saved", seconds=60)


def question(page):
    return exercise(page, NAME).get_by_role("group", name="Two answers")


def code_of(page):
    return page.locator(".ws-bar-code").inner_text()


def test_what_one_window_saves_the_other_shows_by_itself_and_says_so(desk):
    one, two = desk.window(), desk.window("start_again")
    saved(two, "The driver")
    expect(exercise(one, NAME).get_by_label("The driver")).to_be_checked(timeout=60_000)
    expect(exercise(one, NAME)).to_contain_text("changed in another place")


def test_a_late_answer_of_a_line_that_was_cut_asks_and_loses_neither(desk):
    one, two = desk.window(proxy=True), desk.window("start_again")
    saved(one, "Nobody")
    expect(exercise(two, NAME).get_by_label("Nobody")).to_be_checked(timeout=60_000)
    desk.proxies[0].cut()
    choose(one, NAME, "The night bus")
    bar_says(one, "Not saved yet", seconds=60)
    saved(two, "The driver")
    desk.proxies[0].mend()
    expect(question(one)).to_contain_text("The night bus", timeout=120_000)
    assert "driver" in desk.stored()
    expect(one.locator(".ws-bar-saved")).not_to_have_text("Saved")
    question(one).get_by_role("button", name="Keep mine").click()
    bar_says(one, "Saved", seconds=60)
    assert "bus" in desk.stored()
    expect(exercise(one, NAME).locator(".ws-earlier")).to_contain_text("The driver")


def test_a_store_that_is_damaged_while_windows_are_open_gets_their_answers_again(desk):
    one = desk.window()
    code = code_of(one)
    saved(one, "The driver")
    desk.file.write_bytes(b"no database any more " * 400)
    expect(one.locator(".ws-bar-notices")).to_contain_text("was damaged", timeout=60_000)
    bar_says(one, "Saved", seconds=60)
    expect(exercise(one, NAME).get_by_label("The driver")).to_be_checked()
    assert (code_of(one), "driver" in desk.stored(code)) == (code, True)
    again = desk.window("start_again")
    assert code_of(again) == code
    expect(exercise(again, NAME).get_by_label("The driver")).to_be_checked()
    expect(again.locator(".ws-bar-notices")).to_contain_text("was damaged")
    again.get_by_role("button", name="I have read this").click()
    expect(again.locator(".ws-bar-notices")).to_be_empty()


def test_who_is_still_at_work_while_another_student_begins_keeps_code_and_words(desk):
    one, two = desk.window(), desk.window("start_again")
    first = code_of(one)
    two.get_by_role("button", name="Not you?").click()
    two.get_by_role("button", name="Start new").click()
    expect(two.locator(".ws-bar-code")).not_to_have_text(first)
    saved(two, "The night bus")
    saved(one, "The driver")
    assert ("driver" in desk.stored(first), "bus" in desk.stored(code_of(two))) == (True, True)
    expect(one.locator(".ws-bar-notices")).to_contain_text(code_of(two), timeout=60_000)


def test_words_that_are_typed_when_somebody_else_takes_over_the_window_stay_with_who_typed_them(desk):
    one = desk.window()
    first = code_of(one)
    choose(one, NAME, "The driver")
    one.get_by_role("button", name="Not you?").click()
    one.get_by_role("button", name="Start new").click()
    expect(one.locator(".ws-bar-code")).not_to_have_text(first)
    bar_says(one, "Saved", seconds=60)
    assert ("driver" in desk.stored(first), desk.stored(code_of(one))) == (True, "")


def test_after_a_killed_kernel_what_the_browser_took_is_offered(desk):
    one = desk.window()
    saved(one, "Nobody")
    started = psutil.Process(desk.host.pid).children(recursive=True)
    for process in [one for one in started if "ipykernel_launcher" in " ".join(one.cmdline())]:
        os.kill(process.pid, signal.SIGKILL)
    choose(one, NAME, "The night bus")
    bar_says(one, "Not saved yet", seconds=60)
    if desk.kind == "voila":
        one.reload()
    else:
        open_notebook(one, "lab", desk.host.port, "notebooks/start_here.ipynb")
        run_all(one)
    expect(exercise(one, NAME).get_by_label("Nobody")).to_be_checked()
    exercise(one, NAME).get_by_role("button", name="Use it").click()
    bar_says(one, "Saved", seconds=60)
    assert "bus" in desk.stored()
    expect(exercise(one, NAME).locator(".ws-earlier")).to_contain_text("Nobody")
