"""The best pairing, compared with trying out all of them."""

from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from exercises.kinds.mark.pairing import best_pairs

TABLES = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.fractions(0, 3, max_denominator=6), min_size=columns, max_size=columns), max_size=4
    )
)


def best_of_all(gains):
    columns = len(gains[0]) if gains else 0
    orders = permutations(range(columns + len(gains)), len(gains))
    return max(sum(gains[row][c] for row, c in enumerate(order) if c < columns) for order in orders)


@given(TABLES)
def test_no_other_pairing_gains_more(gains):
    pairs = best_pairs(gains)
    assert sum(gains[row][column] for row, column in pairs.items()) == best_of_all(gains)


@given(TABLES)
def test_every_partner_is_taken_once_and_gains_something(gains):
    pairs = best_pairs(gains)
    assert len(set(pairs.values())) == len(pairs)
    assert all(gains[row][column] > 0 for row, column in pairs.items())


def test_the_greedy_choice_is_given_up_where_another_pairing_is_better():
    gains = [[Fraction(5), Fraction(4)], [Fraction(4), Fraction(0)]]
    assert best_pairs(gains) == {0: 1, 1: 0}
