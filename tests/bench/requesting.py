"""Floods of a guest who opens no line: plain requests over many connections, as fast as they are taken."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import suppress
from urllib.parse import urlencode

PAGE = "/kupyansk/08_check_desk"
AT_ONCE = 16  # requests that are sent before the first is answered
ON_DEVICE, AT_ADDRESS = 24, 200


def asking(path, connections, *, known=True, at_once=AT_ONCE, method="GET", more="", body=""):
    """Give a flood that asks for one thing over some connections that stay open, ``known`` with a student's cookie."""

    async def flood(pupil):
        request = _request(pupil, path, method, more, body, known=known)
        await asyncio.gather(*(_stay(pupil.host, request * at_once) for _ in range(connections)))

    return flood


def coming(path, connections, *, known=True):
    """Give a flood in which each request comes over a connection of its own."""

    async def flood(pupil):
        request = _request(pupil, path, "GET", "Connection: close\r\n", "", known=known)
        await asyncio.gather(*(_come(pupil.host, request) for _ in range(connections)))

    return flood


async def cards(pupil):
    """Come in by the own card, each time in a new browser."""
    body = urlencode({"code": pupil.code, "pin": pupil.pin})
    form = "Content-Type: application/x-www-form-urlencoded\r\n"
    await asking("/", ON_DEVICE, known=False, at_once=1, method="POST", more=form, body=body)(pupil)


def _request(pupil, path, method, more, body, *, known):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {pupil.host}", "Accept-Encoding: gzip"]
    lines += [f"Cookie: {pupil.headers['Cookie']}"] if known else []
    lines += [f"Origin: http://{pupil.host}", f"Content-Length: {len(body)}"] if method != "GET" else []
    return ("\r\n".join(lines) + f"\r\n{more}\r\n{body}").encode()


async def _stay(host, requests):
    name, port = host.split(":")
    for _ in itertools.count():
        with suppress(OSError):
            reader, writer = await asyncio.open_connection(name, int(port))
            with suppress(OSError):
                while True:
                    writer.write(requests)
                    await writer.drain()
                    if not await reader.read(1 << 18):
                        break
            writer.close()
        await asyncio.sleep(0)


async def _come(host, request):
    name, port = host.split(":")
    for _ in itertools.count():
        with suppress(OSError):
            _, writer = await asyncio.open_connection(name, int(port))
            writer.write(request)
            await writer.drain()
            writer.close()
        await asyncio.sleep(0)


REQUESTS = {
    "pages": asking(PAGE, ON_DEVICE),
    "looks": asking("/here", ON_DEVICE),
    "the door": asking("/", AT_ADDRESS, known=False),
    "cards": cards,
    "no such page": asking("/nothing/at/all", AT_ADDRESS, known=False),
    "no such method": asking("/", AT_ADDRESS, known=False, method="BREW"),
    "headers": asking("/", AT_ADDRESS, known=False, at_once=1, more="a:b\r\n" * 3000),
    "connections": coming("/", AT_ADDRESS, known=False),
    "known connections": coming(PAGE, ON_DEVICE),
}
