"""Answers that no exercise shows any more are in the bar and in the report, whatever took their exercise away."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from shutil import rmtree
from time import monotonic

import pytest
from keeping import here, work_in
from talk import Line

from exercises.answers.exports import export_work
from exercises.answers.rows import put_aside
from exercises.answers.store import Store
from exercises.answers.work import Aside, moment
from exercises.bar.bar import Bar
from exercises.kinds.exercises import Exercises
from exercises.report import gather, render
from exercises.report.page import summary
from exercises.visit import Visit

TOLD = "The mayor told the paper that the bridge may stay closed for another week."
WRITTEN = ["CHECKED words of the mayor", "words after AGAIN of the mayor", "words of ANOTHER window", "ONLY a draft"]


def line_of(kernel, name):
    visit = Visit(kernel.lesson, kernel.items, kernel.store, "one")
    return Line(visit, visit.exercise(name))


def send(line, kind, text, confidence=None, **more):
    assert line(kind, {"text": text, **more}, confidence)["kind"] in ("result", "saved")
    line.state |= {"version": line.replies[-1]["version"]}


def aside(kernel, text, exercise="first-item", lesson=None):
    one = Aside("ab" * 8, lesson or kernel.lesson.id, exercise, "e.1", {"text": text}, None, moment(), "window")
    kernel.store.run(lambda connection: put_aside(connection, kernel.store.code, one), write=True)


@pytest.fixture
def worked(kernel):
    """Give a kernel whose student has written in two exercises in all the ways there are."""
    line = line_of(kernel, "first-item")
    send(line, "check", WRITTEN[0], 3)
    send(line, "again", WRITTEN[0], 3)
    send(line, "draft", WRITTEN[1], 3)
    aside(kernel, WRITTEN[2])
    send(line_of(kernel, "second-item"), "draft", WRITTEN[3])
    return kernel


def without(kernel, *names):
    """Give the exercises of a new edition, in which some have gone."""
    return Exercises({"one": [item for item in kernel.items.of("one") if item.id not in names]})


def report_of(kernel, items):
    return gather(kernel.lesson, items, work_in(kernel.store), date(2026, 11, 25))


def bar_of(kernel, items):
    """Give the state of the bar."""
    return Bar(kernel.lesson, items.of("one"), items, "one").state(work_in(kernel.store))["gone"]


def test_all_that_was_written_in_exercises_that_are_gone_stands_in_the_report_and_is_said(worked):
    report = report_of(worked, without(worked, "first-item", "second-item"))
    page = render(report)
    assert [words for words in WRITTEN if words not in page] == []
    assert [(one.title, one.state) for one in report.gone] == [("first-item", "again"), ("second-item", "begun")]
    assert any("not in this lesson any more, with answers of yours: 2" in line for line in summary(report))
    assert "This lesson has no exercises of these names" in page


def test_a_reason_beside_a_text_is_read_there_too_and_once(worked):
    line = line_of(worked, "second-item")
    send(line, "check", TOLD)
    send(line, "check", TOLD, rated={"A": 2, "E": 1}, why="REASON")
    items = without(worked, "second-item")
    (told,) = [one for one in report_of(worked, items).gone if one.id == "second-item"]
    assert (told.answer, [remark.reason.count("REASON") for remark in told.remarks[-2:]]) == ((TOLD,), [1, 1])
    lines = next(one["lines"] for one in bar_of(worked, items)["answers"])
    level = "Own rating, row A (Attribution): level 2, emerging"
    assert [lines[0], lines[1], lines[-1]] == [TOLD, level, "Why: REASON"]


def test_the_bar_of_every_notebook_says_so_and_holds_them(worked):
    gone = bar_of(worked, without(worked, "first-item", "second-item"))
    assert "not in this lesson any more, with answers of yours: 2" in gone["words"]
    assert [words for words in WRITTEN if words not in json.dumps(gone["answers"])] == []


def test_where_no_exercise_is_gone_nothing_is_said(worked):
    assert bar_of(worked, worked.items) is None
    report = report_of(worked, worked.items)
    assert report.gone == ()
    assert not any("any more" in line for line in summary(report))


def test_the_same_words_stand_once(kernel):
    line = line_of(kernel, "first-item")
    send(line, "check", WRITTEN[0], 3)
    aside(kernel, WRITTEN[0])
    page = render(report_of(kernel, without(kernel, "first-item")))
    assert page.count(WRITTEN[0]) == 1
    assert "Also written here" not in page


def test_an_exercise_that_was_only_looked_at_is_no_answer(kernel):
    send(line_of(kernel, "first-item"), "draft", "")
    assert bar_of(kernel, without(kernel, "first-item")) is None


def test_a_check_of_nothing_whose_result_cannot_be_read_breaks_no_report(kernel):
    send(line_of(kernel, "first-item"), "check", WRITTEN[0], 3)
    work = work_in(kernel.store)
    odd = tuple(replace(one, answer={}, result={"points": "many"}) for one in work.attempts)
    items = without(kernel, "first-item")
    report = gather(kernel.lesson, items, replace(work, drafts=(), attempts=odd), date(2026, 11, 25))
    assert [one.title for one in report.gone] == ["first-item"]
    assert "first-item" in render(report)


def test_thousands_of_them_from_an_opened_file_keep_nobody_waiting(kernel):
    names = [f"old-{number}" for number in range(3000)]
    many = [Aside(f"{at:016}", kernel.lesson.id, name, "e", {"text": f"a {at} b"}, None, moment(), "file")
            for at, name in enumerate([*names, *["one-old"] * 3000])]  # fmt: skip
    work = replace(work_in(kernel.store), aside=tuple(many))
    begun = monotonic()
    state = Bar(kernel.lesson, kernel.items.of("one"), kernel.items, "one").state(work)
    assert len(state["gone"]["answers"]) == 6000
    assert monotonic() - begun < 3


@pytest.mark.parametrize("table", ["aside", "attempts"])
@pytest.mark.parametrize("column", ["exercise", "lesson"])
def test_a_row_whose_exercise_or_lesson_changed_by_one_byte_is_in_the_report(worked, table, column):
    with closing(sqlite3.connect(worked.store.path)) as connection:
        place = f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE exercise = 'first-item'"
        here = "first-item" if column == "exercise" else worked.lesson.id
        connection.execute(place, (here, "x" + here[1:]))
        connection.commit()
    report = report_of(worked, worked.items)
    assert (WRITTEN[2] if table == "aside" else WRITTEN[0]) in render(report)
    assert any("with answers of yours: 1" in line for line in summary(report))
    (told,) = report.gone
    assert told.title == ("xirst-item" if column == "exercise" else f"x{worked.lesson.id[1:]}: first-item")


@pytest.fixture
def beside(worked):
    """Let another lesson lie beside the one that is open, with one exercise."""
    folder = worked.lesson.folder.parent / "another-folder"
    folder.mkdir()
    (folder / "lesson.yaml").write_text("# Another one.\nid: elsewhere\n", encoding="utf-8")
    (folder / "one.yaml").write_text('exercises:\n  - {id: "one", kind: choose}\n', encoding="utf-8")
    yield folder
    rmtree(folder)


@pytest.mark.usefixtures("beside")
def test_work_in_another_lesson_of_the_course_is_none_of_it(worked):
    aside(worked, "words of ELSEWHERE", lesson="elsewhere", exercise="one")
    assert report_of(worked, worked.items).gone == ()
    assert bar_of(worked, worked.items) is None


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(
    ("lesson", "exercise"),
    [
        ("elsewherf", "one"),
        ("Elsewhere", "one"),
        ("elsewhere", "onf"),
        ("elsewhere", "first-item"),
        (None, "first-itfm"),
    ],
)
def test_words_under_a_name_that_is_nowhere_in_the_course_are_in_the_bar_and_in_the_report(worked, lesson, exercise):
    aside(worked, "words under a CHANGED name", lesson=lesson, exercise=exercise)
    assert "words under a CHANGED name" in render(report_of(worked, worked.items))
    gone = bar_of(worked, worked.items)
    assert "with answers of yours: 1" in gone["words"]
    assert ("not in this course here" in gone["words"]) == (lesson is not None)
    (told,) = gone["answers"]
    assert told["title"] == (f"{lesson}: {exercise}" if lesson else exercise)
    assert "words under a CHANGED name" in " ".join(told["lines"])


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(
    ("field", "name"), [("lesson", "bridgf"), ("lesson", "Bridge"), ("lesson", "elsewhere"), ("exercise", "first-itfm")]
)
def test_a_file_with_one_letter_changed_in_a_name_says_so_and_the_bar_shows_the_answer(worked, tmp_path, field, name):
    file = json.loads(export_work(here(worked.store)))
    file |= {"attempts": [], "aside": [], "drafts": [one for one in file["drafts"] if one["exercise"] == "first-item"]}
    file["drafts"][0][field] = name
    store = Store(tmp_path / "home")
    visit = Visit(worked.lesson, worked.items, store, "one")
    bar = Line(visit, visit.bar())
    said = bar.send({"kind": "import", "text": json.dumps(file)})["words"]
    assert "Exercises among these that are not in the course here: 1. Their answers are kept" in said
    (told,) = bar.state["gone"]["answers"]
    assert WRITTEN[1] in " ".join(told["lines"])


def test_a_file_of_this_course_says_nothing_of_missing_exercises(worked, tmp_path):
    store = Store(tmp_path / "home")
    visit = Visit(worked.lesson, worked.items, store, "one")
    bar = Line(visit, visit.bar())
    assert "not in the course" not in bar.send({"kind": "import", "text": export_work(here(worked.store))})["words"]
    assert bar.state["gone"] is None
