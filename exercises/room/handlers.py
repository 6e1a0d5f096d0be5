"""The pages of the room: the way in, all notebooks, one notebook, and the files that they load."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import tornado.web

from exercises.answers.code import tidy_code
from exercises.answers.store import StoreTrouble
from exercises.lesson.models.lesson import NotebookEntry
from exercises.room.asking import Crowded
from exercises.room.document import Document
from exercises.room.guard import COOKIE, HEADERS, NO_SNIFFING, Guarded
from exercises.room.library import address
from exercises.room.pace import SHOWN
from exercises.room.templates import fill
from exercises.words import words

FOREVER = "max-age=31536000, immutable"


class Entry(Guarded):
    """The first page: the way in for who is not in yet, all notebooks for who is."""

    def get(self) -> None:
        """Show the one or the other."""
        self.set_header("Cache-Control", "no-store")
        code = self.code()
        self._show("", "") if code is None else self._all(code)

    async def post(self) -> None:
        """Let a device in by the code and the PIN of a card; without the PIN it asks the teacher."""
        typed = self.get_body_argument("code", "")[:100]
        # By card and by place, so that whoever guesses holds up nobody else; a device at work waits for nothing.
        names = self.here, f"card {tidy_code(typed)}"
        with self.room.tries.turn(*names) as free:
            if free:
                await self.room.tries.hold_up(*names)
                await self._enter(typed, self.get_body_argument("pin", "")[:20], names)
            else:
                self.set_status(429)
                self._show(typed, "crowded")

    async def _enter(self, typed: str, pin: str, names: tuple[str, str]) -> None:
        room, pin = self.room, pin.strip()
        try:
            if pin:
                # Slow on purpose: nobody who is in waits for it.
                async with room.checking:
                    code = await asyncio.to_thread(room.register.code_on, typed, pin)
                if code:
                    await asyncio.sleep(room.buckets[code].wait(SHOWN))
                device = await room.writer.write(lambda: room.register.enter(code)) if code else None
                asking = None
            else:
                device, wanted = None, tidy_code(typed) or ""
                asking = await room.writer.write(lambda: room.asks.ask(wanted, self.asking))
        except Crowded:
            self.set_status(429)
            self._show(typed, "others_ask")
            return
        except StoreTrouble as trouble:
            self.set_status(503)
            self._show(typed, str(trouble))
            return
        if device is None:
            # Whoever asks again and again is slowed down like one who guesses.
            self.room.tries.wrong(*names)
            if pin:
                self.room.note_guess(tidy_code(typed))
        if device is not None:
            self.room.tries.right(*names)
            await self.let_in(device)
        elif asking is not None:
            self.let_wait(asking)
        else:
            self.set_status(403)
            self._show(typed, "wrong" if pin else "no_code")

    def _show(self, typed: str, fault: str) -> None:
        """Show the way in; ``fault`` names a sentence, or is one."""
        with self.speaking():
            spoken = words("room")
            fault = spoken["entry"].get(fault) or spoken.get(fault, fault)
            head = self.room.assets.head(script="entry.js")
            self.finish(str(fill("entry.html", head=head, typed=typed, fault=fault)))

    def _all(self, code: str) -> None:
        with self.speaking():
            shelves = self.room.library.shelves
            others = {shelf.lesson.info.instead for shelf in shelves.values()}
            lessons = [
                (shelf.lesson.info.title, name in others, self._open(name, shelf.lesson.info.notebooks))
                for name, shelf in shelves.items()
            ]
            head = self.room.assets.head(script="here.js")
            self.finish(str(fill("all.html", head=head, code=code, lessons=lessons, news=self.news())))

    def _open(self, lesson: str, notebooks: Iterable[NotebookEntry]) -> list[tuple[str, NotebookEntry]]:
        places = [(address(lesson, one.name), one) for one in notebooks]
        return [(where, one) for where, one in places if self.room.steering.is_open(where)]


class Leave(Guarded):
    """Signs this device out."""

    async def post(self) -> None:
        """Sign it out; its cookie lets nobody in from then on."""
        if (device := self.device) is not None:
            await self.room.sign_out([device], "left")
        self.clear_cookie(COOKIE)
        self.redirect("/", status=303)


class Notebook(Guarded):
    """The page of one notebook, the same for all who are in."""

    def get(self, lesson: str, notebook: str) -> None:
        """Show it to who is in, and the way in to who is not."""
        document = self.room.library.document(lesson, notebook)
        if document is None:
            raise tornado.web.HTTPError(404)
        self.set_header("Cache-Control", "no-store")
        if (device := self.device) is None or self.code() is None:
            self.redirect("/")
        elif self.room.steering.is_open(page := address(lesson, notebook)):
            self.note_opened(device, page)
            self.finish(document.html)
        else:
            self.set_status(403)
            self._closed(document)

    def _closed(self, document: Document) -> None:
        with self.speaking():
            head = self.room.assets.head(script="here.js")
            told = {"title": document.entry.title, "news": self.news()}
            self.finish(str(fill("closed.html", head=head, **told)))


class File(Guarded):
    """A module or style sheet of this edition; a browser asks for it once."""

    def get(self, edition: str, name: str) -> None:
        """Give it, compressed where the browser can read that."""
        found = self.room.assets.get(name) if edition == self.room.assets.edition else None
        if found is None:
            raise tornado.web.HTTPError(404)
        # Sixty files come with the first page: what rules a page only, they need not carry.
        for header in HEADERS.keys() - {NO_SNIFFING}:
            self.clear_header(header)
        self.set_header("Content-Type", found.type)
        self.set_header("Cache-Control", FOREVER)
        packed = "gzip" in self.request.headers.get("Accept-Encoding", "")
        if packed:
            self.set_header("Content-Encoding", "gzip")
        self.finish(found.packed if packed else found.plain)


class Nothing(Guarded):
    """Whatever else is asked for."""

    def prepare(self) -> None:
        """Refuse it."""
        super().prepare()
        raise tornado.web.HTTPError(404)
