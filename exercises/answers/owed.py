"""Answers that stand on a page or wait in a browser, and may not be stored: a file that is made takes them along."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import ValidationError

from exercises.answers.joining import Place
from exercises.answers.rows import name_of
from exercises.answers.shapes import Name, Shape, Sure
from exercises.answers.wellformed import DEEPEST, has_odd_number, is_blank, is_deep, mended
from exercises.answers.work import Aside, Draft, Work, moment

CLOSE = (",", ":")
"""How JSON is written in a file."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What a page says when a file is to be made.

    Attributes
    ----------
    answers : tuple of Aside
        The answers, as they would be put aside.
    left : tuple of Place
        Exercises with answers that the page could not send, or nobody can read.
    """

    answers: tuple[Aside, ...] = ()
    left: tuple[Place, ...] = ()

    def beside(self, work: Work) -> Owed:
        """Give what is not in the work of the student anyway."""
        # A try alone is shown on no page, so one like it does not count.
        kept: list[Draft | Aside] = [*work.drafts, *work.aside]
        stored = {_said(one) for one in kept}
        return replace(self, answers=tuple(one for one in self.answers if _said(one) not in stored))

    @property
    def places(self) -> tuple[Place, ...]:
        """The exercises, each once."""
        return tuple(dict.fromkeys([*map(_place, self.answers), *self.left]))


class _Place(Shape):
    lesson: Name
    exercise: Name


class _Answer(_Place):
    answer: dict[str, Any]
    confidence: Sure


def read_owed(told: object, edition: Callable[[Place], str]) -> Owed:
    """Read what a page says that it owes; nothing about it is trusted.

    Parameters
    ----------
    told : object
        Under ``owed`` answers with their confidence by lesson and exercise, under ``left`` exercises alone; each may
        be missing.
    edition : callable
        Gives the edition of an exercise today, as for what a page puts aside.
    """
    answers, left = dict[str, Aside](), dict[Place, None]()
    for one in _listed(told, "owed"):
        place = _place_of(one)
        if place is None or is_blank(one.get("answer")):
            continue
        answer = _answer_of(one)
        if answer is None:
            left[place] = None
            continue
        found = Aside("", *place, edition(place), answer.answer, answer.confidence, moment(), "browser")
        answers.setdefault(name_of(found), replace(found, id=name_of(found)))
    left |= dict.fromkeys(place for one in _listed(told, "left") if (place := _place_of(one)))
    return Owed(tuple(answers.values()), tuple(left))


def _listed(told: object, name: str) -> list[dict[str, Any]]:
    found = told.get(name) if isinstance(told, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _place_of(one: Mapping[str, Any]) -> Place | None:
    try:
        place = _Place.model_validate({name: one.get(name) for name in ("lesson", "exercise")})
    except ValidationError:
        return None
    return place.lesson, place.exercise


def _answer_of(one: Mapping[str, Any]) -> _Answer | None:
    """Read one answer; None if no file could hold it."""
    if is_deep(one, DEEPEST + 1) or has_odd_number(one):
        return None
    try:
        return _Answer.model_validate({name: mended(one.get(name)) for name in _Answer.model_fields})
    except ValidationError:
        return None


def _place(one: Draft | Aside) -> Place:
    return one.lesson, one.exercise


def fitting(owed: Iterable[Aside], room: int) -> tuple[list[Aside], tuple[Aside, ...]]:
    """Part answers into those for which a file has room, so many characters, and the others; the shortest first."""
    taken, left = list[Aside](), list[Aside]()
    for size, one in sorted(((len(json.dumps(asdict(one), separators=CLOSE)) + 1, one) for one in owed), key=_size):
        (taken if size <= room else left).append(one)
        room -= size if size <= room else 0
    return taken, tuple(left)


def _size(sized: tuple[int, Aside]) -> int:
    return sized[0]


def _said(one: Draft | Aside) -> str:
    return json.dumps([_place(one), one.answer, one.confidence], sort_keys=True)
