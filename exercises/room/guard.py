"""What every request has to pass: a host and an origin that are ours, and the signed cookie of a device."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import urlsplit

import tornado.web

from exercises.answers.store import StoreTrouble
from exercises.room.opened import Opened

COOKIE = "whosays"
DAYS = 200  # a school year, holidays included

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # With none, browsers leave the origin of a form out.
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guarded(tornado.web.RequestHandler):
    """A request to the room: refused under a foreign name of this computer, or from a page of somebody else."""

    def initialize(self, room: Opened) -> None:
        """Take what all requests share."""
        self.room = room

    def set_default_headers(self) -> None:
        """Say what a browser may do with the answer."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what comes under a name, or from a page, that is not ours."""
        # The two are compared with what we know, not with each other: a page of somebody else whose name was bent to
        # this computer would pass that.
        if self.request.host not in self.room.hosts:
            raise tornado.web.HTTPError(421)
        origin = self.request.headers.get("Origin")
        asked = self.request.method not in ("GET", "HEAD") or self.request.headers.get("Upgrade")
        if asked and (origin is None or urlsplit(origin).netloc not in self.room.hosts):
            raise tornado.web.HTTPError(403)

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

    def code(self) -> str | None:
        """Give the code under which the device is in; None if it is not."""
        device = self.device
        return self.room.register.code_of(device) if device else None

    def let_in(self, device: str) -> None:
        """Give the device its cookie, which no script can read."""
        secure = self.request.protocol == "https"
        self.set_signed_cookie(COOKIE, device, expires_days=DAYS, httponly=True, samesite="Strict", secure=secure)

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say no more than that: what went wrong inside is nobody's business outside; but of the disk in words."""
        _, error, _ = more.get("exc_info", (None, None, None))
        is_trouble = isinstance(error, StoreTrouble)
        self.set_status(503 if is_trouble else status_code)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{error if is_trouble else status_code}\n")
