"""The pages of the room: the way in, all notebooks, one notebook, and the files that they load."""

from __future__ import annotations

import asyncio

import tornado.web

from exercises.answers.store import StoreTrouble
from exercises.room.guard import COOKIE, Guarded
from exercises.room.library import address
from exercises.room.templates import fill
from exercises.words import words

FOREVER = "public, max-age=31536000, immutable"


class Entry(Guarded):
    """The first page: the way in for who is not in yet, all notebooks for who is."""

    def get(self) -> None:
        """Show the one or the other."""
        self.set_header("Cache-Control", "no-store")
        code = self.code()
        self._show("", "") if code is None else self._all(code)

    async def post(self) -> None:
        """Let a device in by the code and the PIN of a card."""
        with self.room.tries.turn() as free:
            if free:
                # One that is in enters with another card at once: only unknown browsers wait.
                if self.code() is None:
                    await self.room.tries.hold_up()
                await self._enter()
            else:
                self.set_status(429)
                self._show("", "crowded")

    async def _enter(self) -> None:
        typed, pin = self.get_body_argument("code", "")[:100], self.get_body_argument("pin", "")[:20]
        try:
            # Slow on purpose, and a write to the disk: nobody who is in waits for it.
            device = await asyncio.to_thread(self.room.register.enter, typed, pin)
        except StoreTrouble as trouble:
            self.set_status(503)
            self._show(typed, str(trouble))
            return
        if device is None:
            self.room.tries.wrong()
            self.set_status(403)
            self._show(typed, "wrong")
            return
        if (before := self.device) is not None:
            await asyncio.to_thread(self.room.register.leave, [before])
        self.let_in(device)
        self.redirect("/", status=303)

    def _show(self, typed: str, fault: str) -> None:
        """Show the way in; ``fault`` names a sentence, or is one."""
        with self.speaking():
            fault = words("room").get(fault, fault)
            self.finish(str(fill("entry.html", head=self.room.assets.head(), typed=typed, fault=fault)))

    def _all(self, code: str) -> None:
        with self.speaking():
            lessons = [
                (shelf.lesson.info.title, [(address(name, one.name), one) for one in shelf.lesson.info.notebooks])
                for name, shelf in self.room.library.shelves.items()
            ]
            self.finish(str(fill("all.html", head=self.room.assets.head(), code=code, lessons=lessons)))


class Leave(Guarded):
    """Signs this device out."""

    async def post(self) -> None:
        """Sign it out; its cookie lets nobody in from then on."""
        if (device := self.device) is not None:
            await asyncio.to_thread(self.room.register.leave, [device])
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
        if self.code() is None:
            self.redirect("/")
            return
        self.finish(document.html)


class File(Guarded):
    """A module or style sheet of this edition; a browser asks for it once."""

    def get(self, edition: str, name: str) -> None:
        """Give it, compressed where the browser can read that."""
        found = self.room.assets.get(name) if edition == self.room.assets.edition else None
        if found is None:
            raise tornado.web.HTTPError(404)
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
