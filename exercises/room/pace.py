"""Keeps plain requests to a pace, like the messages of a line: who pays for one, and what it costs."""

from __future__ import annotations

from collections.abc import Coroutine, Generator
from time import thread_time
from types import coroutine
from typing import Any, TypeVar

from tornado.httputil import HTTPServerRequest

from exercises.room.bucket import WORK, Bucket

T = TypeVar("T")
SAID = 2_500  # bytes of headers and forms that cost as much as a message: many short ones take long to read
SENT = 8  # messages that cost as much as a form: what it asks for is done beside, and often written to the disk
SHOWN = 8  # messages that cost as much, under its code, as a card that is shown
LONGEST = 10.0  # seconds that a request waits at most; whoever sends more than that is turned away then
KNOWN = 4000  # names that are remembered


class Buckets(dict[str, Bucket]):
    """A bucket for each name, made when it is asked for; of too many, those made first are forgotten.

    Parameters
    ----------
    burst, rate : float
        As of each `Bucket`.
    """

    def __init__(self, burst: float, rate: float) -> None:
        super().__init__()
        self._burst, self._rate = burst, rate

    def __missing__(self, name: str) -> Bucket:
        """Make the bucket of a name."""
        while len(self) >= KNOWN:
            del self[next(iter(self))]
        self[name] = made = Bucket(self._burst, self._rate)
        return made


def strangers() -> Buckets:
    """Make the pace of those who are in under no code, by address: behind a router a class comes in from one."""
    return Buckets(burst=800, rate=60)


def arrivals() -> Buckets:
    """Make the pace at which connections are taken in, by address."""
    return Buckets(burst=1500, rate=100)


def cost(request: HTTPServerRequest) -> float:
    """Give what a request costs before it is looked at, in messages."""
    said = sum(len(name) + len(value) for name, value in request.headers.get_all()) + len(request.body)
    return (1 if request.method in ("GET", "HEAD") else SENT) + said / SAID


@coroutine
def paid(act: Coroutine[Any, Any, T], bucket: Bucket) -> Generator[Any, Any, T]:
    """Do what a request asks for, and pay for the work of each step; while it waits, others work, and that is free."""
    fault: BaseException | None = None
    while True:
        begun = thread_time()
        try:
            awaited = act.send(None) if fault is None else act.throw(fault)
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            bucket.wait((thread_time() - begun) * WORK)
        fault = None
        try:
            yield awaited
        except BaseException as raised:  # as where it is cancelled: the act itself has to know
            fault = raised


def held_up(bucket: Bucket, count: float) -> tuple[float, bool]:
    """Count what comes, and give the seconds that it has to wait, and whether it is turned away after them.

    What is turned away is not counted: else a flood of a minute would keep out whoever sent it for hours.
    """
    wait = bucket.wait(count)
    if wait > LONGEST:
        bucket.wait(-count)
    return min(wait, LONGEST), wait > LONGEST


def has_room(bucket: Bucket) -> bool:
    """Say whether one more may come at once; only then it is counted."""
    if bucket.wait() == 0:
        return True
    bucket.wait(-1)
    return False
