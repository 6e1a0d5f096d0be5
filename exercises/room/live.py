"""The figures of a class as HTML, counted anew only when its file has changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from exercises.answers.store import Store
from exercises.answers.whole_class import ClassReader, WholeClass
from exercises.room.figures.board import Board
from exercises.room.figures.counting import Counting
from exercises.room.gradebook import gradebook
from exercises.room.library import Library, lesson_of
from exercises.room.register import Register
from exercises.room.templates import fill

Opened = Mapping[str, Collection[str]]
NOTHING: Opened = {}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Figures as HTML, and a mark that is another one when they are."""

    html: Markup
    mark: str


class Live:
    """Draws a class for its teacher, and for the wall.

    Parameters
    ----------
    store, register : Store, Register
        The file of the class, and its cards.
    library : Library
        Its lessons.
    """

    def __init__(self, store: Store, register: Register, library: Library) -> None:
        self._store, self._register = store, register
        self._reader, self._counting = ClassReader(store), Counting(library.shelves.values())
        self._lessons, self._shelves = tuple(library.shelves), tuple(library.shelves.values())
        self._seen: object = None
        self._whole, self._here = WholeClass(()), dict[str, set[str]]()
        self._drawn: dict[tuple[bool, bool], Drawing] = {}
        # Pages are drawn in threads of their own, so that no save waits for them; one at a time.
        self._lock = threading.Lock()
        # Templates are read now, and not while the first student waits for a page.
        fill("figures.html", board=Board("", "", ()), wall=False)

    @property
    def name(self) -> str:
        """Name of the class: that of its folder."""
        return self._store.path.parent.name

    def draw(self, *, wall: bool, opened: Opened = NOTHING, kept: bool = False) -> Drawing:
        """Give the figures as they stand now, in the language that is spoken.

        Parameters
        ----------
        wall : bool
            Whether the class looks on.
        opened : mapping of str to collection of str
            By device the pages that it has opened, as `Presence.opened` gives them.
        kept : bool
            Whether it is for a file, where nothing is said of this moment.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        with self._lock:
            # Taken first: what is changed while we read makes us read once more.
            stamp = self._store.stamp(), opened
            if stamp != self._seen:
                self._drawn.clear()
                self._whole = self._reader.read(self._register.codes())
                self._here = self._at_work(opened)
                self._seen = stamp
            if (wall, kept) not in self._drawn:
                board = (self._counting.wall if wall else self._counting.board)(self._whole, self._here)
                html = fill("figures.html", board=board.alone if kept else board, wall=wall)
                self._drawn[wall, kept] = Drawing(html, hashlib.sha256(html.encode()).hexdigest()[:16])
            return self._drawn[wall, kept]

    def gradebook(self) -> str:
        """Give the class as a table for a gradebook, in the language that is spoken.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        with self._lock:
            return gradebook(self._reader.read(self._register.codes()), self._shelves)

    def _at_work(self, opened: Opened) -> dict[str, set[str]]:
        """Give by lesson the codes that are in and may work on it: all but those who have opened other lessons alone.

        The devices that are in are known by the file of the class, and so as well after a restart, or from one that
        sleeps.
        """
        here: dict[str, set[str]] = {lesson: set() for lesson in self._lessons}
        for code, devices in self._register.devices().items():
            for device in devices:
                pages = opened.get(device.device)
                for lesson, codes in here.items():
                    if pages is None or any(lesson_of(page) == lesson for page in pages):
                        codes.add(code)
        return here
