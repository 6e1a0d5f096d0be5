"""Whoever tries one card after the other waits longer and longer; after a while it is forgotten."""

import asyncio
from contextlib import ExitStack

from exercises.room.tries import EACH, FORGET, FREE, LONGEST, MOST, Tries


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_class_that_mistypes_waits_for_nothing():
    tries = Tries(Clock())
    for _ in range(FREE):
        tries.wrong()
    assert tries.wait() == 0


def test_further_tries_wait_longer_each_time_but_never_longer_than_that():
    tries = Tries(Clock())
    for _ in range(FREE):
        tries.wrong()
    waits = []
    for _ in range(50):
        tries.wrong()
        waits.append(tries.wait())
    assert (waits[0], waits[1], max(waits)) == (EACH, 2 * EACH, LONGEST)


def test_it_is_forgotten_after_a_while():
    clock = Clock()
    tries = Tries(clock)
    for _ in range(FREE + 4):
        tries.wrong()
    clock.now += 4 * FORGET
    assert tries.wait() == 0


def test_a_flood_of_tries_at_once_is_turned_away_and_a_class_is_not():
    tries, turns = Tries(Clock()), ExitStack()
    free = [turns.enter_context(tries.turn()) for _ in range(MOST + 1)]
    turns.close()
    with tries.turn() as again:
        assert (all(free[:MOST]), free[MOST], again) == (True, False, True)


def test_many_tries_at_once_are_not_faster_than_one_after_the_other():
    waiting, most = 0, 0

    async def sleep(_seconds):
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        await asyncio.sleep(0)
        waiting -= 1

    async def all_at_once():
        tries = Tries(Clock(), sleep)
        await asyncio.gather(*(tries.hold_up() for _ in range(20)))

    asyncio.run(all_at_once())
    assert most == 1
