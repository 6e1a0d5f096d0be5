"""Confidence is set against right answers for a whole class, from twenty answers on."""

from __future__ import annotations

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
