"""What a student brought, in words: title, origin, and the sentences that are worked on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.kinds.bring.item import BringAnswer, BringItem
from exercises.lesson.load import Lesson
from exercises.words import plain_number, words


def tell(item: BringItem, answer: BringAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give title and origin, which part was chosen, and its sentences by number."""
    said = words("bring")["told"]
    numbers = {"first": answer.first, "last": answer.last, "total": plain_number(answer.total)}
    form = "part_one" if answer.first == answer.last else "part"
    return [
        *([said["title"].format(title=answer.title)] if answer.title else []),
        *([said["origin"].format(origin=answer.origin)] if answer.origin else []),
        *([said[form].format(**numbers)] if answer.first or answer.last else []),
        *(
            said["sentence"].format(number=number, text=text)
            for number, text in enumerate(answer.chosen, start=answer.first)
        ),
    ]


def unshown(answer: BringAnswer) -> tuple[str, ...]:
    """Give the sentences that are kept and not worked on."""
    if not answer.chosen:
        return answer.sentences
    return answer.sentences[: answer.first - answer.begins] + answer.sentences[answer.last - answer.begins + 1 :]


def own_words(stored: Mapping[str, Any]) -> list[str]:
    """Give the kept sentences of a stored answer as they stand there; empty if it is no answer of this kind."""
    sentences = stored.get("sentences")
    if not isinstance(sentences, list) or "begins" not in stored:
        return []
    return [one for one in sentences if isinstance(one, str)]
