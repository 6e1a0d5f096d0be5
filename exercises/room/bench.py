"""The page of ``whosays edit``: for one person at this computer, behind a key that the command prints."""

from __future__ import annotations

import asyncio
import hmac
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import tornado.httpserver
import tornado.web

from exercises.files.editing import NotEditedError
from exercises.notebook.mending import Bench, Meanwhile, StillOpenError
from exercises.room.addresses import HERE
from exercises.room.assets import SITE, Assets
from exercises.room.bench_page import page_of
from exercises.room.guard import HEADERS
from exercises.room.templates import fill
from exercises.words import words

COOKIE = "whosays-bench"
MOST_SENT = 200_000  # bytes of a form: the fields of one exercise with its cards
_WORDS = {400: "unreadable", 403: "foreign", 404: "nothing", 405: "nothing", 421: "nothing"}


class AtTheBench(tornado.web.RequestHandler):
    """A request from the page: under our own name, from our own page, by whoever has the key."""

    def initialize(self, bench: Bench, assets: Assets, key: str, host: str) -> None:
        """Take what all requests share."""
        self.bench, self.assets, self.key, self.host = bench, assets, key, host

    def set_default_headers(self) -> None:
        """Say what a browser may do with the answer."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what comes under a name or from a page that is not ours, and whoever has no key."""
        if self.request.host != self.host:
            raise tornado.web.HTTPError(421)
        if self.request.method != "GET" and self.request.headers.get("Origin") != f"http://{self.host}":
            raise tornado.web.HTTPError(403)
        self.check_key()

    def check_key(self) -> None:
        """See that this browser has shown the key."""
        found = self.get_signed_cookie(COOKIE, max_age_days=1) or b""
        if not hmac.compare_digest(found, self.key.encode()):
            self.refusal = "no_key"
            raise tornado.web.HTTPError(403)

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say it in a sentence."""
        _, error, _ = more.get("exc_info", (None, None, None))
        word = getattr(self, "refusal", _WORDS.get(status_code, "broken"))
        said = words("mending")[word].format(detail=type(error).__name__)
        self.finish(str(fill("refused.html", head=self.assets.head(), said=said)))


class Page(AtTheBench):
    """The page itself."""

    def check_key(self) -> None:
        """Take the key out of the address, or see that it was shown."""
        typed = self.get_query_argument("key", "")
        if typed and hmac.compare_digest(typed.encode(), self.key.encode()):
            self.set_signed_cookie(COOKIE, self.key, expires_days=1, httponly=True, samesite="Strict")
            self.redirect("/")
        else:
            super().check_key()

    def get(self) -> None:
        """Show it, with what came of the last button."""
        told = self.get_signed_cookie("told", max_age_days=1)
        self.clear_cookie("told")
        head = self.assets.head() + _style(self.assets)
        shown = page_of(self.bench, self.get_query_argument("file", ""))
        self.finish(str(fill("mend.html", head=head, told=told.decode() if told else "", **shown)))


class Act(AtTheBench):
    """One button: accept, change, drop, or undo."""

    def post(self) -> None:
        """Do it, and go back to where it was pressed."""
        do, place = self.get_body_argument("do", ""), self.get_body_argument("place", "")
        file = place.partition("/")[0]
        said = self._undo() if do == "undo" else self._change(do, place, file)
        # Where it is read once, on the next page; a cookie has no room for more.
        self.set_signed_cookie("told", said[:1500], expires_days=1, httponly=True, samesite="Strict")
        self.redirect(f"/?file={quote(file)}#{quote(self.get_body_argument('near', 'top'))}", status=303)

    def _change(self, do: str, place: str, file: str) -> str:
        told, named = words("mending")["told"], self.get_body_argument("id", "")
        if do not in ("accept", "change", "drop"):
            raise tornado.web.HTTPError(400)
        given = {name: self.get_body_argument(name) for name in self.request.body_arguments}
        fields = {name.removeprefix("field."): value for name, value in given.items() if name.startswith("field.")}
        try:
            is_new = self.bench.change(place, given.get("stamp", ""), do, fields)
        except Meanwhile:
            return str(told["meanwhile"])
        except StillOpenError as left:
            return str(told["still_open"].format(id=named, fields=", ".join(left.fields)))
        except NotEditedError:
            return str(told["by_hand"].format(file=file))
        except OSError as error:
            return str(told["not_written"].format(file=file, reason=error.strerror or error))
        return str(told[do if is_new else "same"].format(id=named))

    def _undo(self) -> str:
        told = words("mending")["told"]
        if not self.bench.can_undo:
            raise tornado.web.HTTPError(400)
        try:
            return str(told["undone"].format(file=self.bench.undo()))
        except Meanwhile:
            return str(told["meanwhile"])
        except OSError as error:
            return str(told["not_written"].format(file=self.bench.folder.name, reason=error.strerror or error))


class Style(AtTheBench):
    """A style sheet of the page."""

    def get(self, edition: str, name: str) -> None:
        """Give it."""
        found = self.assets.get(name) if edition == self.assets.edition else None
        if found is None:
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", found.type)
        self.finish(found.plain)


class Nothing(AtTheBench):
    """Whatever else is asked for."""

    def get(self, *_asked: str) -> None:
        """Refuse it."""
        raise tornado.web.HTTPError(404)


def application(folder: Path, key: str, host: str) -> tornado.web.Application:
    """Make the page for a lesson.

    Parameters
    ----------
    folder : Path
        The lesson.
    key : str
        What a browser has to show once.
    host : str
        Name and port under which it answers, such as ``127.0.0.1:8766``; under no other.
    """
    about = {"bench": Bench(folder), "assets": Assets(), "key": key, "host": host}
    routes = [
        (r"/", Page, about),
        (r"/act", Act, about),
        (r"/files/([0-9a-f]{16})/([A-Za-z0-9_./-]+)", Style, about),
        (r".*", Nothing, about),
    ]
    # The key signs the cookies as well: with it goes all that it has let in.
    return tornado.web.Application(routes, cookie_secret=key, log_function=lambda _handler: None)


async def serve(folder: Path, key: str, port: int) -> None:
    """Answer at this computer's own address until the task is ended."""
    server = tornado.httpserver.HTTPServer(application(folder, key, f"{HERE}:{port}"), max_body_size=MOST_SENT)
    server.listen(port, HERE)
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    server.stop()


def _style(assets: Assets) -> Any:
    from markupsafe import Markup

    return Markup('\n<link rel="stylesheet" href="{}">').format(assets.address(SITE / "mend.css"))
