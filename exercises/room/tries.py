"""Slows down whoever tries one card after the other, and nobody who is in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from time import monotonic

FREE = 10  # wrong tries of a whole class that cost nothing: thirty students mistype
EACH = 0.5  # seconds more for each further one
LONGEST = 8.0  # seconds
MOST = 200  # tries at once
FORGET = 20.0  # seconds after which one wrong try is forgotten


class Tries:
    """Counts the wrong tries of browsers that are not in.

    Addresses are not told apart: behind one router a whole school has the same.

    Parameters
    ----------
    clock : callable
        Gives the seconds of a clock that only goes forward.
    sleep : callable
        Waits for some seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sleep, self._line = sleep, asyncio.Lock()
        self._clock, self._count, self._seen = clock, 0.0, clock()
        self._waiting = 0

    def wait(self) -> float:
        """Give the seconds that the next try has to wait."""
        self._forget()
        return min(max(self._count - FREE, 0.0) * EACH, LONGEST)

    async def hold_up(self) -> None:
        """Wait as long as the next try has to; one after the other, so that many at once are not faster than one."""
        async with self._line:
            await self._sleep(self.wait())

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Say whether there is room for one more try; a few classes at once have it, a flood has not."""
        self._waiting += 1
        try:
            yield self._waiting <= MOST
        finally:
            self._waiting -= 1

    def wrong(self) -> None:
        """Count a wrong try."""
        self._forget()
        self._count += 1

    def _forget(self) -> None:
        now = self._clock()
        self._count = max(self._count - (now - self._seen) / FORGET, 0.0)
        self._seen = now
