"""The same view files work in a host without Jupyter: a page over one websocket, views as native modules."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from every_lesson import HOME, items_of, named
from keeping import keep
from our_answers import full_answer, words_of
from playwright.sync_api import expect
from ports import free_port, wait_for
from whole_notebook import NOTEBOOKS, places_of

from exercises.answers.store import Store
from exercises.answers.work import Draft
from exercises.kinds.edition import edition_of
from exercises.kinds.rate.forms import form_of

# Eight notebooks in one test: on a busy machine that takes its time.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]
LESSON = named("kupyansk")


def exercises_of(notebook):
    """Name the exercises of a notebook, its form among them."""
    places = places_of(LESSON, notebook)
    forms = [form_of(LESSON, place[1]) for place in places if place[0] == "form"]
    return [place[1] for place in places if place[0] == "exercise"] + forms


def checked_in(notebook):
    """Name the first exercise of each kind in a notebook, and those that a figure waits for."""
    awaited = {place[2] for place in places_of(LESSON, notebook) if place[0] == "figure"}
    firsts = {}
    for name in exercises_of(notebook):
        firsts.setdefault((ITEMS[name].kind, ITEMS[name].seal), name)
    return [name for name in exercises_of(notebook) if name in awaited or name in firsts.values()]


ITEMS = {name: items_of(LESSON)[name] for notebook in NOTEBOOKS for name in exercises_of(notebook)}
CHECKED = {name for notebook in NOTEBOOKS for name in checked_in(notebook)}


@contextmanager
def served(folder: Path):
    """Serve the notebooks of the lesson, which keep their answers in a folder."""
    port = free_port()
    program = HOME / "tests" / "second_host" / "server.py"
    with (folder / "host.log").open("w") as log:
        started = [sys.executable, str(program), str(port), LESSON.id, str(folder / "store")]
        process = subprocess.Popen(started, cwd=HOME, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/{NOTEBOOKS[0]}")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(20)


class Visitor:
    """A student in front of that page."""

    def __init__(self, page, host):
        self.page, self.host, self.faults, self.asked = page, host, [], []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def opens(self, notebook):
        self.page.goto(self.host + notebook)
        self.is_ready()

    def is_ready(self):
        expect(self.page.locator("body")).to_have_attribute("data-ready", "true")

    def asked_elsewhere(self):
        return {one for one in self.asked if not one.startswith((self.host, "blob:", "data:", "ws:"))}

    def exercise(self, name):
        longer = "".join(f':not(:has([id^="ws-{one}-"]))' for one in ITEMS if one.startswith(f"{name}-"))
        return self.page.locator(f'.ws-exercise:has([id^="ws-{name}-"]){longer}').first

    def is_saved(self):
        expect(self.page.locator(".ws-bar")).to_have_attribute("data-state", "saved")

    def saved_file(self, button):
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button, exact=True).first.click()
        return Path(download.value.path()).read_text("utf-8")


def fill_in(folder: Path):
    """Answer everything, as if a student had left off before the first Check, and give the answers."""
    store, then, answers = Store(folder), "2026-01-01T10:00:00+00:00", {}
    for name, item in ITEMS.items():
        answers[name], sure = full_answer(item, LESSON), 3 if item.confidence else None
        keep(store, Draft(LESSON.id, name, edition_of(item, LESSON), answers[name], sure, "open", then))
    return answers


def test_every_kind_and_figure_draws_checks_saves_gives_its_files_and_stands_in_the_report(page, tmp_path):
    answers, formats = fill_in(tmp_path / "store"), set()
    with served(tmp_path) as host:
        visitor = Visitor(page, host)
        for notebook in NOTEBOOKS:
            visitor.opens(notebook)
            formats |= goes_through(visitor, notebook)
        work = json.loads(visitor.saved_file("Save my work"))
        assert {attempt["exercise"] for attempt in work["attempts"]} == CHECKED
        assert not_told(visitor.saved_file("Save my report"), answers) == {}
    assert formats == {".jsonld", ".png"}
    assert visitor.faults == []
    assert visitor.asked_elsewhere() == set()


def goes_through(visitor, notebook):
    """Check each kind in a notebook, open what is sealed, see every figure; give the endings of the files taken."""
    page, names = visitor.page, checked_in(notebook)
    for name in names:
        check(visitor, ITEMS[name])
    while (button := page.get_by_role("button", name="Open my answer")).count():
        left = button.count()
        button.first.click()
        expect(button).to_have_count(left - 1)
    figures = page.locator(".ws-figure")
    expect(figures).to_have_count(len([place for place in places_of(LESSON, notebook) if place[0] == "figure"]))
    for figure in figures.all():
        for warned in figure.get_by_role("button", name="Show it", exact=True).all():
            warned.click()
        expect(figure.locator(".ws-figure-notice")).to_be_hidden(timeout=120_000)
    expect(page.locator(".ws-bar")).to_contain_text(f"{len(names)} of {len(exercises_of(notebook))} done")
    visitor.is_saved()
    return formats_taken(page)


def not_told(report, answers):
    """Give the words of each answer that the report leaves out."""
    told = plain(re.sub(r"<style.*?</style>", "", report, flags=re.DOTALL))
    left_out = {
        name: [words for words in words_of(ITEMS[name], answer, LESSON) if plain(words) not in told]
        for name, answer in answers.items()
    }
    return {name: words for name, words in left_out.items() if words}


def plain(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


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
    with served(tmp_path) as host:
        visitor = Visitor(page, host)
        visitor.opens("finish")
        page.locator(".ws-kind-rate input[type=radio]").first.check()
        visitor.is_saved()
        page.reload()
        visitor.is_ready()
        expect(page.locator(".ws-kind-rate input[type=radio]").first).to_be_checked()
        for path in NOT_SERVED:
            assert page.request.get(host + path).status == 404
    assert visitor.faults == []


def test_an_exercise_that_is_drawn_late_is_that_of_the_student_who_began_meanwhile(page, tmp_path):
    held, late = [], "**/exercises/kinds/choose/view.js"
    with served(tmp_path) as host:
        visitor = Visitor(page, host)
        visitor.opens("start_here")
        body = visitor.exercise("start-choose")
        body.get_by_label("The driver").check()
        body.locator(".ws-confidence input").last.check()
        body.get_by_role("button", name="Check").click()
        expect(body).to_have_attribute("data-phase", "checked")
        first = page.locator(".ws-bar-code").inner_text()
        page.route(late, lambda route: held.append(route))
        with page.expect_request(late):
            page.reload()
        page.get_by_role("button", name="Not you?").click()
        page.get_by_role("button", name="Start with a new code").click()
        expect(page.locator(".ws-bar-code")).not_to_have_text(first)
        for route in held:
            route.continue_()
        visitor.is_ready()
        expect(visitor.exercise("start-choose")).to_have_attribute("data-phase", "open")
        expect(page.locator(".ws-exercise input:checked")).to_have_count(0)
        expect(page.locator(".ws-bar-count")).to_contain_text("0 of")
    assert visitor.faults == []


# Only modules and style sheets of the package are served.
NOT_SERVED = (
    "exercises/kinds/base.py",
    "exercises/../pyproject.toml",
    "exercises/locale/en.yaml",
    "lessons/kupyansk/key.yaml",
)
