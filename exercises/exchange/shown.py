"""A face where a host shows it: takes the messages of its page for whoever they speak of, and draws it anew."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from exercises.answers.store import StoreTrouble
from exercises.answers.student import Student
from exercises.exchange.face import Changed, Face, Send
from exercises.exchange.message import of_a_stranger


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page gets of a face when it is drawn: what it may know, what is stored, and the words."""

    page: dict[str, Any]
    state: dict[str, Any]
    words: dict[str, Any]


Redraw = Callable[[dict[str, Any] | None, dict[str, Any] | None], None]
"""Brings a new page and a new state to where a face is shown; None where it is what it was."""


class Visiting(Protocol):
    """What is asked of the open lesson that shows faces."""

    def speaking(self) -> AbstractContextManager[None]:
        """Speak the language of the visit until the end of the block."""

    @property
    def student(self) -> Student:
        """Whoever works there now."""

    def spread(self, teller: Shown, changed: Changed) -> None:
        """Draw anew whatever else is touched by what a message changed."""

    def draw(self, *faces: Face) -> list[Drawn]:
        """Draw faces for whoever works now."""


class _Reply:
    """Holds back what is replied until it may go; what comes later, from whatever thread, goes at once."""

    def __init__(self, send: Send) -> None:
        self._send, self._lock = send, threading.Lock()
        self._held: list[dict[str, Any]] | None = []

    def __call__(self, told: dict[str, Any]) -> None:
        with self._lock:
            if self._held is not None:
                self._held.append(told)
                return
        self._send(told)

    def go(self) -> None:
        with self._lock:
            held, self._held = self._held, None
        for told in held or []:
            self._send(told)


class Shown:
    """A face where a host shows it, drawn for one student.

    Attributes
    ----------
    face : Face
        What is shown.
    student : Student
        For whom it was drawn last.
    drawn : Drawn
        What its page got first.
    """

    def __init__(self, visit: Visiting, face: Face, student: Student, drawn: Drawn, redraw: Redraw) -> None:
        self.face, self.student, self.drawn, self._redraw = face, student, drawn, redraw
        self._visit, self._students = visit, {student.code: student}
        self._version = drawn.state.get("version")

    def receive(self, content: object, send: Send) -> None:
        """Take one message of the page; `send` may be called later and from another thread."""
        with self._visit.speaking():
            if (student := self._speaker(content)) is None:
                send(of_a_stranger(content))
                return
            reply = _Reply(send)
            changed = self.face.receive(
                student, content, self._told(student, content, self._with_missed(content, reply))
            )
            try:
                # Who is told that another student works here now finds no page of the last one any more.
                if changed.code is None:
                    reply.go()
                # A last answer of whoever was here before is kept, and nothing of it is shown to who is here now.
                if student.code == self.student.code:
                    self.draw(changed.page, changed.state)
                    self._visit.spread(self, changed)
            finally:
                reply.go()

    def draw(self, page: dict[str, Any] | None, state: dict[str, Any] | None) -> None:
        """Bring a new page or state to the host, if there is one."""
        if state is not None:
            self._version = state.get("version")
        if page is not None or state is not None:
            self._redraw(page, state)

    def begin(self, visit: Visiting) -> None:
        """Take messages of its student from now on, and what is still on its way of those before."""
        self._visit = visit
        self.student = self._students[visit.student.code] = visit.student

    def _with_missed(self, content: object, send: Send) -> Send:
        """Let the reply to a question bring what the page has missed, as it was drawn anew while its line was cut."""
        shows = (content.get("code"), content.get("base")) if isinstance(content, dict) and "base" in content else None

        def reply(told: dict[str, Any]) -> None:
            missed = shows is not None and told["kind"] == "pong" and shows != (self.student.code, self._version)
            send(told | self._anew() if missed else told)

        return reply

    def _anew(self) -> dict[str, Any]:
        """Give page and state as they are now; nothing where the disk fails, or another student is to be drawn."""
        if self._visit.student.code == self.student.code:
            with suppress(StoreTrouble):  # The page asks again soon.
                (drawn,) = self._visit.draw(self.face)
                return {"page": drawn.page, "state": drawn.state}
        return {}

    def _told(self, student: Student, content: object, send: Send) -> Send:
        """Give what brings the replies; those to a message under no code only as long as its student is here."""
        if isinstance(content, dict) and "code" in content:
            return send
        return lambda reply: send(reply) if student.code == self.student.code else None

    def _speaker(self, content: object) -> Student | None:
        """Give the student of whom a message speaks, who works here now or has before; None if it is somebody else."""
        code = content.get("code") if isinstance(content, dict) and content.get("kind") != "ping" else None
        return self._students.get(code) if isinstance(code, str) else self.student
