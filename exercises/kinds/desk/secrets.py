"""What of an exercise *desk* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.desk.item import DeskItem
from exercises.lesson.load import Lesson

HIDDEN = (
    "side",
    "said",
    "so",
    "also_accept",
    "also_accept_why",
    "note",
    "fact",
    "inference",
    "supports",
    "contradicts",
    "context",
    "origin",
)


def secrets(item: DeskItem, lesson: Lesson) -> Iterator[str]:
    """Give the reasons of our answers to every claim, and why other answers are accepted."""
    for placed in item.claims:
        claim = lesson.claims[placed.claim]
        yield from filter(None, (claim.said.reason, claim.said.also_accept_why))
        yield from (verdict.reason for verdict in claim.so)
        yield from filter(None, (claim.note, claim.also_accept_why, claim.fact, claim.inference))
