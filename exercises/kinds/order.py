"""The order of a student's own screen: what has no order of its own comes in another one for each student."""

from __future__ import annotations

from typing import Any

from exercises.kinds.base import Item
from exercises.kinds.kind import Kind
from exercises.kinds.writing import drawn
from exercises.lesson.load import Lesson


def page_for(code: str, item: Item, lesson: Lesson, kind: Kind) -> dict[str, Any]:
    """Give the page of an exercise with options, cards or tiles in the order of one student.

    The order rests on the code and the exercise alone, so that it is the same after a reload, in every window and in
    every process. Answers name things by their ids, and no letter stands beside them: so neither the stored answer nor
    its score knows the order. Paper, slides and the guide take ``kind.page`` as it is, in one order for all.

    Parameters
    ----------
    code : str
        The student's code; empty for a screen that is nobody's own, which shows the order of the paper.
    item, lesson : Item, Lesson
        The exercise and its lesson.
    kind : Kind
        Its kind, which says what of the page has no order.

    Returns
    -------
    dict
        The page, of the same things.
    """
    page = kind.page(item, lesson)
    free = kind.orderless(item) if kind.orderless and code else ()
    return page | {name: _mixed(page[name], f"{code}/{lesson.id}/{item.id}/{name}") for name in free}


def _mixed(things: list[dict[str, Any]], salt: str) -> list[dict[str, Any]]:
    return sorted(things, key=lambda thing: drawn(salt, thing["id"]))
