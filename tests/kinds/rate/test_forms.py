"""Simulated pupils get the discrimination and the lean that they should; which form comes first is one word."""

from itertools import cycle
from math import comb
from random import Random
from statistics import NormalDist, mean

import pytest
from every_lesson import items_of, named
from form_lesson import build_form_lesson
from hypothesis import given
from hypothesis import strategies as st
from small_lesson import change

from exercises.kinds.edition import edition_of
from exercises.kinds.items import load_items
from exercises.kinds.rate.forms import discrimination, form_of, lean
from exercises.kinds.rate.item import RateAnswer
from exercises.kinds.rate.support import SupportCounts, read_form
from exercises.lesson.load import load_lesson

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
BOTH = pytest.mark.parametrize("form", [ITEMS["form-a"], ITEMS["form-b"]], ids=["A", "B"])
SIGNS = ("source", "certainty", "tone", "length")
# Six of six with half an item added to the count and one to the total; its z score stands in any table: 1.465.
ALL = 6.5 / 7
Z_OF_ALL = 1.465


def counts_of(form, rate) -> SupportCounts:
    """Let a pupil answer: ``rate`` gives the rating of a statement."""
    return read_form(form, RateAnswer(ratings={one.id: rate(one) for one in form.statements}))


def test_the_z_score_that_the_others_build_on_is_the_one_of_the_table():
    assert NormalDist().cdf(Z_OF_ALL) == pytest.approx(ALL, abs=0.0005)


@BOTH
@pytest.mark.parametrize("rating", [3, 4])
def test_who_accepts_all_discriminates_nothing_and_leans_towards_accepting(form, rating):
    counts = counts_of(form, lambda one: rating)
    assert counts == SupportCounts(hits=6, false_alarms=6)
    assert discrimination(counts) == 0
    assert lean(counts) == pytest.approx(-Z_OF_ALL, abs=0.001)


@BOTH
@pytest.mark.parametrize("rating", [1, 2])
def test_who_rejects_all_discriminates_nothing_and_leans_towards_rejecting(form, rating):
    counts = counts_of(form, lambda one: rating)
    assert counts == SupportCounts(misses=6, correct_rejections=6)
    assert discrimination(counts) == 0
    assert lean(counts) == pytest.approx(Z_OF_ALL, abs=0.001)


@BOTH
def test_a_perfect_pupil_discriminates_as_far_as_twelve_items_allow_and_does_not_lean(form):
    counts = counts_of(form, lambda one: one.best)
    assert counts == SupportCounts(hits=6, correct_rejections=6)
    assert discrimination(counts) == pytest.approx(2 * Z_OF_ALL, abs=0.001)
    assert lean(counts) == pytest.approx(0)


@BOTH
def test_who_has_all_of_it_backwards_gets_the_same_with_a_minus(form):
    counts = counts_of(form, lambda one: 5 - one.best)
    assert discrimination(counts) == pytest.approx(-2 * Z_OF_ALL, abs=0.001)


@BOTH
def test_who_always_says_cannot_tell_gets_no_index(form):
    counts = counts_of(form, lambda one: "cannot-tell")
    assert counts == SupportCounts(cannot_tell_well=6, cannot_tell_poorly=6)
    assert discrimination(counts) is None
    assert lean(counts) is None


@pytest.mark.parametrize("counts", [SupportCounts(hits=6), SupportCounts(false_alarms=2, cannot_tell_well=6)])
def test_ratings_of_one_kind_alone_give_no_index(counts):
    assert (discrimination(counts), lean(counts)) == (None, None)


def test_cannot_tell_is_no_rejection():
    # Three of three, none of six: 3 1/3 of 3 2/3 and 2/3 of 7 1/3, which are 10/11 and 1/11; z(10/11) is 1.335.
    counts = SupportCounts(hits=3, correct_rejections=6, cannot_tell_well=3)
    assert discrimination(counts) == pytest.approx(2 * 1.335, abs=0.001)


@given(st.integers(1, 400), st.integers(1, 400))
def test_who_is_right_in_all_that_was_rated_leans_neither_way_however_much_of_each_kind_that_is(well, poorly):
    assert lean(SupportCounts(hits=well, correct_rejections=poorly)) == pytest.approx(0)


@BOTH
def test_who_takes_turns_discriminates_nothing_and_does_not_lean(form):
    turns = {"well": cycle([1, 4]), "poorly": cycle([1, 4])}
    counts = counts_of(form, lambda one: next(turns[one.features.support]))
    assert counts == SupportCounts(3, 3, 3, 3)
    assert discrimination(counts) == 0
    assert lean(counts) == pytest.approx(0)


def test_a_coin_discriminates_nothing_and_does_not_lean_on_average():
    chance = {heads: comb(6, heads) / 2**6 for heads in range(7)}
    pupils = [(chance[a] * chance[b], SupportCounts(a, 6 - a, b, 6 - b)) for a in chance for b in chance]
    assert sum(weight * discrimination(counts) for weight, counts in pupils) == pytest.approx(0)
    assert sum(weight * lean(counts) for weight, counts in pupils) == pytest.approx(0)


@BOTH
def test_a_class_of_coins_is_near_nothing(form):
    coin = Random(2026)
    pupils = [counts_of(form, lambda one: coin.choice([1, 2, 3, 4])) for _ in range(500)]
    # The mean of 500: one pupil's own value has a standard deviation of about 0.7, so this is five of its errors.
    assert abs(mean(discrimination(counts) for counts in pupils)) < 0.16
    assert abs(discrimination(sum(pupils, SupportCounts()))) < 0.16
    assert abs(lean(sum(pupils, SupportCounts()))) < 0.16


@BOTH
@pytest.mark.parametrize("sign", SIGNS)
def test_who_goes_by_one_sign_discriminates_nothing(form, sign):
    value = getattr(form.statements[0].features, sign)
    counts = counts_of(form, lambda one: 4 if getattr(one.features, sign) == value else 1)
    assert counts == SupportCounts(3, 3, 3, 3)
    assert discrimination(counts) == 0


@pytest.mark.parametrize(("word", "first", "last"), [("A", "form-a", "form-b"), ("B", "form-b", "form-a")])
def test_one_word_in_the_lesson_says_which_form_comes_first(tmp_path, word, first, last):
    folder = build_form_lesson(tmp_path / "lessons" / "bridge")
    change(folder / "lesson.yaml", "first_form: A", f"first_form: {word}")
    lesson = load_lesson(folder)
    assert (form_of(lesson, "first"), form_of(lesson, "last")) == (first, last)


def edition(folder):
    lesson = load_lesson(folder)
    return edition_of(load_items(lesson)["form-a"], lesson)


def test_the_word_makes_no_answer_older(tmp_path):
    folder = build_form_lesson(tmp_path / "lessons" / "bridge")
    before = edition(folder)
    change(folder / "lesson.yaml", "first_form: A", "first_form: B  # this class begins with B")
    assert edition(folder) == before
    change(folder / "forms.yaml", "Two claims (form a)", "Two other claims (form a)")
    assert edition(folder) != before


def test_a_lesson_without_forms_says_how_to_get_them(small_lesson):
    with pytest.raises(ValueError, match="first_form: A"):
        form_of(load_lesson(small_lesson), "first")


def test_a_form_stands_first_or_last_and_nowhere_else():
    with pytest.raises(ValueError, match="not “middle”"):
        form_of(LESSON, "middle")
