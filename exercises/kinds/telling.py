"""A stored answer in words, whatever it holds: an opened work file or an earlier edition may hold anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson
from exercises.words import words


def answer_in_words(item: Item, answer: dict[str, Any], lesson: Lesson) -> tuple[str, ...]:
    """Give an answer in words; what the exercise does not know by its names, one of another shape as it is stored."""
    kind = KINDS[item.kind]
    try:
        read = kind.answer.model_validate(answer)
        told, rest = kind.tell(item, read, lesson), kind.unknown(item, read, lesson) if kind.unknown else []
    except (ValueError, LookupError):
        return as_stored(answer)
    return (*told, *([str(words("telling")["unknown"]), *rest] if rest else ()))


def knows_all(item: Item, answer: Mapping[str, Any], lesson: Lesson) -> bool:
    """Say whether an exercise can show all of an answer, as far as the kernel can say."""
    kind = KINDS[item.kind]
    try:
        read = kind.answer.model_validate(answer)
        kind.tell(item, read, lesson)
        return not (kind.unknown and kind.unknown(item, read, lesson))
    except (ValueError, LookupError):
        return False


def own_words(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """Find the student's own text in an answer, of whatever kind its exercise was; it needs no exercise to be read."""
    readers = (kind.report.own_words for kind in KINDS.values())
    found = (reader(answer) for reader in readers if reader)
    return tuple(next((lines for lines in found if lines), ()))


def as_stored(answer: Mapping[str, Any]) -> tuple[str, ...]:
    """Give an answer that no exercise explains by the names and words that are stored, a line for each."""
    form = str(words("telling")["stored"])
    return tuple(form.format(name=name, words=text) for name, text in _parts(answer))


def _parts(value: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, one in value.items():
        name = f"{above} {key}".strip()
        if isinstance(one, Mapping):
            yield from _parts(one, name)
        elif isinstance(one, list) and any(isinstance(part, Mapping | list) for part in one):
            yield from _parts({str(number): part for number, part in enumerate(one, start=1)}, name)
        elif text := "" if one is None else ", ".join(map(str, one)) if isinstance(one, list) else str(one):
            yield name, text
