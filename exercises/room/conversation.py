"""What is said over one line: what the faces of a page show, their messages in, replies and changes out."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.answers.joining import Place
from exercises.answers.work import Work
from exercises.bar.bar import Bar
from exercises.exchange.face import Changed, Done, Face, answered
from exercises.exchange.shown import Redraw, Shown
from exercises.room.packing import once
from exercises.visit import Visit
from exercises.words import words

Told = dict[str, Any]
"""What is said to a page, as plain data."""
LOOKS = ("look", "take", "tell", "read", "sureness", "aloud", "count", "save")
"""Kinds of messages that change nothing, so that nothing has to be written for one."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of a page, as far as it makes sense.

    Attributes
    ----------
    face : int
        Number of the face that it is for.
    content : object
        What it says; nothing about that is trusted.
    """

    face: int
    content: Any

    @property
    def kind(self) -> str:
        """What it asks for: ``ping`` (whether somebody is there), ``look`` (changes nothing) or ``change``."""
        kind = self.content.get("kind") if isinstance(self.content, dict) else None
        return "look" if kind in LOOKS else "ping" if kind == "ping" else "change"


def read(text: str | bytes) -> Heard | None:
    """Read a message; None if it makes no sense."""
    try:
        message = json.loads(text)
        number, content = message["face"], message["content"]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    return Heard(number, content) if isinstance(number, int) and number >= 0 else None


LONGEST = 300_000
"""Characters of a message; an answer is far shorter."""
MOST_PARTS = 10_000
"""Signs with which a part begins or ends in it, those in the student's words included; a full desk has a tenth."""

# How a page begins a message about an exercise; the rest of it holds the student's own words.
_BEGUN = re.compile(
    r'{"face": ?(\d{1,4}), ?"content": ?{"kind": ?"\w{1,20}", ?"tab": ?"([\w-]{8,40})", ?"seq": ?(\d{1,16}),'
)


def is_readable(text: str) -> bool:
    """Say whether a message is so short that reading it costs others nothing."""
    return len(text) <= LONGEST and sum(map(text.count, "[{,")) <= MOST_PARTS


def too_long(text: str) -> Told | None:
    """Refuse a message that is too long to be read at all: its words stay on the page; None if it is none of a page."""
    found = _BEGUN.match(text[:200])
    if found is None:
        return None
    reply = {"kind": "refused", "words": words("exchange")["size"], "tab": found[2], "seq": int(found[3])}
    return {"face": int(found[1]), "reply": reply}


class Answer:
    """All that is said because of one message: held back until what it changed is kept.

    Parameters
    ----------
    later : callable
        Says what comes after that, as a drawing; called from whatever thread makes it.
    """

    def __init__(self, later: Callable[[Told], None]) -> None:
        self._later, self._lock = later, threading.Lock()
        self._held: list[Told] | None = []

    def say(self, told: Told) -> None:
        """Say something to the page."""
        with self._lock:
            if self._held is not None:
                self._held.append(told)
                return
        self._later(told)

    def release(self) -> list[Told]:
        """Give what was said so far; all else goes its own way."""
        with self._lock:
            held, self._held = self._held, None
        return held or []


class Conversation:
    """Speaks for the faces of one page that is open.

    Parameters
    ----------
    visit : Visit
        The notebook of one student.
    faces : sequence of Face
        What stands on the page, in order.
    address : callable
        Gives the address at which a browser finds a module.
    later : callable
        Says to the page what comes later than the answer to a message; called from whatever thread.
    """

    def __init__(
        self,
        visit: Visit,
        faces: Sequence[Face],
        address: Callable[[Path], str],
        later: Callable[[Told], None],
    ) -> None:
        self._address, self._later, self._answer = address, later, Answer(later)
        self._visit = visit
        (self._place, self._bar) = next((number, face) for number, face in enumerate(faces) if isinstance(face, Bar))
        self._shown = [visit.show(face, self._redraw(number)) for number, face in enumerate(faces)]

    def told(self) -> Told:
        """Give what the page is told first: for each face where its view is and what it shows.

        The words of a view are the same for all faces that it draws, and far longer than these: they stand there once,
        as all that several faces show alike.
        """
        faces = once([self._face(number, one) for number, one in enumerate(self._shown)])
        return faces | {"words": {self._module(one): one.drawn.words for one in self._shown}}

    def hear(self, heard: Heard) -> Answer:
        """Hand a message to its face, and give what is said because of it; one for no face is not answered."""
        self._answer = answer = Answer(self._later)
        if heard.face < len(self._shown):
            shown = self._shown[heard.face]
            shown.receive(heard.content, lambda reply: answer.say(_reply(heard, reply)))
        return answer

    def pong(self, heard: Heard) -> Answer:
        """Answer a ping at once: every exercise of a page asks so every few seconds, and nothing is read for it."""
        answer = Answer(self._later)
        if heard.face < len(self._shown):
            shown = self._shown[heard.face]
            with self._visit.speaking():
                shown.face.receive(shown.student, heard.content, lambda reply: answer.say(_reply(heard, reply)))
        return answer

    def opened(self, do: Callable[[], str]) -> Answer:
        """Say what came of a work file, and draw all anew; ``do`` gives the sentence, or raises what is said."""
        self._answer = answer = Answer(self._later)
        bar = self._shown[self._place]

        def done() -> Done:
            return {"kind": "done", "words": do()}, Changed(code=bar.student.code)

        with self._visit.speaking():
            broken = words("exchange")["broken_beside"]
            replies = list[Told]()
            self._visit.spread(bar, answered(done, broken, replies.append))
            for reply in replies:  # Who is told what came of it sees it by then.
                answer.say({"face": self._place, "reply": reply})
        return answer

    @property
    def titles(self) -> Mapping[Place, str]:
        """Titles of the exercises of the lesson."""
        return self._bar.titles

    def strange(self, work: Work) -> Collection[Place]:
        """Say which exercises of some work are not in the course here."""
        return self._bar.strange(work)

    @property
    def has_news(self) -> bool:
        """Whether something was changed elsewhere since this page was drawn."""
        return self._visit.has_news

    def look(self) -> Answer:
        """Draw anew what was changed elsewhere."""
        self._answer = Answer(self._later)
        self._visit.look()
        return self._answer

    def _face(self, number: int, shown: Shown) -> Told:
        traits = {"page": shown.drawn.page, "state": shown.drawn.state}
        return {"face": number, "module": self._module(shown), "traits": traits}

    def _module(self, shown: Shown) -> str:
        return self._address(shown.face.view.module)

    def _redraw(self, number: int) -> Redraw:
        def redraw(page: dict[str, Any] | None, state: dict[str, Any] | None) -> None:
            traits = {name: value for name, value in (("page", page), ("state", state)) if value is not None}
            self._answer.say({"face": number, "traits": traits})

        return redraw


def _reply(heard: Heard, reply: dict[str, Any]) -> Told:
    return {"face": heard.face, "reply": reply}
