"""A student goes from Start here to Finish, checks every exercise in a browser, and finds each answer in the report."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from every_lesson import items_of, named
from our_answers import full_answer, words_of
from playwright.sync_api import expect

from exercises.answers.store import Draft, Store
from exercises.kinds.rate.forms import form_of
from pages import exercise

# All notebooks in one test: on a busy machine that takes its time.
pytestmark = [pytest.mark.browser, pytest.mark.host, pytest.mark.timeout(1200)]
LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
FORMS = {"start_here": "first", "finish": "last"}


def exercises_of(notebook):
    form = [ITEMS[form_of(LESSON, FORMS[notebook])]] if notebook in FORMS else []
    return [*items_of(LESSON).of(notebook), *form]


def fill_in(folder: Path):
    """Answer everything, as if a student had left off before the first Check; the page finds it where it was kept."""
    store, answers = Store(folder), {}
    for name, item in ITEMS.items():
        answers[name] = full_answer(item, LESSON)
        sure, now = 3 if item.confidence else None, datetime.now(UTC).isoformat()
        store.keep_draft(Draft(LESSON.id, name, LESSON.digest, answers[name], sure, "open", now))
    return answers


def check(page, item):
    body = exercise(page, item.id)
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


def test_every_exercise_is_checked_and_every_answer_stands_in_the_report(voila, page):
    answers = fill_in(voila.store)
    for entry in LESSON.info.notebooks:
        page.goto(f"http://127.0.0.1:{voila.port}/voila/render/{entry.to}")
        for item in exercises_of(entry.name):
            expect(exercise(page, item.id)).to_be_visible()
            check(page, item)
        for opened in page.get_by_role("button", name="Open my answer").all():
            opened.click()
        expect(page.locator(".ws-bar")).to_contain_text("{0} of {0} done".format(len(exercises_of(entry.name))))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my report").click()
    report = Path(download.value.path()).read_text(encoding="utf-8")
    told = plain(re.sub(r"<style.*?</style>", "", report, flags=re.DOTALL))
    missing = {
        name: [words for words in words_of(item, answers[name], LESSON) if plain(words) not in told]
        for name, item in ITEMS.items()
    }
    assert {name: words for name, words in missing.items() if words} == {}


def plain(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
