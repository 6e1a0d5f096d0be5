"""A class is counted when something has changed, and drawn once for all who look."""

from __future__ import annotations

import pytest
from imagined import Class
from small_lesson import change

from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room.assets import Assets
from exercises.room.figures.board import Board, Counted, LessonFigures, Line, NotebookFigures
from exercises.room.library import Library
from exercises.room.live import Live
from exercises.room.register import Register, class_store
from exercises.room.templates import fill

REASON = "The reporter only passes it on"


@pytest.fixture
def pupils(small_lesson, tmp_path):
    store = class_store(tmp_path / "class")
    codes = sorted(card.code for card in Register(store).issue(6))
    lesson = load_lesson(small_lesson)
    return Class(store, lesson, load_items(lesson), codes)


@pytest.fixture
def devices(pupils):
    """A device of each student, in the order of the codes."""
    register = Register(pupils.store)
    return [register.enter(code) for code in pupils.codes]


@pytest.fixture
def live(pupils, small_lesson):
    return Live(pupils.store, Register(pupils.store), Library([small_lesson], Assets(), pupils.store))


def test_nothing_is_drawn_anew_until_something_is_saved(live, pupils):
    before = live.draw(wall=False)
    assert ("Nobody has begun yet" in before.html, live.draw(wall=False) is before) == (True, True)
    pupils.checks(pupils.codes[0], "who-speaks", {"chosen": ["mayor"]})
    after = live.draw(wall=False)
    assert (after.mark == before.mark, "1 of 1" in after.html) == (False, True)


def test_desk_and_wall_are_kept_apart(live, pupils, devices):
    for code in pupils.codes:
        pupils.checks(code, "who-speaks", {"chosen": ["reporter"]})
    pupils.draft(pupils.codes[0], "mark-the-mayor")
    desk, wall = live.draw(wall=False), live.draw(wall=True)
    assert (pupils.codes[0] in desk.html, pupils.codes[0] in wall.html) == (True, False)
    assert live.draw(wall=False) is desk


def test_a_row_that_cannot_be_read_is_told_at_the_desk_in_a_sentence(live, pupils):
    for code in pupils.codes[:2]:
        pupils.checks(code, "who-speaks", {"chosen": ["mayor"]})
    spoiled = f"UPDATE attempts SET made_at = 'never' WHERE code = '{pupils.codes[0]}'"
    pupils.store.run(lambda connection: connection.exec_driver_sql(spoiled), write=True)
    html = live.draw(wall=False).html
    assert ("1 saved answers cannot be read" in html, "1 of 1" in html) == (True, True)


def all_but_one(pupils):
    """Let all students but the last one check something with the same wrong answer."""
    for code in pupils.codes[:5]:
        pupils.checks(code, "who-speaks", {"chosen": ["reporter"]})


def test_reasons_come_to_the_wall_only_when_nobody_can_still_commit(live, pupils, devices):
    all_but_one(pupils)
    pupils.draft(pupils.codes[5], "mark-the-mayor")
    assert (REASON in live.draw(wall=False).html, REASON in live.draw(wall=True).html) == (True, False)
    pupils.checks(pupils.codes[5], "who-speaks", {"chosen": ["reporter"]})
    assert REASON in live.draw(wall=True).html


def test_nobody_who_is_in_and_has_not_done_it_reads_our_reason_on_the_wall(live, pupils, devices):
    all_but_one(pupils)
    mine, other = f"/{pupils.lesson.id}/one", "/another/notebook"
    told = [
        REASON in live.draw(wall=True, opened=opened).html
        for opened in ({}, {devices[5]: {mine}}, {devices[5]: {mine, other}}, {devices[0]: {mine}})
    ]
    assert told == [False] * 4


def test_who_has_opened_the_other_lesson_alone_or_is_signed_out_holds_nobody_back(live, pupils, devices):
    all_but_one(pupils)
    assert REASON in live.draw(wall=True, opened={devices[5]: {"/another/notebook"}}).html
    assert REASON not in live.draw(wall=True).html
    Register(pupils.store).leave(devices[5:])
    assert REASON in live.draw(wall=True).html


def test_the_desk_names_whom_the_wall_waits_for_and_the_wall_names_nobody(live, pupils, devices):
    all_but_one(pupils)
    last = pupils.codes[5]
    desk, wall = live.draw(wall=False).html, live.draw(wall=True).html
    assert (last in desk, "The wall waits here for these students" in desk) == (True, True)
    assert (last in wall, "Not yet" in wall, "not yet</td>" in wall) == (False, True, True)


def test_whoever_has_saved_something_in_another_notebook_alone_is_named_as_well(small_lesson, tmp_path):
    info = small_lesson / "lesson.yaml"
    one = "\n  - {name: one, title: One bridge, minutes: 20, to: bridge/one.ipynb}\n"
    change(info, one, one + one.strip("\n").replace("one", "two") + "\n")
    for ending in ("yaml", "md"):
        text = (small_lesson / f"one.{ending}").read_text("utf-8")
        (small_lesson / f"two.{ending}").write_text(text.replace("who-speaks", "who-again"), "utf-8")
    change(small_lesson / "two.yaml", "mark-the-mayor", "mark-again")
    change(small_lesson / "two.md", "mark-the-mayor", "mark-again")
    store = class_store(tmp_path / "class")
    register, lesson = Register(store), load_lesson(small_lesson)
    pupils = Class(store, lesson, load_items(lesson), sorted(card.code for card in register.issue(6)))
    for code in pupils.codes:
        register.enter(code)
    all_but_one(pupils)
    live = Live(store, register, Library([small_lesson], Assets(), store))

    def named(code):
        html = live.draw(wall=False).html
        return [code in html.split(f'id="in-bridge-{name}"')[1].split("<table>")[0] for name in ("one", "two")]

    for code in pupils.codes[2:]:
        pupils.checks(code, "who-again", {"chosen": ["reporter"]})
    # Of a notebook that four have begun the wall shows nothing, whoever does what.
    assert [named(pupils.codes[place]) for place in (0, 5)] == [[False, False], [True, False]]
    pupils.checks(pupils.codes[1], "who-again", {"chosen": ["reporter"]})
    assert [named(pupils.codes[place]) for place in (0, 5)] == [[False, True], [True, False]]


def test_the_desk_names_exercise_by_exercise_who_is_not_ready_and_a_file_to_keep_names_nobody(live, pupils, devices):
    all_but_one(pupils)
    last = pupils.codes[5]
    pupils.passes(last, "who-speaks")
    desk, kept = live.draw(wall=False).html, live.draw(wall=False, kept=True).html
    late = desk.split('id="late-')[1].split("</details>")[0]
    assert (last in late, "Who speaks?" in late, "Mark" in late) == (True, True, False)
    assert ("waits" in desk, "waits" in kept, last in kept) == (True, False, True)
    Register(pupils.store).leave(devices[5:])
    assert 'id="late-' not in live.draw(wall=False).html


def test_where_all_came_out_the_same_the_table_says_that_and_not_that_answers_are_few():
    line = Line("bridge-x", "X", "12", "12", 12, 12, "12 of 12", "alike", past=True, counted=Counted({}))
    notebook = NotebookFigures("bridge-one", "One", "12", (line,), (), None, 0.0)
    lesson = LessonFigures("bridge", "Bridge", (notebook,), (), None, ())
    row = fill("figures.html", board=Board("12", "12", (lesson,)), wall=False).split("<tbody>")[1].split("</tr>")[0]
    assert ("all alike" in row, "too few" in row) == (True, False)


def test_whoever_has_begun_only_a_lesson_that_is_not_served_is_not_counted_as_begun(live, pupils):
    pupils.checks(pupils.codes[0], "who-speaks", {"chosen": ["mayor"]})
    pupils.checks(pupils.codes[1], "who-speaks", {"chosen": ["mayor"]})
    elsewhere = f"UPDATE drafts SET lesson = 'ferry' WHERE code = '{pupils.codes[1]}'"
    pupils.store.run(lambda connection: connection.exec_driver_sql(elsewhere), write=True)
    assert "Students who have begun: 1." in live.draw(wall=False).html
