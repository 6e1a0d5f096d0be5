"""The one writer of a room: it does what pages ask for, and writes what is to be kept for many at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from exercises.answers.batch import BatchStore

T = TypeVar("T")
Act = Callable[[], Any]
_Outcome = tuple[Any, Exception | None]
_Waiting = list[tuple[Act, "asyncio.Future[Any]"]]


class Writer:
    """Does what pages ask for, in a thread of its own: while that writes to the disk, the room hears and says on.

    Visits are spoken to in this thread alone, so none of them sees what is not kept yet.

    Parameters
    ----------
    store : BatchStore
        The file of the class.
    speaking : callable
        Gives the language in which faults of the disk are said.
    """

    def __init__(self, store: BatchStore, speaking: Callable[[], AbstractContextManager[None]]) -> None:
        self._store, self._speaking = store, speaking
        self._thread = ThreadPoolExecutor(1, "writer")
        self._looks: _Waiting = []
        self._writes: _Waiting = []
        self._working: asyncio.Task[None] | None = None

    async def write(self, act: Callable[[], T]) -> T:
        """Do an act that may change something, and give what came of it as soon as that is on the disk.

        Parameters
        ----------
        act : callable
            Uses the store of the room. Where the disk fails it is called again, to say so: see `BatchStore.together`.
            Whatever it raises is raised here.
        """
        return await self._done(act, self._writes)

    async def look(self, act: Callable[[], T]) -> T:
        """Do an act that changes nothing, between two transactions; whatever it raises is raised here."""
        return await self._done(act, self._looks)

    async def _done(self, act: Callable[[], T], waiting: _Waiting) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        waiting.append((act, future))
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        # What came while one batch was written is the next one. A page that opens takes longer than a save: these go in
        # turn, so that thirty pages that come back at once keep nobody's answer waiting.
        while self._looks or self._writes:
            await self._some(self._looks, self._store.in_turn)
            await self._some(self._writes, self._store.together)
        self._working = None

    async def _some(self, waiting: _Waiting, do: Callable[[Sequence[Act]], list[_Outcome]]) -> None:
        """Do some of what waits, and say to those who wait what came of it."""
        if not waiting:
            return
        acts = [_caught(act) for act, _ in waiting]
        try:
            outcomes = await asyncio.get_running_loop().run_in_executor(self._thread, self._spoken, do, acts)
        except Exception as error:  # A fault of ours: each page is told, and the next batch begins anew.
            outcomes = [(None, error)] * len(acts)
        asked = waiting[: len(outcomes)]
        del waiting[: len(outcomes)]
        for (_, future), (result, fault) in zip(asked, outcomes, strict=True):
            if future.done():
                continue
            if fault is None:
                future.set_result(result)
            else:
                future.set_exception(fault)

    def _spoken(self, do: Callable[[Sequence[Act]], list[_Outcome]], acts: Sequence[Act]) -> list[_Outcome]:
        with self._speaking():
            return do(acts)


def _caught(act: Act) -> Callable[[], _Outcome]:
    def outcome() -> _Outcome:
        try:
            return act(), None
        except Exception as fault:
            return None, fault

    return outcome
