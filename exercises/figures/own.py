"""A chart of what the student marked in one exercise, drawn from the answer as it stands whenever it is looked at."""

from __future__ import annotations

from typing import Any

from exercises.answers.standing import standing
from exercises.answers.store import StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Work
from exercises.charts.own import own_chart
from exercises.exchange.face import NOTHING, Changed, Send
from exercises.figures.figure import Figure
from exercises.kinds.base import Item
from exercises.words import words

NAME = "your-marks"


class OwnFigure(Figure):
    """A figure that shows each student their own marks; nothing of it is kept.

    Parameters
    ----------
    lesson, notebook : str
        As for a `Figure`.
    after : Item
        The exercise that is drawn, once it is done.
    earlier : Item or None
        The exercise that it takes up.
    """

    def __init__(self, lesson: str, notebook: str, after: Item, earlier: Item | None) -> None:
        super().__init__(NAME, "chart", lesson, notebook, after, dict)
        self._item, self._earlier = after, earlier
        self.reads = frozenset([after.id, *([earlier.id] if earlier else [])])

    def page(self, work: Work) -> dict[str, Any]:
        """Say besides that it is drawn anew when the exercise is done once more."""
        return super().page(work) | {"own": True}

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Reply with the chart as the marks stand now; or ``closed``, or ``trouble`` in words."""
        if content == {"kind": "look"}:
            try:
                send(self._seen(student.work(self.lesson, self.reads)))
            except StoreTrouble as trouble:
                send({"kind": "trouble", "words": str(trouble)})
        return NOTHING

    def _seen(self, work: Work) -> dict[str, Any]:
        if not self.is_open(work):
            return {"kind": "closed"}
        before = (self._earlier, self._answer(self._earlier, work)) if self._earlier else None
        chart = own_chart(self._item, self._answer(self._item, work), before)
        if chart is None:
            return {"kind": "trouble", "words": words("charts")["own"]["nothing"]}
        return {"kind": "open", "content": chart.plain()}

    def _answer(self, item: Item, work: Work) -> dict[str, Any]:
        draft = standing(item, work.draft(self.lesson, item.id))
        return draft.answer if draft else {}
