"""Whoever tries one card after the other waits longer each time, and nobody else; after a while it is forgotten."""

import asyncio
from contextlib import ExitStack

from exercises.room.tries import EACH, FORGET, FREE, KNOWN, LONGEST, MOST, MOST_EACH, Tries

CARD, PLACE = "card amber-heron-42", "at 192.168.1.7"
OTHER_CARD, OTHER_PLACE = "card brave-otter-11", "at 192.168.1.8"


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def tried(count, *names, clock=None):
    tries = Tries(clock or Clock())
    for _ in range(count):
        tries.wrong(*names)
    return tries


def test_a_class_that_mistypes_waits_for_nothing():
    assert tried(FREE, CARD, PLACE).wait(CARD, PLACE) == 0


def test_further_tries_wait_longer_each_time_but_never_longer_than_that():
    tries, waits = tried(FREE, CARD, PLACE), []
    for _ in range(50):
        tries.wrong(CARD, PLACE)
        waits.append(tries.wait(CARD, PLACE))
    assert (waits[0], waits[1], max(waits)) == (EACH, 2 * EACH, LONGEST)


def test_a_flood_holds_up_its_card_and_its_place_and_no_honest_newcomer():
    tries = tried(FREE + 40, CARD, PLACE)
    waits = {
        "same card": tries.wait(CARD, OTHER_PLACE),
        "same place": tries.wait(OTHER_CARD, PLACE),
        "newcomer": tries.wait(OTHER_CARD, OTHER_PLACE),
    }
    assert waits == {"same card": LONGEST, "same place": LONGEST, "newcomer": 0}


def test_it_is_forgotten_after_a_while():
    clock = Clock()
    tries = tried(FREE + 4, CARD, PLACE, clock=clock)
    clock.now += 4 * FORGET
    assert tries.wait(CARD, PLACE) == 0


def test_one_who_tries_every_card_is_remembered_however_many_there_are():
    tries = Tries(Clock())
    for number in range(3 * KNOWN):
        tries.wrong(f"card {number}", PLACE)
    assert (tries.wait(PLACE), tries.wait(OTHER_PLACE)) == (LONGEST, 0)


def free_turns(tries, names):
    with ExitStack() as turns:
        return [turns.enter_context(tries.turn(*one)) for one in names]


def test_a_flood_of_tries_at_once_is_turned_away_and_a_class_is_not():
    tries = Tries(Clock())
    same = free_turns(tries, [(CARD, PLACE)] * (MOST_EACH + 1))
    assert (all(same[:MOST_EACH]), same[MOST_EACH]) == (True, False)
    many = free_turns(tries, [(f"card {number}", f"at {number}") for number in range(MOST + 1)])
    assert (all(many[:MOST]), many[MOST]) == (True, False)
    assert free_turns(tries, [(CARD, PLACE)]) == [True]


def test_while_a_flood_waits_another_card_from_another_place_has_its_turn():
    tries = Tries(Clock())
    flood = [(CARD, PLACE)] * (MOST_EACH + 5)
    assert free_turns(tries, [*flood, (OTHER_CARD, OTHER_PLACE)])[-1] is True


def most_at_once(names):
    """Let tries wait side by side, and count how many are served in one moment."""
    waiting, most = 0, 0

    async def sleep(_seconds):
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)
        await asyncio.sleep(0)
        waiting -= 1

    async def all_at_once():
        tries = Tries(Clock(), sleep)
        await asyncio.gather(*(tries.hold_up(*one) for one in names))

    asyncio.run(all_at_once())
    return most


def test_many_tries_at_once_are_not_faster_than_one_after_the_other():
    assert most_at_once([(CARD, PLACE)] * 20) == 1
    assert most_at_once([(CARD, f"at {number}") for number in range(20)]) == 1


def test_students_of_a_class_do_not_wait_for_each_other():
    assert most_at_once([(f"card {number}", f"at {number}") for number in range(20)]) == 20
