"""What is counted of a desk: the two dated answers to each claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from exercises.kinds.desk.answer import DeskAnswer, SaidAnswer, SoAnswer
from exercises.kinds.desk.item import DeskItem, days_asked
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim
from exercises.words import plain_date, words


def parts(item: DeskItem, lesson: Lesson) -> tuple[Part, ...]:
    """Give for each claim whether it was said, and for each day whether it is so."""
    return tuple(part for placed in item.claims for part in _of_claim(item, lesson.claims[placed.claim]))


def _of_claim(item: DeskItem, claim: Claim) -> Iterator[Part]:
    said = words("tallied")
    names = words("desk")["said"]
    choices = tuple(Choice(name, names[name], _said_worth(claim, name)) for name in get_args(SaidAnswer))
    yield Part(f"{claim.id}/said", said["was_it_said"].format(claim=claim.words), choices, grave=claim.grave)
    for day in days_asked(item, claim):
        text = said["is_it_so"].format(claim=claim.words, day=plain_date(day))
        yield Part(f"{claim.id}/{day}", text, _verdicts(claim, day), grave=claim.grave)


def _verdicts(claim: Claim, day: str) -> tuple[Choice, ...]:
    names = words("desk")["so"]
    return tuple(Choice(name, names[name], _so_worth(claim, day, name)) for name in get_args(SoAnswer))


def _said_worth(claim: Claim, name: str) -> Worth:
    ours = claim.said
    return "right" if name == ours.answer else "accepted" if name in ours.also_accept else "wrong"


def _so_worth(claim: Claim, day: str, name: str) -> Worth:
    ours = claim.verdict_on(day) if claim.judged else None
    if ours is None:
        return "open"
    # What a log carries decides about the points; of a class only the verdicts are counted.
    return "right" if name == ours.verdict else "accepted" if name in claim.accepted_on(day) else "wrong"


def given(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> Given:
    """Give the answers to the claims that were answered."""
    found: dict[str, tuple[str, ...]] = {}
    for placed in item.claims:
        work, claim = answer.claims.get(placed.claim), lesson.claims[placed.claim]
        if work and work.said:
            found[f"{claim.id}/said"] = (work.said,)
        days = days_asked(item, claim)
        found |= {f"{claim.id}/{day}": (so,) for day, so in (work.so if work else {}).items() if day in days}
    return found


TALLIED = Tallied(parts, given)
