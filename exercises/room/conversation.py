"""What is said over one line: what the faces of a page show, their messages in, replies and changes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from exercises.exchange.face import Face
from exercises.exchange.shown import Redraw, Shown
from exercises.visit import Visit


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
    say : callable
        Sends plain data to the page; may be called from another thread.
    """

    def __init__(
        self,
        visit: Visit,
        faces: Sequence[Face],
        address: Callable[[Path], str],
        say: Callable[[dict[str, Any]], None],
    ) -> None:
        self._address, self._say = address, say
        self._shown = [visit.show(face, self._redraw(number)) for number, face in enumerate(faces)]

    def told(self) -> dict[str, Any]:
        """Give what the page is told first: for each face where its view is and what it shows."""
        return {"faces": [self._face(number, one) for number, one in enumerate(self._shown)]}

    def hear(self, text: str | bytes) -> None:
        """Hand one message to its face; what is none is left out."""
        try:
            message = json.loads(text)
            number, content = message["face"], message["content"]
            shown = self._shown[number] if number >= 0 else None
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            return
        if shown is not None:
            shown.receive(content, lambda reply: self._say({"face": number, "reply": reply}))

    def _face(self, number: int, shown: Shown) -> dict[str, Any]:
        drawn = shown.drawn
        traits = {"page": drawn.page, "state": drawn.state, "words": drawn.words}
        return {"face": number, "module": self._address(shown.face.view.module), "traits": traits}

    def _redraw(self, number: int) -> Redraw:
        def redraw(page: dict[str, Any] | None, state: dict[str, Any] | None) -> None:
            traits = {name: value for name, value in (("page", page), ("state", state)) if value is not None}
            self._say({"face": number, "traits": traits})

        return redraw
