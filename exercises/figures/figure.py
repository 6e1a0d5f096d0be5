"""One figure and its gate: what its page may know, and whether what it shows may be sent; no browser needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from exercises.answers.store import Store, StoreTrouble
from exercises.charts.elsewhere import DrawingTrouble
from exercises.kinds.base import Item
from exercises.words import words


@dataclass
class Figure:
    """A figure that opens when one exercise is done.

    Attributes
    ----------
    name : str
        Name of the figure.
    lesson : str
        Id of the lesson.
    notebook : str
        Name of the notebook that shows it.
    after : Item or None
        The exercise that has to be done first; a figure that gives nothing away has none.
    store : Store
        Says whether that exercise is done; the page is not asked.
    draw : callable
        Makes what the figure shows, as plain data; called once, and only when the figure may be seen.
    """

    name: str
    lesson: str
    notebook: str
    after: Item | None
    store: Store
    draw: Callable[[], dict[str, Any]]
    _drawn: dict[str, Any] | None = field(default=None, init=False, repr=False)

    def is_open(self) -> bool:
        """Say whether the exercise was checked, shown or passed, today or on an earlier day; a seal must be opened."""
        if self.after is None:
            return True
        draft = self.store.draft(self.lesson, self.after.id)
        attempts = self.store.attempts(self.lesson, self.after.id)
        done = any(attempt.what != "seal" for attempt in attempts)
        return done or bool(draft and draft.phase not in ("open", "sealed"))

    def page(self) -> dict[str, Any]:
        """Give all that the page may know beforehand: nothing of what the figure shows."""
        awaited = {"exercise": self.after.id, "title": self.after.title} if self.after else {}
        about = {"name": self.name, "lesson": self.lesson, "notebook": self.notebook, "code": self.store.code}
        return about | awaited | {"open": self.is_open()}

    def answer(self, content: object) -> Iterator[dict[str, Any]]:
        """Reply to one message of the page.

        Parameters
        ----------
        content : object
            Whatever came; only a request to look is understood.

        Yields
        ------
        dict
            ``closed``; or ``drawing`` and then ``open`` with what the figure shows; or ``trouble`` in words.
        """
        if content != {"kind": "look"}:
            return
        try:
            if not self.is_open():
                yield {"kind": "closed"}
                return
            yield {"kind": "drawing"}
            self._drawn = self._drawn or self.draw()
            yield {"kind": "open", "content": self._drawn}
        except (DrawingTrouble, StoreTrouble) as trouble:
            yield {"kind": "trouble", "words": str(trouble)}
        except Exception as error:
            detail = f"{type(error).__name__}: {error}"
            yield {"kind": "trouble", "words": words("charts")["trouble"].format(detail=detail)}
