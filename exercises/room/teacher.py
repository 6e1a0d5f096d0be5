"""The teacher's page: behind a key that the command prints, with figures that are brought up to date every second."""

from __future__ import annotations

import asyncio
import hmac
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from string import digits

from markupsafe import Markup

from exercises.answers.store import StoreTrouble
from exercises.room.assets import SITE
from exercises.room.bucket import Bucket
from exercises.room.guard import Guarded, Refused
from exercises.room.live import Drawing
from exercises.room.templates import fill
from exercises.words import plain_date, words

COOKIE = "whosays-teacher"
STYLES = (SITE / "room.css", SITE / "teacher.css")


class AtTheDesk(Guarded):
    """A request for the teacher alone."""

    @cached_property
    def bucket(self) -> Bucket:
        """The pace of the teacher, whoever else asks from the same address."""
        with suppress(Exception):  # as for everybody else
            if self.is_teacher():
                return self.room.strangers["the teacher"]
        return super().bucket

    def is_teacher(self) -> bool:
        """Say whether this browser has shown the key of this class."""
        found = self.get_signed_cookie(COOKIE, max_age_days=1) or b""
        return hmac.compare_digest(found, self.room.register.teacher_key().encode())

    def remember_teacher(self, key: str) -> None:
        """Let this browser be that of the teacher for a day, as long as the key is good."""
        self.remember(COOKIE, key, days=1)


class Teacher(AtTheDesk):
    """The page, or the question for the key."""

    def get(self) -> None:
        """Show the one or the other."""
        self.set_header("Cache-Control", "no-store")
        self._show("")

    async def post(self) -> None:
        """Take the key; whoever guesses waits longer each time."""
        with self.room.keys.turn(self.here) as free:
            if not free:
                raise Refused(429, "many")
            await self.room.keys.hold_up(self.here)
            typed = "".join(sign for sign in self.get_body_argument("key", "")[:40] if sign in digits)
            if hmac.compare_digest(typed, self.room.register.teacher_key()):
                self.remember_teacher(typed)
                self.redirect("/teacher", status=303)
            else:
                self.room.keys.wrong(self.here)
                self.set_status(403)
                self._show("wrong_key")

    def _show(self, fault: str) -> None:
        assets = self.room.assets
        with self.speaking():
            fault = words("room").get(fault, fault)
            inside = not fault and self.is_teacher()
            # Whoever has not shown the key is not told which class this is.
            name = self.room.live.name if inside else ""
            head = assets.head(script="teacher.js" if inside else "")
            if inside:
                head += Markup('\n<link rel="stylesheet" href="{}">').format(assets.address(SITE / "teacher.css"))
            self.finish(str(fill("teacher.html" if inside else "key.html", head=head, fault=fault, name=name)))


class OfTheClass(AtTheDesk):
    """A request for the figures; whoever has not shown the key gets none."""

    def prepare(self) -> None:
        """Refuse whoever is not the teacher."""
        super().prepare()
        if not self.is_teacher():
            raise Refused(403, "no_key")
        self.set_header("Cache-Control", "no-store")

    async def drawn(self, *, wall: bool, kept: bool = False) -> Drawing:
        """Draw beside the loop, so that no student waits."""
        with self.speaking():
            opened = self.room.presence.opened()
            return await asyncio.to_thread(self.room.live.draw, wall=wall, opened=opened, kept=kept)


class Figures(OfTheClass):
    """The figures for the page, as a piece of HTML."""

    async def get(self) -> None:
        """Give them, if they are others than those that the page has."""
        try:
            drawing = await self.drawn(wall=self.get_query_argument("wall", "") == "1")
        except StoreTrouble as trouble:
            self.finish({"trouble": str(trouble)})
            return
        is_new = drawing.mark != self.get_query_argument("have", "")
        self.finish({"mark": drawing.mark} | ({"html": drawing.html} if is_new else {}))


class Kept(OfTheClass):
    """The figures as one page to keep, which needs nothing else and runs no script."""

    async def get(self) -> None:
        """Give the file."""
        drawing, today = await self.drawn(wall=False, kept=True), datetime.now(UTC).astimezone().date()
        name, style = self.room.live.name, "\n".join(file.read_text("utf-8") for file in STYLES)
        with self.speaking():
            file = words("room")["figures"]["keep_file"].format(name=name, day=today.isoformat())
            day = plain_date(today)
            page = fill("kept.html", figures=drawing.html, name=name, day=day, style=Markup(style))  # noqa: S704 (ours)
        self.set_header("Content-Disposition", f'attachment; filename="{file}"')
        self.finish(str(page))


class Gradebook(OfTheClass):
    """The class as a table, for a spreadsheet."""

    async def get(self) -> None:
        """Give the file."""
        today = datetime.now(UTC).astimezone().date()
        with self.speaking():
            file = words("room")["gradebook"]["file"].format(name=self.room.live.name, day=today.isoformat())
            table = await asyncio.to_thread(self.room.live.gradebook)
        self.set_header("Content-Type", "text/csv; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{file}"')
        # By the mark in front spreadsheets know that it is UTF-8.
        self.finish(table.encode("utf-8-sig"))
