"""Students without a browser: each has a line to the room, and sends again until it is acknowledged, as a page does."""

from __future__ import annotations

import asyncio
import json
import random
from contextlib import suppress
from urllib.parse import urlencode

import tornado.httpclient
import tornado.websocket

tornado.httpclient.AsyncHTTPClient.configure(None, max_clients=1000)
PATIENCE = 120  # seconds for one request


class Pupil:
    """A student with a card.

    Parameters
    ----------
    host : str
        Address and port of the room.
    card : tuple of str
        Code and PIN.
    """

    def __init__(self, host, card):
        self.host, (self.code, self.pin) = host, card
        self.tab, self.seq, self.path = f"tab-{self.code}", 0, ""
        self.bases, self.faces, self.numbers, self.bar, self.line = {}, {}, {}, {}, None
        self.waits = False
        self.headers = {"Host": host, "Origin": f"http://{host}"}

    async def comes_in(self):
        """Come in by card."""
        while "Cookie" not in self.headers:
            typed = urlencode({"code": self.code, "pin": self.pin})
            with suppress(OSError, tornado.httpclient.HTTPClientError):
                reply = await self._ask("/", method="POST", body=typed, follow_redirects=False, raise_error=False)
                if reply.code == 303:
                    self.headers["Cookie"] = reply.headers["Set-Cookie"].split(";")[0]
                    return self
            await _pause()
        return self

    async def opens(self, path):
        """Load a page, again where that fails, and open its line; all exercises are there when this is done."""
        self.path = path
        while True:
            with suppress(OSError, tornado.httpclient.HTTPClientError):
                await self._ask(path)
                await self._connected()
                return self
            await _pause()

    async def says(self, name, kind, answer=None, confidence=None):
        """Send a message of an exercise until it is acknowledged, and give the reply."""
        self.seq += 1
        content = {"kind": kind, "tab": self.tab, "seq": self.seq, "code": self.code, "base": self.bases[name]}
        content |= {"answer": answer, "confidence": confidence}
        self.waits = True
        while True:
            reply = await self._asked({"face": self.numbers[name], "content": content})
            if reply is not None and reply["kind"] != "trouble":
                self.bases[name], self.waits = reply.get("version", self.bases[name]), False
                return reply
            await _pause()

    def pings(self):
        """Ask for each exercise whether the room is there, as a page does every five seconds while all is saved."""
        if self.line is None or self.waits:
            return
        for face in self.numbers.values():
            content = {"kind": "ping", "tab": self.tab, "seq": 10**6, "code": self.code}
            with suppress(tornado.websocket.WebSocketClosedError):
                self.line.write_message(json.dumps({"face": face, "content": content}))

    async def hears(self):
        """Give what the room says next; None where the line is cut."""
        text = await self.line.read_message()
        return None if text is None else json.loads(text)

    def cut(self):
        """Cut the line, as a weak Wi-Fi does: nobody says good-bye."""
        if self.line is not None and self.line.protocol is not None:
            self.line.protocol.stream.close()

    async def leaves(self):
        """Close the page."""
        if self.line is not None:
            self.line.close()

    async def _asked(self, message):
        """Send a message and wait for its reply; None where the line was cut before it came."""
        await self._connected()
        with suppress(tornado.websocket.WebSocketClosedError):
            await self.line.write_message(json.dumps(message))
            while (told := await self.hears()) is not None:
                if told.get("reply", {}).get("seq") == message["content"]["seq"]:
                    return told["reply"]
        self.line = None
        return None

    async def _connected(self):
        while self.line is None:
            with suppress(OSError, tornado.httpclient.HTTPClientError, tornado.websocket.WebSocketError):
                address = f"ws://{self.host}/line{self.path}"
                asked = tornado.httpclient.HTTPRequest(address, headers=self.headers, request_timeout=PATIENCE)
                line = await tornado.websocket.websocket_connect(asked)
                if (text := await line.read_message()) is not None:
                    self._begin(json.loads(text)["faces"])
                    self.line = line
                    return
            await _pause()

    def _begin(self, faces):
        """Take what the room shows: what this page holds already it keeps, as its message may still be on the way."""
        self.bar = faces[0]["traits"]
        for one in faces:
            page, state = one["traits"]["page"], one["traits"]["state"]
            if "id" in page:
                self.numbers[page["id"]], self.faces[page["id"]] = one["face"], one["traits"]
                self.bases.setdefault(page["id"], state["version"])

    async def _ask(self, path, **more):
        asked = tornado.httpclient.HTTPRequest(
            f"http://{self.host}{path}",
            headers=self.headers,
            request_timeout=PATIENCE,
            **{name: value for name, value in more.items() if name != "raise_error"},
        )
        return await tornado.httpclient.AsyncHTTPClient().fetch(asked, raise_error=more.get("raise_error", True))


async def _pause():
    """Wait a while before a line is tried again, each for another time, as pages do."""
    await asyncio.sleep(random.uniform(0.05, 0.5))
