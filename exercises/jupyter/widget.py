"""The widget of a face: carries page, state and words to the browser, and brings messages and replies."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.exchange.face import Face
from exercises.visit import Visit

LATE = Path(__file__).with_name("late.js")


class FaceWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """One face in a notebook: an exercise, the bar, a figure, or the place of the report.

    Parameters
    ----------
    visit : Visit
        The open lesson.
    face : Face
        What is shown.
    """

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, visit: Visit, face: Face) -> None:
        self._esm, self._css = face.view.joined_module(LATE), face.view.joined_style()
        self._home = threading.get_ident(), _running_loop()
        self._shown = visit.show(face, self._redraw)
        drawn = self._shown.drawn
        super().__init__(page=drawn.page, state=drawn.state, words=drawn.words, _anywidget_id=_name_of(self._css))
        self.on_msg(self._receive)

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._shown.face

    def _redraw(self, page: dict[str, Any] | None, state: dict[str, Any] | None) -> None:
        with self.hold_sync():  # Both at once: a page of one student never stands beside the state of another.
            if page is not None:
                self.page = page
            if state is not None:
                self.state = state

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        if content == {"kind": "late"}:  # What was sent to this page so far was thrown away there.
            self.send_state(("page", "state"))
        else:
            self._shown.receive(content, self._reply)

    def _reply(self, reply: dict[str, Any]) -> None:
        """Send a reply; one that comes from a thread of its own is brought to the kernel's loop first."""
        thread, loop = self._home
        if loop is None or threading.get_ident() == thread:
            self.send(reply)
        else:
            loop.call_soon_threadsafe(self.send, reply)


def _name_of(style: str) -> str:
    """Name a style sheet: of two widgets with one name, the page keeps only the style that came last."""
    return f"whosays-{hashlib.sha256(style.encode()).hexdigest()[:16]}"


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
