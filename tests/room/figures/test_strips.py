"""The heat strip shows which share of a class marked each word, and which words are ours."""

from __future__ import annotations

from classes import line_of, marks_of

TITLE = "Mark the mayor"


def source_of(board):
    """Give the strip of the source, word by word."""
    strip = next(one for one in line_of(board, TITLE).counted.strips if one.label == "Source")
    return {word.text: word for row in strip.rows for word in row.words}, strip


def test_a_word_is_as_dark_as_the_share_that_marked_it_and_ours_are_named(pupils):
    ours = marks_of(pupils.items["mark-the-mayor"], pupils.lesson)
    without = {"marks": [mark for mark in ours["marks"] if mark["label"] != "source"]}
    for code in pupils.all(6):
        pupils.checks(code, "mark-the-mayor", ours)
    for code in pupils.all(8)[6:]:
        pupils.checks(code, "mark-the-mayor", without)
    found, strip = source_of(pupils.board())
    assert [(word.count, word.share) for word in found.values() if word.ours == "ours"][:1] == [(6, 0.75)]
    assert {word.count for word in found.values() if word.ours == "no"} == {0}
    assert "75 of 100" in strip.told[0]


def test_a_class_that_marks_alike_agrees_fully_and_four_students_have_no_strip(pupils):
    ours = marks_of(pupils.items["mark-the-mayor"], pupils.lesson)
    for code in pupils.all(4):
        pupils.checks(code, "mark-the-mayor", ours)
    assert line_of(pupils.board(), TITLE).counted.strips == ()
    pupils.checks(pupils.codes[4], "mark-the-mayor", ours)
    line = line_of(pupils.board(), TITLE)
    assert (line.counted.alpha, len(line.counted.strips)) == (1.0, 3)


def test_of_words_missed_as_often_several_are_named(pupils):
    ours = marks_of(pupils.items["mark-the-mayor"], pupils.lesson)
    without = {"marks": [mark for mark in ours["marks"] if mark["label"] != "source"]}
    for place, code in enumerate(pupils.all(6)):
        pupils.checks(code, "mark-the-mayor", ours if place else without)
    _, strip = source_of(pupils.board())
    assert "Missed most: “The”, “mayor”, “of” and more words (1), marked by 5 of 6." in strip.told


def test_on_the_wall_a_strip_has_shades_but_no_number(pupils):
    ours = marks_of(pupils.items["mark-the-mayor"], pupils.lesson)
    for code in pupils.all():
        pupils.checks(code, "who-speaks", {"chosen": ["mayor"]})
        pupils.checks(code, "mark-the-mayor", ours)
    found, strip = source_of(pupils.wall())
    assert (strip.told, {word.count for word in found.values()}) == ((), {0})
    assert {word.share for word in found.values()} == {0.0, 1.0}
