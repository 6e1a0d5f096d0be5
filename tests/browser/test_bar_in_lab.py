"""In JupyterLab: the bar says when the disk fails, gives the work as a file, and takes it back."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest
from playwright.sync_api import expect

from pages import bar_says, begin_anew, choose, command, exercise, open_notebook, run_all
from windows import lent_page

pytestmark = [pytest.mark.browser, pytest.mark.host]
START = "notebooks/start_here.ipynb"
SELECT = """name => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const shown = (cell) => cell.model.sharedModel.getSource().includes(`.show("${name}")`);
  notebook.activeCellIndex = notebook.widgets.findIndex(shown);
}"""


@pytest.fixture(scope="module")
def started(browser, lab):
    """Open the first notebook in a Lab and run all its cells, once for all tests of this file."""
    with lent_page(browser) as page:
        open_notebook(page, "lab", lab.port, START)
        run_all(page)
        yield page


@pytest.fixture
def opened(started):
    """Begin as a new student, whose first answer is saved."""
    begin_anew(started)
    choose(started, "start-choose", "The driver")
    bar_says(started, "Saved")
    return started


def test_after_run_all_a_student_stands_at_the_bar(started):
    expect(exercise(started, "start-desk")).to_be_attached()
    expect(started.locator(".ws-bar")).to_be_in_viewport(ratio=0.9)


def test_a_view_that_is_drawn_after_another_student_began_is_theirs(opened):
    exercise(opened, "start-choose").locator(".ws-confidence input").last.check()
    exercise(opened, "start-choose").get_by_role("button", name="Check").click()
    expect(exercise(opened, "start-choose")).to_have_attribute("data-phase", "checked")
    begin_anew(opened)
    opened.evaluate(SELECT, "start-choose")
    command(opened, "notebook:create-output-view")
    late = opened.locator(".jp-LinkedOutputView .ws-exercise")
    expect(late).to_have_attribute("data-phase", "open")
    expect(late.locator("input:checked")).to_have_count(0)
    late.get_by_label("Nobody").check()
    expect(exercise(opened, "start-choose").get_by_label("Nobody")).to_be_checked()
    opened.evaluate("[...window.jupyterapp.shell.widgets('main')].at(-1).close()")


def open_work(page, name: str, content: str) -> None:
    file = {"name": name, "mimeType": "application/json", "buffer": content.encode()}
    page.locator(".ws-bar-file").set_input_files(file)


def test_a_failing_disk_shows_in_the_bar_until_it_works_again(lab, opened):
    file = lab.store / "answers.sqlite"
    away = file.rename(lab.store / "away")
    file.mkdir()
    choose(opened, "start-choose", "Nobody")
    bar_says(opened, "Your answers cannot be saved")
    file.rmdir()
    away.rename(file)
    bar_says(opened, "Saved")


def test_work_saved_as_a_file_is_all_back_after_the_store_is_gone(lab, opened):
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Save my work").click()
    work = download.value.path().read_text(encoding="utf-8")
    code = json.loads(work)["code"]
    assert code in download.value.suggested_filename
    for file in lab.store.glob("answers.sqlite*"):
        file.unlink()
    begin_anew(opened)
    expect(exercise(opened, "start-choose").get_by_label("The driver")).not_to_be_checked()
    open_work(opened, "work.json", work)
    expect(opened.locator(".ws-bar-notice")).to_contain_text(f"You now work as {code}")
    expect(exercise(opened, "start-choose").get_by_label("The driver")).to_be_checked()
    open_work(opened, "work.json", work)
    expect(opened.locator(".ws-bar-notice")).to_contain_text("brought no new answers")


def saved_file(page) -> dict[str, Any]:
    """Save the work, and read the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my work").click()
    return json.loads(download.value.path().read_text(encoding="utf-8"))


KEEP = """([code, lesson]) => localStorage.setItem(`whosays/${code}/${lesson}/start-choose/another-window`,
  JSON.stringify({ answer: { chosen: ["offered"] }, confidence: 2, at: new Date().toISOString() }))"""


def test_what_cannot_be_saved_or_waits_in_the_browser_is_in_the_file_and_the_bar_says_so(lab, opened):
    (stands,) = saved_file(opened)["drafts"]
    opened.evaluate(KEEP, [opened.locator(".ws-bar-code").text_content(), stands["lesson"]])
    with sqlite3.connect(lab.store / "answers.sqlite", isolation_level=None) as another:
        another.execute("BEGIN IMMEDIATE")  # as a program that holds the file
        choose(opened, "start-choose", "Nobody")
        file = saved_file(opened)
        another.execute("ROLLBACK")
    assert [one["answer"] for one in file["drafts"]] == [stands["answer"]]
    beside = [one["answer"]["chosen"] for one in file["aside"]]
    assert (["offered"] in beside, stands["answer"]["chosen"] in beside, len(beside)) == (True, False, 2)
    expect(opened.locator(".ws-bar-notice")).to_contain_text("The file also holds answers that are not saved here")
    bar_says(opened, "Saved")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("{", "nothing was changed"), ('{"format": "other"}', "not a work file"), ("x" * 5_000_001, "larger than 5 MB")],
    ids=["damaged", "foreign", "over 5 MB"],
)
def test_a_file_that_is_no_work_is_refused_in_one_sentence(opened, content, sentence):
    code = opened.locator(".ws-bar-code").text_content()
    open_work(opened, "work.json", content)
    expect(opened.locator(".ws-bar-notice")).to_contain_text(sentence)
    expect(opened.locator(".ws-bar-code")).to_have_text(code)
    expect(exercise(opened, "start-choose").get_by_label("The driver")).to_be_checked()


def test_a_check_is_counted_at_once_in_how_sure_and_how_often_right(opened):
    opened.get_by_role("button", name="How sure, how often right?").click()
    counts = opened.locator(".ws-bar-sure")
    expect(counts).to_contain_text("Counted so far: 0")
    choose(opened, "start-choose", "The driver", confidence=4)
    exercise(opened, "start-choose").get_by_role("button", name="Check").click()
    expect(counts).to_contain_text("Counted so far: 1")
