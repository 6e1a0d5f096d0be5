"""Plain requests are paid for like the messages of a line, each by who asks; a flood of them holds up nobody else."""

from __future__ import annotations

import asyncio
import socket
import time

import pytest

from exercises.room import pace
from exercises.room.bucket import WORK, Bucket
from exercises.room.pace import KNOWN, LONGEST, Buckets, has_room, held_up, paid

PAGE = "/bridge/one"


@pytest.fixture
def payments(monkeypatch):
    """Which buckets paid how much, one after the other; nobody waits."""
    found, wait = [], Bucket.wait
    monkeypatch.setattr(Bucket, "wait", lambda bucket, count=1: found.append((bucket, count)) or wait(bucket, 0) * 0)
    return found


def payer(payments, who, method="GET", path="/here"):
    """Let somebody ask for something, and give who paid for it: a connection costs one, and each request a bit more."""
    time.sleep(0.1)  # what came before is paid for when it is sent
    payments.clear()
    who.ask(method, path, "" if method == "POST" else None)
    return next(bucket for bucket, count in payments if count > 1)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("GET", PAGE), ("GET", "/here"), ("GET", "/nothing"), ("POST", "/leave"), ("BREW", "/")],
)
def test_whatever_is_asked_for_is_paid_for_by_the_student_who_asks_or_by_the_address(room, payments, method, path):
    guests = [room.guest().comes_in(), room.guest().comes_in(), room.guest()]
    assert len({payer(payments, who, method, path) for who in guests}) == 3


def test_who_comes_in_again_and_again_pays_from_whichever_browser(room, guest, payments):
    own = payer(payments, guest.comes_in())
    payments.clear()
    again = room.guest()
    again.card = guest.card
    again.comes_in()
    assert sum(count for bucket, count in payments if bucket is own) >= pace.SHOWN


def test_a_device_that_was_signed_out_pays_no_more_for_its_student_who_pays_as_before(room, guest, teacher, payments):
    own, address, stolen = payer(payments, guest.comes_in()), payer(payments, room.guest()), room.guest()
    (mine,) = room.register.devices()[guest.card.code]
    stolen.card = guest.card
    assert payer(payments, stolen.comes_in()) is own
    (device,) = [one.device for one in room.register.devices()[guest.card.code] if one != mine]
    teacher.press("out", device=device)
    assert [payer(payments, who) for who in (stolen, stolen, guest)] == [address, address, own]


def test_a_device_that_has_left_pays_no_more_for_its_student_though_it_keeps_its_cookie(room, guest, payments):
    own = payer(payments, guest.comes_in())
    assert guest.ask("POST", "/leave", "")[0] == 303
    assert payer(payments, guest) is payer(payments, room.guest()) is not own


def test_the_teacher_pays_apart_from_whoever_floods_from_the_same_address(guest, teacher, payments):
    assert payer(payments, guest) is not payer(payments, teacher, path="/teacher/desk")


def test_a_flood_of_requests_that_nobody_waits_for_gets_no_more_than_the_pace_and_another_is_served(room, guest):
    other, asked = room.guest().comes_in(), 900
    guest.comes_in()
    request = f"GET /here HTTP/1.1\r\nHost: {room.host}\r\nCookie: {guest.cookie}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", room.port)) as line:
        line.sendall(request * asked)
        begun = time.monotonic()
        assert other.ask("GET", "/here")[0] == 200
        answered = 0
        line.settimeout(0.2)
        while (passed := time.monotonic() - begun) < 4:
            try:
                answered += line.recv(1 << 20).count(b"HTTP/1.1 200")
            except TimeoutError:
                continue
    assert 0 < answered <= 160 + 30 * passed


def test_who_has_gone_before_their_turn_keeps_nobody_waiting(room, monkeypatch):
    asked = []

    def wait(_bucket, count=1):
        asked.append(count)
        return LONGEST / 2 if count > 2 else 0

    monkeypatch.setattr(Bucket, "wait", wait)
    with socket.create_connection(("127.0.0.1", room.port)) as line:
        line.sendall(f"GET / HTTP/1.1\r\nHost: {room.host}\r\nLong: {'x' * 5000}\r\n\r\n".encode())
        while not (counts := [count for count in asked if count > 2]):
            time.sleep(0.01)
    end = time.monotonic() + LONGEST / 4
    while -counts[0] not in asked and time.monotonic() < end:
        time.sleep(0.01)
    assert -counts[0] in asked


def test_far_too_much_is_turned_away_in_words_after_a_while_and_not_counted(room, monkeypatch):
    monkeypatch.setattr(pace, "LONGEST", 0)
    monkeypatch.setattr(Bucket, "wait", lambda bucket, count=1: float(count > 1))
    status, _, text = room.guest().ask("GET", "/")
    assert (status, "Too many try this at once." in text) == (429, True)


def test_a_bucket_owes_no_more_than_its_longest_wait():
    bucket = Bucket(burst=10, rate=1, clock=lambda: 0.0)
    waits = [held_up(bucket, 1) for _ in range(100)]
    assert (waits[9], waits[10], waits[-1]) == ((0, False), (1, False), (LONGEST, True))
    assert bucket.wait(0) == LONGEST


def test_of_more_connections_than_there_is_room_for_none_is_counted():
    now = 0.0
    bucket = Bucket(burst=3, rate=1, clock=lambda: now)
    assert [has_room(bucket) for _ in range(9)] == [True] * 3 + [False] * 6
    now = 1.0
    assert [has_room(bucket), has_room(bucket)] == [True, False]


def test_connections_above_the_pace_of_an_address_are_closed_unheard(room, monkeypatch):
    monkeypatch.setattr("exercises.room.front.has_room", lambda _bucket: False)
    with pytest.raises((ConnectionError, OSError)):
        room.guest().ask("GET", "/")


def test_of_too_many_names_those_asked_for_first_are_forgotten():
    buckets = Buckets(burst=1, rate=1)
    first, others = buckets["first"], [buckets[str(number)] for number in range(KNOWN)]
    assert (len(buckets), buckets["first"] is first, buckets[str(KNOWN - 1)] is others[-1]) == (KNOWN, False, True)


def test_the_work_of_each_step_is_paid_for_and_what_is_waited_for_is_not(monkeypatch):
    worked, bucket = [0.0], Bucket(burst=1000, rate=0.001, clock=lambda: 0.0)
    monkeypatch.setattr(pace, "thread_time", lambda: worked[0])

    async def act():
        worked[0] += 0.5
        await asyncio.sleep(0)
        worked[0] += 0.25
        return "done"

    async def beside():
        worked[0] += 100

    async def both():
        return await asyncio.gather(asyncio.create_task(_paid()), asyncio.create_task(beside()))

    async def _paid():
        return await paid(act(), bucket)

    assert asyncio.run(both())[0] == "done"
    assert bucket._left == pytest.approx(1000 - 0.75 * WORK)


def test_an_act_that_fails_or_is_cancelled_knows_it():
    seen, bucket = [], Bucket()

    async def act():
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise

    async def cancelled():
        task = asyncio.create_task(_paid())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def _paid():
        return await paid(act(), bucket)

    asyncio.run(cancelled())
    assert seen == ["cancelled"]
