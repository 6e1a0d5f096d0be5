"""A made-up answer to *evidence*: a sentence of the article, and two sources that say that nobody wrote them."""

from __future__ import annotations

from typing import Any, get_args

from exercises.kinds.desk.answer import Near, SaidAnswer, Shows, SoAnswer
from exercises.kinds.evidence.item import EvidenceItem
from exercises.kinds.made_up import Imagined
from exercises.lesson.load import Lesson
from exercises.words import words


def made_up(item: EvidenceItem, lesson: Lesson, student: Imagined) -> dict[str, Any]:  # noqa: ARG001 (all take the item)
    """Check a sentence against two sources; what they show, and what is answered, chance says."""
    pick, said, day = student.chance.choice, str(words("tallied")["made_up"]), lesson.info.published
    sentence = pick(lesson.article.sentences)
    sources = [
        {"id": f"s{number}", "who": said, "read": day, "tells": said}
        | {"shows": pick(get_args(Shows)), "near": pick(get_args(Near))}
        for number in (1, 2)
    ]
    return {
        "claim": {"title": lesson.info.title, "number": sentence.number, "sentence": sentence.text},
        "log": sources,
        "said": pick(get_args(SaidAnswer)),
        "so": pick(get_args(SoAnswer)),
        "as_of": day,
        "sure": student.chance.randint(1, 4),
    }
