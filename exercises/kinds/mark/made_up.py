"""A made-up answer to *mark*: our marks, of which some are missing, some a word too short, some under another label."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined
from exercises.kinds.mark.asked import labels_asked
from exercises.kinds.mark.item import MarkItem
from exercises.kinds.mark.page import reveal
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span


def made_up(item: MarkItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Mark; at least one mark stands."""
    ours = reveal(item, lesson)["marks"]
    marks = [mark if student.finds() else _otherwise(mark, item, lesson, student) for mark in ours]
    return {"marks": [mark for mark in marks if mark] or ours[:1]}


def _otherwise(mark: dict[str, Any], item: MarkItem, lesson: Lesson, student: Imagined) -> dict[str, Any] | None:
    way = student.chance.choice(("shorter", "longer", "label", "missing"))
    others = [label for label in labels_asked(item) if label != mark["label"]]
    if way == "label" and others:
        return mark | {"label": others[0]}
    return None if way == "missing" else _moved(mark, item, lesson, longer=way == "longer")


def _moved(mark: dict[str, Any], item: MarkItem, lesson: Lesson, *, longer: bool) -> dict[str, Any]:
    """Take one word more or less at the end, inside the sentence."""
    span, text = Span(mark["start"], mark["end"]), lesson.texts[item.text]
    line = next(text.words(one.number) for one in text.sentences if one.span.holds(span))
    inside = [word for word in line if word.touches(span)]
    behind = [word for word in line if word.start >= span.end]
    if longer and behind:
        return mark | {"end": behind[0].end}
    return mark | {"end": inside[-2].end} if len(inside) > 1 else mark
