"""A page at work never waits; one that floods is kept to a pace."""

from hypothesis import given
from hypothesis import strategies as st

from exercises.room.bucket import Bucket


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
