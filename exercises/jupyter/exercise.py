"""The widget under every exercise: carries page, state and words, and passes messages to the exchange."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.exchange.exchange import Exchange
from exercises.page.joined import join_module, join_style
from exercises.words import words

KINDS = Path(__file__).parents[1] / "kinds"


class ExerciseWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """One exercise on the page.

    Parameters
    ----------
    exchange : Exchange
        Decides what every message means.

    Attributes
    ----------
    on_stored : callable
        Called whenever an answer was stored, so that others who show it can draw it anew.
    """

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, exchange: Exchange) -> None:
        sections = ("kit", "outcomes", "results", "seal", "takeaway", exchange.item.kind)
        self._esm = join_module(KINDS / exchange.item.kind / "view.js")
        self._css = join_style(KINDS / exchange.item.kind / "view.css")
        super().__init__(
            page=exchange.page(),
            state=exchange.state(),
            words={name: words(name) for name in sections},
        )
        self._exchange = exchange
        self.on_stored: Callable[[], None] = lambda: None
        self.on_msg(self._receive)

    def refresh(self) -> None:
        """Draw what is stored, after work was opened from a file or another student began."""
        self.page = self._exchange.page()
        self.update()

    def update(self) -> None:
        """Draw what is stored, after the same student did something elsewhere."""
        self.state = self._exchange.state()

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        """Reply to one message; whatever goes wrong reaches the page in words."""
        try:
            reply = self._exchange.receive(content)
        except Exception as error:
            reply = self._trouble(content, error)
        if reply is None:
            return
        self.send(reply)
        if reply["kind"] in ("saved", "result"):
            self.update()
            self.on_stored()

    @staticmethod
    def _trouble(content: object, error: Exception) -> dict[str, Any] | None:
        if not isinstance(content, dict):
            return None
        sentence = words("exchange")["broken"].format(error=f"{type(error).__name__}: {error}")
        return {"kind": "trouble", "tab": content.get("tab"), "seq": content.get("seq"), "words": sentence}
