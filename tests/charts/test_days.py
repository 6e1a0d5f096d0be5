"""Days below an axis leave each other room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from exercises.charts.days import far_apart

APART = 5  # days that a name on an axis needs for itself
DAYS = st.lists(st.integers(0, 60), min_size=1, max_size=20, unique=True).map(sorted)


def test_a_day_is_named_from_five_days_on_and_not_after_four():
    first = 100
    assert far_apart(["a", "b"], [first, first + APART]) == ["a", "b"]
    assert far_apart(["a", "b"], [first, first + APART - 1]) == ["a", ""]


def test_the_distance_counts_from_the_last_day_that_was_named():
    middle, last = APART - 1, APART
    assert far_apart(["a", "b", "c"], [0, middle, last]) == ["a", "", "c"]


@given(DAYS)
def test_the_first_day_is_named_and_no_other_that_had_room_is_left_out(days):
    kept = [day for day, name in zip(days, far_apart([f"day {day}" for day in days], days), strict=True) if name]
    assert kept[0] == days[0]
    assert all(later - earlier >= APART for earlier, later in pairwise(kept))
    assert all(any(0 <= day - named < APART for named in kept) for day in days)
