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

from exercises.answers.store import Draft, Store
from exercises.kinds import KINDS
from exercises.kinds.rate.forms import form_of
from hosts import free_port, wait_for

pytestmark = pytest.mark.browser
LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
LAST = "finish"
EVERYWHERE = [place for entry in LESSON.info.notebooks for place in places_of(LESSON, entry.name)]


def shown(name):
    """Give the places where an exercise stands: one, or with a seal two."""
    return [place for place in EVERYWHERE if place[0] in ("exercise", "open_seal") and place[1] == name]


def sample():
    """Give the last notebook, and what it lacks of the course: every figure after its exercise, every kind, a seal."""
    places = list(places_of(LESSON, LAST))
    for figure in (place for place in EVERYWHERE if place[0] == "figure"):
        places += [*(shown(figure[2]) if figure[2] else ()), figure]
    there = {kind_at(place) for place in places}
    places += [place for kind in KINDS if kind not in there for place in shown(first(kind))]
    if not any(place[0] == "open_seal" for place in places):
        places += shown(next(name for name, item in ITEMS.items() if item.seal))
    return list(dict.fromkeys(places))


def exercise_at(place):
    if place[0] == "form":
        return form_of(LESSON, place[1])
    return place[1] if place[0] == "exercise" else None


def kind_at(place):
    name = exercise_at(place)
    return ITEMS[name].kind if name else None


def first(kind):
    return next(name for name, item in ITEMS.items() if item.kind == kind and shown(name))


@contextmanager
def served(folder: Path, places):
    """Serve some places as one page that keeps its answers in a folder."""
    port = free_port()
    program = HOME / "tests" / "second_host" / "server.py"
    with (folder / "host.log").open("w") as log:
        names = [str(port), LESSON.id, LAST, str(folder / "store"), json.dumps(places)]
        process = subprocess.Popen([sys.executable, str(program), *names], cwd=HOME, stdout=log, stderr=log)
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
        expect(page.locator("body")).to_have_attribute("data-ready", "true")

    def exercise(self, name):
        return self.page.locator(f'.ws-exercise:has([id^="ws-{name}-"])').first

    def is_saved(self):
        expect(self.page.locator(".ws-bar")).to_have_attribute("data-state", "saved")

    def saved_file(self, button):
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button, exact=True).first.click()
        return Path(download.value.path()).read_text("utf-8")


def fill_in(folder: Path, names):
    """Answer everything, as if a student had left off before the first Check."""
    store, then = Store(folder), "2026-01-01T10:00:00+00:00"
    for name in names:
        answer, sure = full_answer(ITEMS[name], LESSON), 3 if ITEMS[name].confidence else None
        store.keep_draft(Draft(LESSON.id, name, LESSON.digest, answer, sure, "open", then))


def test_every_kind_figure_bar_and_report_draws_checks_saves_and_gives_its_files(page, tmp_path):
    places = sample()
    names = [name for place in places if (name := exercise_at(place))]
    assert {ITEMS[name].kind for name in names} == set(KINDS)
    fill_in(tmp_path / "store", names)
    with served(tmp_path, places) as address:
        visitor = Visitor(page, address)
        for name in names:
            check(visitor, ITEMS[name])
        for button in page.get_by_role("button", name="Open my answer").all():
            button.click()
        figures = page.locator(".ws-figure")
        expect(figures).to_have_count(len([place for place in places if place[0] == "figure"]))
        for figure in figures.all():
            expect(figure.locator(".ws-figure-notice")).to_be_hidden(timeout=120_000)
        expect(page.locator(".ws-bar")).to_contain_text("{0} of {0} done".format(len(names)))
        visitor.is_saved()
        work = json.loads(visitor.saved_file("Save my work"))
        assert {attempt["exercise"] for attempt in work["attempts"]} == set(names)
        assert visitor.saved_file("Save my report").startswith("<!doctype html>")
        assert formats_taken(page) == {".jsonld", ".png"}
    assert visitor.faults == []
    assert {one for one in visitor.asked if not one.startswith((address, "blob:", "data:", "ws:"))} == set()


def formats_taken(page):
    """Take the first file of every exercise that gives one along, and name their endings."""
    endings = set()
    for place in page.locator(".ws-take-buttons").all():
        if (button := place.locator("button:visible").first).count():
            with page.expect_download() as download:
                button.click()
            endings.add(Path(download.value.suggested_filename).suffix)
    return endings


def check(visitor, item):
    body = visitor.exercise(item.id)
    body.get_by_role("button", name="Seal my answer" if item.seal else "Check", exact=True).click()
    if item.seal:
        expect(body).to_contain_text("It opens later in this notebook.")
        return
    expect(body.locator(".ws-result")).to_be_visible()
    if item.kind == "write":
        for row in body.locator(".ws-write-after fieldset").all():
            row.get_by_role("radio").last.check()
        body.locator(".ws-write-after textarea").fill("It names who says it.")
        body.get_by_role("button", name="Keep my rating").click()
        expect(body.locator(".ws-write-rated")).to_be_attached()


def test_an_answer_typed_there_is_saved_and_comes_back_after_a_reload(page, tmp_path):
    with served(tmp_path, places_of(LESSON, LAST)) as address:
        visitor = Visitor(page, address)
        page.locator(".ws-kind-rate input[type=radio]").first.check()
        visitor.is_saved()
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-ready", "true")
        expect(page.locator(".ws-kind-rate input[type=radio]").first).to_be_checked()
        for path in NOT_SERVED:
            assert page.request.get(address + path).status == 404
    assert visitor.faults == []


# Only modules and style sheets of the package are served.
NOT_SERVED = (
    "exercises/kinds/base.py",
    "exercises/../pyproject.toml",
    "exercises/locale/en.yaml",
    "lessons/kupyansk/key.yaml",
)
