"""Slows down whoever tries one card after the other, and nobody else."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from time import monotonic

FREE = 10  # wrong tries under one name that cost nothing: behind a router thirty students mistype
EACH = 0.5  # seconds more for each further one
LONGEST = 8.0  # seconds
MOST_EACH = 60  # tries at once under one name: a class that comes in together
MOST = 600  # tries at once
FORGET = 20.0  # seconds after which one wrong try is forgotten
KNOWN = 1000  # names that are remembered


class Tries:
    """Counts wrong tries by name: of the card that is tried, and of where the try comes from.

    So a flood on one card, or from one place, holds up nobody who comes with another card from another place. Behind
    one router a whole school has the same address; there they wait together, and never longer than `LONGEST` each.

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
        self._clock, self._sleep = clock, sleep
        self._counts: dict[str, tuple[float, float]] = {}
        self._lines: dict[str, asyncio.Lock] = {}
        self._waiting: Counter[str] = Counter()

    def wait(self, *names: str) -> float:
        """Give the seconds that the next try under these names has to wait."""
        most = max((self._count(name) for name in names), default=0.0)
        return min(max(most - FREE, 0.0) * EACH, LONGEST)

    async def hold_up(self, *names: str) -> None:
        """Wait as long as the next try has to; one after the other, so that many at once are not faster than one."""
        async with AsyncExitStack() as lines:
            for name in sorted(names):  # in one order for all, so that no two wait for each other
                await lines.enter_async_context(self._lines.setdefault(name, asyncio.Lock()))
            await self._sleep(self.wait(*names))

    @contextmanager
    def turn(self, *names: str) -> Iterator[bool]:
        """Say whether there is room for one more try; a class at once has it, a flood has not."""
        self._waiting.update([*names, ""])
        try:
            yield all(self._waiting[name] <= (MOST_EACH if name else MOST) for name in (*names, ""))
        finally:
            self._waiting.subtract([*names, ""])
            for name in names:
                if not self._waiting[name]:
                    del self._waiting[name]
                    self._lines.pop(name, None)

    def wrong(self, *names: str) -> None:
        """Count a wrong try under each of its names."""
        for name in names:
            # Taken out and put back: so the one that was wrong longest ago stands first, and is forgotten first.
            count = self._count(name)
            self._counts.pop(name, None)
            self._counts[name] = count + 1, self._clock()
        while len(self._counts) > KNOWN:
            del self._counts[next(iter(self._counts))]

    def _count(self, name: str) -> float:
        count, seen = self._counts.get(name, (0.0, 0.0))
        return max(count - (self._clock() - seen) / FORGET, 0.0)
