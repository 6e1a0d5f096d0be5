import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.answers.wellformed import has_odd_number, is_blank, mended

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


@pytest.mark.parametrize("number", [float("inf"), float("-inf"), float("nan"), 2**53, -(2**60), 1e300])
def test_a_number_that_a_browser_cannot_count_with_is_found(number):
    assert has_odd_number({"one": [1, {"two": number}]})


@pytest.mark.parametrize("value", [2**53 - 1, -(2**53) + 1, 0.5, True, "1e999", None, []])
def test_all_else_is_no_odd_number(value):
    assert not has_odd_number([value])


@pytest.mark.parametrize("value", [{}, {"text": ""}, {"text": " \n", "rated": {}}, {"chosen": [], "sure": None}])
def test_an_answer_without_words_choices_or_numbers_is_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize("value", [{"text": "x"}, {"chosen": ["a"]}, {"rated": {"A": 0}}, {"marks": [{"start": 0}]}])
def test_one_word_choice_or_number_is_enough(value):
    assert not is_blank(value)
