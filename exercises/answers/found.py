"""What lies where the file of answers should be: found, and begun where there is none, by one process at a time."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DatabaseError

from exercises.answers.engine import engine_of, leave_write_ahead, make_folder
from exercises.answers.extent import lacking, note_extent
from exercises.answers.happened import Happened
from exercises.answers.layout import EDITION, edition_of, lay_out
from exercises.answers.mending import mend, needs_mending
from exercises.answers.reading import UnreadableRow
from exercises.answers.salvage import came_over
from exercises.answers.sighting import Identity, Sighting, Sign, identity_of, sign_of
from exercises.answers.tables import COUNT
from exercises.answers.trouble import trouble
from exercises.answers.turn import Turn

_NUMBERS = 10**12

T = TypeVar("T")


class Found:
    """A file of answers as it was found last, and what was seen happen to it since.

    Parameters
    ----------
    path : Path
        The file.
    tables : MetaData
        The tables that it must hold.
    ahead : bool
        Whether it is logged ahead.
    """

    def __init__(self, path: Path, tables: MetaData, *, ahead: bool = False) -> None:
        self.path, self._tables, self._ahead = path, tables, ahead
        self._engine = engine_of(self.path, ahead=ahead)
        self._reading = self._engine.execution_options(begin="BEGIN")
        self._writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        self._ready: Identity | None = None
        self._sighting = Sighting(self.path)
        self.number = 0  # of the file that was found here last, by chance: no other file ever has the same
        self._happened = Happened(self.path, tables)
        self._was_used = False  # whether an empty file held something before
        self.cleared = 0  # how often rows were set aside, or found to be missing, while it was open
        self._lock, self._turn = threading.RLock(), Turn(self.path)

    def follow(self, before: Found) -> None:
        """Go on from what was seen when the file was opened before, so that one laid over it since is known for it."""
        if before.path == self.path:
            with self._lock:
                self._sighting, self._ready = copy(before._sighting), before._ready
                self.number = before.number
                self._happened.follow(before._happened)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other thread and process from beginning the file anew, mending it or setting it aside."""
        with self._lock, self._turn.taken():
            yield

    def _prepare(self) -> None:
        """See that folder, file and tables are there, also when somebody has removed them since the last call."""
        with self._lock:
            if not self._is_as_it_was():
                with self._alone():
                    self._find()

    def _is_as_it_was(self) -> bool:
        return self._ready is not None and self._ready == identity_of(self.path) and not self._is_another()

    def _find(self) -> None:
        """Take what lies there for the file; where there is none, or one of an earlier edition, begin it."""
        self._engine.dispose()  # A connection that is kept would go on with what lay there before.
        if self._ready is not None:
            self._happened.happens("exchanged" if self.path.exists() else "gone")
        self._ready = None
        self._sighting.forget()
        make_folder(self.path.parent)
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        if not self.path.is_file():
            raise trouble("no-file", self.path, "")
        there = identity_of(self.path)
        edition = self._once(lambda connection: edition_of(connection, self._tables), write=False)
        if edition == 0 and self._was_used:
            self._happened.happens("emptied")
        self._was_used = False
        if edition != EDITION or self._happened.is_untold:
            self._once(lambda connection: self._begin(connection, edition), write=True)
            came = self._once(came_over, write=False)
            # One that nobody finds holds nothing of what came.
            self._happened.told(came if identity_of(self.path) == there else ())
        # One that nobody may write in stays as it is.
        with suppress(DatabaseError):
            if edition != 0 and self._once(needs_mending, write=False):
                self._once(mend, write=True)
        self._once(self._happened.look, write=False)
        self._sighting.begin(self._sign())
        self._ready = there
        self.number = 1 + secrets.randbelow(_NUMBERS)

    def _begin(self, connection: Connection, edition: int) -> None:
        lay_out(connection, self._tables)
        if edition != 0:
            # Before anything else is written: how much there was is known until then.
            mend(connection)
        if self._happened.is_untold:
            connection.execute(COUNT, {"mark": self._sighting.mark})
            self._happened.tell(connection)

    def _is_another(self) -> bool:
        """Say whether another file was laid over ours, or an older copy of it."""
        touched = False

        def look() -> Sign:
            nonlocal touched
            touched = True
            return self._sign()

        another = self._sighting.is_another(look)
        if touched and not another:
            self._mend_open()
            self._once(self._happened.look, write=False)
        return another

    def _mend_open(self) -> None:
        """Look through a file that somebody touched while it was open: what we write next may hide what is missing."""
        # In that of a class a work file may just be coming in, piece by piece: its drafts come last.
        needed = lacking if self._ahead else needs_mending
        # One that nobody may write in stays as it is.
        with suppress(DatabaseError):
            if self._once(needed, write=False):
                self._once(mend, write=True)
                self.cleared += 1

    def _sign(self) -> Sign:
        """Read the sign of the file; where a part of it is missing or damaged, it is made whole first."""
        if not self._ahead:
            leave_write_ahead(self._engine, self.path)
        with suppress(UnreadableRow):
            sign = self._once(sign_of, write=False)
            if all(sign):
                return sign
        # One that nobody may write in stays as it is.
        with suppress(DatabaseError):
            return self._change(self._sighting.make_whole)
        return self._sighting.sign

    def _change(self, work: Callable[[Connection], T]) -> T:
        """Do some work that writes in an open file; what is missing by then is said first: the note of it goes."""

        def do(connection: Connection) -> tuple[T, bool]:
            if missing := bool(lacking(connection)):
                mend(connection)
            return work(connection), missing

        done, missing = self._once(do, write=True)
        self.cleared += missing
        return done

    def _once(self, work: Callable[[Connection], T], *, write: bool) -> T:
        with (self._writing if write else self._reading).begin() as connection:
            done = work(connection)
            if write:
                note_extent(connection)
            return done
