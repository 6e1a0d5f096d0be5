"""The bar on top of a notebook: what is done, whether it is saved, and the way to take work along."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.answers.calibration import ENOUGH, lines, sureness
from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.store import Store, StoreTrouble
from exercises.kinds.base import Item
from exercises.lesson.load import Lesson
from exercises.page.joined import join_module, join_style
from exercises.words import words

HERE = Path(__file__).parents[1] / "bar"
LONGEST_FILE = 5_000_000  # characters; far larger messages would end the session without a word


class BarWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """Shows progress, saving and confidence, and exchanges work files with the page.

    Parameters
    ----------
    lesson : Lesson
        The open lesson.
    items : sequence of Item
        Exercises of the open notebook, in its order.
    all_items : mapping of str to Item
        Exercises of all notebooks of the lesson by id, for confidence shown back.
    store : Store
        Where answers are kept.
    notebook : str
        Name of the open notebook.
    on_change : callable
        Called after other work was opened, so that the exercises draw it.
    """

    _esm = join_module(HERE / "view.js")
    _css = join_style(HERE / "view.css")
    page = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        lesson: Lesson,
        items: Sequence[Item],
        all_items: Mapping[str, Item],
        store: Store,
        notebook: str,
        on_change: Callable[[], None],
    ) -> None:
        self._lesson, self._items, self._all_items, self._store = lesson, items, all_items, store
        self._notebook, self._on_change = notebook, on_change
        super().__init__(page=self._page(), words={"bar": words("bar")})
        self.on_msg(self._receive)

    def _page(self) -> dict[str, Any]:
        return {
            "lesson": self._lesson.id,
            "notebook": self._notebook,
            "code": self._store.code,
            "notice": self._store.notice or "",
            "exercises": [self._exercise(item) for item in self._items],
        }

    def _exercise(self, item: Item) -> dict[str, str]:
        draft = self._store.draft(self._lesson.id, item.id)
        return {"id": item.id, "title": item.title, "role": item.role, "phase": draft.phase if draft else "open"}

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        """Do what a button asks; every fault is said in the bar."""
        try:
            self.send(self._do(content))
        except (ExportRefused, StoreTrouble) as trouble:
            self.send({"kind": "trouble", "words": str(trouble)})
        except Exception as error:
            self.send({"kind": "trouble", "words": words("bar")["broken"].format(error=type(error).__name__)})

    def _do(self, content: object) -> dict[str, Any]:
        spoken = words("bar")
        match content:
            case {"kind": "export"}:
                name = f"whosays-{self._store.code}.json"
                return {"kind": "export", "name": name, "text": export_work(self._store)}
            case {"kind": "import", "text": str(text)} if len(json.dumps(text)) <= 2 * LONGEST_FILE:
                return self._changed(import_work(self._store, text))
            case {"kind": "new-code"}:
                return self._changed(spoken["new-code"].format(code=self._store.new_code()))
            case {"kind": "sureness"}:
                return self._sureness()
            case _:
                raise ExportRefused(spoken["shape"])

    def _sureness(self) -> dict[str, Any]:
        """Count how sure the student was and how often right; few answers are said to be few, with no counts."""
        if self._store.code != self.page["code"]:
            raise ExportRefused(words("exchange")["student"])
        pairs = sureness(self._store.attempts(self._lesson.id), self._all_items, self._lesson)
        scored = [pair for pair in pairs if pair[0] is not None]
        few = words("bar")["sureness-few"].format(count=len(scored), enough=ENOUGH)
        enough = len(scored) >= ENOUGH
        return {"kind": "sureness", "lines": lines(scored) if enough else [], "few": "" if enough else few}

    def _changed(self, sentence: str) -> dict[str, Any]:
        self.page = self._page()
        self._on_change()
        return {"kind": "done", "words": sentence}
