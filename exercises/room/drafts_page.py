"""The page of ``whosays edit``: for one person at this computer, behind a key that the command prints."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import tornado.httpserver
import tornado.web

from exercises.files.editing import NotEditedError, RemarkError
from exercises.files.source import LARGEST
from exercises.lesson.quotation import QuotationError
from exercises.notebook.entry_fields import Entry, reasons_left
from exercises.notebook.mending import Mending
from exercises.notebook.new_entry import KEY, LETTERS, LISTED
from exercises.notebook.not_mended import FaultyError, Meanwhile, OldEndsError, StillOpenError, TooLongError
from exercises.notebook.readings import UnreadableError
from exercises.room.addresses import HERE
from exercises.room.assets import Assets
from exercises.room.drafts_shown import kept_of, near_to, page_of, short
from exercises.room.guard import HEADERS, see_where_from
from exercises.room.templates import fill
from exercises.room.unsaved import MARK, Unsaved, typed_in
from exercises.words import words

COOKIE = "whosays-drafts"
MOST_SENT = 16_000_000  # bytes of a form: the fields of all entries, eight times as long as their files may be
MOST_TOLD = 3000  # letters: whoever has written more knows how it goes on
REFUSED = {Meanwhile: "meanwhile", RemarkError: "remark", TooLongError: "too_long", OldEndsError: "old_ends"}
_WORDS = {400: "unreadable", 403: "foreign", 404: "nothing", 405: "nothing", 421: "nothing"}


class OnThePage(tornado.web.RequestHandler):
    """A request from the page: under our own name, from our own page, by whoever has the key."""

    def initialize(
        self, mending: Mending, unsaved: Unsaved, told: list[str], assets: Assets, key: str, host: str
    ) -> None:
        """Take what all requests share; ``told`` is what no page has shown yet."""
        self.mending, self.unsaved, self.told = mending, unsaved, told
        self.assets, self.key, self.host = assets, key, host

    def set_default_headers(self) -> None:
        """Say what a browser may do with the answer."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Refuse what comes under a name or from a page that is not ours, and whoever has no key."""
        see_where_from(self.request, (self.host,), (f"http://{self.host}",))
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


class Page(OnThePage):
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
        shown = page_of(self.mending, self.get_query_argument("file", ""))
        kept = kept_of(self.unsaved, shown)
        # In a cookie, a long one would be lost without a word.
        about = {"opened": self.get_query_argument("open", ""), "told": " ".join(self.told)}
        head = self.assets.head(script="mend.js", style="mend.css")
        self.finish(str(fill("mend.html", head=head, **kept, **about, **shown)))
        self.told.clear()


class Act(OnThePage):
    """One button: accept, change, drop, add, undo, or show another file. What was typed elsewhere is kept."""

    def post(self) -> None:
        """Do it, and go back to where it was pressed."""
        given = {name: self.get_body_argument(name, strip=False) for name in self.request.body_arguments}
        do, place, more = (*given.get("do", "").split("|", 2), "", "")[:3]
        entries = self.mending.entries(self.mending.files())
        self.unsaved.note(entries, given)
        file, near, said = given.get("shown", ""), "", ""
        if do == "show":
            file, near = place, more
        elif do == "undo":
            said, file, place = self._undo(file)
        elif do == "let-go":
            self.unsaved.let_go(more, place)
            place = more.removeprefix(MARK).rpartition("|")[0]
            near = near_to(entries, place)
        elif do == "add":
            near = f"s-{place}"
            said, place = self._add(place, given)
        else:
            found = next((one for one in entries if one.place == place), None)
            file = place.partition("/")[0]
            near = near_to(entries, place)
            said = self._change(do, place, given, found, more)
        # Read once, on the next page.
        self.told.extend([said[:MOST_TOLD]] * bool(said))
        # What is still a draft stays open.
        self.redirect(f"/?file={quote(file)}&open={quote(place)}#{quote(near or 'top')}", status=303)

    def _change(self, do: str, place: str, given: Mapping[str, str], found: Entry | None, card: str) -> str:
        told, file = words("mending")["told"], place.partition("/")[0]
        if do not in ("accept", "change", "drop"):
            raise tornado.web.HTTPError(400)
        if found is None:
            return str(told["meanwhile"])
        # What this page shows, and nothing that was typed in another window.
        typed = typed_in(found, given)
        try:
            is_new = self.mending.change(place, given.get(f"stamp|{file}", ""), do, typed, card)
        except StillOpenError as left:
            return str(told["still_open"].format(id=found.id, fields=", ".join(left.fields)))
        except FaultyError as faulty:
            problems = " ".join(short(one) for one in faulty.problems)
            return str(told["faulty"].format(id=found.id, problems=problems))
        except UnreadableError as odd:
            return str(told["no_reading"].format(id=found.id, line=odd))
        except (Meanwhile, NotEditedError, OSError) as error:
            return self._refused(error, file)
        of_card = f"{card}." if card else ""
        self.unsaved.forget(place, {name: words for name, words in typed.items() if name.startswith(of_card)})
        said = str(told[do if is_new else "same"].format(id=card or found.id))
        reasons = reasons_left(typed) if do != "drop" else []
        return " ".join([said, told["reasons"].format(fields=", ".join(reasons))] if reasons else [said])

    def _add(self, number: str, given: dict[str, str]) -> tuple[str, str]:
        """Make a new draft of the words that were picked in a sentence; give what to say of it, and its place."""
        told, kind = words("mending")["told"], given.get(f"new|{number}|kind", "")
        if kind not in LETTERS or not number.isdecimal():
            raise tornado.web.HTTPError(400)
        picked = given.get(f"new|{number}|words", "")
        try:
            name = self.mending.add(kind, int(number), picked, given.get(f"stamp|{KEY}", ""))
        except QuotationError as error:
            return str(told["not_added"].format(reason=error)), ""
        except (Meanwhile, NotEditedError, OSError) as error:
            return self._refused(error, KEY), ""
        self.unsaved.put_away(number, given)
        return str(told["add"].format(id=name)), f"{KEY}/{LISTED.get(kind, kind)}/{name}"

    def _undo(self, shown: str) -> tuple[str, str, str]:
        """Take the last change back; what had been typed for that entry stands on the page again."""
        if not self.mending.can_undo:
            raise tornado.web.HTTPError(400)
        try:
            done = self.mending.undo()
        except (Meanwhile, OSError) as error:
            return self._refused(error, self.mending.folder.name), shown, ""
        self.unsaved.put_back(self.mending.entries(self.mending.files()), done.place, done.typed)
        return str(words("mending")["told"]["undone"].format(file=done.file.name)), done.file.name, done.place

    def _refused(self, error: Exception, file: str) -> str:
        """Say why nothing was changed."""
        told = words("mending")["told"]
        if isinstance(error, OSError):
            return str(told["not_written"].format(file=file, reason=error.strerror or error))
        why = next((word for kind, word in REFUSED.items() if isinstance(error, kind)), "by_hand")
        return str(told[why].format(file=file, size=f"{LARGEST / 1_000_000:g}"))


class Style(OnThePage):
    """A style sheet of the page."""

    def get(self, edition: str, name: str) -> None:
        """Give it."""
        found = self.assets.get(name) if edition == self.assets.edition else None
        if found is None:
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", found.type)
        self.finish(found.plain)


class Nothing(OnThePage):
    """Whatever else is asked for."""

    def get(self, *_asked: str) -> None:
        """Refuse it."""
        raise tornado.web.HTTPError(404)


def application(folder: Path, key: str, host: str, unsaved: Unsaved | None = None) -> tornado.web.Application:
    """Make the page for a lesson.

    Parameters
    ----------
    folder : Path
        The lesson.
    key : str
        What a browser has to show once.
    host : str
        Name and port under which it answers, such as ``127.0.0.1:8766``; under no other.
    unsaved : Unsaved, optional
        Keeps what is typed.
    """
    about = {
        "mending": Mending(folder),
        "unsaved": unsaved or Unsaved(),
        "told": [],
        "assets": Assets(),
        "key": key,
        "host": host,
    }
    routes = [
        (r"/", Page, about),
        (r"/act", Act, about),
        (r"/files/([0-9a-f]{16})/([A-Za-z0-9_./-]+)", Style, about),
        (r".*", Nothing, about),
    ]
    # The key signs the cookies as well: with it goes all that it has let in.
    return tornado.web.Application(routes, cookie_secret=key, log_function=lambda _handler: None)


async def serve(folder: Path, key: str, port: int, unsaved: Unsaved) -> None:
    """Answer at this computer's own address until the task is ended; what is typed is kept by whoever asked."""
    page = application(folder, key, f"{HERE}:{port}", unsaved)
    server = tornado.httpserver.HTTPServer(page, max_body_size=MOST_SENT)
    server.listen(port, HERE)
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    server.stop()
