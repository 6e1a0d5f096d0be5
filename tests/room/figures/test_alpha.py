"""Krippendorff's alpha is that of his own example, and that of NLTK wherever NLTK defines it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from nltk.metrics.agreement import AnnotationTask

from exercises.room.figures.alpha import alpha

# Krippendorff 2011, part C: four observers, twelve units, missing answers as None. Nominal alpha is 0.743 there.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
ANSWERS = some.lists(
    some.lists(some.sampled_from([None, "a", "b", "c"]), min_size=3, max_size=3), min_size=1, max_size=8
)


def test_his_example_comes_out_as_he_prints_it():
    units = [[one for one in unit if one is not None] for unit in zip(*OBSERVERS, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


@given(ANSWERS)
def test_it_is_that_of_nltk_wherever_nltk_defines_it(answers):
    told = [(f"coder {c}", f"unit {u}", one) for u, unit in enumerate(answers) for c, one in enumerate(unit) if one]
    units = [[one for one in unit if one] for unit in answers]
    try:
        theirs = AnnotationTask(data=told).alpha()
    except (ValueError, ZeroDivisionError):
        # Early releases of NLTK stumble where only one name is left; later ones give 1 there.
        assert alpha(units) is None or len({one for unit in units if len(unit) > 1 for one in unit}) == 1
    else:
        assert alpha(units) == pytest.approx(theirs)


@pytest.mark.parametrize("units", [[], [[]], [["a"], ["b"]], [["a"], [], ["b"]]])
def test_where_nothing_can_be_compared_there_is_none(units):
    assert alpha(units) is None
