"""Answers that no exercise shows any more are in the bar and in the report, whatever took their exercise away."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from time import monotonic

import pytest
from keeping import work_in
from talk import Line

from exercises.answers.rows import put_aside
from exercises.answers.work import Aside, moment
from exercises.bar.bar import Bar
from exercises.kinds.exercises import Exercises
from exercises.report import gather, render
from exercises.report.page import summary
from exercises.visit import Visit

WRITTEN = ["CHECKED words of the mayor", "words after AGAIN of the mayor", "words of ANOTHER window", "ONLY a draft"]


def line_of(kernel, name):
    visit = Visit(kernel.lesson, kernel.items, kernel.store, "one")
    return Line(visit, visit.exercise(name))


def send(line, kind, text, confidence=None):
    assert line(kind, {"text": text}, confidence)["kind"] in ("result", "saved")
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


def test_work_in_another_lesson_of_the_course_is_none_of_it(worked, tmp_path):
    beside = worked.lesson.folder.parent / "another-folder"
    beside.mkdir()
    try:
        (beside / "lesson.yaml").write_text("# Another one.\nid: elsewhere\n", encoding="utf-8")
        aside(worked, "words of ELSEWHERE", lesson="elsewhere", exercise="one")
        assert report_of(worked, worked.items).gone == ()
    finally:
        (beside / "lesson.yaml").unlink()
        beside.rmdir()
