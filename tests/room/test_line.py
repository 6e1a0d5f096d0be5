"""The line to a page is that of a device that is in: whoever is signed out while it opens gets nothing of it."""

from __future__ import annotations

import asyncio
import json

from exercises.room.bucket import Bucket
from exercises.room.line import OPENING, Line

PAGE = "/bridge/one"


def test_a_device_that_is_signed_out_while_its_line_opens_is_told_so_and_gets_no_answer(room, guest, monkeypatch):
    guest.comes_in()
    begun = Line._begun

    def begun_too_late(line):
        room.register.leave([line._seat.device])
        return begun(line)

    monkeypatch.setattr(Line, "_begun", begun_too_late)

    assert asyncio.run(_two(guest)) == [{"room": {"out": "gone"}}, None]


async def _two(guest):
    line = await guest.connect(PAGE)
    return [json.loads(await line.read_message() or "null") for _ in range(2)]


def test_all_lines_of_a_student_keep_one_pace_and_another_student_has_another(room, guest, monkeypatch):
    other, ping, asked = room.guest().comes_in(), {"face": 0, "content": {"kind": "sureness"}}, []
    guest.comes_in()

    def wait(bucket, count=1):
        asked.append((bucket, count))
        return 0

    monkeypatch.setattr(Bucket, "wait", wait)
    for who in (guest, guest, other):
        who.talk(PAGE, ping)
    buckets, counts = zip(*asked, strict=True)
    first, second, third = buckets[::2]
    assert (first is second, first is third, counts) == (True, False, (OPENING, 1) * 3)
