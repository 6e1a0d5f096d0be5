"""The face of the report's place: what the report would hold now, and the button that saves it as one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from exercises.answers.gone import named
from exercises.answers.owed import Owed, read_owed
from exercises.answers.student import Student
from exercises.answers.work import Work
from exercises.exchange.face import Changed, Done, Send, answered
from exercises.exchange.message import Refusal
from exercises.kinds.exercises import Exercises
from exercises.lesson.load import Lesson
from exercises.page.limits import LARGEST_FILE
from exercises.page.view import View
from exercises.report.gather import gather
from exercises.report.page import report_file, summary
from exercises.report.parts import Report
from exercises.words import words

HERE = Path(__file__).parent
SHOWN = ("title", "button", "about", "inside", "again", "counted_again", "saved_as", "since", "lost")


class Place:
    """Shows what the report holds and hands it to the page when the student asks for it.

    Parameters
    ----------
    lesson : Lesson
        The open lesson.
    items : Exercises
        Its exercises.
    notebook : str
        Name of the open notebook.
    """

    def __init__(self, lesson: Lesson, items: Exercises, notebook: str) -> None:
        self._lesson, self._items, self._notebook = lesson, items, notebook
        self.view = View(HERE / "view.js", HERE / "view.css")
        self.reads = None
        self.follows: frozenset[str] = frozenset()  # It counts when it is asked to.

    def words(self) -> dict[str, Any]:
        """Give the words of the place; those of the report itself stay here."""
        return {name: words("report")[name] for name in SHOWN} | {"download": words("download")}

    def page(self, work: Work) -> dict[str, Any]:
        """Give what the report would hold now, in lines."""
        return self._page(self._report(work))

    def state(self, work: Work) -> dict[str, Any]:  # noqa: ARG002 (what is stored shows in the page)
        """Give nothing: a report stores no answer."""
        return {}

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Do what a button asks; every fault is said beside it."""
        return answered(lambda: self._done(student, content), words("exchange")["broken_beside"], send)

    def _done(self, student: Student, content: object) -> Done:
        match content:
            case {"kind": "count", **more} if not more:
                return {"kind": "counted"}, self._counted(self._report(student.work()))
            case {"kind": "save", **more} if more.keys() <= {"owed", "left"}:
                return self._saved(student.work(), read_owed(more, lambda _: ""))
            case _:
                raise Refusal(words("report")["shape"])

    def _saved(self, work: Work, owed: Owed) -> Done:
        """Make the report, and name the exercises whose newest answers are not stored and so not in it."""
        report = self._report(work)
        file = report_file(report)
        if len(file.text) > LARGEST_FILE:
            raise Refusal(words("report")["large"])
        titles = {(self._lesson.id, name): item.title for name, item in self._items.items()}
        # Of earlier versions it tells nothing, so what lies there alone is not in it either.
        missing = owed.beside(replace(work, aside=())).places
        without = named([place for place in missing if place in titles], titles)
        said = words("report")["without"].format(titles=without) if without else ""
        reply = {"kind": "file", "name": file.name, "type": file.type, "text": file.text, "words": said}
        return reply, self._counted(report)

    def _counted(self, report: Report) -> Changed:
        return Changed(page=self._page(report))

    def _report(self, work: Work) -> Report:
        today = date.today()  # noqa: DTZ011 - the student's own day
        return gather(self._lesson, self._items, work, today)

    def _page(self, report: Report) -> dict[str, Any]:
        return {"code": report.code, "notebook": self._notebook, "lines": summary(report)}
