"""The teacher's desk: what can be steered, as data, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import tornado.web

from exercises.answers.store import StoreTrouble
from exercises.room.addresses import as_picture
from exercises.room.guard import Refused
from exercises.room.library import address
from exercises.room.opened import Opened
from exercises.room.register import MOST_CARDS
from exercises.room.seals import open_all, sealed
from exercises.room.teacher import COOKIE, AtTheDesk
from exercises.words import words


def desk(room: Opened) -> dict[str, Any]:
    """Give all that the teacher can steer, as plain data.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part.
    """
    there, pages = room.presence.devices(), room.presence.pages()
    devices = {
        code: [{"device": one.device, "since": one.entered_at, "there": one.device in there} for one in found]
        for code, found in room.register.devices().items()
    }
    return {
        "paused": room.steering.paused,
        "address": room.address,
        "in": room.count_in(),
        "notebooks": _notebooks(room, pages),
        "asks": [{"device": one.device, "code": one.code, "number": one.number} for one in room.asks.waiting()],
        "guessed": [{"code": code, "count": count} for code, count in room.guessed().items()],
        "cards": [{"code": code, "devices": devices.get(code, [])} for code in room.register.codes()],
        "sealed": len(sealed(room.library, room.store)),
    }


def _notebooks(room: Opened, pages: dict[str, list[str]]) -> list[dict[str, Any]]:
    return [
        {"page": page, "title": entry.numbered, "lesson": shelf.lesson.info.title}
        | {"open": room.steering.is_open(page), "codes": pages.get(page, [])}
        for name, shelf in room.library.shelves.items()
        for entry in shelf.lesson.info.notebooks
        for page in [address(name, entry.name)]
    ]


class Desk(AtTheDesk):
    """What the teacher's page shows beside the figures."""

    def get(self) -> None:
        """Look now."""
        if not self.is_teacher():
            raise Refused(403, "no_key")
        self.set_header("Cache-Control", "no-store")
        try:
            with self.speaking():
                self.finish(desk(self.room))
        except StoreTrouble as trouble:
            self.finish({"trouble": str(trouble)})


class WayIn(AtTheDesk):
    """The address of the way in as a QR code."""

    def get(self) -> None:
        """Draw it: black on white in every colour scheme, so that all cameras read it."""
        if not self.is_teacher():
            raise Refused(403, "no_key")
        self.set_header("Content-Type", "image/svg+xml")
        self.finish(as_picture(self.room.address))


class Act(AtTheDesk):
    """One button of the desk; the reply says in a sentence what came of it."""

    async def post(self, name: str) -> None:
        """Do it."""
        if not self.is_teacher():
            raise Refused(403, "no_key")
        acts: dict[str, Callable[[], Awaitable[str | dict[str, str]]]]
        acts = {"pause": self._pause, "notebook": self._notebook, "seals": self._seals, "end": self._end}
        acts |= {"nod": self._nod, "out": self._out, "all": self._all_of, "pin": self._pin}
        acts |= {"leave": self._leave, "key": self._key, "card": self._card}
        if name not in acts:
            raise tornado.web.HTTPError(404)
        self.set_header("Cache-Control", "no-store")
        with self.speaking():
            try:
                done = await acts[name]()
                self.finish((done if isinstance(done, dict) else {"said": done}) | desk(self.room))
            except StoreTrouble as trouble:
                self.finish({"trouble": str(trouble)})

    def _given(self, name: str) -> str:
        return self.get_body_argument(name, "")[:200]

    def _counted(self, word: str, **counts: int) -> str:
        """Say what was done, with its counts unless the class looks on."""
        said = words("room")["steer"]
        return str((self._given("wall") == "yes" and said["wall"].get(word)) or said[word]).format(**counts)

    async def _pause(self) -> str:
        on = self._given("on") == "yes"
        await self.room.writer.write(lambda: self.room.steering.pause(on=on))
        self.room.presence.tell({"paused": on})
        return str(words("room")["steer"]["paused" if on else "goes_on"])

    async def _notebook(self) -> str:
        # A student may take either lesson and is never asked why: what is open is open in both.
        pages, on = self.room.library.beside(self._given("page")), self._given("on") == "yes"
        if not pages:
            raise tornado.web.HTTPError(404)
        await self.room.writer.write(lambda: self.room.steering.switch(pages, on=on))
        for page in pages:
            self.room.presence.tell({"closed": not on}, page)
        return str(words("room")["steer"]["opened" if on else "closed"])

    async def _seals(self) -> str:
        before = len(sealed(self.room.library, self.room.store))
        count = await open_all(self.room.library, self.room.store)
        self.room.presence.tell({"look": True})
        left = len(sealed(self.room.library, self.room.store))
        word = "seals_left" if left else "seals_opened" if before else "no_seals"
        return self._counted(word, count=count, left=left)

    async def _end(self) -> str:
        found = [one.device for devices in self.room.register.devices().values() for one in devices]
        await self.room.sign_out(found, "ended")
        return self._counted("ended", count=len(found))

    async def _nod(self) -> str:
        room, device, yes = self.room, self._given("device"), self._given("yes") == "yes"
        found = await room.writer.write(lambda: room.asks.nod(device, yes=yes))
        return str(words("room")["devices"][("let_in" if yes else "sent_away") if found else "asks_no_more"])

    async def _out(self) -> str:
        device = self._given("device")
        await self.room.sign_out([device], "out")
        return str(words("room")["devices"]["signed_out"])

    async def _all_of(self) -> str:
        found = [one.device for one in self.room.register.devices().get(self._given("code"), [])]
        await self.room.sign_out(found, "out")
        return str(words("room")["devices"]["all_signed_out"])

    async def _leave(self) -> str:
        self.clear_cookie(COOKIE)
        return str(words("room")["devices"]["left"])

    async def _key(self) -> str:
        # The new one stands in the window of the command: a page may be on the wall, or in wrong hands already.
        key = await self.room.writer.write(self.room.register.new_key)
        self.remember_teacher(key)
        return str(words("room")["devices"]["new_key"])

    async def _card(self) -> dict[str, str]:
        """Make one more card; its code is told apart, so that the page puts the PIN beside it."""
        register, spoken = self.room.register, words("room")["devices"]
        made = await self.room.writer.write(lambda: register.issue(min(1, MOST_CARDS - len(register.codes()))))
        if not made:
            return {"trouble": str(spoken["no_more_cards"]).format(most=MOST_CARDS)}
        [card] = made
        return {"said": str(spoken["new_card"]).format(code=card.code, pin=card.pin), "code": card.code}

    async def _pin(self) -> str:
        room, code = self.room, self._given("code")
        pin = await room.writer.write(lambda: room.register.new_pin(code))
        if pin is None:
            raise tornado.web.HTTPError(404)
        room.guesses.pop(code, None)
        return str(words("room")["devices"]["new_pin"]).format(code=code, pin=pin)
