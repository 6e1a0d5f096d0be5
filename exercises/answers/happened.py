"""What happened to the file of answers, from when it is seen until it is noted in the file that lies there then."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, MetaData

from exercises.answers.layout import Note, add_notice, all_notices, is_open, open_notes, say_on, was_told
from exercises.answers.moved import pending, put_to_rest
from exercises.answers.salvage import bring_over

T = TypeVar("T")


class Happened:
    """What one program saw happen to a file, and what was to be said of that file before.

    Parameters
    ----------
    path : Path
        The file.
    tables : MetaData
        The tables that it holds.
    """

    def __init__(self, path: Path, tables: MetaData) -> None:
        self._path, self._tables = path, tables
        self._known: frozenset[tuple[str, str]] = frozenset()
        self._open: list[Note] = []  # what nobody had closed when the file was last seen whole
        self._untold: list[Note] = []
        self._brought: list[Path] = []  # damaged files that came over, and have no lasting name yet

    @property
    def is_untold(self) -> bool:
        """Whether something is to be noted in the file, or brought over into it.

        Whoever moved a damaged one aside may have died, or met a full disk, before anything came over.
        """
        return bool(self._untold or pending(self._path))

    def happens(self, name: str) -> None:
        """See something happen, by the name of its sentence in the section ``store`` of the words."""
        self._untold.append((name, {"file": str(self._path)}))

    def look(self, connection: Connection) -> None:
        """Remember what stands in the file, so that another one in its place can say it."""
        self._known, self._open = all_notices(connection), open_notes(connection)

    def noting(self, work: Callable[[Connection], T]) -> Callable[[Connection], T]:
        """Give some work that remembers at its end what is to be said of the file then."""

        def do(connection: Connection) -> T:
            done = work(connection)
            self._open = open_notes(connection)
            return done

        return do

    def tell(self, connection: Connection) -> None:
        """Note what happened, after what was to be said before, and bring over what can be read of a damaged file."""
        told = was_told(connection, self._known, self._path)
        say_on(connection, self._open)
        # Where a notebook that saw it first has noted what happened, once is enough.
        for name, parts in () if told else self._untold:
            if not is_open(connection, name, parts):
                add_notice(connection, name, parts)
        self._brought = pending(self._path)
        bring_over(connection, self._brought, self._tables)

    def told(self, came: Collection[str]) -> None:
        """Know that it was noted, and kept, in the file that lies there, and which files came over into that one."""
        self._untold.clear()
        for kept in self._brought:
            if kept.name in came:
                put_to_rest(kept)
        self._brought.clear()

    def follow(self, before: Happened) -> None:
        """Go on from what was seen when the file was opened before."""
        self._known, self._open = before._known, before._open
        self._untold += before._untold
