"""A made-up answer to *choose*."""

from __future__ import annotations

from typing import Any

from exercises.kinds.choose.item import ChooseItem
from exercises.kinds.choose.tallied import YES, parts
from exercises.kinds.made_up import Imagined, chosen
from exercises.lesson.load import Lesson


def made_up(item: ChooseItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Choose one option, or of several at least one."""
    found = chosen(parts(item, lesson), student)
    if not item.several:
        return {"chosen": list(found.values())}
    names = [name for name, choice in found.items() if choice == YES]
    return {"chosen": names or [item.options[0].id]}
