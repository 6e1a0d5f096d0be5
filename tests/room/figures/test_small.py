"""Groups of fewer than five are not told, and cannot be computed from what is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from exercises.room.figures.small import groups, told

COUNTS = some.dictionaries(some.sampled_from("abcdef"), some.integers(0, 30), max_size=6)


@given(COUNTS)
def test_whoever_knows_the_sum_and_all_that_is_told_knows_no_small_group(counts):
    shown = groups(counts)
    hidden = [count for name, count in counts.items() if name not in shown and count]
    assert all(count >= 5 and counts[name] == count for name, count in shown.items())
    assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= 5)


def test_one_small_group_hides_the_next_larger_one_with_it():
    assert groups({"a": 20, "b": 6, "c": 3}) == {"a": 20}
    assert groups({"a": 20, "c": 3}) == {}
    assert groups({"a": 20, "b": 6}) == {"a": 20, "b": 6}


def test_a_part_of_a_class_tells_of_no_four_students_on_either_side():
    numbers = [told(count, 30) for count in range(31)]
    assert numbers[0] == "nobody yet"
    assert set(numbers[1:5]) == {"fewer than 5"}
    assert numbers[5:26] == [str(count) for count in range(5, 26)]
    assert set(numbers[26:30]) == {"nearly all"}
    assert numbers[30] == "all"


def test_of_two_groups_alike_none_is_told_where_the_other_one_is_not():
    assert groups({"a": 12, "b": 6, "c": 6, "d": 1}) == {"a": 12}
