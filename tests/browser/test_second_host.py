"""The same view files work in a host without Jupyter: a page over one websocket, views as native modules."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from every_lesson import HOME, items_of, named
from our_answers import full_answer
from playwright.sync_api import expect
from whole_notebook import places_of

from exercises.answers.exports import import_work
from exercises.answers.store import Store
from exercises.kinds.rate.forms import form_of
from hosts import free_port, wait_for

pytestmark = pytest.mark.browser
LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
# Between them: all eight kinds, a seal and its opening, a form, every figure, a chart, the bar and the report.
NOTEBOOKS = (
    "start_here",
    "01_first_read",
    "02_who_says_so",
    "04_said_claimed_admitted",
    "05_how_sure",
    "07b_does_it_hold",
    "finish",
)


@contextmanager
def served(notebook: str, folder: Path):
    port = free_port()
    program = HOME / "tests" / "second_host" / "server.py"
    with (folder / "host.log").open("w") as log:
        command = [sys.executable, str(program), str(port), LESSON.id, notebook, str(folder / "store")]
        process = subprocess.Popen(command, cwd=HOME, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(20)


class Visitor:
    """A student in front of that page."""

    def __init__(self, page, address):
        self.page, self.faults, self.asked = page, [], []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address)
        expect(page.locator("body")).to_have_attribute("data-ready", "true", timeout=60_000)

    def exercise(self, name):
        return self.page.locator(f'.ws-exercise:has([id^="ws-{name}-"])').first

    def is_saved(self):
        expect(self.page.locator(".ws-bar")).to_have_attribute("data-state", "saved", timeout=60_000)

    def saved_file(self, button):
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button, exact=True).first.click()
        return Path(download.value.path()).read_text("utf-8")


def fill_in(folder: Path, places):
    """Answer everything, as if a student had left off before the first Check."""
    store = Store(folder)
    drafts = []
    for name in (place for kind, place in places if kind in ("exercise", "form")):
        item = ITEMS[name]
        drafts.append(
            {
                "lesson": LESSON.id,
                "exercise": name,
                "digest": LESSON.digest,
                "answer": full_answer(item, LESSON),
                "confidence": 3 if item.confidence else None,
                "phase": "open",
                "saved_at": "2026-01-01T10:00:00+00:00",
            }
        )
    work = {"format": "whosays-answers", "version": 1, "code": store.code, "exported_at": "2026-01-01T10:00:00+00:00"}
    import_work(store, json.dumps({**work, "drafts": drafts, "attempts": []}))


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_every_face_of_a_notebook_draws_checks_saves_and_gives_its_files(notebook, page, tmp_path):
    places = [(name, more[0] if more else None) for name, *more in places_of(LESSON, notebook)]
    places = [(name, form_of(LESSON, what) if name == "form" else what) for name, what in places]
    fill_in(tmp_path / "store", places)
    with served(notebook, tmp_path) as address:
        visitor = Visitor(page, address)
        for name, what in places:
            if name in ("exercise", "form"):
                check(visitor, ITEMS[what])
            if name == "open_seal":
                page.get_by_role("button", name="Open my answer").first.click()
        for figure in page.locator(".ws-figure").all():
            expect(figure.locator(".ws-figure-notice")).to_be_hidden(timeout=60_000)
        expect(page.locator(".ws-bar")).to_contain_text("{0} of {0} done".format(len(done_in(places))))
        visitor.is_saved()
        assert len(json.loads(visitor.saved_file("Save my work"))["attempts"]) >= len(done_in(places))
        if ("report", None) in places:
            assert visitor.saved_file("Save my report").startswith("<!doctype html>")
        taken = page.locator(".ws-take-buttons button:visible").first
        if taken.count():
            with page.expect_download():
                taken.click()
    assert visitor.faults == []
    assert {one for one in visitor.asked if not one.startswith((address, "blob:", "data:", "ws:"))} == set()


def done_in(places):
    return [what for name, what in places if name in ("exercise", "form")]


def check(visitor, item):
    body = visitor.exercise(item.id)
    body.get_by_role("button", name="Seal my answer" if item.seal else "Check", exact=True).click()
    if item.seal:
        expect(body).to_contain_text("It opens later in this notebook.")
        return
    expect(body.locator(".ws-result")).to_be_visible(timeout=60_000)
    if item.kind == "write":
        for row in body.locator(".ws-write-after fieldset").all():
            row.get_by_role("radio").last.check()
        body.locator(".ws-write-after textarea").fill("It names who says it.")
        body.get_by_role("button", name="Keep my rating").click()
        expect(body.locator(".ws-write-rated")).to_be_attached()


def test_an_answer_typed_there_is_saved_and_comes_back_after_a_reload(page, tmp_path):
    with served("finish", tmp_path) as address:
        visitor = Visitor(page, address)
        statement = page.locator(".ws-kind-rate input[type=radio]").first
        statement.check()
        visitor.is_saved()
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-ready", "true", timeout=60_000)
        expect(page.locator(".ws-kind-rate input[type=radio]").first).to_be_checked()
    assert visitor.faults == []


def test_nothing_but_modules_and_style_sheets_of_the_package_is_served(page, tmp_path):
    with served("finish", tmp_path) as address:
        for path in (
            "exercises/kinds/base.py",
            "exercises/../pyproject.toml",
            "exercises/locale/en.yaml",
            "lessons/kupyansk/key.yaml",
        ):
            assert page.request.get(address + path).status == 404
