from itertools import product

import pytest

from exercises.answers.code import ADJECTIVES, ANIMALS, make_code, tidy_code

# Each of these was left out on purpose; a later list must not bring them back.
UNFIT = set(
    """
    ape ass bear beaver bitch booby bull cock cougar cow crow dog donkey eagle fat fox goat goose hawk hog jackal
    leopard lynx magpie maggot monkey mule old pig puma rat sheep shrew silver skunk slow sloth slug snake sow tit
    toad vulture weasel whale wolf worm black blond brown dark fair pale red white yellow blue dumb mad wild wet
    """.split()  # noqa: SIM905 - rows of words are easier to read
)


def test_a_code_is_two_words_and_a_number_of_two_digits():
    adjective, animal, number = make_code().split("-")
    assert adjective in ADJECTIVES
    assert animal in ANIMALS
    assert 10 <= int(number) <= 99


def test_codes_differ_from_each_other():
    assert len({make_code() for _ in range(50)}) > 45


def test_the_word_lists_are_plain_ascii_in_lower_case_and_easy_to_copy():
    for word in (*ADJECTIVES, *ANIMALS):
        assert word.isascii()
        assert word.isalpha()
        assert word.islower()
        assert 3 <= len(word) <= 11


def test_no_word_stands_in_a_list_twice_or_in_both():
    assert len({*ADJECTIVES, *ANIMALS}) == len(ADJECTIVES) + len(ANIMALS)


def test_there_are_enough_codes_for_a_large_school():
    assert len(ADJECTIVES) * len(ANIMALS) * 90 > 250_000


def test_no_pair_of_words_holds_an_unfit_word():
    assert {word for pair in product(ADJECTIVES, ANIMALS) for word in pair} & UNFIT == set()


@pytest.mark.parametrize("typed", ["amber-heron-42", "Amber Heron 42", "  AMBER_heron 42\n", "amber - heron - 42"])
def test_a_code_may_be_typed_from_a_card_in_many_ways(typed):
    assert tidy_code(typed) == "amber-heron-42"


def test_every_code_we_make_is_read_as_it_stands():
    code = make_code()
    assert tidy_code(code) == code


@pytest.mark.parametrize(
    "typed", ["", "amber", "amber-heron", "amber-heron-4", "amber-heron-٤٢", "<b>-heron-42", "a" * 500]
)
def test_what_is_no_code_is_not_taken_for_one(typed):
    assert tidy_code(typed) is None
