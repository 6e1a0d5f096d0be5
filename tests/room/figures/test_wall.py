"""On the wall stands no code, no small count, and nothing that a commit would still give away."""

from __future__ import annotations

from dataclasses import asdict

from classes import class_in, line_of
from every_lesson import items_of, named
from form_lesson import build_form_lesson
from our_answers import full_answer

from exercises.kinds import KINDS
from exercises.room.figures.splits import name_of

MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}


def test_as_long_as_one_student_is_at_work_nothing_is_told_of_the_answers(pupils):
    for code in pupils.all(11):
        pupils.checks(code, "who-speaks", MAYOR)
    pupils.draft(pupils.codes[11], "mark-the-mayor")
    line = line_of(pupils.wall(), "Who speaks?")
    assert (line.begun, line.done, line.rate, line.counted.splits) == ("nearly all", "nearly all", "not yet", ())
    assert "passes it on" not in str(asdict(pupils.wall()))


def skip_one(pupils):
    """Let eleven check something wrong, and the last one skip it; give the code of that one."""
    for code in pupils.all(11):
        pupils.checks(code, "who-speaks", REPORTER)
    pupils.passes(pupils.codes[11], "who-speaks")
    return pupils.codes[11]


def tells(pupils, here=None):
    """Say whether the wall tells our reason."""
    return "passes it on" in str(asdict(pupils.wall(here=here)))


def test_who_has_skipped_it_can_still_check_it_and_is_waited_for_while_in(pupils):
    skipper = skip_one(pupils)
    assert (tells(pupils), tells(pupils, pupils.codes[:11])) == (False, True)
    pupils.checks(skipper, "who-speaks", REPORTER)
    assert tells(pupils)


def test_who_has_skipped_it_and_looked_at_our_answer_is_not_waited_for(pupils):
    skipper = skip_one(pupils)
    pupils.draft(skipper, "who-speaks", "shown")
    assert tells(pupils)


def test_who_tries_again_takes_nothing_off_the_wall(pupils):
    for code in pupils.all():
        pupils.checks(code, "who-speaks", REPORTER)
    before = line_of(pupils.wall(), "Who speaks?")
    pupils.draft(pupils.codes[0], "who-speaks")
    assert (tells(pupils), before.done) == (True, "all")
    assert line_of(pupils.wall(), "Who speaks?") == before


def test_the_first_of_two_checks_shows_nothing_of_what_the_second_is_about(kinds_lesson, tmp_path):
    pupils = class_in(kinds_lesson, tmp_path)
    for code in pupils.all(6):
        pupils.again(code, "first-item", {"text": "The mayor of Dovhe said that the old bridge may stay closed."})
        pupils.draft(code, "first-item", "half")
    assert not line_of(pupils.wall(), "Tell it in one sentence").past
    for code in pupils.all(6):
        pupils.draft(code, "first-item", "checked")
    assert line_of(pupils.wall(), "Tell it in one sentence").past


def test_who_is_in_and_has_saved_nothing_yet_is_told_no_key(pupils):
    for code in pupils.all(5):
        pupils.checks(code, "who-speaks", REPORTER)
    assert "passes it on" in str(asdict(pupils.wall()))
    assert "passes it on" not in str(asdict(pupils.wall(here=pupils.codes)))
    for code in pupils.codes[5:]:
        pupils.checks(code, "who-speaks", REPORTER)
    assert "passes it on" in str(asdict(pupils.wall(here=pupils.codes)))


def test_before_five_are_in_nothing_of_an_earlier_lesson_is_told(pupils):
    for code in pupils.all():
        pupils.checks(code, "who-speaks", REPORTER)
    told = ["passes it on" in str(asdict(pupils.wall(here=pupils.codes[:count]))) for count in (0, 4, 5)]
    assert told == [False, False, True]


def test_nobody_can_read_off_the_wall_what_one_who_came_later_answered(pupils):
    first, later, more = pupils.codes[:6], pupils.codes[6], pupils.codes[7:11]
    for code in first:
        pupils.checks(code, "who-speaks", REPORTER)
    before = line_of(pupils.wall(), "Who speaks?")
    pupils.draft(later, "mark-the-mayor")
    assert line_of(pupils.wall(), "Who speaks?").rate == "not yet"
    pupils.checks(later, "who-speaks", MAYOR)
    assert line_of(pupils.wall(), "Who speaks?") == before
    for code in more:
        pupils.checks(code, "who-speaks", MAYOR)
    assert line_of(pupils.wall(), "Who speaks?").rate == "5 of 11"


def test_sureness_counts_no_exercise_that_somebody_may_still_commit(pupils):
    for code in pupils.all():
        pupils.checks(code, "mark-the-mayor", {"marks": []}, sure=2)
    for place, code in enumerate(pupils.all(11)):
        pupils.checks(code, "who-speaks", MAYOR if place < 6 else REPORTER, sure=4)
    assert pupils.board().lessons[0].sureness is not None
    assert pupils.wall().lessons[0].sureness is None
    pupils.checks(pupils.codes[11], "who-speaks", MAYOR, sure=4)
    assert [(step.times, step.right) for step in pupils.wall().lessons[0].sureness.steps] == [(12, 7)]


def test_a_form_is_told_when_all_who_are_in_have_done_it(tmp_path):
    pupils = class_in(build_form_lesson(tmp_path / "lessons" / "bridge"), tmp_path)
    ratings = {"ferry-a": 4, "bakery-a": 1}
    for code in pupils.all(6):
        pupils.checks(code, "form-a", {"ratings": ratings, "sure": dict.fromkeys(ratings, 3)}, sure=None)
    told = [len(pupils.wall(here=pupils.codes[:count]).lessons[0].forms) for count in (4, 6, 7)]
    assert (told, len(pupils.board().lessons[0].forms)) == ([0, 1, 0], 1)


def rated(pupils, codes, ferry, bakery=1):
    for code in codes:
        ratings = {"ferry-a": ferry, "bakery-a": bakery}
        pupils.checks(code, "form-a", {"ratings": ratings, "sure": dict.fromkeys(ratings, 3)}, sure=None)


def test_a_form_that_tells_of_fewer_than_five_waits(tmp_path):
    pupils = class_in(build_form_lesson(tmp_path / "lessons" / "bridge"), tmp_path)
    codes = pupils.all(10)
    rated(pupils, codes[:9], 4)
    rated(pupils, codes[9:], 1)
    assert (pupils.wall().lessons[0].forms, len(pupils.board().lessons[0].forms)) == ((), 1)


def test_how_often_nobody_could_tell_is_no_small_count_on_the_wall(tmp_path):
    pupils = class_in(build_form_lesson(tmp_path / "lessons" / "bridge"), tmp_path)
    codes = pupils.all(11)
    rated(pupils, codes[:10], 4)
    rated(pupils, codes[10:], "cannot-tell")
    (desk,), (wall,) = (board.lessons[0].forms for board in (pupils.board(), pupils.wall()))
    assert (desk.cannot_tell, wall.cannot_tell) == (1, 0)


def test_when_everybody_is_done_the_groups_of_five_and_more_are_told_with_the_reason(pupils):
    for place, code in enumerate(pupils.all()):
        pupils.checks(code, "who-speaks", MAYOR if place < 7 else REPORTER)
    line = line_of(pupils.wall(), "Who speaks?")
    (split,) = line.counted.splits
    assert [(one.text, one.count) for one in split.chosen] == [("The mayor of Dovhe", 7), ("The reporter", 5)]
    assert (line.rate, "passes it on" in split.wrong[0].why) == ("7 of 12", True)


def test_one_small_group_hides_both_for_the_number_of_students_is_known(pupils):
    for place, code in enumerate(pupils.all()):
        pupils.checks(code, "who-speaks", MAYOR if place < 9 else REPORTER)
    line = line_of(pupils.wall(), "Who speaks?")
    assert (line.rate, line.counted.splits) == ("nearly all", ())


def test_no_code_is_anywhere_in_it_and_a_class_of_four_is_not_on_the_wall(pupils):
    for code in pupils.all(4):
        pupils.checks(code, "who-speaks", MAYOR)
    assert pupils.wall().lessons == ()
    for code in pupils.all()[4:]:
        pupils.checks(code, "who-speaks", MAYOR)
    text = str(asdict(pupils.wall()))
    assert (pupils.wall().lessons[0].title in text, [code for code in pupils.codes if code in text]) == (True, [])


def test_an_answer_that_is_sealed_is_done_but_not_past(kinds_lesson, tmp_path):
    pupils = class_in(kinds_lesson, tmp_path)
    for place, code in enumerate(pupils.all()):
        pupils.seals(code, "bet", {"chosen": ["opens" if place < 7 else "stays"]})
    line = line_of(pupils.wall(), "A guess about the bridge")
    assert (line.done, line.rate, line.counted.splits) == ("all", "not yet", ())
    assert "CANARY" not in str(asdict(pupils.wall()))


def test_on_a_finished_exercise_that_nobody_had_right_nobody_is_still_waited_for(pupils):
    for code in pupils.all():
        pupils.checks(code, "who-speaks", REPORTER)
    assert line_of(pupils.wall(), "Who speaks?").rate == "nobody"


def test_all_are_said_to_be_those_who_have_begun_the_lesson(pupils):
    for code in pupils.all(6):
        pupils.checks(code, "who-speaks", REPORTER)
    (notebook,) = pupils.wall(here=pupils.codes).lessons[0].notebooks
    assert notebook.begun == "all who have begun this lesson"


def test_a_claim_that_waits_behind_a_warning_is_on_no_wall_whoever_chose_it(tmp_path):
    lesson = named("kupyansk")
    pupils = class_in(lesson.folder, tmp_path)
    desks = [item for item in items_of(lesson).values() if item.kind == "desk"]
    for code in pupils.all(6):
        for item in desks:
            pupils.checks(code, item.id, full_answer(item, lesson))
    asked = [part for item in desks for part in KINDS["desk"].tallied.parts(item, lesson)]
    waits = {grave: {name_of(part) for part in asked if lesson.claims[part.id.split("/")[0]].grave is grave}
             for grave in (True, False)}  # fmt: skip
    wall, board = ({split.where for split in splits_of(one)} for one in (pupils.wall(), pupils.board()))
    assert waits[True]
    assert (wall, board) == (waits[False], waits[True] | waits[False])


def splits_of(board):
    """Give all that a board tells of what was chosen."""
    lines = [line for lesson in board.lessons for notebook in lesson.notebooks for line in notebook.lines]
    return [split for line in lines for split in line.counted.splits]
