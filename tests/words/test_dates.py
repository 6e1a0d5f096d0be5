"""Days that stand in a text as machines write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.words import days_in_words, plain_date


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Not found, searched on 2026-11-23: nothing.", "Not found, searched on 23 November 2026: nothing."),
        ("2025-01-02, 2025-01-03.", "2 January 2025, 3 January 2025."),
        ("2026-02-30 is no day", "2026-02-30 is no day"),
        ("see https://a.example/2026-11-23/x and log-2026-11-23.txt", None),
        ("at 2026-11-23T10:00", None),
    ],
)
def test_a_day_in_a_sentence_is_written_in_words_and_a_part_of_a_name_stays(text, told):
    assert days_in_words(text) == (told or text)


@given(st.dates(), st.sampled_from(["{}", "on {}.", "({})", "{}, and"]))
def test_every_day_of_the_calendar_reads_as_a_date(day, around):
    if 1000 <= day.year < 3000:
        assert days_in_words(around.format(day.isoformat())) == around.format(plain_date(day))


@given(st.text(alphabet="0123456789- a", max_size=30))
def test_whatever_the_text_is_what_was_told_once_is_told_the_same_again(text):
    assert days_in_words(days_in_words(text)) == days_in_words(text)
