"""The sentence on confidence: simulated pupils on both sides of each threshold get the sentence they should."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from exercises.answers.calibration import ENOUGH
from exercises.report.confidence import HIGHEST, LESS_SURE_BELOW, SURER_ABOVE, fit, sureness
from exercises.report.page import sentence, surest
from exercises.words import words

ANSWERS = 300  # so many that a hundredth to either side of a threshold can be simulated


def pupil(difference: Fraction):
    """Simulate a pupil with this difference between mean confidence and the share of right answers."""
    right = ANSWERS // 2
    steps = (Fraction(right, ANSWERS) + difference) * HIGHEST * ANSWERS
    assert steps.denominator == 1
    low, more = divmod(int(steps), ANSWERS)
    sure = [low + 2] * more + [low + 1] * (ANSWERS - more)
    return [(confidence, place < right) for place, confidence in enumerate(sure)]


A_LITTLE = Fraction(1, 100)


@pytest.mark.parametrize(
    ("difference", "name"),
    [
        (SURER_ABOVE + A_LITTLE, "surer"),
        (SURER_ABOVE, "about"),
        (SURER_ABOVE - A_LITTLE, "about"),
        (Fraction(0), "about"),
        (LESS_SURE_BELOW + A_LITTLE, "about"),
        (LESS_SURE_BELOW, "about"),
        (LESS_SURE_BELOW - A_LITTLE, "less"),
    ],
)
def test_a_pupil_on_either_side_of_a_threshold_gets_the_sentence_of_that_side(difference, name):
    found = sureness(pupil(difference))
    assert found.fit == name
    assert sentence(found) == words("report")["sure"][name]


def test_the_thresholds_lie_on_both_sides_of_an_even_fit():
    assert LESS_SURE_BELOW < 0 < SURER_ABOVE


def test_somebody_always_very_sure_and_never_right_is_surer_and_the_other_way_round_less_sure():
    assert sureness([(4, False)] * ENOUGH).fit == "surer"
    assert sureness([(1, True)] * ENOUGH).fit == "less"


def test_seven_answers_are_too_few_for_a_sentence_and_eight_are_enough():
    seven = sureness([(4, False)] * 7 + [(None, True)] * 5)
    assert seven.fit == "few"
    assert sentence(seven).startswith("Too few answers")
    assert sureness([(4, False)] * 8).fit == "surer"


def test_an_average_does_not_hide_answers_that_were_very_sure_and_not_right():
    found = sureness([(4, True)] * 2 + [(4, False)] * 4 + [(1, True)] * 5 + [(1, False)] * 3)
    assert sentence(found).startswith("Taken together")
    assert (
        surest(found)
        == "Very sure and not right: 4 of 6 times. Look at these answers first: which words made you sure?"
    )
    assert surest(sureness([(4, True)] * 8)) == ""
    assert surest(sureness([(4, False)] * 7)) == ""  # too few to say anything


@pytest.mark.parametrize(
    ("pairs", "name"),
    [
        # Very sure is 1 and guessing 0, so the difference is the share of the wrong (or the right): 3/20 = 0.15.
        ([(4, True)] * 17 + [(4, False)] * 3, "about"),
        ([(4, True)] * 16 + [(4, False)] * 4, "surer"),
        ([(1, False)] * 17 + [(1, True)] * 3, "about"),
        ([(1, False)] * 16 + [(1, True)] * 4, "less"),
    ],
)
def test_three_of_twenty_too_many_is_still_an_even_fit_and_four_are_not(pairs, name):
    assert sureness(pairs).fit == name


@given(some.lists(some.tuples(some.none() | some.integers(1, 4), some.booleans()), max_size=60))
def test_turning_every_answer_round_turns_the_sentence_round(answers):
    found = sureness(answers)
    mirrored = sureness((c and 5 - c, not right) for c, right in answers)
    assert {"surer": "less", "less": "surer"}.get(found.fit, found.fit) == mirrored.fit


@given(some.integers(ENOUGH, 40), some.data())
def test_one_more_right_answer_never_makes_somebody_surer_than_right(times, data):
    steps = data.draw(some.integers(0, HIGHEST * times))
    right = data.draw(some.integers(0, times))
    assume(right < times)
    order = ["less", "about", "surer"]
    assert order.index(fit(steps, right + 1, times)) <= order.index(fit(steps, right, times))


def test_the_counts_say_how_many_steps_and_how_many_right():
    found = sureness([(4, True), (2, False), (None, True)])
    assert (found.times, found.right, found.steps) == (2, 1, 4)
