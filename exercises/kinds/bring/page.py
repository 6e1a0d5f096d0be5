"""What the page of *bring* may know: its bounds, and the article of the lesson for whoever has no text."""

from __future__ import annotations

from typing import Any

from exercises.kinds.base import Earlier, Item
from exercises.kinds.bring.item import LONGEST_LINE, MOST_CHARACTERS, MOST_KEPT, MOST_SENTENCES, BringItem
from exercises.lesson.load import Lesson
from exercises.page.limits import LARGEST_FILE
from exercises.words import words


def page(item: BringItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the item)
    """Give the bounds, and the article of the lesson to try it with."""
    return {
        "most_sentences": MOST_SENTENCES,
        "most_characters": MOST_CHARACTERS,
        "most_kept": MOST_KEPT,
        "largest": LARGEST_FILE,
        "example": [sentence.text for sentence in lesson.article.sentences],
        "example_title": lesson.article.sentences[0].text[:LONGEST_LINE],
        "example_origin": _origin(lesson),
    }


def _origin(lesson: Lesson) -> str:
    """Say where the article comes from; of one that is made up, also that it is."""
    info = lesson.info
    form = words("bring")["example_invented"] if info.invented else "{publisher}"
    return str(form).format(publisher=info.article.publisher)


def reveal(item: BringItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: there is no text that would be the answer."""
    return {}


def problems(item: BringItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Say that a text cannot be sealed: the exercises that stand on it could not read it."""
    return [f"“{item.id}” is sealed, and what is brought has to be read. Take “seal” out."] if item.seal else []


def secrets(item: BringItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: there is no key."""
    return []


def not_of_bring(item: Any, earlier: Item) -> list[str]:
    """Say why an exercise that stands on a text does not go with the earlier one that it names."""
    if isinstance(earlier, BringItem):
        return []
    return [f"“{item.id}” stands on the text of “{earlier.id}”, where none is brought. Name one of the kind “bring”."]


def part_of(item: Item, earlier: Earlier) -> dict[str, Any]:  # noqa: ARG001 (as Recall asks for it)
    """Give the part of the text that is to be worked on, and where it was chosen; None before there is one."""
    part = earlier.answer.part
    return {"title": earlier.item.title, "part": part.model_dump(mode="json") if part else None}
