"""What an answer from elsewhere is to the one that stands here: told by their versions and words, and by no clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from exercises.answers.wellformed import is_blank
from exercises.answers.work import COMMITTED, Draft

Outcome = Literal["same", "new", "newer", "older", "aside"]


def compare(here: Draft | None, there: Draft, trail_here: Iterable[str], trail_there: Iterable[str]) -> Outcome:
    """Say what an answer from elsewhere is to the one that stands here.

    Returns
    -------
    str
        ``same``; ``new`` (nothing stands here); ``newer`` (it goes on with what is here); ``older`` (what is here goes
        on with it); ``aside`` (the two went different ways).
    """
    if here is None:
        return "new"
    if here.version == there.version or is_same(here, there):
        return "same"
    if there.version in trail_here:
        return "older"
    committed, commits = here.phase in COMMITTED, there.phase in COMMITTED
    if not committed and is_blank(here.answer):
        return "newer"
    if here.version in trail_there and (commits or not committed):
        return "newer"
    if committed != commits and says_same(here, there):
        return "newer" if commits else "older"
    # Nothing was written there: it is kept aside only if it is a commit against what is none.
    return "older" if is_blank(there.answer) and (committed or not commits) else "aside"


def is_same(one: Draft, other: Draft) -> bool:
    """Say whether two answers say the same and stand at the same point."""
    return says_same(one, other) and one.phase == other.phase


def says_same(one: Draft, other: Draft) -> bool:
    """Say whether two answers of one exercise say the same, of the same edition."""
    return (one.digest, one.answer, one.confidence) == (other.digest, other.answer, other.confidence)
