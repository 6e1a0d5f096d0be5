"""The line to one page: brings every face there, its messages here one after the other, and the replies back."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import tornado.websocket

from exercises.exchange.shown import Redraw, Shown
from exercises.room.assets import Assets
from exercises.room.bucket import Bucket
from exercises.room.guard import Guarded
from exercises.room.library import Library

LARGEST = 6_000_000
"""Bytes of one message: a work file that is opened; an answer is far shorter, and the exercise looks at that itself."""


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
        library: Library = self.more["library"]
        code, document = self.code(), library.document(*args)
        if code is None or document is None:
            raise tornado.web.HTTPError(403 if code is None else 404)
        self._visit = library.visit(document, code)
        self._faces = [place.face(self._visit) for place in document.places]
        await super().get(*args, **kwargs)

    def open(self, *_args: str, **_kwargs: str) -> None:
        """Bring all faces."""
        self._loop, self._bucket = asyncio.get_running_loop(), Bucket()
        self._shown = [self._visit.show(face, self._redraw(number)) for number, face in enumerate(self._faces)]
        self._say({"faces": [self._told(number, one) for number, one in enumerate(self._shown)]})

    async def on_message(self, text: str | bytes) -> None:
        """Hand one message to its face; what is none is left out. The next one is read when this one is done."""
        await asyncio.sleep(self._bucket.wait())
        try:
            message = json.loads(text)
            shown = self._shown[message["face"]] if message["face"] >= 0 else None
            content = message["content"]
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            return
        if shown is not None:
            number = message["face"]
            shown.receive(content, lambda reply: self._later({"face": number, "reply": reply}))

    def _told(self, number: int, shown: Shown) -> dict[str, Any]:
        assets: Assets = self.more["assets"]
        drawn = shown.drawn
        traits = {"page": drawn.page, "state": drawn.state, "words": drawn.words}
        return {"face": number, "module": assets.address(shown.face.view.module), "traits": traits}

    def _redraw(self, number: int) -> Redraw:
        def redraw(page: dict[str, Any] | None, state: dict[str, Any] | None) -> None:
            traits = {name: value for name, value in (("page", page), ("state", state)) if value is not None}
            self._later({"face": number, "traits": traits})

        return redraw

    def _later(self, content: dict[str, Any]) -> None:
        """Say something from whatever thread."""
        self._loop.call_soon_threadsafe(self._say, content)

    def _say(self, content: dict[str, Any]) -> None:
        if self.ws_connection:
            self.write_message(json.dumps(content))
