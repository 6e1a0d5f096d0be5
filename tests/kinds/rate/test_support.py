"""The answer to a form is read as counts: accepted, rejected, “cannot tell”, of each kind of statement."""

from dataclasses import astuple

import pytest
import yaml
from every_lesson import items_of, named
from form_lesson import FORMS
from hypothesis import given
from hypothesis import strategies as some

from exercises.kinds.rate import KIND
from exercises.kinds.rate.item import RateAnswer, RateItem
from exercises.kinds.rate.support import SupportCounts, read_form, told

SMALL = RateItem.model_validate(yaml.safe_load(FORMS)["exercises"][0])
LESSON = named("kupyansk")
FORM = items_of(LESSON)["form-a"]
RATINGS = some.none() | some.sampled_from([1, 2, 3, 4, "cannot-tell"])


def ratings(ferry, bakery):
    given_ones = {"ferry-a": ferry, "bakery-a": bakery}
    return RateAnswer(ratings={name: rating for name, rating in given_ones.items() if rating is not None})


@pytest.mark.parametrize(
    ("ferry", "bakery", "counted"),
    [
        (4, 1, SupportCounts(hits=1, correct_rejections=1)),
        (3, 2, SupportCounts(hits=1, correct_rejections=1)),
        (2, 3, SupportCounts(misses=1, false_alarms=1)),
        (1, 4, SupportCounts(misses=1, false_alarms=1)),
        ("cannot-tell", 4, SupportCounts(cannot_tell_well=1, false_alarms=1)),
        (3, "cannot-tell", SupportCounts(hits=1, cannot_tell_poorly=1)),
        (None, 2, SupportCounts(unanswered=1, correct_rejections=1)),
    ],
)
def test_3_and_4_accept_1_and_2_reject_and_cannot_tell_is_counted_apart(ferry, bakery, counted):
    assert read_form(SMALL, ratings(ferry, bakery)) == counted


@given(some.lists(RATINGS, min_size=12, max_size=12))
def test_each_statement_is_counted_once_whatever_is_answered(chosen):
    pairs = zip((one.id for one in FORM.statements), chosen, strict=True)
    answer = RateAnswer(ratings={name: rating for name, rating in pairs if rating is not None})
    assert sum(astuple(read_form(FORM, answer))) == 12


def test_two_answers_are_counted_together():
    both = read_form(SMALL, ratings(4, 1)) + read_form(SMALL, ratings(2, "cannot-tell"))
    assert both == SupportCounts(hits=1, misses=1, correct_rejections=1, cannot_tell_poorly=1)


def test_a_student_reads_counts_and_no_index():
    kinds = {one.id: one.features.support for one in FORM.statements}
    well, poorly = ([name for name, support in kinds.items() if support == wanted] for wanted in ("well", "poorly"))
    chosen = dict.fromkeys(kinds, 3) | dict.fromkeys(poorly[:4], 1) | {poorly[4]: "cannot-tell", well[0]: 2}
    assert told(FORM, RateAnswer(ratings=chosen)) == (
        "Well supported: you accepted 5 of 6 (steps 3-4). "
        "Poorly supported: you rejected 4 of 6 (steps 1-2). Cannot tell: 1."
    )


def test_the_result_of_a_form_says_the_counts_and_gives_no_points():
    answer = RateAnswer(ratings={"ferry-a": 2, "bakery-a": 2}, sure={"ferry-a": 1, "bakery-a": 1})
    result = KIND.score(SMALL, answer, None)
    assert result.summary.startswith("Well supported: you accepted 0 of 1 (steps 3-4).")
    assert [remark.outcome for remark in result.remarks] == ["wrong", "accepted"]
    assert (result.points, result.out_of, result.right) == (0, 0, False)
    assert result.extra == {}


def test_cannot_tell_is_neither_right_nor_wrong_and_no_confidence_is_counted_for_it():
    answer = RateAnswer(ratings={"ferry-a": "cannot-tell", "bakery-a": 1}, sure={"ferry-a": 4, "bakery-a": 3})
    result = KIND.score(SMALL, answer, None)
    assert [remark.outcome for remark in result.remarks] == ["note", "right"]
    assert "CANARY: the words tell you how it is known.\nWe chose 4" in result.remarks[0].reason
    assert KIND.sureness(SMALL, answer, None) == [(3, True)]


def test_an_exercise_without_features_is_no_form():
    plain = SMALL.model_copy(update={"statements": (SMALL.statements[0].model_copy(update={"features": None}),)})
    with pytest.raises(ValueError, match="no form"):
        read_form(plain, RateAnswer())
