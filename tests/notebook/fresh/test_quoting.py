"""A quotation finds again the words that it was made of, or there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.lesson.text import Span, Text
from exercises.notebook.fresh.quoting import quotation


def text(*lines):
    return Text.from_lines("article", lines)


def test_words_that_stand_once_are_quoted_as_they_are():
    assert quotation(text("The mayor said so."), 1, Span(4, 9)) == "mayor"


def test_half_a_word_becomes_the_whole_one_without_the_punctuation_at_its_edge():
    assert quotation(text("The mayor, she said."), 1, Span(5, 10)) == "mayor"


def test_words_that_stand_twice_are_put_in_brackets_with_as_few_others_as_tell_them_apart():
    assert quotation(text("She said that he said so."), 1, Span(17, 21)) == "he [said] so"


@pytest.mark.parametrize("line", ["— … —", "so [sic] so"])
def test_where_there_is_no_word_or_brackets_of_its_own_leave_it_open_there_is_none(line):
    assert quotation(text(line), 1, Span(0, 2)) is None


SENTENCES = some.lists(
    some.sampled_from(["so", "said", "[so]", "“so", "so,", "—", "It’s", "a"]), min_size=1, max_size=9
)


@given(some.lists(SENTENCES.map(" ".join), min_size=1, max_size=3), some.integers(0, 60), some.integers(1, 20))
def test_a_quotation_always_finds_the_whole_words_of_its_range(lines, start, length):
    made = text(*lines)
    number = min(len(lines), 2)
    at = made.sentence(number).start + start
    quoted = quotation(made, number, Span(at, at + length))
    if quoted is not None:
        (found,) = made.find(number, quoted)
        assert {word for word in made.words(number) if word.touches(Span(at, at + length))} == made.words_in([found])
