"""What a notebook holds in ``lesson``: the faces of one lesson as widgets, a cell each."""

from __future__ import annotations

from exercises.answers.opening import open_store
from exercises.jupyter.widget import FaceWidget
from exercises.kinds.items import load_items
from exercises.lesson.load import find_lessons, load_lesson
from exercises.notebook.ready import refuse_drafts
from exercises.visit import Visit
from exercises.words import speaking, words


class Session:
    """One open lesson in a notebook. The last line of a cell draws what a method gives.

    Parameters
    ----------
    visit : Visit
        The lesson, for whoever works at this computer.
    """

    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    def show(self, name: str) -> FaceWidget:
        """Show one exercise with the answer last stored.

        Parameters
        ----------
        name : str
            Id of the exercise.

        Raises
        ------
        UnknownExercise
            If there is none of that name; the message suggests the nearest.
        """
        return FaceWidget(self.visit, self.visit.exercise(name))

    def form(self, place: str) -> FaceWidget:
        """Show the first or the last form, whichever that is under ``first_form`` in ``lesson.yaml``.

        Parameters
        ----------
        place : str
            ``first`` or ``last``.

        Raises
        ------
        ValueError
            If there is no such place, or the lesson has no forms.
        """
        return FaceWidget(self.visit, self.visit.form(place))

    def open_seal(self, name: str) -> FaceWidget:
        """Show the place where a sealed answer is opened; nothing is opened before the student says so.

        Parameters
        ----------
        name : str
            Id of the sealed exercise.

        Raises
        ------
        UnknownExercise
            If there is none of that name; the message suggests the nearest.
        ValueError
            If the exercise is not sealed.
        """
        return FaceWidget(self.visit, self.visit.open_seal(name))

    def bar(self, form: str | None = None) -> FaceWidget:
        """Show what is done and saved, how sure and how often right, and the buttons to save and open work.

        Parameters
        ----------
        form : str, optional
            ``first`` or ``last`` where the notebook holds one of the forms, so that it counts as an exercise of it.
        """
        return FaceWidget(self.visit, self.visit.bar(form))

    def chart(self, name: str, after: str | None = None) -> FaceWidget:
        """Show a chart of the lesson, or a figure that the student operates.

        Parameters
        ----------
        name : str
            Name of the chart.
        after : str, optional
            Id of the exercise whose answers the chart would give away: it opens when that is done.

        Raises
        ------
        KeyError
            If there is no such chart; the message lists those there are.
        UnknownExercise
            If there is no such exercise; the message suggests the nearest.
        """
        return FaceWidget(self.visit, self.visit.figure(name, after))

    def report(self) -> FaceWidget:
        """Show what the report of this lesson holds, and the button that saves it as one page."""
        return FaceWidget(self.visit, self.visit.report())


_OPEN: dict[tuple[str, str | None], Session] = {}
"""The lessons that notebooks of this kernel have open."""


def open_session(name: str, notebook: str | None = None) -> Session:
    """Open a lesson and print the ready line; ``exercises.open_lesson`` explains the parameters."""
    lesson, before = load_lesson(find_lessons() / name), _OPEN.get((name, notebook))
    items = load_items(lesson)
    with speaking(lesson.info.language):
        refuse_drafts(lesson, items, notebook or "")
        store = open_store(before.visit.store, before.visit.code) if before else open_store()
        visit = Visit(lesson, items, store, notebook or "")
        entry = next((entry for entry in lesson.info.notebooks if entry.name == notebook), None)
        ready = words("session")["ready"].format(title=entry.title if entry else lesson.info.title)
    # It names nothing that may change while it stands there, such as a code.
    print(ready)  # noqa: T201 - the one line that tells a student that the notebook works
    if before:
        visit.follow(before.visit)
    session = _OPEN[name, notebook] = Session(visit)
    return session


def opened_session(name: str, notebook: str) -> Session:
    """Give a lesson that is open, or open it."""
    return _OPEN.get((name, notebook)) or open_session(name, notebook)
