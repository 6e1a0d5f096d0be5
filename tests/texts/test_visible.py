"""What leaves the course holds what can be seen of typed words, and nothing that hides or turns the writing round."""

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.texts.visible import all_visible, on_one_line, visible

HIDING = ["\u202e", "\u2066", "\u200b", "\u200e", "\ufeff", "\x00", "\x07", "\x7f", "\u061c", "\u2069", "\xad"]
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@dataclass(frozen=True)
class Pair:
    """Something that holds texts."""

    one: str
    more: tuple[object, ...]
    number: int = 3
    none: None = None


@pytest.mark.parametrize("sign", HIDING)
def test_a_sign_that_nobody_sees_is_taken_out_and_its_neighbours_stay(sign):
    assert visible(f"two{sign} words{sign}") == "two words"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_line_end_becomes_the_one_that_all_programs_know(end):
    assert visible(f"one{end}two") == "one\ntwo"
    assert on_one_line(f"one{end}two") == "one two"


@pytest.mark.parametrize("text", ["שלום 🙂 é e\u0301", "👩‍🏫", ENGLAND, "<b> &amp; {0} &#8238;", "  two  blanks\n\n"])
def test_what_can_be_seen_stays_to_the_letter(text):
    assert visible(text) == text


@given(some.text())
def test_whatever_was_typed_a_file_can_hold_it_and_no_sign_of_it_controls_anything(text):
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown
    assert {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")} <= {"\n"}


def test_all_texts_of_a_value_are_looked_at_and_the_rest_stays():
    held = Pair("a\u202eb", ("c\x00", Pair("\u2066d", ())))
    assert all_visible(held) == Pair("ab", ("c", Pair("d", ())))
