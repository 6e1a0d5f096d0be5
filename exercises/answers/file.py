"""The file of answers on the disk: opened for one short transaction at a time, moved aside when it is damaged."""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DatabaseError

from exercises.answers.clearing import has_unfindable, set_aside_unreadable
from exercises.answers.engine import engine_of, is_of_no_known_form, leave_write_ahead, make_folder
from exercises.answers.happened import Happened
from exercises.answers.layout import EDITION, Damaged, Newer, edition_of, lay_out
from exercises.answers.moved import put_away
from exercises.answers.reading import UnreadableRow
from exercises.answers.sighting import Identity, Sighting, Sign, identity_of, sign_of, stamp_of
from exercises.answers.tables import COUNT, COUNTED
from exercises.answers.trouble import (
    DAMAGED,
    cause_of,
    explain,
    full_code,
    may_be_damage,
    primary_code,
    trouble,
)
from exercises.words import words

FILE_NAME = "answers.sqlite"

_NUMBERS = 10**12

T = TypeVar("T")


class AnswerFile:
    """One SQLite file that several notebooks and threads may use at once.

    No connection to a student's own file outlives its transaction: a handler may run in another thread after a
    reconnect, and homes may lie on network drives, where write-ahead logging fails. What happens to the file is noted
    in it, as notices.

    Parameters
    ----------
    folder : Path
        Where the file lies; made, for its owner only, when it is missing.
    tables : MetaData
        The tables that the file must hold.
    ahead : bool
        Whether it lies on a local disk and one program keeps it open, as that of a class: then it is logged ahead.
    """

    def __init__(self, folder: Path, tables: MetaData, *, ahead: bool = False) -> None:
        # Absolute, so that a notebook that changes its working folder does not begin a second file there.
        self.path = folder.absolute() / FILE_NAME
        self._tables, self._ahead = tables, ahead
        self._engine = engine_of(self.path, ahead=ahead)
        self._reading = self._engine.execution_options(begin="BEGIN")
        self._writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        self._ready: Identity | None = None
        self._sighting = Sighting(self.path)
        self.number = 0  # of the file that was found here last, by chance: no other file ever has the same
        self._happened = Happened(self.path, tables)
        # Whether an empty file held something before, and how often rows were set aside while it was open.
        self._was_used, self.cleared = False, 0
        self._lock = threading.RLock()

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        """Do some work in one transaction: all of it is kept, or nothing.

        Parameters
        ----------
        work : callable
            Gets the connection; called again if the file or a row of it had to be put aside.
        write : bool
            Whether it changes anything. Writers queue from the start, so that no two wait for each other.

        Raises
        ------
        StoreTrouble
            If the disk does not do its part.
        """
        for last in (False, False, True):
            before = identity_of(self.path)
            try:
                self._prepare()
                return self._written(work) if write else self._once(work, write=False)
            except UnreadableRow:
                if last:
                    raise trouble("other", self.path, words("store")["row"]) from None
                self.run(self.clear, write=True)
            except Newer:
                raise trouble("newer", self.path, "") from None
            # SQLite itself names what is damaged, and where that is no text, its words cannot be read.
            except (Damaged, UnicodeDecodeError) as damage:
                if last:
                    raise trouble("other", self.path, words("store")["layout"]) from damage
                self._move_aside(before)
            except DatabaseError as error:
                if last or not self._mended(error, before):
                    explain(error, self.path)
            except OSError as error:
                raise trouble(cause_of(error), self.path, error.strerror or str(error)) from error
        raise AssertionError  # the last round returns or raises

    def stamp(self) -> object:
        """Give what is another one after every change that anybody makes."""
        # Whoever opens and closes the file beside SQLite gives up all locks of this program on it: another program
        # would take itself for the last one, and throw away the log in which this one goes on writing.
        return self.run(sign_of, write=False) if self._ahead else stamp_of(self.path)

    def clear(self, connection: Connection) -> None:
        """Set rows aside that nobody can read."""
        set_aside_unreadable(connection)
        self.cleared += 1

    def follow(self, before: AnswerFile) -> None:
        """Go on from what was seen when the file was opened before, so that one laid over it since is known for it."""
        if before.path == self.path:
            with self._lock:
                self._sighting, self._ready = copy(before._sighting), before._ready
                self.number = before.number
                self._happened.follow(before._happened)

    def _written(self, work: Callable[[Connection], T]) -> T:
        there = self._ready
        done = self._counted(self._happened.noting(work))
        # Where the file was moved meanwhile, this went into one that nobody looks into any more.
        return done if identity_of(self.path) == there else self.run(work, write=True)

    def _counted(self, work: Callable[[Connection], T]) -> T:
        """Do some work that writes, and count it in the file."""
        own = {"mark": self._sighting.mark}

        def do(connection: Connection) -> tuple[T, int | None]:
            connection.execute(COUNT, own)
            # Another thread of a room may see this change before it is noted here.
            return work(connection), int(connection.execute(COUNTED, own).scalar_one()) if self._ahead else None

        done, count = self._once(do, write=True)
        with self._lock:
            self._sighting.wrote(count)
        return done

    def _is_another(self) -> bool:
        """Say whether another file was laid over ours, or an older copy of it."""
        touched = False

        def look() -> Sign:
            nonlocal touched
            touched = True
            return self._sign()

        another = self._sighting.is_another(look)
        if touched and not another:
            self._once(self._happened.look, write=False)
        return another

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
            return self._once(self._sighting.make_whole, write=True)
        return self._sighting.sign

    def _once(self, work: Callable[[Connection], T], *, write: bool) -> T:
        with (self._writing if write else self._reading).begin() as connection:
            return work(connection)

    def _mended(self, error: DatabaseError, before: Identity | None) -> bool:
        code = primary_code(error)
        unknown = code == sqlite3.SQLITE_READONLY and is_of_no_known_form(self.path)
        if code in DAMAGED or unknown or "unsupported file format" in str(error.orig):
            self._move_aside(before)
            return True
        if full_code(error) == sqlite3.SQLITE_READONLY_DBMOVED:
            return True
        # Look again at what is there now, and never move a file for such a message.
        damaged = may_be_damage(error)
        self._was_used |= damaged and self._ready is not None
        self._ready = None
        return damaged

    def _prepare(self) -> None:
        """See that folder, file and tables are there, also when somebody has removed them since the last call."""
        with self._lock:
            there = identity_of(self.path)
            if self._ready is not None and self._ready == there and not self._is_another():
                return
            self._engine.dispose()  # A connection that is kept would go on with what lay there before.
            if self._ready is not None:
                self._happened.happens("gone" if there is None else "exchanged")
            self._ready = None
            self._sighting.forget()
            make_folder(self.path.parent)
            if not self.path.exists():
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            edition = self._once(lambda connection: edition_of(connection, self._tables), write=False)
            if edition == 0 and self._was_used:
                self._happened.happens("emptied")
            self._was_used = False
            if edition != EDITION or self._happened.is_untold:
                self._once(self._begin, write=True)
                self._happened.told()
            # One that nobody may write in stays as it is.
            with suppress(DatabaseError):
                if edition != 0 and self._once(has_unfindable, write=False):
                    self._once(set_aside_unreadable, write=True)
            self._once(self._happened.look, write=False)
            self._sighting.begin(self._sign())
            self._ready = identity_of(self.path)
            self.number = 1 + secrets.randbelow(_NUMBERS)

    def _begin(self, connection: Connection) -> None:
        lay_out(connection, self._tables)
        if self._happened.is_untold:
            connection.execute(COUNT, {"mark": self._sighting.mark})
            self._happened.tell(connection)

    def _move_aside(self, damaged: Identity | None) -> None:
        """Keep a damaged file under a new name, so that the work goes on and nothing is thrown away."""
        with self._lock:
            self._ready, self._was_used = None, False
            # Another notebook may have seen the same damage and put a good file here already.
            if damaged is None or identity_of(self.path) != damaged:
                return
            self._engine.dispose()
            try:
                put_away(self.path)
            except OSError as error:
                raise trouble("damaged-stays", self.path, error.strerror or str(error)) from error
