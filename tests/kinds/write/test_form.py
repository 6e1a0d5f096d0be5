"""Words are counted as a reader counts them, and looked for whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kinds.write.form import BEFORE, count_words, find_all


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n\t ", 0),
        ("One word.", 2),
        ("a – b", 2),  # a dash alone is no word
        ("well-known, isn’t it?", 3),
        ("3.5 million (2025)", 3),
        ("😀 😀 👩‍👩‍👧", 0),
        ("Kyiv😀 said", 2),
        ("мост закрыт", 2),
        ("\u202bהגשר סגור\u202c", 2),
        ("one\u00a0two\u2003three\u2028four", 4),
        ("می‌خواهم", 1),  # an invisible joiner inside a Persian word does not cut it
        ("</script><b>two</b>", 1),
        ("e\u0301tude", 1),
        ("word " * 600, 600),
    ],
)
def test_words_are_counted_as_a_reader_counts_them(text, count):
    assert count_words(text) == count


@given(
    st.lists(st.from_regex(r"[a-zäß0-9]{1,8}", fullmatch=True), max_size=60), st.sampled_from([" ", "\n", "  ", "\t"])
)
def test_words_between_blanks_are_all_counted(words, blank):
    assert count_words(blank.join(words)) == len(words)


@given(st.text(max_size=300))
def test_any_text_can_be_counted_and_searched(text):
    assert 0 <= count_words(text) <= len(text)
    find_all(["admit*", "the mayor", "*", "a+b("], text)


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        (["may"], "It May close.", "May"),
        (["may"], "The mayor spoke.", []),
        (["admit*"], "She admitted it.", "admitted"),
        (["admit"], "She admitted it.", []),
        (["the mayor"], "Said the\n mayor.", "the mayor"),
        (["Kyiv"], "Kyiv’s army", "Kyiv"),
        (["Kyiv's army"], "Kyiv’s army spoke", "Kyiv’s army"),
        (["town hall", "mayor"], "The mayor at the town hall", ["mayor", "town hall"]),
        (["the loss", "the loss of"], "The loss of time", "The loss of"),
        (["mayor"], "The mayor is mayor", "mayor"),
        (["café"], "The cafe\u0301 is shut", "café"),
        (["mayor"], "the m\u200fayor", "mayor"),  # a mark for the direction of writing hides nothing
        (["a+b"], "aab", []),
    ],
)
def test_whole_words_are_found_whatever_their_dress(wanted, text, found):
    expected = [found] if isinstance(found, str) else found
    assert [word for one in find_all(wanted, text) for word in one.words] == expected


def test_found_words_stand_with_their_own_sentence():
    text = "The mayor said “It has not closed.” She wrote no.\nWe admitted it!"
    assert [(one.words, one.sentence) for one in find_all(["closed", "admit*"], text)] == [
        (("closed",), "The mayor said “It has not closed.”"),
        (("admitted",), "We admitted it!"),
    ]


def test_of_a_long_sentence_the_part_around_the_found_word_is_quoted():
    numbers = [str(number) for number in range(60)]
    text = " ".join([*numbers[:30], "“admitted,”", *numbers[30:]])
    (found,) = find_all(["admit*"], text)
    assert found.sentence.startswith(f"… {30 - BEFORE} ")
    assert "29 “admitted,” 30" in found.sentence
    assert found.sentence.endswith(" …")
