"""What a notebook holds in ``lesson``: the exercises, the bar and the charts of one lesson, for one student."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from exercises.answers.store import Store, StoreTrouble
from exercises.charts import Chart
from exercises.charts.elsewhere import draw_elsewhere
from exercises.exchange.exchange import Exchange
from exercises.figures.figure import Figure
from exercises.figures.live import LIVE, known_charts
from exercises.jupyter.bar import BarWidget
from exercises.jupyter.exercise import ExerciseWidget
from exercises.jupyter.figure import LIVE_WIDGETS, ChartWidget, FigureWidget
from exercises.jupyter.report import ReportWidget
from exercises.kinds.base import Item
from exercises.kinds.items import find_item, items_of, load_items, taken_up
from exercises.kinds.rate.forms import form_of
from exercises.lesson.load import Lesson, find_lessons, load_lesson
from exercises.report import gather
from exercises.report.parts import Report
from exercises.words import words


class Session:
    """One open lesson.

    Parameters
    ----------
    lesson : Lesson
        What is taught.
    items : dict of str to Item
        Its exercises by id.
    store : Store
        The student's answers.
    notebook : str
        Name of the notebook that is open, or an empty string.
    """

    def __init__(self, lesson: Lesson, items: dict[str, Item], store: Store, notebook: str) -> None:
        self.lesson = lesson
        self.store = store
        self.notebook = notebook
        self._items = items
        self._shown: dict[str, ExerciseWidget] = {}
        self._openings: dict[str, ExerciseWidget] = {}
        self._figures: dict[str, FigureWidget] = {}
        self._report: ReportWidget | None = None

    def show(self, name: str) -> ExerciseWidget:
        """Show one exercise with the answer last stored.

        Parameters
        ----------
        name : str
            Id of the exercise.

        Returns
        -------
        ExerciseWidget
            The last line of a cell draws it.

        Raises
        ------
        UnknownExercise
            If there is none of that name; the message suggests the nearest.
        """
        self._shown[name] = self._widget(name)
        return self._shown[name]

    def form(self, place: str) -> ExerciseWidget:
        """Show the first or the last form, whichever that is under ``first_form`` in ``lesson.yaml``.

        Parameters
        ----------
        place : str
            ``first`` or ``last``.

        Returns
        -------
        ExerciseWidget
            The last line of a cell draws it.

        Raises
        ------
        ValueError
            If there is no such place, or the lesson has no forms.
        """
        return self.show(form_of(self.lesson, place))

    def open_seal(self, name: str) -> ExerciseWidget:
        """Show the place where a sealed answer is opened; nothing is opened before the student says so.

        Parameters
        ----------
        name : str
            Id of the sealed exercise.

        Returns
        -------
        ExerciseWidget
            The last line of a cell draws it.

        Raises
        ------
        UnknownExercise
            If there is none of that name; the message suggests the nearest.
        ValueError
            If the exercise is not sealed.
        """
        if not find_item(self._items, name).seal:
            raise ValueError(words("session")["not_sealed"].format(name=name))
        self._openings[name] = self._widget(name, opening=True)
        return self._openings[name]

    def _widget(self, name: str, *, opening: bool = False) -> ExerciseWidget:
        item = find_item(self._items, name)
        earlier = self._items.get(taken_up(item))
        exchange = Exchange(self.lesson, item, self.store, self.notebook, earlier=earlier, opening=opening)
        widget = ExerciseWidget(exchange)
        widget.on_stored = partial(self._stored, widget, name)
        return widget

    def _stored(self, teller: ExerciseWidget, name: str) -> None:
        """Draw an answer anew wherever else it is shown: where its seal is opened, and where it is taken up."""
        for shown in (self._shown, self._openings):
            for other, widget in shown.items():
                if widget is not teller and name in (other, taken_up(self._items[other])):
                    # On a failing disk each exercise speaks for itself as soon as it is used.
                    with suppress(StoreTrouble):
                        widget.update()

    def bar(self, form: str | None = None) -> BarWidget:
        """Show what is done and saved, how sure and how often right, and the buttons to save and open work.

        Parameters
        ----------
        form : str, optional
            ``first`` or ``last`` where the notebook holds one of the forms, so that it counts as an exercise of it.
        """
        items = items_of(self.lesson, self.notebook) if self.notebook else []
        if form is not None:
            items = [*items, self._items[form_of(self.lesson, form)]]
        return BarWidget(self.lesson, items, self._items, self.store, self.notebook, on_change=self._refresh)

    def chart(self, name: str, after: str | None = None) -> Chart | FigureWidget:
        """Show a chart of the lesson, or a figure that the student operates.

        Parameters
        ----------
        name : str
            Name of the chart.
        after : str, optional
            Id of the exercise whose answers the chart would give away: it opens when that is done.

        Returns
        -------
        Chart or FigureWidget
            The chart itself, with alt text and the same numbers as a table; or a widget, if it is operated or waits.
            The last line of a cell draws it.

        Raises
        ------
        KeyError
            If there is no such chart; the message lists those there are.
        UnknownExercise
            If there is no such exercise; the message suggests the nearest.
        DrawingTrouble
            If the chart cannot be drawn now.
        """
        known = known_charts(self.lesson)
        if name not in known:
            raise KeyError(f"There is no chart {name!r}. There are: {', '.join(sorted(known))}.")
        if after is None and name not in LIVE:
            return draw_elsewhere(name, self.lesson)
        awaited = find_item(self._items, after) if after is not None else None
        draw = partial(LIVE.get(name) or partial(_plain_chart, name), self.lesson)
        figure = Figure(name, self.lesson.id, self.notebook, awaited, self.store, draw)
        self._figures[name] = LIVE_WIDGETS.get(name, ChartWidget)(figure)
        return self._figures[name]

    def report(self) -> ReportWidget:
        """Show what the report of this lesson holds, and the button that saves it as one page."""
        self._report = ReportWidget(self.store, self._gather, self.notebook)
        return self._report

    def _gather(self) -> Report:
        return gather(self.lesson, self._items, self.store.work(), date.today())  # noqa: DTZ011 - the student's own day

    def _refresh(self) -> None:
        exercises = [*self._shown.values(), *self._openings.values()]
        reports = [self._report] if self._report else []
        widgets: list[ExerciseWidget | FigureWidget | ReportWidget] = [*exercises, *self._figures.values(), *reports]
        for widget in widgets:
            widget.refresh()


def _plain_chart(name: str, lesson: Lesson) -> dict[str, Any]:
    return draw_elsewhere(name, lesson).plain()


def open_session(name: str, notebook: str | None = None) -> Session:
    """Open a lesson and print the ready line; ``exercises.open_lesson`` explains the parameters."""
    lesson = load_lesson(find_lessons() / name)
    items = load_items(lesson)
    store = Store()
    entry = next((entry for entry in lesson.info.notebooks if entry.name == notebook), None)
    spoken = words("session")
    ready = spoken["ready"].format(title=entry.title if entry else lesson.info.title, code=store.code)
    print(ready)  # noqa: T201 - the one line that tells a student that the notebook works
    return Session(lesson, items, store, notebook or "")
