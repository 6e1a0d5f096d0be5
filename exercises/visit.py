"""One lesson for one student, without a host: hands out exercises, figures, bar and report as faces, and draws them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress

from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Work
from exercises.bar.bar import Bar
from exercises.exchange.exercise import Exercise
from exercises.exchange.face import Changed, Face
from exercises.exchange.guest import Guest
from exercises.exchange.shown import Drawn, Redraw, Shown
from exercises.figures.figure import Figure
from exercises.figures.live import figure_of
from exercises.kinds.base import Item
from exercises.kinds.exercises import Exercises, find_item
from exercises.kinds.items import taken_up
from exercises.kinds.rate.forms import form_of
from exercises.lesson.load import Lesson
from exercises.report.place import Place
from exercises.words import speaking, words


class Visit:
    """One open lesson. All that it gives to pages is in its language, whatever is spoken around it.

    Parameters
    ----------
    lesson : Lesson
        What is taught.
    items : Exercises
        Its exercises.
    store : Store
        Where answers are kept.
    notebook : str
        Name of the notebook that is open, or an empty string.
    language : str, optional
        Code of the language that the student chose; that of the lesson by default.
    guest : Guest, optional
        Whom a host has let in; without one it is whoever works at this computer.
    """

    def __init__(
        self,
        lesson: Lesson,
        items: Exercises,
        store: Store,
        notebook: str = "",
        language: str | None = None,
        guest: Guest | None = None,
    ) -> None:
        self.lesson, self.items, self.store, self.notebook = lesson, items, store, notebook
        self.language = language or lesson.info.language
        self._shown: list[Shown] = []
        self._guest = guest
        self._code = guest.code if guest else ""
        self._looked: object = guest.stamp() if guest else None
        self._read: tuple[object, Work] | None = None

    def speaking(self) -> AbstractContextManager[None]:
        """Speak the language of this visit until the end of the block."""
        return speaking(self.language, self._guest.host if self._guest else "")

    @property
    def code(self) -> str | None:
        """Code of the student who works in this notebook, or None before anything was asked for."""
        return self._code or None

    @property
    def student(self) -> Student:
        """Whoever works in this notebook: who began here last when it was opened, and from then on who begins in it."""
        self._code = self._code or self.store.code
        return Student(self.store, self._code)

    def exercise(self, name: str) -> Exercise:
        """Give one exercise; UnknownExercise, which suggests the nearest, if there is none of that name."""
        return self._face(self._item(name))

    def form(self, place: str) -> Exercise:
        """Give the ``first`` or ``last`` form; ValueError if there is no such place, or the lesson has no forms."""
        with self.speaking():
            return self.exercise(form_of(self.lesson, place))

    def open_seal(self, name: str) -> Exercise:
        """Give the place where a sealed answer is opened; ValueError if the exercise is not sealed."""
        item = self._item(name)
        if not item.seal:
            with self.speaking():
                raise ValueError(words("session")["not_sealed"].format(name=name))
        return self._face(item, opening=True)

    def _face(self, item: Item, *, opening: bool = False) -> Exercise:
        earlier = self.items.get(taken_up(item))
        return Exercise(self.lesson, item, self.notebook, earlier=earlier, items=self.items, opening=opening)

    def _item(self, name: str) -> Item:
        with self.speaking():
            return find_item(self.items, name)

    def bar(self, form: str | None = None) -> Bar:
        """Give the bar; ``form`` (``first``, ``last``) counts a form that the notebook holds as an exercise of it."""
        items = self.items.of(self.notebook) if self.notebook else ()
        more = [self.form(form).item] if form is not None else []
        return Bar(self.lesson, [*items, *more], self.items, self.notebook, guest=self._guest is not None)

    def figure(self, name: str, after: str | None = None) -> Figure:
        """Give a chart or a figure that the student operates; it opens when the exercise ``after`` is done.

        Raises
        ------
        KeyError
            If there is no such figure; the message lists those there are.
        UnknownExercise
            If there is no such exercise; the message suggests the nearest.
        """
        awaited = self._item(after) if after is not None else None
        with self.speaking():
            earlier = self.items.get(taken_up(awaited)) if awaited else None
            return figure_of(name, self.lesson, self.notebook, awaited, earlier)

    def report(self) -> Place:
        """Give the place that says what the report holds, and saves it as one page."""
        return Place(self.lesson, self.items, self.notebook)

    def draw(self, *faces: Face) -> list[Drawn]:
        """Draw faces for whoever works now, with one read of the store for all of them."""
        with self.speaking():
            work = self._whole()
            return [_drawn(face, work) for face in faces]

    def show(self, face: Face, redraw: Redraw) -> Shown:
        """Draw a face for a host, and from then on tell the host when it has to be drawn anew."""
        with self.speaking():
            student = self.student
            self._shown.append(Shown(self, face, student, _drawn(face, self._whole()), redraw))
        return self._shown[-1]

    def spread(self, teller: Shown, changed: Changed) -> None:
        """Draw anew whatever else is touched by what a message changed."""
        if self._guest and (changed.exercises or changed.code):
            self._wrote(self._guest)
        if changed.code is not None:
            # Where the disk fails just now, the next look draws what was brought in.
            with suppress(StoreTrouble):
                self.begin(changed.code)
        elif changed.elsewhere:
            self.look()
        elif others := [one for one in self._shown if one is not teller and self._follows(one, changed)]:
            # On a failing disk each exercise speaks for itself as soon as it is used.
            with suppress(StoreTrouble), self.speaking():
                work = self._work([one.face for one in others])
                for one in others:
                    one.draw(None, one.face.state(work))

    def _wrote(self, guest: Guest) -> None:
        seen = self._looked == guest.stamp()
        guest.wrote()
        # What was changed here stands here already; what another device changed before is still to be looked at.
        self._looked = guest.stamp() if seen else self._looked

    def _stamp(self) -> object:
        return self._guest.stamp() if self._guest else self.store.stamp()

    def _follows(self, one: Shown, changed: Changed) -> bool:
        # One that is still to be drawn for who began here gets nothing of theirs beside a page of somebody else.
        return bool(one.face.follows & changed.exercises) and one.student.code == self._code

    def begin(self, code: str) -> None:
        """Draw all that is shown for a student who begins or goes on here."""
        if code != self._code and self._read is not None and self._read[1].file != self.store.file:
            # Another file lies there: the pages still have what is lost, and send it before they go over.
            self.look()
        self._code = code
        with self.speaking():
            work = self._whole()
            for one in self._shown:
                one.begin(self)
                one.draw(one.face.page(work), one.face.state(work))

    def follow(self, before: Visit) -> None:
        """Go on with whom an earlier visit of this notebook was for, and with what it has shown.

        A first cell that runs again opens the lesson anew, while the exercises below it stand as they were drawn.
        """
        self._code, self._shown = before._code, before._shown
        for one in self._shown:
            one.begin(self)

    @property
    def has_news(self) -> bool:
        """Whether anything was changed elsewhere since the last look."""
        return self._stamp() != self._looked

    def look(self) -> None:
        """Draw anew what was changed elsewhere since the last look, as in another notebook; looks at the file first."""
        stamp = self._stamp()
        if stamp == self._looked:
            return
        with suppress(StoreTrouble), self.speaking():
            if any(one.student.code != self._code for one in self._shown):
                self.begin(self._code)
            else:
                work = self._whole()
                for one in self._shown:
                    one.draw(None, one.face.state(work))
            self._looked = stamp

    def _whole(self) -> Work:
        """Give all that faces have to know: all that the student has done, read once until somebody changes something.

        What was done in other lessons is asked for as well: the bar tells of answers that no lesson shows.
        """
        now = self.student.code, self._stamp()
        if self._read is None or self._read[0] != now:
            # The stamp is taken first: what is changed while we read makes us read once more.
            self._read = now, self.student.work()
        return self._read[1]

    def _work(self, faces: Iterable[Face]) -> Work:
        """Read what a few faces have to know, just after a change."""
        wanted: frozenset[str] = frozenset()
        for face in faces:
            if face.reads is None:
                return self.student.work()
            wanted |= face.reads
        return self.student.work(self.lesson.id, wanted)


def _drawn(face: Face, work: Work) -> Drawn:
    return Drawn(face.page(work), face.state(work), face.words())
