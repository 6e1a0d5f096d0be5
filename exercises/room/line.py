"""The line to one page: a websocket that takes its messages one after the other, at the pace of a student."""

from __future__ import annotations

import asyncio
import gzip
import json
from contextlib import suppress
from typing import Any

import tornado.web
import tornado.websocket
from tornado.iostream import IOStream

from exercises.room.bucket import price
from exercises.room.conversation import Answer, Conversation, Heard, is_readable, read, too_long
from exercises.room.guard import Guarded, Refused
from exercises.room.library import address
from exercises.room.packing import pack
from exercises.room.presence import Seat

LARGEST = 6_000_000
"""Bytes of one frame: a work file that is opened; `WorkFiles` itself says what is too large for one."""
OPENING = 10
"""Messages that cost as much as the opening of a line."""


class Line(Guarded, tornado.websocket.WebSocketHandler):
    """The websocket of one page; whose it is, its cookie says and nothing else."""

    def check_origin(self, origin: str) -> bool:  # noqa: ARG002 (looked at before, as for every request)
        """Say yes: no request of a foreign page comes as far as this."""
        return True

    def get_compression_options(self) -> dict[str, Any] | None:
        """Compress nothing: that would cost memory for every page that is open."""
        return None

    async def get(self, *args: str, **kwargs: str) -> None:
        """Open the line, if this device is in and there is such a notebook."""
        if self.request.headers.get("Upgrade", "").lower() != "websocket":
            raise tornado.web.HTTPError(404)
        code, document = self.code(), self.room.library.document(*args)
        if code is None or document is None:
            raise Refused(403, "no_card") if code is None else tornado.web.HTTPError(404)
        page = address(document.lesson.id, document.entry.name)
        device = self.device or ""
        if not self.room.steering.is_open(page) and not self.has_opened(page):
            raise Refused(403, "closed")
        self._seat = Seat(code, device, page, self._say, self._shut)
        self._visit = self.room.library.visit(document, code)
        self._faces = self.room.library.faces(document)
        self._over, self._bucket = self.stream, self.room.buckets[code]
        await super().get(*args, **kwargs)

    def detach(self) -> IOStream:
        """Take over the connection: each frame, be it a sign of life, is paid for before it is read."""
        stream = super().detach()
        read = stream.read_bytes

        async def paced(count: int, *, partial: bool = False) -> bytes:
            if wait := self._bucket.wait(price(count)):
                await asyncio.sleep(wait)
            return await read(count, partial)

        stream.read_bytes = paced  # type: ignore[method-assign,assignment]
        return stream

    async def open(self, *_args: str, **_kwargs: str) -> None:
        """Bring all faces."""
        self._loop, self._files = asyncio.get_running_loop(), set[asyncio.Task[None]]()
        await asyncio.sleep(self._bucket.wait(OPENING))
        told = await self.room.writer.look(self._bucket.paid(self._begun))
        packed = bool(self.get_query_argument("packed", ""))
        if not self.ws_connection:
            return
        self.room.presence.enter(self._seat)
        if self._over:
            self.room.crowd.stays(self._over)
        if self.code() != self._seat.code:
            # Signed out while this was fetched: whoever told the pages of this device did not see it yet.
            self._say({"room": {"out": "gone"}})
            self._shut()
            return
        self._write(told if packed else gzip.decompress(told), binary=packed)
        self._say({"room": self.room.steering.told(self._seat.page)})

    def _begun(self) -> bytes:
        """Begin the conversation, and give what is said first; packed, for the words of all faces come with it."""
        self._conversation = Conversation(self._visit, self._faces, self.room.assets.address, self._later)
        return pack(self._conversation.told())

    def on_close(self) -> None:
        """Note that this page is open no more."""
        if hasattr(self, "_seat"):
            self.room.presence.leave(self._seat)

    def _shut(self) -> None:
        """End the line, deaf to what still comes."""
        self.on_message = self._unheard  # type: ignore[method-assign]
        self.close()

    async def _unheard(self, text: str | bytes) -> None:
        """Leave out what comes after the end."""

    async def on_message(self, text: str | bytes) -> None:
        """Hear one message, and answer when what it changed is kept; the next one is read when this one is done."""
        if isinstance(text, bytes):
            # Beside the line: what is typed meanwhile does not wait for a file.
            self._files.add(task := asyncio.create_task(self._open_file(text)))
            task.add_done_callback(self._files.discard)
        elif not is_readable(text):
            with self.speaking():
                refusal = too_long(text)
            if refusal:
                self._say(refusal)
        elif heard := read(text):
            self._release(await self._answer(heard))

    async def _answer(self, heard: Heard) -> Answer:
        here, writer = self._conversation, self.room.writer
        if heard.kind == "change":
            return await writer.write(self._bucket.paid(lambda: here.hear(heard)))
        if heard.kind == "look":
            return await writer.look(self._bucket.paid(lambda: here.hear(heard)))
        pong = here.pong(heard)
        if not here.has_news:
            return pong
        self._release(pong)
        return await writer.look(self._bucket.paid(here.look))

    async def _open_file(self, data: bytes) -> None:
        """Open a work file, which comes as it is; what came of it is said, and all is drawn anew."""
        here, said, trouble = self._conversation, "", None
        with self.speaking():
            try:
                known = here.titles, here.strange
                said = await self.room.files.open(data, self._seat.code, *known, self._bucket)
            except Exception as error:
                trouble = error

        def outcome() -> str:
            if trouble is not None:
                raise trouble
            return said

        try:
            self._release(await self.room.writer.look(self._bucket.paid(lambda: here.opened(outcome))))
        except Exception:
            self.close()  # the page comes back, and draws what stands
            raise

    def _release(self, answer: Answer) -> None:
        for told in answer.release():
            self._say(told)

    def _later(self, content: dict[str, Any]) -> None:
        """Say something from whatever thread."""
        self._loop.call_soon_threadsafe(self._say, content)

    def _say(self, content: dict[str, Any]) -> None:
        self._write(json.dumps(content))

    def _write(self, told: str | bytes, *, binary: bool = False) -> None:
        """Send something; a page that has gone meanwhile asks for all of it when it comes back."""
        with suppress(tornado.websocket.WebSocketClosedError):
            self.write_message(told, binary=binary).add_done_callback(lambda sent: sent.cancelled() or sent.exception())
