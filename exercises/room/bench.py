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
from exercises.notebook.benched import Draft
from exercises.notebook.mending import Bench, Meanwhile, StillOpenError
from exercises.room.addresses import HERE
from exercises.room.assets import SITE, Assets
from exercises.room.bench_page import page_of
from exercises.room.guard import HEADERS
from exercises.room.templates import fill
from exercises.room.unsaved import Unsaved, name_of
from exercises.words import words

COOKIE = "whosays-bench"
MOST_SENT = 8_000_000  # bytes of a form: the fields of all drafts, four times as long as their files may be
_WORDS = {400: "unreadable", 403: "foreign", 404: "nothing", 405: "nothing", 421: "nothing"}


class AtTheBench(tornado.web.RequestHandler):
    """A request from the page: under our own name, from our own page, by whoever has the key."""

    def initialize(self, bench: Bench, unsaved: Unsaved, assets: Assets, key: str, host: str) -> None:
        """Take what all requests share."""
        self.bench, self.unsaved, self.assets, self.key, self.host = bench, unsaved, assets, key, host

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
        about = {"typed": self.unsaved.of, "name_of": name_of, "opened": self.get_query_argument("open", "")}
        shown = page_of(self.bench, self.get_query_argument("file", ""))
        self.finish(str(fill("mend.html", head=head, told=told.decode() if told else "", **about, **shown)))


class Act(AtTheBench):
    """One button: accept, change, drop, undo, or show another file. What was typed elsewhere on the page is kept."""

    def post(self) -> None:
        """Do it, and go back to where it was pressed."""
        given = {name: self.get_body_argument(name, strip=False) for name in self.request.body_arguments}
        do, _, place = given.get("do", "").partition("|")
        drafts = self.bench.drafts(self.bench.files())
        self.unsaved.note(drafts, given)
        file, near = place.partition("/")[0], given.get("near", "")
        if do == "show":
            file, _, near = place.partition("|")
            said = ""
        elif do == "undo":
            said, file = self._undo(), given.get("shown", "")
        else:
            found = next((one for one in drafts if one.place == place), None)
            near = f"s-{found.sentence or 'elsewhere'}" if found else ""
            said = self._change(do, place, given.get(f"stamp|{file}", ""), found)
        # Where it is read once, on the next page; a cookie has no room for more.
        self.set_signed_cookie("told", said[:1500], expires_days=1, httponly=True, samesite="Strict")
        # What is still a draft stays open.
        self.redirect(f"/?file={quote(file)}&open={quote(place)}#{quote(near or 'top')}", status=303)

    def _change(self, do: str, place: str, stamp: str, found: Draft | None) -> str:
        told, file = words("mending")["told"], place.partition("/")[0]
        if do not in ("accept", "change", "drop"):
            raise tornado.web.HTTPError(400)
        if found is None:
            return str(told["meanwhile"])
        try:
            is_new = self.bench.change(place, stamp, do, self.unsaved.of(found))
        except Meanwhile:
            return str(told["meanwhile"])
        except StillOpenError as left:
            return str(told["still_open"].format(id=found.id, fields=", ".join(left.fields)))
        except NotEditedError:
            return str(told["by_hand"].format(file=file))
        except OSError as error:
            return str(told["not_written"].format(file=file, reason=error.strerror or error))
        self.unsaved.forget(place)
        return str(told[do if is_new else "same"].format(id=found.id))

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
    about = {"bench": Bench(folder), "unsaved": Unsaved(), "assets": Assets(), "key": key, "host": host}
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
