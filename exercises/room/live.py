"""The figures of a class as HTML, counted anew only when its file has changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup

from exercises.answers.store import Store
from exercises.answers.whole_class import ClassReader
from exercises.room.figures.board import Board
from exercises.room.figures.counting import Counting
from exercises.room.figures.wall import for_the_wall
from exercises.room.library import Library, lesson_of
from exercises.room.register import Register
from exercises.room.templates import fill


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
        self._seen: object = None
        self._board: Board | None = None
        self._drawn: dict[tuple[bool, bool], Drawing] = {}
        # Pages are drawn in threads of their own, so that no save waits for them; one at a time.
        self._lock = threading.Lock()
        # Templates are read now, and not while the first student waits for a page.
        fill("figures.html", board=Board("", "", ()), wall=False)

    @property
    def name(self) -> str:
        """Name of the class: that of its folder."""
        return self._store.path.parent.name

    def draw(self, *, wall: bool, came: Collection[tuple[str, str]] = frozenset(), complete: bool = True) -> Drawing:
        """Give the figures as they stand now, in the language that is spoken.

        Parameters
        ----------
        wall : bool
            Whether the class looks on.
        came : collection of tuple of str
            Code and page of those who have come, as `Presence.came` gives them.
        complete : bool
            Whether somebody may be at work who has not come back yet, as `Presence.is_complete` says.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        with self._lock:
            board = self._now(came)
            how = wall, complete
            if how not in self._drawn:
                shown = for_the_wall(board, complete=complete) if wall else board
                html = fill("figures.html", board=shown, wall=wall)
                self._drawn[how] = Drawing(html, hashlib.sha256(html.encode()).hexdigest()[:16])
            return self._drawn[how]

    def _now(self, came: Collection[tuple[str, str]]) -> Board:
        # Taken first: what is changed while we read makes us read once more.
        stamp = self._store.stamp(), came
        if self._board is None or stamp != self._seen:
            here: dict[str, set[str]] = {}
            for code, page in came:
                here.setdefault(lesson_of(page), set()).add(code)
            self._board = self._counting.board(self._reader.read(self._register.codes()), here)
            self._seen = stamp
            self._drawn.clear()
        return self._board
