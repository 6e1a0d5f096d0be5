"""The cards to sort: one for each report that a student found, with its source, or with none, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.standing import standing_groups
from exercises.kinds.annotate.tell import line_of
from exercises.kinds.base import Earlier, Item
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import Mark
from exercises.kinds.sources.item import LONGEST_CARD, MOST_CARDS, Found
from exercises.kinds.writing import quoted
from exercises.words import words


def not_of_annotate(item: Any, earlier: Item) -> list[str]:
    """Say why an exercise that sorts sources does not go with the earlier one that it names."""
    if isinstance(earlier, AnnotateItem) and "source" in earlier.labels:
        return []
    return [f"“{item.id}” sorts the sources of “{earlier.id}”, where none are marked. Name one of the kind “annotate”."]


def cards_of(item: Item, earlier: Earlier) -> dict[str, Any]:  # noqa: ARG001 (as Recall asks for it)
    """Give the cards as the marks stand now, and the title of the exercise where they were made."""
    return {"title": earlier.item.title, "cards": [one.model_dump() for one in found_in(earlier.answer)]}


def found_in(answer: AnnotateAnswer) -> tuple[Found, ...]:
    """Give a card for each group of marks that stands."""
    return tuple(_cards(answer, answer.on))[:MOST_CARDS] if answer.on and answer.on.fits else ()


def _cards(answer: AnnotateAnswer, part: Part) -> Iterator[Found]:
    said, length = words("sources"), len(part.text.text)
    for number, marks in enumerate(standing_groups(answer), start=1):
        inside = [mark for mark in marks if mark.end <= length]
        sources = [mark for mark in inside if mark.label == "source"]
        others = [mark for mark in inside if mark.label != "source"]
        if not inside:
            continue
        values = {"source": _quote(sources, part), "said": _quote(others, part), "sentence": line_of(inside[0], part)}
        form = "card" if sources and others else "card_source" if sources else "card_nobody"
        yield Found(id=f"s{number}", text=said[form].format(**values)[:LONGEST_CARD])


def _quote(marks: list[Mark], part: Part) -> str:
    text = part.text.text
    return quoted(text[mark.start : mark.end] for mark in sorted(marks, key=lambda mark: mark.start))
