"""Confidence is set against right answers for a whole class, from twenty answers on."""

from __future__ import annotations

import pytest
from classes import class_in, line_of, marks_of

from exercises.room.templates import fill

MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}


def test_the_surer_half_and_the_other_one_are_compared(pupils):
    for code in pupils.all():
        pupils.checks(code, "who-speaks", MAYOR, sure=4)
    assert pupils.board().lessons[0].sureness is None
    for code in pupils.all():
        pupils.checks(code, "mark-the-mayor", {"marks": []}, sure=2)
    found = pupils.board().lessons[0].sureness
    assert [(step.name, step.times, step.right) for step in found.steps] == [
        ("Very sure", 12, 12),
        ("Quite sure", 0, 0),
        ("Not very sure", 12, 0),
        ("Guessing", 0, 0),
    ]
    assert "very sure, 12 of 12 answers were right; where they were less sure, 0 of 12." in found.sentence


def test_on_the_wall_a_step_with_a_small_side_is_left_out(pupils):
    for place, code in enumerate(pupils.all()):
        pupils.checks(code, "who-speaks", MAYOR if place < 7 else REPORTER, sure=4)
        pupils.checks(code, "mark-the-mayor", {"marks": []}, sure=2)
    found = pupils.wall().lessons[0].sureness
    assert ([(step.name, step.right) for step in found.steps], found.sentence) == ([("Very sure", 7)], "")


def test_where_the_wall_cannot_tell_it_does_not_say_that_there_are_few_answers(pupils):
    for code in pupils.all():
        pupils.checks(code, "mark-the-mayor", {"marks": []}, sure=2)
    for code in pupils.all(11):
        pupils.checks(code, "who-speaks", MAYOR, sure=4)
    told = fill("figures.html", board=pupils.wall(), wall=True)
    assert "Not yet: the wall counts only" in told
    assert "fewer than 20" not in told


def answers(pupils, exercise, *groups):
    """Let students answer one after the other: so many with a step of confidence, of whom so many are right."""
    codes = iter(pupils.codes)
    good = {"who-speaks": MAYOR, "mark-the-mayor": marks_of(pupils.items["mark-the-mayor"], pupils.lesson)}
    for sure, count, right in groups:
        for place in range(count):
            wrong = REPORTER if exercise == "who-speaks" else {"marks": []}
            pupils.checks(next(codes), exercise, good[exercise] if place < right else wrong, sure=sure)


def steps(pupils):
    found = pupils.wall().lessons[0].sureness
    return [(step.times, step.right) for step in found.steps] if found else []


@pytest.fixture
def many(small_lesson, tmp_path):
    """A class of 24."""
    pupils = class_in(small_lesson, tmp_path)
    pupils.codes = [*pupils.codes, *(code[:-2] + str(int(code[-2:]) + 22) for code in pupils.codes)]
    return pupils


def test_the_few_who_were_less_sure_cannot_be_computed_from_the_rest(many):
    answers(many, "who-speaks", (4, 20, 10), (3, 4, 2))
    assert line_of(many.wall(), "Who speaks?").rate == "12 of 24"
    assert steps(many) == []


def test_an_exercise_that_few_had_right_is_not_in_the_sum(many):
    answers(many, "who-speaks", (4, 24, 12))
    assert steps(many) == [(24, 12)]
    answers(many, "mark-the-mayor", (4, 24, 1))
    assert steps(many) == [(24, 12)]


def test_what_is_added_to_a_step_is_no_small_group(many):
    answers(many, "who-speaks", (4, 24, 12))
    assert steps(many) == [(24, 12)]
    answers(many, "mark-the-mayor", (4, 12, 8), (1, 12, 6))
    assert steps(many) == [(24, 12)]


def test_what_is_added_in_large_groups_shows(many):
    answers(many, "who-speaks", (4, 24, 12))
    assert steps(many) == [(24, 12)]
    answers(many, "mark-the-mayor", (4, 12, 6), (1, 12, 6))
    assert steps(many) == [(36, 18), (12, 6)]
