"""A made-up answer to *annotate*: the first words of some sentences of the article are marked, with no draft beside."""

from __future__ import annotations

from typing import Any

from exercises.kinds.annotate.item import AnnotateItem
from exercises.kinds.bring.made_up import PART
from exercises.kinds.made_up import Imagined
from exercises.lesson.load import Lesson


def made_up(item: AnnotateItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:
    """Mark words at the beginning of sentences; which ones, chance says."""
    shown = lesson.article.sentences[:PART]
    chosen = [one for one in shown if student.finds()] or shown[:1]
    marks = [
        {"group": group, "label": item.labels[0], "start": words[0].start, "end": words[min(2, len(words) - 1)].end}
        for group, one in enumerate(chosen, start=1)
        if (words := lesson.article.words(one.number))
    ]
    part = {"title": lesson.info.title, "first": 1, "sentences": [one.text for one in shown]}
    return {"on": part, "marks": marks, "looked": True}
