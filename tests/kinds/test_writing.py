"""How long a quotation may be, and from how many words on a reason may explain something."""

import pytest

from exercises.kinds.writing import quoted, says_nothing

LONGEST = 14  # words of a quotation that is not shortened


def words(count):
    return [f"word{number}" for number in range(count)]


def test_a_quotation_of_fourteen_words_stays_whole():
    whole = words(LONGEST)
    assert quoted([" ".join(whole)]) == f"“{' '.join(whole)}”"


def test_a_quotation_of_one_word_more_keeps_its_beginning_and_its_end():
    long = words(LONGEST + 1)
    shown = quoted([" ".join(long)])
    beginning, end = shown.strip("“”").split(" … ")
    assert " ".join(long).startswith(beginning)
    assert " ".join(long).endswith(end)
    assert len(beginning.split()) + len(end.split()) < LONGEST


def test_each_piece_of_a_quotation_is_measured_by_itself():
    piece = " ".join(words(LONGEST))
    assert quoted([piece, piece]) == f"“{piece} … {piece}”"


@pytest.mark.parametrize(("count", "nothing"), [(2, True), (3, False)])
def test_a_reason_needs_three_words(count, nothing):
    assert says_nothing(" ".join(words(count))) is nothing
