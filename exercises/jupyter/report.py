"""The widget of the report: what it would hold now, and the button that saves it as one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.answers.store import Store, StoreTrouble
from exercises.exchange.message import Refusal
from exercises.page.joined import join_module, join_style
from exercises.report.page import report_file, summary
from exercises.report.parts import Report
from exercises.words import words

HERE = Path(__file__).parents[1] / "report"
SHOWN = ("title", "button", "about", "inside", "again", "counted_again", "saved_as", "lost")
LARGEST_FILE = 5_000_000  # characters; a far larger message would end the session without a word


class ReportWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """Shows what the report holds and hands it to the page when the student asks for it.

    Parameters
    ----------
    store : Store
        Says whose code is in use.
    make : callable
        Gathers the report as of now.
    notebook : str
        Name of the open notebook.
    """

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
    page = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, store: Store, make: Callable[[], Report], notebook: str) -> None:
        self._store, self._make, self._notebook = store, make, notebook
        super().__init__(page=self._page(), words={name: words("report")[name] for name in SHOWN})
        self.on_msg(self._receive)

    def refresh(self) -> None:
        """Count again, after work was opened from a file or another student began."""
        self.page = self._page()

    def _page(self) -> dict[str, Any]:
        report = self._make()
        return {"code": report.code, "notebook": self._notebook, "lines": summary(report)}

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        """Do what a button asks; every fault is said beside it."""
        try:
            self.send(self._do(content))
        except (Refusal, StoreTrouble) as trouble:
            self.send({"kind": "trouble", "words": str(trouble)})
        except Exception as error:
            self.send({"kind": "trouble", "words": words("report")["broken"].format(error=type(error).__name__)})

    def _do(self, content: object) -> dict[str, Any]:
        if content not in ({"kind": "save"}, {"kind": "count"}):
            raise Refusal(words("report")["shape"])
        if self._store.code != self.page["code"]:
            # In another notebook somebody else has begun: this page still shows the first student's counts.
            raise Refusal(words("exchange")["student"])
        if content == {"kind": "count"}:
            self.refresh()
            return {"kind": "counted"}
        file = report_file(self._make())
        if len(file.text) > LARGEST_FILE:
            raise Refusal(words("report")["large"])
        self.refresh()
        return {"kind": "file", "name": file.name, "type": file.type, "text": file.text}
