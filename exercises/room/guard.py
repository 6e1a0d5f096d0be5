"""What every request has to pass: a host and an origin that are ours, and the signed cookie of a device."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from typing import Any

import tornado.web
from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPServerRequest
from tornado.iostream import IOStream

from exercises.answers.store import StoreTrouble
from exercises.room.bucket import BYTES, Bucket
from exercises.room.library import address
from exercises.room.opened import Opened
from exercises.room.pace import cost, held_up, paid
from exercises.room.templates import fill
from exercises.words import words

COOKIE = "whosays"
ASKING = "whosays-asks"
OPENED = "whosays-page"  # stands on the line of one notebook: its page was opened while that was allowed
DAYS = 200  # a school year, holidays included

NO_SNIFFING = "X-Content-Type-Options"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    NO_SNIFFING: "nosniff",
    "Referrer-Policy": "same-origin",  # With none, browsers leave the origin of a form out.
    "Cross-Origin-Resource-Policy": "same-origin",
}
_WORDS = {400: "unreadable", 403: "foreign", 404: "nothing", 405: "method", 421: "host"}


def _opening(device: str, page: str) -> bytes:
    return f"{device} {page}".encode()


def see_where_from(request: HTTPServerRequest, hosts: Collection[str], origins: Collection[str]) -> None:
    """Refuse what comes under a name, or from a page, that is not ours: tornado.web.HTTPError 421 or 403."""
    # The two are compared with what we know, not with each other: a page of somebody else whose name was bent to
    # this computer would pass that.
    if request.host not in hosts:
        raise tornado.web.HTTPError(421)
    asked = request.method not in ("GET", "HEAD") or request.headers.get("Upgrade")
    if asked and request.headers.get("Origin") not in origins:
        raise tornado.web.HTTPError(403)


class Refused(tornado.web.HTTPError):
    """A request that is refused, in the sentence of that name."""

    def __init__(self, status: int, word: str) -> None:
        super().__init__(status)
        self.word = word


class Guarded(tornado.web.RequestHandler):
    """A request to the room: refused under a foreign name of this computer, or from a page of somebody else."""

    def initialize(self, room: Opened) -> None:
        """Take what all requests share."""
        self.room, self._left = room, asyncio.Event()

    async def _execute(self, transforms: list[tornado.web.OutputTransform], *args: bytes, **kwargs: bytes) -> None:
        """Let a request wait for its turn, whatever comes of it then, and have all of it paid for."""
        wait, self._is_too_much = held_up(self.bucket, count := cost(self.request))
        # Also where nothing is to wait for, others have their turn between two requests of one connection.
        await asyncio.sleep(0)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._left.wait(), wait)
        if not self._left.is_set():
            await paid(super()._execute(transforms, *args, **kwargs), self.bucket)
        elif not self._is_too_much:
            self.bucket.wait(-count)  # who has gone meanwhile keeps nobody waiting

    def on_connection_close(self) -> None:
        """Note that whoever asked has gone."""
        self._left.set()
        super().on_connection_close()

    def on_finish(self) -> None:
        """Have paid for the length of the answer as well."""
        self.bucket.wait(int(self._headers.get("Content-Length", 0)) / BYTES)

    @cached_property
    def bucket(self) -> Bucket:
        """The pace of whoever asks: of a student only where the device is in, else of the address."""
        with suppress(Exception):  # Whatever is wrong is answered later; before there is a pace, nothing would be.
            if (device := self.device) and (code := self.room.code_that_pays(device)) is not None:
                return self.room.buckets[code]
        return self.room.strangers[f"at {self.request.remote_ip}"]

    def set_default_headers(self) -> None:
        """Say what a browser may do with the answer."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.clear_header("Server")

    def compute_etag(self) -> None:
        """Name no version: a file is kept for good under the address of its edition, and nothing else is kept."""

    def prepare(self) -> None:
        """Refuse what is too much, or comes under a name, or from a page, that is not ours."""
        if (device := self.device) and (stream := self.stream):
            self.room.crowd.shows(stream, device)
        if self._is_too_much:
            raise Refused(429, "many")
        see_where_from(self.request, self.room.hosts, self._origins)

    @property
    def stream(self) -> IOStream | None:
        """The connection over which this came."""
        over = self.request.connection
        return over.stream if isinstance(over, HTTP1Connection) else None

    @property
    def _origins(self) -> set[str]:
        """The origins of our pages, letter for letter: whatever else a header holds is not taken apart."""
        # Where a program in front of the room encrypts, browsers ask by https and the room is asked by http.
        schemes = self.request.protocol, "https"
        return {f"{scheme}://{host}" for scheme in schemes for host in self.room.hosts}

    @property
    def device(self) -> str | None:
        """Name of the device that asks; None without a cookie of ours."""
        found = self.get_signed_cookie(COOKIE, max_age_days=DAYS)
        return found.decode("ascii", "replace") if found else None

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Note a fault of ours; of the disk the teacher is told on the page, and no traceback helps."""
        if not isinstance(error, StoreTrouble):
            super().log_exception(kind, error, trace)

    def speaking(self) -> AbstractContextManager[None]:
        """Speak the language of the lessons, in the words of a room."""
        return self.room.library.speaking()

    def has_opened(self, page: str) -> bool:
        """Say whether the page at an address was opened on this device while that was allowed."""
        # Both stand in the cookie: on which line it is shown is a matter of the browser, which need not be one.
        found = self.get_signed_cookie(OPENED, max_age_days=DAYS)
        return found is not None and self.device is not None and found == _opening(self.device, page)

    def note_opened(self, device: str, page: str) -> None:
        """Note that the page at an address was opened on a device: its line may come again after it was closed.

        As long as the device is in: a laptop that slept for days still has what was typed last.
        """
        self.remember(OPENED, _opening(device, page), path=f"/line{page}")

    def code(self) -> str | None:
        """Give the code under which the device is in; None if it is not."""
        device = self.device
        return self.room.register.code_of(device) if device else None

    def news(self) -> dict[str, Any]:
        """Give what a page without a line looks at again and again: who is in, what is open, whether all look up."""
        room, asking = self.room, self.asking
        pages = (
            address(name, one.name)
            for name, shelf in room.library.shelves.items()
            for one in shelf.lesson.info.notebooks
        )
        code = self.code()
        listed = [page for page in pages if room.steering.is_open(page)] if code is not None else []
        told = {"code": code, "open": listed, "paused": room.steering.paused}
        return told | {"asks": room.asks.state(asking) if asking else ""}

    async def let_in(self, device: str) -> None:
        """Let the device in under its new name, and lead it to the notebooks; under the one before it is out."""
        if (before := self.device) is not None:
            await self.room.sign_out([before], "left")
        if more := self.room.too_many_with(device):
            await self.room.sign_out(more, "more")
        if self.asking is not None:
            self.clear_cookie(ASKING)
        self.remember(COOKIE, device)
        self.redirect("/", status=303)

    def let_wait(self, device: str) -> None:
        """Let the device wait for the teacher's nod."""
        self.remember(ASKING, device)
        self.redirect("/waiting", status=303)

    @property
    def asking(self) -> str | None:
        """Name under which the device has asked to come in; None if it has not."""
        found = self.get_signed_cookie(ASKING, max_age_days=1)
        return found.decode("ascii", "replace") if found else None

    def remember(self, cookie: str, value: str | bytes, days: int = DAYS, path: str = "/") -> None:
        """Give the browser a signed cookie, which no script can read and no page of somebody else sends."""
        secure = self.request.protocol == "https"
        about: dict[str, Any] = {"httponly": True, "samesite": "Strict", "secure": secure, "path": path}
        self.set_signed_cookie(cookie, value, expires_days=days, **about)

    @property
    def here(self) -> str:
        """Where a try comes from: from the browser of a student who is in or was, or else from an address."""
        # By code and not by device: who comes in again and again is still the same.
        code = self.room.code_ever_of(device) if (device := self.device) else None
        return f"in {code}" if code is not None else f"at {self.request.remote_ip}"

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say it in a sentence, and no more than that: what went wrong inside is nobody's business outside."""
        _, error, _ = more.get("exc_info", (None, None, None))
        is_trouble = isinstance(error, StoreTrouble)
        self.set_status(503 if is_trouble else status_code)
        word = getattr(error, "word", _WORDS.get(status_code, "broken"))
        with self.speaking():
            said = str(error) if is_trouble else words("room")["refused"][word]
            self.finish(str(fill("refused.html", head=self.room.assets.head(), said=said)))
