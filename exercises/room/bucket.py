"""Keeps a guest to a pace that no student reaches, so that a flood of one costs the others nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Bucket:
    """Says how long the next message of a student has to wait, on whichever of their pages.

    Parameters
    ----------
    burst : float
        Messages that may come at once: each page asks for all its exercises when it wakes.
    rate : float
        Messages a second after that.
    clock : callable
        Gives the seconds of a clock that only goes forward.
    """

    def __init__(self, burst: float = 160, rate: float = 30, clock: Callable[[], float] = monotonic) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._left, self._seen = burst, clock()

    def wait(self, count: float = 1) -> float:
        """Count a message, or what costs as much as some, and give the seconds that it has to wait."""
        now = self._clock()
        self._left = min(self._left + (now - self._seen) * self._rate, self._burst) - count
        self._seen = now
        return max(-self._left / self._rate, 0.0)
