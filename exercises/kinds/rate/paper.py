"""The key of *rate* for the teacher: every statement with the steps that careful readers choose, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.kinds.printed import KeyLine, KeyPart
from exercises.kinds.rate.item import RateItem, Statement, first_number
from exercises.kinds.rate.reasons import steps_of
from exercises.lesson.load import Lesson
from exercises.words import words


def layout(page: dict[str, Any]) -> dict[str, Any]:
    """Give the page with the number and the name of each step."""
    steps = page["scale"]["steps"]
    return page | {"steps": list(enumerate(steps, start=first_number(steps)))}


def key(item: RateItem, lesson: Lesson) -> tuple[KeyPart, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give every statement with our step and every reason."""
    lines = (_line(item, number, one) for number, one in enumerate(item.statements, start=1))
    return (KeyPart("", tuple(lines)),)


def _line(item: RateItem, number: int, one: Statement) -> KeyLine:
    said = words("paper")["key"]
    others = ", ".join(str(item.number_of(step)) for step in one.accept if step != one.best)
    best = f"{item.number_of(one.best)}, {item.label_of(one.best)}" if one.best else ""
    answer = f"{best} ({said['also'].format(others=others)})" if best and others else best or others
    steps = [one.best, *(step for step in one.accept if step != one.best)]
    unknown = "?" if one.cannot_tell and one.cannot_tell.counts == "accepted" else ""
    counts = "/".join(filter(None, [*(str(item.number_of(step)) for step in steps if step), unknown]))
    brief = f"{number} {counts}" if one.scored else ""
    return KeyLine(one.text, answer if one.scored else said["unscored"], tuple(_reasons(item, one)), brief)


def _reasons(item: RateItem, one: Statement) -> Iterator[str]:
    for name, why in one.why.items():
        steps = map(item.number_of, steps_of(name, one, len(item.scale.steps)) or [])
        yield why if name == "any" else f"{', '.join(map(str, steps))}: {why}"
    if one.cannot_tell:
        said = words("paper")["key"]
        counts = said[{"accepted": "accepted", "apart": "apart"}.get(one.cannot_tell.counts, "not_ours")]
        yield f"{words('rate')['cannot_tell']} ({counts}): {one.cannot_tell.why}"
