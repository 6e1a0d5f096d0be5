"""The line to a page is that of a device that is in: whoever is signed out while it opens gets nothing of it."""

from __future__ import annotations

import asyncio
import json

import pytest

from exercises.room import line
from exercises.room.bucket import BYTES, Bucket
from exercises.room.line import OPENING, Line

PAGE = "/bridge/one"


def test_a_device_that_is_signed_out_while_its_line_opens_is_told_so_and_gets_no_answer(room, guest, monkeypatch):
    guest.comes_in()
    begun = Line._begun

    def begun_too_late(one):
        room.register.leave([one._seat.device])
        return begun(one)

    monkeypatch.setattr(Line, "_begun", begun_too_late)

    assert asyncio.run(_two(guest)) == [{"room": {"out": "gone"}}, None]


async def _two(guest):
    there = await guest.connect(PAGE)
    return [json.loads(await there.read_message() or "null") for _ in range(2)]


def test_all_lines_of_a_student_keep_one_pace_and_another_student_has_another(room, guest, monkeypatch):
    other, ping, asked = room.guest().comes_in(), {"face": 0, "content": {"kind": "sureness"}}, []
    guest.comes_in()

    def wait(bucket, count=1):
        asked.append((bucket, count))
        return 0

    monkeypatch.setattr(Bucket, "wait", wait)
    for who in (guest, guest, other):
        who.talk(PAGE, ping)
    first, second, third = [bucket for bucket, count in asked if count == OPENING]
    assert (first is second, first is third) == (True, False)
    assert [sum(count == 1 for bucket, count in asked if bucket is one) >= 1 for one in (first, third)] == [True, True]


@pytest.mark.parametrize(
    ("name", "frames"),
    {
        "signs of life": [(True, 0x9, b"x" * 100)] * 20,
        "answers to signs that nobody sent": [(True, 0xA, b"")] * 20,
        "a message that never ends": [(False, 0x1, b""), *[(False, 0x0, b"")] * 19],
    }.items(),
)
def test_frames_that_are_no_messages_are_paid_for_like_messages(guest, monkeypatch, name, frames):
    paid = frames_paid(monkeypatch)
    guest.comes_in()
    asyncio.run(_sends(guest, frames))
    assert paid.count(1) >= 20, name


def test_a_message_is_paid_for_by_its_length_before_anything_of_it_is_read(guest, monkeypatch):
    heard, paid = [], frames_paid(monkeypatch)
    monkeypatch.setattr(line, "read", lambda text: heard.append((len(text), max(paid))))
    guest.comes_in()
    asyncio.run(_sends(guest, [(True, 0x1, b" " * 200_000)]))
    assert heard == [(200_000, 200_000 / BYTES)]


@pytest.mark.parametrize("answer", [{"text": "x" * 300_000}, [[]] * 10_000, [0] * 10_000, [{}] * 10_000])
def test_a_message_that_is_too_long_is_refused_by_name_and_not_read(room, guest, monkeypatch, answer):
    heard = []
    monkeypatch.setattr(line, "read", heard.append)
    content = {"kind": "draft", "tab": "tab-of-guest", "seq": 7, "code": guest.card.code, "answer": answer}
    reply = guest.comes_in().talk(PAGE, {"face": 3, "content": content})[-1]
    about = {"face": reply["face"], "seq": reply["reply"]["seq"], "tab": reply["reply"]["tab"]}
    assert about == {"face": 3, "seq": 7, "tab": "tab-of-guest"}
    assert (reply["reply"]["kind"], "too long to be saved" in reply["reply"]["words"], heard) == ("refused", True, [])


def frames_paid(monkeypatch):
    """Let nobody wait, and give what is paid for, one after the other."""
    paid, wait = [], Bucket.wait
    monkeypatch.setattr(Bucket, "wait", lambda bucket, count=1: paid.append(count) or wait(bucket, 0) * 0)
    return paid


async def _sends(guest, frames):
    """Send frames as they are, and then close the line as a browser does, which waits for all of them to be read."""
    there = await guest.connect(PAGE)
    await there.read_message()
    for frame in frames:
        await there.protocol._write_frame(*frame)
    there.close()
    while await there.read_message() is not None:
        pass
