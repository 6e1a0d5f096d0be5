"""Made-up answers, for teachers who want to learn the page of a class before there is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from exercises.kinds.tallied import Part

GOOD = ("right", "accepted")
SHARES = (6, 2, 1)  # how much the first of several wrong choices tempts more than the next


@dataclass(frozen=True, slots=True)
class Imagined:
    """A student who does not exist.

    Attributes
    ----------
    chance : Random
        Where their answers come from; the same seed gives the same answers.
    skill : float
        How often they find what is asked for, 0 to 1.
    """

    chance: Random
    skill: float

    def finds(self) -> bool:
        """Say whether they find it this time."""
        return self.chance.random() < self.skill

    def chooses(self, part: Part) -> str:
        """Choose for one part: what we would take, or else what tempts; the same things tempt everybody."""
        names = [choice.id for choice in part.choices if choice.worth in GOOD]
        others = [choice.id for choice in part.choices if choice.worth not in GOOD]
        if names and (self.finds() or not others):
            return names[0]
        # In an order that hangs on the part alone, so that a class agrees on what it gets wrong.
        ranked = sorted(others or names, key=lambda name: Random(f"{part.id}/{name}").random())[: len(SHARES)]  # noqa: S311
        return self.chance.choices(ranked, SHARES[: len(ranked)])[0]


def chosen(parts: Iterable[Part], student: Imagined) -> dict[str, str]:
    """Give what an imagined student chooses, by part."""
    return {part.id: student.chooses(part) for part in parts}
