"""Keeps apart, on the wall, what single students add: whoever comes later is counted when five have come."""

from __future__ import annotations

from exercises.room.figures.small import FEWEST


class Steady:
    """Whose answers are counted where the class looks on.

    Whoever sees the figures before and after the answer of one student reads off what that student answered. So they
    stay as they were until five more can be counted at once.
    """

    def __init__(self) -> None:
        self._counted: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, lesson: str, exercise: str, answered: frozenset[str]) -> frozenset[str]:
        """Give those of the codes that have answered an exercise whose answers are counted now."""
        name = lesson, exercise
        before = self._counted.get(name, frozenset())
        if before <= answered and len(answered - before) < FEWEST:
            return before
        self._counted[name] = answered
        return answered
