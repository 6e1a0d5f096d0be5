"""The sealed bet shows large groups alone, and never what is right."""

from __future__ import annotations

import pytest
from classes import class_in

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
    told = [" ".join(fill("figures.html", board=board, wall=wall).split()) for board, wall in both(pupils)]
    assert ["No group can be shown" in text for text in told] == [True, True]
    shown = [text.split("The sealed bet")[1][:400] for text in told]
    assert [found for text in shown for found in ("five answers yet", "11:", "1:") if found in text] == []


def both(pupils):
    return (pupils.board(), False), (pupils.wall(), True)


def test_nobody_can_read_off_the_wall_what_one_who_came_later_bet(pupils):
    def bars():
        (bet,) = (
            bet
            for lesson in pupils.wall().lessons
            for one in lesson.notebooks
            for line in one.lines
            for bet in line.counted.bets
        )
        return sorted(bar.count for bar in bet.bars)

    for place, code in enumerate(pupils.all()[:11]):
        pupils.seals(code, "bet", {"chosen": ["opens" if place < 6 else "stays"]})
    assert bars() == [5, 6]
    pupils.seals(pupils.codes[11], "bet", {"chosen": ["stays"]})
    assert bars() == [5, 6]
