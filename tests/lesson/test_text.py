"""Texts, words and quotations: whole words, code points, and clear refusals."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize import WhitespaceTokenizer

from exercises.lesson.text import QuotationError, Span, Text

BRIDGE = Text.from_lines(
    "bridge",
    [
        "The town has said that it ‘has begun’ to count 80% of the cars.",
        "“They’re early,” the mayor of Dovhe said.",
        "It has [sic] rained.",
    ],
)
ODD_LETTERS = "aé%-’“.🚢👩‍👩‍👧\u0301\u0651#\ufe0f\u20e3مرحبا "


def words_of(line: str) -> list[str]:
    text = Text.from_lines("one", [line])
    return [text.quote(span) for span in text.words(1)]


def quoted(number: int, quotation: str) -> list[str]:
    return [BRIDGE.quote(span) for span in BRIDGE.find(number, quotation)]


def refusal(number: int, quotation: str) -> QuotationError:
    with pytest.raises(QuotationError) as caught:
        BRIDGE.find(number, quotation)
    return caught.value


def test_words_lose_the_punctuation_at_their_edges_and_keep_it_inside():
    assert words_of("“Well-known,” (he’s) said – …") == ["Well-known", "he’s", "said"]


@given(st.text(ODD_LETTERS + "\u00a0\u2003\t", max_size=40))
def test_words_are_what_nltk_finds_between_white_space_but_for_the_punctuation_at_their_edges(line):
    found = [line[start:end] for start, end in WhitespaceTokenizer().span_tokenize(line)]
    trimmed = [word for whole in found for word in words_of(whole)]
    assert words_of(line) == trimmed


def test_a_per_cent_sign_belongs_to_its_number():
    assert words_of("Over 80% of it, 90%.") == ["Over", "80%", "of", "it", "90%"]


@pytest.mark.parametrize("word", ["🚢", "👩‍👩‍👧", "cafe\u0301", "مُرَحَّبٌ", "#️⃣", "नमस्ते"])
def test_emoji_combining_marks_and_arabic_stay_whole(word):
    assert words_of(f"Before “{word}”, after.") == ["Before", word, "after"]


def test_offsets_count_code_points_so_an_emoji_shifts_what_follows_by_one():
    text = Text.from_lines("ship", ["🚢 sails.", "Ships 🚢 sail."])
    assert text.find(2, "sail") == (Span(17, 21),)
    assert text.quote(Span(17, 21)) == "sail"


def test_every_sentence_knows_where_it_stands_in_the_whole_text():
    assert [BRIDGE.quote(sentence.span) for sentence in BRIDGE.sentences] == [line.text for line in BRIDGE.sentences]


def test_a_sentence_that_does_not_exist_is_refused_with_the_numbers_that_do():
    with pytest.raises(LookupError, match="1 to 3"):
        BRIDGE.sentence(0)


def test_words_touched_by_a_range_are_found_even_if_it_cuts_them():
    town = BRIDGE.find(1, "town")[0]
    assert BRIDGE.words_in([Span(town.start + 1, town.start + 2)]) == {town}
    assert BRIDGE.words_in([Span(town.end, town.end + 1), Span(0, 0)]) == frozenset()


def test_straight_quotation_marks_match_curly_ones():
    assert quoted(1, "'has begun'") == ["‘has begun’"]
    assert quoted(2, '"They\'re early,"') == ["“They’re early,”"]


def test_brackets_pick_the_words_that_are_meant():
    assert quoted(1, "[has] said that") == ["has"]
    assert quoted(1, "The [town] has [said]") == ["town", "said"]


def test_brackets_of_the_text_itself_are_words_like_any_other():
    assert quoted(3, "has [sic] rained") == ["has [sic] rained"]


def test_a_word_inside_another_word_is_not_a_second_occurrence():
    assert quoted(2, "early") == ["early"]
    assert quoted(1, "it") == ["it"]


def test_words_that_do_not_occur_are_refused():
    assert "does not occur in sentence 1" in str(refusal(1, "a village"))


def test_words_of_another_sentence_are_refused_with_its_number():
    assert "sentence 2" in refusal(1, "the mayor").cure


def test_words_with_other_capitals_are_refused_with_the_right_ones():
    assert "“The town”" in refusal(1, "the town").cure


def test_words_that_stand_twice_are_refused_and_brackets_suggested():
    error = refusal(1, "has")
    assert "2 times" in error.words
    assert "[square brackets]" in error.cure


def test_words_across_the_end_of_a_sentence_are_refused():
    assert "crosses the end of a sentence" in refusal(1, "the cars. “They’re").words


def test_a_quotation_that_cuts_a_word_is_refused_with_the_word():
    assert "cuts the word “mayor”" in refusal(2, "the may").words
    assert "cuts the word “mayor”" in refusal(2, "the m[ayor] of").words


@pytest.mark.parametrize("quotation", ["", "  ", "[] town", "[town", "town]", "[[town]]", "‘"])
def test_a_quotation_without_words_or_with_broken_brackets_is_refused(quotation):
    assert refusal(1, quotation).cure


@given(st.lists(st.text(ODD_LETTERS, max_size=30), min_size=1, max_size=4))
def test_words_are_what_white_space_divides_without_bare_punctuation(lines):
    text = Text.from_lines("any", lines)
    for number, line in enumerate(lines, start=1):
        words = text.words(number)
        assert list(words) == sorted(set(words))
        assert len(words) <= len(line.split())
        for word in words:
            assert text.sentence(number).span.holds(word)
            assert not any(letter.isspace() for letter in text.quote(word))
            assert any(
                not unicodedata.category(letter).startswith("P") or letter in "%#" for letter in text.quote(word)
            )


@given(st.text(ODD_LETTERS, max_size=40), st.data())
def test_words_quoted_in_brackets_among_their_whole_sentence_are_found_again(line, data):
    text = Text.from_lines("any", ["🚢 first.", line])
    words = text.words(2)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    meant = Span(words[first].start, words[last].end)
    start = text.sentence(2).start
    before, after = line[: meant.start - start], line[meant.end - start :]
    assert text.find(2, f"{before}[{text.quote(meant)}]{after}") == (meant,)
    assert text.words_in([meant]) == set(words[first : last + 1])
