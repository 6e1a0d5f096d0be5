"""The teacher's page: behind a key that the command prints, brought up to date every two seconds."""

from __future__ import annotations

import hmac
from string import digits

from exercises.answers.store import StoreTrouble
from exercises.room.guard import Guarded, Refused
from exercises.room.progress import progress
from exercises.room.templates import fill
from exercises.words import words

COOKIE = "whosays-teacher"


class AtTheDesk(Guarded):
    """A request for the teacher alone."""

    def is_teacher(self) -> bool:
        """Say whether this browser has shown the key of this class."""
        found = self.get_signed_cookie(COOKIE, max_age_days=1) or b""
        return hmac.compare_digest(found.decode("ascii", "replace"), self.room.register.teacher_key())


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
                secure = self.request.protocol == "https"
                self.set_signed_cookie(COOKIE, typed, expires_days=1, httponly=True, samesite="Strict", secure=secure)
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
            head = assets.head(script="teacher.js" if inside else "")
            template = "teacher.html" if inside else "key.html"
            self.finish(str(fill(template, head=head, fault=fault)))


class Progress(AtTheDesk):
    """What the page shows, as data."""

    def get(self) -> None:
        """Count now; nobody else is told."""
        if not self.is_teacher():
            raise Refused(403, "no_key")
        self.set_header("Cache-Control", "no-store")
        try:
            self.finish({"notebooks": progress(self.room.library, self.room.store)})
        except StoreTrouble as trouble:
            self.finish({"trouble": str(trouble)})
