"""The table of a notebook counts what each student did first, and nothing that came after our reasons were read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from classes import class_in, line_of
from imagined import BELL

from exercises.room.templates import fill

MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}


def test_a_class_that_has_not_begun_has_no_lesson_on_its_board(pupils):
    board = pupils.board()
    assert (board.cards, board.begun, board.lessons) == ("12", "0", ())


def test_begun_done_and_right_are_counted_for_each_exercise(pupils):
    one, two, three, four = pupils.all(4)
    pupils.draft(one, "who-speaks")
    pupils.checks(two, "who-speaks", MAYOR)
    pupils.checks(three, "who-speaks", REPORTER)
    pupils.passes(four, "who-speaks")
    line = line_of(pupils.board(), "Who speaks?")
    assert (line.begun, line.done, line.checked, line.right) == ("4", "3", 2, 1)


def test_a_second_check_changes_nothing_for_our_reasons_were_read_by_then(pupils):
    one = pupils.codes[0]
    pupils.checks(one, "who-speaks", REPORTER)
    pupils.again(one, "who-speaks", MAYOR)
    line = line_of(pupils.board(), "Who speaks?")
    assert (line.checked, line.right) == (1, 0)


def test_who_passed_first_is_not_counted_as_right_later(pupils):
    one = pupils.codes[0]
    pupils.passes(one, "who-speaks")
    pupils.again(one, "who-speaks", MAYOR)
    assert line_of(pupils.board(), "Who speaks?").checked == 0


def test_an_answer_to_an_earlier_edition_is_not_counted(pupils):
    pupils.checks(pupils.codes[0], "who-speaks", MAYOR)
    pupils.store.run(lambda one: one.exec_driver_sql("UPDATE attempts SET digest = 'e.00000000000000'"), write=True)
    assert line_of(pupils.board(), "Who speaks?").checked == 0


def test_an_answer_counts_as_it_is_scored_whatever_a_file_says_of_it(pupils):
    pupils.checks(pupils.codes[0], "who-speaks", REPORTER)
    forged = "UPDATE attempts SET result = REPLACE(result, 'false', 'true')"
    pupils.store.run(lambda one: one.exec_driver_sql(forged), write=True)
    line = line_of(pupils.board(), "Who speaks?")
    assert (line.checked, line.right) == (1, 0)


def test_the_contested_parts_of_all_exercises_stand_together(pupils):
    for code in pupils.all(6):
        pupils.checks(code, "who-speaks", MAYOR)
    for code in pupils.all()[6:]:
        pupils.checks(code, "who-speaks", REPORTER)
    (notebook,) = pupils.board().lessons[0].notebooks
    ((title, split),) = notebook.contested
    assert (title, split.contest, split.wrong[0].text) == ("Who speaks?", 0.5, "The reporter")


def test_a_single_question_has_no_agreement_and_few_answers_have_neither(pupils):
    for code in pupils.all(4):
        pupils.checks(code, "who-speaks", MAYOR)
    line = line_of(pupils.board(), "Who speaks?")
    assert (line.counted.alpha, line.counted.splits, line.discrimination) == (None, (), None)


def test_a_new_answer_shows_although_what_was_counted_before_is_kept(pupils):
    one, two = pupils.all(2)
    pupils.checks(one, "who-speaks", MAYOR)
    assert line_of(pupils.board(), "Who speaks?").checked == 1
    pupils.checks(two, "who-speaks", MAYOR)
    assert line_of(pupils.board(), "Who speaks?").checked == 2


def test_who_is_where_goes_by_the_last_answer_that_was_saved(pupils):
    one, two = pupils.all(2)
    pupils.checks(one, "who-speaks", MAYOR, minute=1)
    pupils.draft(one, "mark-the-mayor", minute=2)
    pupils.checks(two, "who-speaks", MAYOR, minute=9)
    first, second = pupils.board().lessons[0].students
    assert (first.code, first.exercise, first.done, first.of, first.whole) == (one, "Mark the mayor", 1, 2, 1)
    assert (second.code, second.exercise) == (two, "Who speaks?")


def test_the_time_on_a_notebook_is_the_median_of_five_students_at_least(pupils):
    for minute, code in zip((2, 4, 6, 8), pupils.all(4), strict=True):
        pupils.checks(code, "who-speaks", MAYOR)
        pupils.draft(code, "mark-the-mayor", minute=minute)
    assert pupils.board().lessons[0].notebooks[0].minutes is None
    pupils.checks(pupils.codes[4], "who-speaks", MAYOR)
    pupils.draft(pupils.codes[4], "mark-the-mayor", minute=30)
    found = pupils.board().lessons[0].notebooks[0].minutes
    assert (found.median, found.students) == (6, 5)


def test_exercises_stand_in_the_order_of_the_page_and_not_of_their_file(small_lesson, tmp_path):
    prose = small_lesson / "one.md"
    text = prose.read_text("utf-8")
    places = re.findall(r"```{exercise} [a-z-]+\n```", text)
    turned = iter(reversed(places))
    prose.write_text(re.sub(r"```{exercise} [a-z-]+\n```", lambda _: next(turned), text), "utf-8")
    pupils = class_in(small_lesson, tmp_path)
    pupils.draft(pupils.codes[0], "who-speaks")
    lines = pupils.board().lessons[0].notebooks[0].lines
    assert [line.id for line in lines] == [f"bridge-{place.split()[1]}" for place in reversed(places)]


def test_two_lessons_a_week_apart_are_added_and_the_week_is_not(kinds_lesson, tmp_path):
    pupils = class_in(kinds_lesson, tmp_path)
    week = 7 * 24 * 60
    for code in pupils.all(5):
        for minute, exercise in ((0, "first-item"), (4, "bet"), (week, "support"), (week + 3, "said-lab")):
            pupils.draft(code, exercise, minute=minute)
    assert pupils.board().lessons[0].notebooks[0].minutes.median == 7


def test_a_clock_that_was_ahead_for_a_while_holds_nobody_at_one_exercise(pupils):
    ahead = int((datetime.now(UTC) - BELL) / timedelta(minutes=1)) + 24 * 60
    pupils.draft(pupils.codes[0], "mark-the-mayor", minute=ahead)
    assert pupils.board().lessons[0].students[0].exercise == "Mark the mayor"
    pupils.draft(pupils.codes[0], "who-speaks", minute=5)
    assert pupils.board().lessons[0].students[0].exercise == "Who speaks?"


def test_agreement_is_told_in_words_below_five_answers_and_a_dash_means_one_question(pupils):
    for code in pupils.all(3):
        pupils.checks(code, "who-speaks", MAYOR)
        pupils.checks(code, "mark-the-mayor", {"marks": []})
    html = fill("figures.html", board=pupils.board(), wall=False)
    agreement = {title: row.split("<td>")[-1].split("<")[0] for title, row in rows(html).items()}
    assert (agreement["Who speaks?"], agreement["Mark the mayor"]) == ("–", "too few answers")


def rows(html):
    """Give the rows of the table of a notebook, without space between words that nobody sees, by title."""
    found = html.split("Tells apart</th>")[1].split("</tbody>")[0].split('<tr><th scope="row">')[1:]
    return {row.split("<")[0]: re.sub(r"\s*\n\s*", "", row) for row in found}
