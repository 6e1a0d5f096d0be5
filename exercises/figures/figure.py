"""The face of a figure and its gate: what its page may know, and whether what it shows may be sent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any

from exercises.answers.standing import standing
from exercises.answers.store import StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Work
from exercises.charts.elsewhere import DrawingTrouble
from exercises.exchange.face import NOTHING, Changed, Send
from exercises.kinds.base import Item
from exercises.page.view import View
from exercises.words import words
from exercises.words.fault import fault_words

HERE = Path(__file__).parent


class Figure:
    """A figure that opens when one exercise is done, or at once if it gives nothing away.

    Parameters
    ----------
    name : str
        Name of the figure.
    look : str
        Which view draws it; also the name of its words.
    lesson, notebook : str
        Id of the lesson, and name of the notebook that shows it.
    after : Item or None
        The exercise that has to be done first.
    draw : callable
        Makes what the figure shows, as plain data; called once, when somebody may see it.
    slow : bool
        Whether that takes so long that it is done beside the other messages.
    warning : str
        What is read before it, and shown only to whoever then asks; empty if there is no need for one.
    """

    def __init__(
        self,
        name: str,
        look: str,
        lesson: str,
        notebook: str,
        after: Item | None,
        draw: Callable[[], dict[str, Any]],
        *,
        slow: bool = False,
        warning: str = "",
    ) -> None:
        self.name, self.lesson, self.notebook, self.after = name, lesson, notebook, after
        self.view = View(HERE / f"{look}.js", HERE / f"{look}.css", (HERE / "gate.css",))
        self.reads: frozenset[str] = frozenset([after.id] if after else [])
        self.warning = warning
        self.follows: frozenset[str] = frozenset()  # The page itself hears when the exercise is done, and looks.
        self._look, self._draw, self._slow = look, draw, slow
        self._drawn: dict[str, Any] | None = None
        self._pen = threading.Lock()

    def words(self) -> dict[str, Any]:
        """Give the words of the gate and of the figure."""
        spoken = words("figures")
        return {"language": words("kit")["language"], **spoken["gate"], **spoken[self._look]}

    def is_open(self, work: Work) -> bool:
        """Say whether the exercise was checked, shown or passed, today or on an earlier day; a seal must be opened."""
        if self.after is None:
            return True
        draft = standing(self.after, work.draft(self.lesson, self.after.id))
        attempts = work.attempts_at(self.lesson, self.after.id)
        done = any(attempt.what != "seal" for attempt in attempts)
        return done or bool(draft and draft.phase not in ("open", "sealed"))

    def content(self) -> dict[str, Any]:
        """Give what the figure shows, for whoever may see it; drawn once."""
        with self._pen:
            self._drawn = self._drawn or self._draw()
            return self._drawn

    def page(self, work: Work) -> dict[str, Any]:
        """Give all that the page may know beforehand: nothing of what the figure shows."""
        awaited = {"exercise": self.after.id, "title": self.after.title} if self.after else {}
        about = {"name": self.name, "lesson": self.lesson, "notebook": self.notebook, "code": work.code}
        return about | awaited | {"open": self.is_open(work), "warning": self.warning}

    def state(self, work: Work) -> dict[str, Any]:  # noqa: ARG002 (what is stored shows in the page)
        """Give nothing: a figure stores no answer."""
        return {}

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Reply to a request to look: ``closed``; or ``drawing`` and then ``open``; or ``trouble`` in words."""
        if content != {"kind": "look"}:
            return NOTHING
        try:
            if not self.is_open(student.work(self.lesson, self.reads)):
                send({"kind": "closed"})
            else:
                send({"kind": "drawing"})
                self._begin(send)
        except StoreTrouble as trouble:
            send({"kind": "trouble", "words": str(trouble)})
        return NOTHING

    def _begin(self, send: Send) -> None:
        if self._slow and self._drawn is None:
            # Nobody's answer waits for a drawing.
            threading.Thread(target=copy_context().run, args=(self._show, send), daemon=True).start()
        else:
            self._show(send)

    def _show(self, send: Send) -> None:
        try:
            content = self.content()
        except DrawingTrouble as trouble:
            send({"kind": "trouble", "words": str(trouble)})
        except Exception as error:
            send({"kind": "trouble", "words": words("charts")["trouble"].format(detail=fault_words(error))})
        else:
            send({"kind": "open", "content": content})
