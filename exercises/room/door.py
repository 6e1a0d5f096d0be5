"""Other ways in than by card: by a personal link, and by the teacher's nod; and what pages without a line ask for."""

from __future__ import annotations

from exercises.room.asking import Crowded, number_of
from exercises.room.guard import Guarded, Refused
from exercises.room.templates import fill
from exercises.words import words


class ByLink(Guarded):
    """The page of a personal link: only its button lets in, so that a program that looks at links uses none up."""

    def get(self, ticket: str) -> None:
        """Show the button."""
        self.set_header("Cache-Control", "no-store")
        code = self.room.links.code_of(ticket)
        if code is None:
            raise Refused(404, "link")
        with self.speaking():
            self.finish(str(fill("link.html", head=self.room.assets.head(), code=code)))

    async def post(self, ticket: str) -> None:
        """Let the first device in; a further one waits for the teacher's nod."""
        with self.room.tries.turn(self.here) as free:
            if not free:
                raise Refused(429, "many")
            await self.room.tries.hold_up(self.here)
            code = self.room.links.code_of(ticket)
            if code is None:
                self.room.tries.wrong(self.here)
                raise Refused(404, "link")
            await self._enter(ticket, code)

    async def _enter(self, ticket: str, code: str) -> None:
        room = self.room
        if (device := await room.writer.write(lambda: room.links.enter(ticket))) is not None:
            await self.let_in(device)
            return
        self.room.tries.wrong(self.here)
        try:
            asking = await room.writer.write(lambda: room.asks.ask(code, self.asking))
        except Crowded:
            raise Refused(429, "others_ask") from None
        if asking is None:
            raise Refused(404, "link")
        self.let_wait(asking)


class Waiting(Guarded):
    """The page of a device that waits for the teacher's nod."""

    async def get(self) -> None:
        """Let it in, let it wait on, or say that it may not."""
        self.set_header("Cache-Control", "no-store")
        asking = self.asking
        state = self.room.asks.state(asking) if asking else "no"
        if asking is not None and state == "in":
            await self.let_in(asking)
            return
        with self.speaking():
            head = self.room.assets.head(script="here.js")
            said = words("room")["entry"]["waiting" if state == "waiting" else "sent_away"]
            said = said.format(number=number_of(asking or ""))
            self.finish(str(fill("waiting.html", head=head, said=said, waits=state == "waiting", news=self.news())))


class Here(Guarded):
    """What pages without a line ask for."""

    def get(self) -> None:
        """Say it as data."""
        self.set_header("Cache-Control", "no-store")
        self.finish(self.news())
