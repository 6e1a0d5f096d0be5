"""The widget under every exercise: carries page, state and words, and passes messages to the exchange."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.exchange import Exchange
from exercises.words import words

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+\.js)";\n', flags=re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) )", flags=re.M)


@cache
def join_module(view: Path) -> str:
    """Join a view with all that it imports, because a widget's module cannot import a neighbour.

    Parameters
    ----------
    view : Path
        The view's JavaScript file. What it imports lies beside it or beside ``kit.js``.

    Returns
    -------
    str
        One module without imports; every file stands in it once, in front of those that need it.
    """
    joined: dict[Path, str] = {}

    def add(file: Path) -> None:
        if file in joined:
            return
        joined[file] = ""  # Keeps a circle from turning for ever.
        source = file.read_text("utf-8")
        for name in IMPORT.findall(source):
            beside = file.parent / name
            add(beside if beside.exists() else HERE / name)
        own = IMPORT.sub("", source)
        del joined[file]
        joined[file] = own if file == view else EXPORT.sub("", own)

    add(view)
    return "\n".join(joined.values())


@cache
def join_style(style: Path) -> str:
    """Join the shared style sheet in front of a view's own."""
    return (HERE / "kit.css").read_text("utf-8") + "\n" + style.read_text("utf-8")


class ExerciseWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """One exercise on the page; a subclass a kind adds its view.

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
