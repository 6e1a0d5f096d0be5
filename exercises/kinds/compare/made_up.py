"""A made-up answer to *compare*."""

from __future__ import annotations

from typing import Any

from exercises.kinds.compare.item import CompareItem
from exercises.kinds.compare.tallied import parts
from exercises.kinds.made_up import Imagined, chosen
from exercises.lesson.load import Lesson

_OTHER = {"shown": "inferred", "inferred": "shown"}


def made_up(item: CompareItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Choose a version for every question, and how one knows."""
    basis = {one.id: one.basis if student.finds() else _OTHER[one.basis] for one in item.asked}
    return {"steps": chosen(parts(item, lesson), student), "basis": basis}
