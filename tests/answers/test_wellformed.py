import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.answers.wellformed import OddNumber, has_odd_number, is_blank, is_deep, mended, read_json

TEXTS = st.text(st.characters(), max_size=8) | st.sampled_from(["\ud83d", "a\udc00b", "🦢"])
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers(-9, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_mended_can_be_sent_to_any_page_and_stays_so(value):
    json.dumps(mended(value), ensure_ascii=False).encode()
    assert mended(mended(value)) == mended(value)


def test_whole_signs_stay_and_halves_are_shown_as_missing():
    assert mended({"said": ["🦢 \ud83d", 3, None]}) == {"said": ["🦢 \ufffd", 3, None]}


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 2**53, -(2**60), 1e300, 10**400])
def test_a_number_that_a_browser_cannot_count_with_is_found(number):
    assert has_odd_number({"one": [1, {"two": number}]})


@pytest.mark.parametrize("value", [2**53 - 1, -(2**53) + 1, 0.5, True, "1e999", None, []])
def test_all_else_is_no_odd_number(value):
    assert not has_odd_number([value])


def nested(depth):
    value = []
    for _ in range(depth - 1):
        value = {"a": value}
    return value


def test_depth_counts_lists_and_objects_and_no_depth_is_too_deep_to_be_found():
    assert not is_deep(nested(5), 5)
    assert is_deep(nested(6), 5)
    assert is_deep(nested(100_000), 5)
    assert not has_odd_number(nested(100_000))


@pytest.mark.parametrize("text", ["{", "NaN", "-Infinity", "[" * 100_000, "\ufeff{}", ""])
def test_whatever_is_no_json_is_one_kind_of_fault(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all that is asked for
        read_json(text)


BIG = ["9007199254740992", "-9007199254740992", "7" * 400, "-" + "7" * 5000, "1e16", "-1e999"]


@pytest.mark.parametrize("number", BIG, ids=lambda number: number[:20])
def test_a_number_that_a_browser_cannot_count_with_is_not_read(number):
    with pytest.raises(OddNumber):
        read_json(f'{{"a": [{number}]}}')


@pytest.mark.parametrize("number", [2**53 - 1, -(2**53) + 1, 0.5, -0.25, 9e15])
def test_all_other_numbers_are_read_as_they_are(number):
    assert read_json(f'{{"a": [{number}]}}') == {"a": [number]}


@pytest.mark.parametrize("value", [{}, {"text": ""}, {"text": " \n", "rated": {}}, {"chosen": [], "sure": None}])
def test_an_answer_without_words_choices_or_numbers_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize("value", [{"text": "x"}, {"chosen": ["a"]}, {"rated": {"A": 0}}, {"marks": [{"start": 0}]}])
def test_one_word_choice_or_number_is_enough(value):
    assert not is_blank(value)
