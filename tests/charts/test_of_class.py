"""Charts of a class say all that they draw as a table, and are the same each time."""

from __future__ import annotations

import pytest

from exercises.charts.of_class import Said, Shade, Value, bars, shades

SAID = Said("How many", "Look at the longest bar.", ("Name", "Count"))


def test_every_bar_stands_in_the_table_and_in_the_words_for_those_who_do_not_see_it():
    chart = bars(SAID, [Value("One", 0.5, "3 of 6"), Value("Two", 1.0, "6 of 6")], (0, 1))
    assert chart.rows == (("One", "3 of 6"), ("Two", "6 of 6"))
    assert ("One: 3 of 6." in chart.alt, b"3 of 6" in chart.svg) == (True, True)


def test_a_value_may_have_an_interval_and_be_below_nothing():
    chart = bars(SAID, [Value("Lean", -0.5, "-0.50", -0.9, -0.1)], (-2, 2))
    assert b"-0.50" in chart.svg


def test_a_text_of_many_words_is_drawn_word_by_word_in_several_lines():
    words = [Shade(f"word{number}", number / 40, ours=number == 7) for number in range(40)]
    chart = shades(SAID, [("S1", words)])
    assert all(word.text.encode() in chart.svg for word in words)
    assert (("S1: word7", "18%") in chart.rows, ("S1: word0", "0%") in chart.rows) == (True, False)


@pytest.mark.parametrize("name", ["<b>&", "\u202eback", "$x_1$", r"$\frac{$"])
def test_whatever_the_words_are_they_are_drawn_as_words(name):
    chart = bars(SAID, [Value(name, 0.5, "1")], (0, 1))
    assert (chart.rows[0][0], b"<b>" in chart.svg) == (name, False)
