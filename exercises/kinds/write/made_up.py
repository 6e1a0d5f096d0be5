"""A made-up answer to *write*: one of the samples, with an own rating near it."""

from __future__ import annotations

from typing import Any

from exercises.kinds.made_up import Imagined
from exercises.kinds.write.form import count_words
from exercises.kinds.write.item import WriteItem
from exercises.lesson.load import Lesson
from exercises.words import words


def made_up(item: WriteItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:  # noqa: ARG001 (all take the lesson)
    """Take a sample that has the length asked for, or words that say that nobody wrote them."""
    nobody = str(words("tallied")["made_up"])
    fits = [one for one in item.samples if item.length.least <= count_words(one.text) <= item.length.most]
    if not fits:
        filled = (nobody.split() * item.length.least)[: item.length.least]
        return {"text": " ".join(filled), "rated": dict.fromkeys(item.rated_rows, 0), "why": nobody}
    sample = student.chance.choice(fits)
    own = min(3, sample.level + (not student.finds()))
    return {"text": sample.text, "rated": dict.fromkeys(item.rated_rows, own), "why": nobody}
