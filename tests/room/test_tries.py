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
    assert tried(FREE, PLACE, CARD).wait(PLACE, CARD) == 0


def test_further_tries_wait_longer_each_time_but_never_longer_than_that():
    tries, waits = tried(FREE, PLACE, CARD), []
    for _ in range(50):
        tries.wrong(PLACE, CARD)
        waits.append(tries.wait(PLACE, CARD))
    assert (waits[0], waits[1], max(waits)) == (EACH, 2 * EACH, LONGEST)


def test_a_flood_holds_up_its_card_and_its_place_and_no_honest_newcomer():
    tries = tried(FREE + 40, PLACE, CARD)
    waits = {
        "same card": tries.wait(OTHER_PLACE, CARD),
        "same place": tries.wait(PLACE, OTHER_CARD),
        "newcomer": tries.wait(OTHER_PLACE, OTHER_CARD),
    }
    assert waits == {"same card": LONGEST, "same place": LONGEST, "newcomer": 0}


def test_it_is_forgotten_after_a_while():
    clock = Clock()
    tries = tried(FREE + 4, PLACE, CARD, clock=clock)
    clock.now += 4 * FORGET
    assert tries.wait(PLACE, CARD) == 0


def test_one_who_tries_every_card_is_remembered_however_many_there_are():
    tries = Tries(Clock())
    for number in range(3 * KNOWN):
        tries.wrong(f"card {number}", PLACE)
    assert (tries.wait(PLACE), tries.wait(OTHER_PLACE)) == (LONGEST, 0)


def free_turns(tries, names):
    with ExitStack() as turns:
        return [turns.enter_context(tries.turn(*one)) for one in names]


def test_a_flood_of_tries_at_once_is_turned_away_and_a_class_is_not():
    same = free_turns(Tries(Clock()), [(PLACE, CARD)] * (MOST_EACH + 1))
    assert (all(same[:MOST_EACH]), same[MOST_EACH]) == (True, False)


def test_while_a_flood_waits_whoever_comes_from_another_place_has_a_turn_with_the_same_card_as_well():
    tries = Tries(Clock())
    flood = [(PLACE, CARD)] * (MOST_EACH + 5)
    assert free_turns(tries, [*flood, (OTHER_PLACE, CARD)])[-1] is True
    assert free_turns(tries, [(PLACE, CARD)]) == [True]


def test_where_many_places_flood_each_has_one_turn_and_so_has_a_newcomer():
    tries, flood = Tries(Clock()), [(f"at {number % 20}", CARD) for number in range(MOST + 40)]
    turns = free_turns(tries, [*flood, (OTHER_PLACE, CARD), (OTHER_PLACE, CARD)])
    assert (all(turns[:MOST]), any(turns[MOST : MOST + 40]), turns[-2:]) == (True, False, [True, False])


def waits_of(tries, names):
    """Let tries come one after the other, all wrong, and give how long each was held up."""
    waits = []

    async def sleep(seconds):
        waits.append(seconds)

    async def all_of_them():
        tries._sleep = sleep
        for place, card in names:
            await tries.hold_up(place, card)
            tries.wrong(place, card)

    asyncio.run(all_of_them())
    return waits


def test_whoever_has_the_card_waits_for_no_stranger_who_guesses_at_it_and_a_further_guess_from_there_does():
    tries = tried(FREE + 40, PLACE, CARD)
    assert waits_of(tries, [(OTHER_PLACE, CARD), (OTHER_PLACE, CARD)]) == [0, LONGEST]


def test_whoever_was_right_there_does_not_wait_the_next_time_either():
    tries = tried(FREE + 40, PLACE, CARD)
    asyncio.run(tries.hold_up(OTHER_PLACE, CARD))
    tries.right(OTHER_PLACE, CARD)
    assert waits_of(tries, [(OTHER_PLACE, CARD)]) == [0]


def test_a_stranger_with_many_places_has_one_guess_from_each_however_many_come_at_once():
    tries, waits = tried(FREE + 40, PLACE, CARD), []

    async def sleep(seconds):
        waits.append(seconds)

    async def at_once():
        tries._sleep = sleep
        await asyncio.gather(*(tries.hold_up(f"at {number % 3}", CARD) for number in range(12)))

    asyncio.run(at_once())
    assert (waits.count(0), waits.count(LONGEST)) == (3, 9)


def test_of_a_flood_from_one_place_only_one_stands_in_the_line_of_the_card():
    """Whoever mistypes once during the flood waits for one try of it, and not for all."""
    order, tries = [], tried(FREE + 40, PLACE, CARD)
    tries._is_first = lambda _pair: False

    async def sleep(_seconds):
        await asyncio.sleep(0)

    async def come(place):
        await tries.hold_up(place, CARD)
        order.append(place)

    async def at_once():
        tries._sleep = sleep
        await asyncio.gather(*(come(place) for place in [*[PLACE] * 30, OTHER_PLACE]))

    asyncio.run(at_once())
    assert order.index(OTHER_PLACE) <= 2


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
    assert most_at_once([(PLACE, CARD)] * 20) == 1
    assert most_at_once([(PLACE, CARD), (OTHER_PLACE, OTHER_CARD)] * 10) == 2


def test_students_of_a_class_do_not_wait_for_each_other():
    assert most_at_once([(f"at {number}", f"card {number}") for number in range(20)]) == 20
