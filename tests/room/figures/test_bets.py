"""Of what was sealed the teacher sees large groups alone, never what is right; the wall shows nothing of it."""

from __future__ import annotations

import pytest
from classes import class_in, line_of

from exercises.kinds.tallied import Choice, Part
from exercises.room.figures.bets import bets
from exercises.room.templates import fill

QUESTION = Part(
    "question", "Will it open?", tuple(Choice(name, name.title(), "right", "") for name in ("yes", "no", "late"))
)


@pytest.fixture
def pupils(kinds_lesson, tmp_path):
    return class_in(kinds_lesson, tmp_path)


def counted(**counts):
    return bets([QUESTION], [{"question": (name,)} for name, count in counts.items() for _ in range(count)])


def test_groups_of_five_and_more_are_shown_the_largest_first():
    (bet,) = counted(yes=6, no=9)
    assert ([(bar.text, bar.count) for bar in bet.bars], bet.rest) == ([("No", 9), ("Yes", 6)], False)


def test_a_small_group_is_not_shown_and_cannot_be_computed_from_the_number_of_bets():
    (bet,) = counted(yes=12, no=9, late=1)
    assert ([(bar.text, bar.count) for bar in bet.bars], bet.rest) == ([("Yes", 12)], True)
    (bet,) = counted(yes=12, late=4)
    assert bet.bars == ()


def test_a_bar_says_nothing_of_right_and_wrong():
    (bet,) = counted(yes=6, no=9)
    assert {name for bar in bet.bars for name in bar.__slots__} == {"text", "count", "share"}


def test_before_the_first_bet_there_is_nothing():
    assert counted() == ()


def test_where_no_group_can_be_shown_it_is_not_said_that_none_has_five(pupils):
    for place, code in enumerate(pupils.all()):
        pupils.seals(code, "bet", {"chosen": ["opens" if place < 11 else "stays"]})
    text = " ".join(fill("figures.html", board=pupils.board(), wall=False).split())
    assert "No group can be shown" in text
    shown = text.split("do not count it aloud")[0][-600:]
    assert [found for found in ("five answers yet", "11:", "1:") if found in shown] == []


def test_the_wall_shows_nothing_of_what_was_sealed_neither_before_it_is_opened_nor_after(pupils):
    for place, code in enumerate(pupils.all()):
        pupils.seals(code, "bet", {"chosen": ["opens" if place < 7 else "stays"]})
    sealed, shown = pupils.wall(), fill("figures.html", board=pupils.board(), wall=False)
    for code in pupils.all():
        pupils.draft(code, "bet", "checked")
    choices = {option.text for option in pupils.items["bet"].options}
    told = [fill("figures.html", board=wall, wall=True) for wall in (sealed, pupils.wall())]
    assert [one for one in choices if one in shown] != []
    assert [one for one in choices if any(one in text for text in told)] == []
    assert [line_of(wall, "A guess about the bridge").counted.bets for wall in (sealed, pupils.wall())] == [(), ()]
