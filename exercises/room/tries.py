"""Slows down whoever tries one card after the other, and nobody else."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from time import monotonic

FREE = 10  # wrong tries under one name that cost nothing: behind a router thirty students mistype
EACH = 0.5  # seconds more for each further one
LONGEST = 8.0  # seconds
MOST_EACH = 60  # tries at once from one place: a class that comes in together
MOST = 600  # tries at once; beyond that each place has one
FORGET = 20.0  # seconds after which one wrong try is forgotten
TRIED = 180.0  # an hour: so long a place that has tried a card is none that tries it for the first time
KNOWN = 4000  # names that are remembered


class Tries:
    """Counts wrong tries by name: of the card that is tried, and of where the try comes from.

    So a flood on one card, or from one place, holds up nobody who comes with another card from another place. Whoever
    has the card tries it from a place of their own, and the first time from there waits for no stranger: one guess an
    hour from each place tells nobody the PIN. All further tries at a card go in one line, in which each place stands
    once. Behind one router a whole school has the same address; there they wait together, never longer than `LONGEST`
    each, but for browsers that were in before: these are places of their own.

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

    async def hold_up(self, place: str, card: str = "") -> None:
        """Wait as long as the next try has to; one after the other, so that many at once are not faster than one."""
        # The place comes first, so that a flood from one place is one in the line of the card, however large it is.
        async with self._line(place):
            if not card or self._is_first(f"{card} {place}"):
                await self._sleep(self.wait(place))
            else:
                async with self._line(card):
                    await self._sleep(self.wait(place, card))

    def _is_first(self, pair: str) -> bool:
        """Say whether a card is tried from a place for the first time; noted at once, as many may come together."""
        before = self._count(pair)
        self._note(pair, TRIED)
        return not before

    def _line(self, name: str) -> asyncio.Lock:
        return self._lines.setdefault(name, asyncio.Lock())

    @contextmanager
    def turn(self, place: str, card: str = "") -> Iterator[bool]:
        """Say whether there is room for one more try from a place; a class at once has it, a flood has not."""
        names = (place, card, "all")
        self._waiting.update(names)
        try:
            yield self._waiting[place] <= (MOST_EACH if self._waiting["all"] <= MOST else 1)
        finally:
            self._waiting.subtract(names)
            for name in names:
                if not self._waiting[name]:
                    del self._waiting[name]
                    self._lines.pop(name, None)

    def wrong(self, *names: str) -> None:
        """Count a wrong try under each of its names."""
        for name in names:
            self._note(name, self._count(name) + 1)

    def right(self, place: str, card: str) -> None:
        """Forget that a card was tried from a place: whoever knows its PIN there waits no more the next time either."""
        self._counts.pop(f"{card} {place}", None)

    def _note(self, name: str, count: float) -> None:
        # Taken out and put back: so the one that was wrong longest ago stands first, and is forgotten first.
        self._counts.pop(name, None)
        self._counts[name] = count, self._clock()
        while len(self._counts) > KNOWN:
            del self._counts[next(iter(self._counts))]

    def _count(self, name: str) -> float:
        count, seen = self._counts.get(name, (0.0, 0.0))
        return max(count - (self._clock() - seen) / FORGET, 0.0)
