"""In Voila, with our own template: opens, marks, checks, saves, and asks nothing of the network."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3

import psutil
import pytest
from playwright.sync_api import expect

from pages import choose, exercise, unstyled

pytestmark = [pytest.mark.browser, pytest.mark.host]


def test_a_student_marks_checks_and_saves_in_voila_without_the_network(voila, page, tmp_path):
    outside = []
    page.on(
        "request",
        lambda request: (
            outside.append(request.url) if "127.0.0.1" not in request.url and request.url.startswith("http") else None
        ),
    )
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/start_here.ipynb")
    mark = exercise(page, "start-mark")
    expect(mark).to_be_visible()
    assert unstyled(page, tmp_path) == []
    mark.locator("[role=listbox]").first.focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("1")
    mark.locator(".ws-confidence input").first.check()
    mark.get_by_role("button", name="Check").click()
    expect(mark.locator(".ws-result")).to_be_visible()
    choose(page, "start-choose", "The driver")
    expect(page.locator(".ws-bar-saved")).to_contain_text("Saved")
    with sqlite3.connect(voila.store / "answers.sqlite") as database:
        assert database.execute("select count(*) from attempts").fetchone()[0] == 1
    assert outside == []


FRAME = """<!doctype html><title>A course page</title>
<iframe sandbox="allow-scripts allow-same-origin" width="1100" height="800" src="/voila/render/start_here.ipynb">"""


def test_in_a_frame_that_forbids_downloads_the_work_can_be_copied_and_nothing_is_claimed(voila, page):
    address, files = f"http://127.0.0.1:{voila.port}/frame", []
    page.on("download", lambda file: files.append(file))
    page.route(address, lambda route: route.fulfill(body=FRAME, content_type="text/html"))
    page.goto(address)
    frame = page.frame_locator("iframe")
    frame.locator(".ws-kind-choose").first.get_by_label("The driver").check()
    expect(frame.locator(".ws-bar-saved")).to_contain_text("Saved")
    frame.get_by_role("button", name="Save my work").click()
    said = frame.locator(".ws-bar-notice")
    expect(said).to_contain_text("Your browser was asked to save whosays-")
    expect(said).not_to_contain_text("Your work is in the file")
    frame.get_by_role("button", name="Copy as text").click()
    text = frame.locator(".ws-bar").get_by_label("The file as text")
    expect(text).not_to_have_value("")
    assert json.loads(text.input_value())["drafts"]
    assert files == []


def test_where_no_answer_can_be_kept_a_student_reads_why_and_practises_all_the_same(voila, page):
    shutil.rmtree(voila.store, ignore_errors=True)
    voila.store.write_text("in the way", encoding="utf-8")
    try:
        page.goto(f"http://127.0.0.1:{voila.port}/voila/render/start_here.ipynb")
        choose(page, "start-choose", "The driver", confidence=3)
        expect(page.locator(".ws-bar-saved")).to_have_text("Kept for now only")
        expect(page.locator(".ws-bar-notices")).to_contain_text("Save my work")
        exercise(page, "start-choose").get_by_role("button", name="Check").click()
        expect(exercise(page, "start-choose").locator(".ws-result")).to_be_visible()
        with page.expect_download() as download:
            page.locator(".ws-bar-row").get_by_role("button", name="Save my work").click()
        assert "driver" in download.value.path().read_text(encoding="utf-8")
    finally:
        voila.store.unlink()


def test_on_paper_the_whole_notebook_comes_out(voila, page):
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/kupyansk/02_who_says_so.ipynb")
    expect(exercise(page, "who-more-rest")).to_be_visible()
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    assert sheets > 5


def a_kernel_ends_whenever_the_page_comes(voila, page, times):
    """End all kernels at the moment at which the scripts of the page are asked for, and wait until others stand."""

    def ends(route):
        if len(ended) < times:
            ended.append(kernels(voila))
            for one in ended[-1]:
                os.kill(one.pid, signal.SIGKILL)
            psutil.wait_procs(ended[-1])
        route.continue_()

    ended = []
    page.route("**/voila.js*", ends)
    return ended


def kernels(voila):
    return [
        one
        for one in psutil.Process(voila.pid).children(recursive=True)
        if "ipykernel_launcher" in " ".join(one.cmdline())
    ]


def test_a_page_whose_kernel_ended_on_the_way_comes_again_by_itself(voila, page):
    ended = a_kernel_ends_whenever_the_page_comes(voila, page, times=1)
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/start_here.ipynb")
    expect(exercise(page, "start-choose")).to_be_visible(timeout=120_000)
    assert ended
    expect(page.locator("#again")).to_have_count(0)


def test_where_the_kernel_ends_again_the_page_says_what_can_be_done(voila, page):
    a_kernel_ends_whenever_the_page_comes(voila, page, times=2)
    page.goto(f"http://127.0.0.1:{voila.port}/voila/render/start_here.ipynb")
    expect(page.get_by_role("alert")).to_contain_text("did not open", timeout=120_000)
    page.get_by_role("button", name="Load the page again").click()
    expect(exercise(page, "start-choose")).to_be_visible(timeout=120_000)
