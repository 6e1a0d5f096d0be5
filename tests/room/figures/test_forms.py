"""A form says how far a class tells well from poorly supported claims, which way it leans, and how sure that is."""

from __future__ import annotations

import re
from html import unescape

import pytest
from classes import Shelf, class_in
from every_lesson import named
from form_lesson import build_borrowing_lesson, build_form_lesson
from imagined import CODES

from exercises.answers.whole_class import ClassReader
from exercises.room.figures.counting import Counting
from exercises.room.templates import fill


@pytest.fixture
def pupils(tmp_path):
    return class_in(build_form_lesson(tmp_path / "lessons" / "bridge"), tmp_path)


def rate(pupils, code, ferry, bakery):
    ratings = {"ferry-a": ferry, "bakery-a": bakery}
    pupils.checks(code, "form-a", {"ratings": ratings, "sure": dict.fromkeys(ratings, 3)}, sure=None)


def form_of(pupils):
    return pupils.board().lessons[0].forms


def test_a_class_that_accepts_the_one_and_rejects_the_other_tells_them_apart_without_leaning(pupils):
    for code in pupils.all():
        rate(pupils, code, 4, 1)
    (form,) = form_of(pupils)
    assert (form.students, form.well, form.poorly, form.leans) == (12, 100, 0, "neither")
    assert (form.difference.value, form.difference.low, form.difference.high) == (100, 100, 100)
    assert form.discrimination.value > 0


def test_a_class_that_accepts_all_leans_that_way_and_tells_nothing_apart(pupils):
    for code in pupils.all():
        rate(pupils, code, 4, 4)
    (form,) = form_of(pupils)
    assert (form.leans, form.difference.value, form.discrimination.value) == ("accept", 0, 0)


def test_the_interval_holds_the_value_and_is_the_same_each_time(pupils):
    for place, code in enumerate(pupils.all()):
        rate(pupils, code, 4 if place % 3 else 1, 1 if place % 4 else 4)
    (form,) = form_of(pupils)
    assert form.difference.low < form.difference.value < form.difference.high
    assert form_of(class_again(pupils)) == (form,)


def class_again(pupils):
    """Count the same class anew, from its file."""
    again = type(pupils)(pupils.lesson, pupils.store.path.parent.parent, pupils.items)
    assert again.store.path == pupils.store.path
    return again


def test_with_four_students_or_all_in_doubt_there_is_nothing_to_tell(pupils):
    for code in pupils.all(4):
        rate(pupils, code, 4, 1)
    assert form_of(pupils) == ()
    for code in pupils.all()[4:]:
        rate(pupils, code, "cannot-tell", "cannot-tell")
    assert form_of(pupils)[0].students == 12


def test_the_difference_is_that_of_the_two_numbers_beside_it(pupils):
    # 8 and 4 of 12 are 66.7 and 33.3 of 100: told as 67 and 33, and parted by 33.3.
    for place, code in enumerate(pupils.all()):
        rate(pupils, code, 4 if place < 8 else 1, 4 if place < 4 else 1)
    (form,) = form_of(pupils)
    assert (form.well, form.poorly, form.difference.value) == (67, 33, 34)
    assert form.difference.low <= 34 <= form.difference.high


def page_of(pupils, *, wall=False):
    """Give the words of the page that shows the class."""
    board = pupils.wall() if wall else pupils.board()
    return " ".join(re.sub(r"<[^>]*>", " ", unescape(fill("figures.html", board=board, wall=wall))).split())


def test_a_class_that_is_right_in_all_is_not_said_to_lean_and_gets_no_range_without_width(tmp_path):
    pupils = class_in(named("kupyansk").folder, tmp_path)
    item = pupils.items["form-a"]
    right = {one.id: 4 if one.features.support == "well" else 1 for one in item.statements}
    for code in pupils.all(6):
        pupils.checks(code, "form-a", {"ratings": right, "sure": dict.fromkeys(right, 3)}, sure=None)
    (form,) = form_of(pupils)
    assert (form.leans, form.lean.value) == ("neither", 0)
    told = page_of(pupils)
    assert "The difference is 100. At 0 the class could not tell them apart. It leans clearly neither" in told
    assert "(between" not in told


def test_claims_that_were_left_open_are_told_and_make_no_class_lean(tmp_path):
    pupils = class_in(named("kupyansk").folder, tmp_path)
    item = pupils.items["form-a"]
    for place, code in enumerate(pupils.all(6)):
        well = [one.id for one in item.statements if one.features.support == "well"]
        ratings = {one.id: 1 for one in item.statements} | dict.fromkeys(well, "cannot-tell") | {well[place]: 4}
        pupils.checks(code, "form-a", {"ratings": ratings, "sure": dict.fromkeys(ratings, 3)}, sure=None)
    (form,) = form_of(pupils)
    assert (form.well, form.poorly, form.cannot_tell, form.claims, form.leans) == (100, 0, 30, 72, "neither")
    told = page_of(pupils)
    assert "of 100 well supported claims that they rated they accepted 100" in told
    assert "“Cannot tell”: 30 of 72 claims." in told


def test_where_two_lessons_share_a_form_each_counts_those_who_answered_it_there(tmp_path):
    folder = build_form_lesson(tmp_path / "lessons" / "bridge")
    both = [class_in(one, tmp_path) for one in (folder, build_borrowing_lesson(folder.parent / "lake"))]
    for code in both[0].all()[:7]:
        rate(both[0], code, 4, 1)
    for code in both[1].all()[7:]:
        rate(both[1], code, 4, 4)
    counting = Counting([Shelf(one.lesson, one.items) for one in both])
    lessons = counting.board(ClassReader(both[0].store).read(CODES), {}).lessons
    assert [(one.id, form.students, form.leans) for one in lessons for form in one.forms] == [
        ("bridge", 7, "neither"),
        ("lake", 5, "accept"),
    ]
