"""What came of work that was joined with what was here, counted by what it brought that a page shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from exercises.answers.work import Aside, Draft

Place = tuple[str, str]
"""Lesson and exercise."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it, counted by what it brought that a page shows.

    What was here before is not counted, also where another answer stands now and an earlier version comes into sight or
    goes out of it.

    Attributes
    ----------
    same, new, tries : int
        Exercises with one answer, with a new or newer one, and new attempts.
    aside : tuple of Place
        Exercises with two different answers.
    put : tuple
        New answers that were put aside, each with its place and a name for what it says.
    stand : mapping
        Such a name of what stands in the exercises that this is about.
    """

    same: int = 0
    new: int = 0
    aside: tuple[Place, ...] = ()
    tries: int = 0
    put: tuple[tuple[Place, str], ...] = ()
    stand: Mapping[Place, str] = field(default_factory=dict)

    def __add__(self, other: Joined) -> Joined:
        """Give what came of both, this one first."""
        same, new, tries = self.same + other.same, self.new + other.new, self.tries + other.tries
        put, stand = (*self.put, *other.put), {**self.stand, **other.stand}
        return Joined(same, new, (*self.aside, *other.aside), tries, put, stand)

    @property
    def earlier(self) -> int:
        """How many tries and earlier versions there are more: one that stands as well is under no Earlier versions."""
        return self.tries + sum(self.stand.get(place) != said for place, said in self.put)

    @property
    def is_new(self) -> bool:
        """Whether anything came that was not here."""
        return bool(self.new or self.aside or self.earlier)


def said_by(one: Draft | Aside) -> str:
    """Give a short name to what an answer says, the same for each that says it."""
    return hashlib.sha256(json.dumps([one.answer, one.confidence], sort_keys=True).encode()).hexdigest()[:16]
