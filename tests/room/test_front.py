"""Idle connections do not close the door, and the system's limit is no traceback in the teacher's window."""

from __future__ import annotations

import asyncio
import errno
import socket
from contextlib import ExitStack

import pytest

from exercises.room import front
from exercises.room.crowd import MOST_AT_ADDRESS, Crowd

PAGE = "/bridge/one"


def test_while_one_without_a_card_holds_idle_connections_others_come_in_and_work_on(room, guest, caplog):
    with ExitStack() as idle:
        place = "127.0.0.1", room.port
        first, *_ = [idle.enter_context(socket.create_connection(place, 30)) for _ in range(MOST_AT_ADDRESS + 20)]
        guest.comes_in()
        assert guest.talk(PAGE, {"face": 0, "content": {"kind": "sureness"}})[-1]["reply"]["kind"] == "sureness"
        assert first.recv(1) == b""
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


def test_where_the_system_opens_no_more_a_connection_gives_way_and_no_traceback_is_shown(caplog):
    crowd = Crowd()

    async def meet(error):
        loop = asyncio.get_running_loop()
        front._caught(crowd, loop, {"message": "Exception in callback", "exception": error})

    asyncio.run(meet(OSError(errno.EMFILE, "Too many open files")))
    assert (crowd.was_full, caplog.records) == (True, [])
    asyncio.run(meet(OSError(errno.EIO, "Input/output error")))
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize("said", ["Content-Length: 5900000", "Transfer-Encoding: chunked"])
def test_of_a_large_body_of_a_stranger_hardly_anything_is_taken_in(room, said):
    """Nothing but the line of a page takes much; the room closes before the end, and so it keeps none of it."""
    head = f"POST / HTTP/1.1\r\nHost: {room.host}\r\nOrigin: http://{room.host}\r\n{said}\r\n\r\n"
    begun = b"8000\r\n" + b"x" * 0x8000 + b"\r\n" if "chunked" in said else b"x" * front.MOST_SAID
    with socket.create_connection(("127.0.0.1", room.port), 30) as line:
        line.sendall(head.encode() + begun)
        assert line.recv(100).startswith(b"HTTP/1.1 400")
