"""Difficulty and discrimination say what they should of classes that are laid out by hand."""

from __future__ import annotations

import pytest

from exercises.room.figures.digits import digits
from exercises.room.figures.quality import discrimination

CODES = [f"code-{number}" for number in range(10)]


def outcomes(*rows):
    """Give outcomes by exercise: a sign a student, x for right."""
    return {
        f"item-{place}": {code: sign == "x" for code, sign in zip(CODES, row, strict=True)}
        for place, row in enumerate(rows)
    }


def test_an_exercise_that_only_the_good_ones_solve_parts_them_from_the_others():
    assert discrimination("item-0", outcomes("xxxxx.....", "xxxxx.....", "xxxxx.....", "xxxxx.....")) == pytest.approx(
        1
    )


def test_one_that_the_good_ones_fail_is_below_nothing():
    assert discrimination("item-0", outcomes(".....xxxxx", "xxxxx.....", "xxxxx.....", "xxxxx.....")) == pytest.approx(
        -1
    )


def test_the_exercise_itself_is_not_among_the_others():
    # Right on the first half, and the others say nothing of anybody: uncorrected this would be above 0.
    assert discrimination("item-0", outcomes("xxxxx.....", "x.x.x.x.x.", ".x.x.x.x.x", "xxxxxxxxxx")) == "alike"


def test_where_all_came_out_the_same_it_says_so():
    assert discrimination("item-0", outcomes("xxxxxxxxxx", "xxxxx.....", "xxxxx.....", "xxxxx.....")) == "alike"


def test_with_few_students_or_few_exercises_it_says_nothing():
    whole = outcomes("xxxxx.....", "xxxxx.....", "xxxxx.....", "xxxxx.....")
    few = {name: dict(list(one.items())[:9]) for name, one in whole.items()}
    assert discrimination("item-0", few) is None
    assert discrimination("item-0", dict(list(whole.items())[:3])) is None


@pytest.mark.parametrize(("students", "others", "right"), [(12, 5, 1), (24, 5, 1), (11, 6, 5), (25, 3, 1)])
def test_where_all_did_alike_elsewhere_rounding_makes_no_difference_of_it(students, others, right):
    codes = [f"code-{number}" for number in range(students)]
    found = {"x": {code: place % 2 == 0 for place, code in enumerate(codes)}}
    found |= {f"other-{number}": dict.fromkeys(codes, number < right) for number in range(others)}
    assert discrimination("x", found) == "alike"


def test_an_exercise_that_has_nothing_to_do_with_the_others_stands_at_nothing_exactly():
    assert discrimination("item-0", outcomes("x.x.x.x.x.", *["xx..xx..xx"] * 3)) == 0


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.0, "0.00"),
        (-0.0, "0.00"),
        (0.42, "0.42"),
        (0.004, "0.004"),
        (-0.0004, "-0.0004"),
        (0.996, "0.996"),
        (1.0, "1.00"),
    ],
)
def test_a_number_that_is_not_quite_nothing_or_all_does_not_look_like_it(value, told):
    assert digits(value) == told
