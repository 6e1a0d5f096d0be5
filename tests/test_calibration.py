"""Confidence shown back in counts."""

import pytest

from exercises.calibration import count, sentence

ANSWERS = [(4, True)] * 5 + [(4, False)] * 4 + [(1, False), (None, True)]


def test_counts_say_how_often_somebody_was_this_sure_and_right():
    surest = count(ANSWERS)[0]
    assert (surest.confidence, surest.times, surest.right) == (4, 9, 5)
    assert str(surest) == "very sure 9 times, right 5"


def test_all_four_steps_are_counted_even_if_never_chosen():
    assert [step.confidence for step in count([])] == [4, 3, 2, 1]


def test_answers_without_confidence_are_left_out():
    assert sum(step.times for step in count(ANSWERS)) == 10


def test_the_sentence_names_only_steps_that_were_chosen():
    assert sentence(ANSWERS) == "Very sure 9 times, right 5; guessing once, right 0."


def test_without_answers_there_is_a_sentence_too():
    assert "no answer" in sentence([(None, True)])


@pytest.mark.parametrize("odd", [0, 5, -1])
def test_a_confidence_beyond_the_four_steps_is_refused(odd):
    with pytest.raises(ValueError, match="1 to 4"):
        count([(odd, True)])
