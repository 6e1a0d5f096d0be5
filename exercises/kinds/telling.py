"""A stored answer in words, whatever it holds: an opened work file or an earlier edition may hold anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.kind import Kind
from exercises.lesson.load import Lesson
from exercises.words import plain_number, words


def answer_in_words(item: Item, answer: dict[str, Any], lesson: Lesson) -> tuple[str, ...]:
    """Give an answer in words; what the exercise does not know by its names, one of another shape as it is stored."""
    kind = KINDS[item.kind]
    try:
        read = kind.answer.model_validate(answer)
        told, rest = kind.tell(item, read, lesson), kind.unknown(item, read, lesson) if kind.unknown else []
    except (ValueError, LookupError):
        return as_stored(answer)
    return (*told, *([str(words("telling")["unknown"]), *rest] if rest else ()))


def answer_and_sureness(item: Item, answer: dict[str, Any], confidence: int | None, lesson: Lesson) -> tuple[str, ...]:
    """Give an answer in words, and how sure its student was: all that two answers can differ in by typing or choice."""
    return (*answer_in_words(item, answer, lesson), *_unshown(item, answer), *_sure(confidence))


def _unshown(item: Item, answer: dict[str, Any]) -> Iterator[str]:
    """Tell how much of an answer is not told, with a number that is another one where another letter stands there."""
    kind = KINDS[item.kind]
    try:
        left = kind.unshown(kind.answer.model_validate(answer)) if kind.unshown else ()
    except ValueError:
        return  # It is told as it is stored, all of it.
    if left:
        number = int(sha256("\n".join(left).encode()).hexdigest(), 16) % 1_000_000
        yield str(words("telling")["unshown"]).format(count=plain_number(len(left)), check=f"{number:06}")


def sure_in_words(confidence: int | None) -> str:
    """Say how sure; empty if nobody asked."""
    return str(words("remarks")["calibration"]["steps"].get(str(confidence), ""))


def _sure(confidence: int | None) -> Iterator[str]:
    if sure := sure_in_words(confidence):
        yield str(words("telling")["sure"]).format(sure=sure)


def knows_all(item: Item, answer: Mapping[str, Any], lesson: Lesson) -> bool:
    """Say whether an exercise can show all of an answer, as far as the kernel can say."""
    kind = KINDS[item.kind]
    try:
        read = kind.answer.model_validate(answer)
        kind.tell(item, read, lesson)
        return not (kind.unknown and kind.unknown(item, read, lesson))
    except (ValueError, LookupError):
        return False


def own_words(answer: Mapping[str, Any], *, remarked: bool = False) -> tuple[str, ...]:
    """Find the student's own text in an answer, of whatever kind its exercise was; it needs no exercise to be read.

    Parameters
    ----------
    answer : mapping
        The answer as it is stored.
    remarked : bool
        Whether the remarks of its result are told beside it; what they tell is then left out.
    """
    told = ((kind, untold(kind, answer) if remarked else answer) for kind in KINDS.values())
    found = (kind.report.own_words(rest) for kind, rest in told if kind.report.own_words)
    return tuple(next((lines for lines in found if lines), ()))


def untold(kind: Kind, answer: Mapping[str, Any]) -> dict[str, Any]:
    """Give what of a checked answer its remarks do not tell."""
    return kind.report.untold(answer) if kind.report.untold else dict(answer)


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
