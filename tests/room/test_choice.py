"""Which notebooks are open at the start: by number or name, in all lessons at once, and a wrong one is named."""

from __future__ import annotations

import pytest

from exercises.room.choice import chosen
from exercises.room.classes import ClassRefused

NAMES = ("start_here", "01_first_read", "02_who_says_so", "07a_who_is_behind_it", "07b_does_it_hold")
PAGES = {f"/{lesson}/{name}": name for lesson in ("kupyansk", "harbour") for name in NAMES}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("1", ["01_first_read"]),
        ("01", ["01_first_read"]),
        ("1,2,7b", ["01_first_read", "02_who_says_so", "07b_does_it_hold"]),
        (" 7B , start_here,", ["07b_does_it_hold", "start_here"]),
        ("02_who_says_so", ["02_who_says_so"]),
    ],
)
def test_numbers_and_names_are_found_in_every_lesson(typed, names):
    assert chosen(typed, PAGES) == [f"/{lesson}/{name}" for name in names for lesson in ("kupyansk", "harbour")]


@pytest.mark.parametrize("typed", ["9", "7", "1,2,x", "-1", "../1", "first", "0", "9" * 99])
def test_one_that_is_not_there_is_named_with_those_that_are(typed):
    with pytest.raises(ClassRefused) as refused:
        chosen(typed, PAGES)
    assert refused.value.told == {"typed": typed.split(",")[-1], "there": "1, 2, 7a, 7b, start_here"}


@pytest.mark.parametrize("typed", [",", " , ,"])
def test_where_no_notebook_stands_at_all_none_is_chosen_and_none_closed(typed):
    with pytest.raises(ClassRefused, match="no_notebook"):
        chosen(typed, PAGES)
