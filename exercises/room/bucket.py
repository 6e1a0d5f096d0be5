"""Keeps a guest to a pace that no student reaches, so that a flood of one costs the others nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic, thread_time
from typing import TypeVar

T = TypeVar("T")
BYTES = 16_000  # as many cost as much as a message
WORK = 300  # messages that cost as much as a second of work


class Bucket:
    """Says how long the next message of a student has to wait, on whichever of their pages.

    Three things are paid for: each message, its size before anything of it is read, and the work that it made.

    Parameters
    ----------
    burst : float
        Messages that may come at once: each page asks for all its exercises when it wakes.
    rate : float
        Messages a second after that.
    clock : callable
        Gives the seconds of a clock that only goes forward.
    work : callable
        Gives the seconds that the thread that asks has worked.
    """

    def __init__(
        self,
        burst: float = 160,
        rate: float = 30,
        clock: Callable[[], float] = monotonic,
        work: Callable[[], float] = thread_time,
    ) -> None:
        self._burst, self._rate, self._clock, self._work = burst, rate, clock, work
        self._left, self._seen = burst, clock()
        self._lock = threading.Lock()  # work is paid for by the thread that did it

    def wait(self, count: float = 1) -> float:
        """Count a message, or what costs as much as some, and give the seconds that it has to wait."""
        with self._lock:
            now = self._clock()
            self._left = min(self._left + (now - self._seen) * self._rate, self._burst) - count
            self._seen = now
            return max(-self._left / self._rate, 0.0)

    def paid(self, act: Callable[[], T]) -> Callable[[], T]:
        """Give an act for which is paid, when it is done, as much as it made the computer work."""

        def do() -> T:
            begun = self._work()
            try:
                return act()
            finally:
                self.wait((self._work() - begun) * WORK)

        return do


def price(count: int) -> float:
    """Give what so many bytes of a line cost: each frame begins with two, and what a browser sends is one frame."""
    return 1.0 if count == FRAME else count / BYTES


FRAME = 2
"""Bytes with which each frame of a line begins, be it of a message, a piece of one, or a sign of life."""
