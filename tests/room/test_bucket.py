"""A page at work never waits; one that floods is kept to a pace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.room.bucket import BYTES, WORK, Bucket, price


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_page_with_thirty_exercises_that_ask_every_five_seconds_never_waits():
    clock = Clock()
    bucket, waits = Bucket(clock=clock), []
    for _ in range(100):
        waits += [bucket.wait() for _ in range(30)]
        clock.now += 5
    assert max(waits) == 0


@given(st.integers(1, 60), st.integers(1, 30))
def test_whoever_floods_gets_no_more_than_the_pace(burst, rate):
    clock = Clock()
    bucket, count = Bucket(burst, rate, clock), 0
    while clock.now < 10:
        clock.now += bucket.wait()
        count += 1
    assert burst + 10 * rate - 2 <= count <= burst + 10 * rate + 2


def test_long_messages_wait_for_their_length():
    clock = Clock()
    bucket, sent = Bucket(clock=clock), 0
    while clock.now < 60:
        clock.now += bucket.wait(price(2)) + bucket.wait(price(290_000))
        sent += 290_000
    assert sent / 60 < 30 * BYTES * 1.1


def test_what_makes_the_computer_work_long_waits_for_that():
    """Ten acts of half a second each: whoever asks for them has less than a sixth of the computer."""
    clock, worked = Clock(), Clock()
    bucket = Bucket(clock=clock, work=worked)

    def act():
        worked.now += 0.5
        return "done"

    for _ in range(10):
        assert bucket.paid(act)() == "done"
        clock.now += bucket.wait()
    assert clock.now > 6 * worked.now - 160 / 30


def test_an_act_that_fails_is_paid_for_as_well():
    clock, worked = Clock(), Clock()
    bucket = Bucket(clock=clock, work=worked)

    def fails():
        worked.now += 1
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        bucket.paid(fails)()
    assert bucket.wait() > (WORK - 160) / 30
