"""The file of answers on the disk: opened for one short transaction at a time, moved aside when it is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DatabaseError

from exercises.answers.clearing import set_aside_unreadable
from exercises.answers.engine import is_of_no_known_form
from exercises.answers.found import Found
from exercises.answers.layout import Damaged, Newer
from exercises.answers.moved import put_away
from exercises.answers.reading import UnreadableRow
from exercises.answers.sighting import Identity, identity_of, sign_of, stamp_of
from exercises.answers.tables import COUNT, COUNTED
from exercises.answers.trouble import (
    DAMAGED,
    cause_of,
    explain,
    full_code,
    may_be_damage,
    may_pass,
    primary_code,
    trouble,
)
from exercises.words import words

FILE_NAME = "answers.sqlite"

T = TypeVar("T")


class AnswerFile(Found):
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
        super().__init__(folder.absolute() / FILE_NAME, tables, ahead=ahead)

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
        before = identity_of(self.path)
        try:
            return self._try(work, write=write)
        except (UnreadableRow, Damaged, UnicodeDecodeError):
            pass
        except DatabaseError as error:
            if not may_pass(error) and identity_of(self.path) == before:
                explain(error, self.path)
        # Another process may just be mending the same: wait for it, and only what shows again is mended here.
        with self._alone():
            return self._mending(work, write=write)

    def stamp(self) -> object:
        """Give what is another one after every change that anybody makes."""
        # Whoever opens and closes the file beside SQLite gives up all locks of this program on it: another program
        # would take itself for the last one, and throw away the log in which this one goes on writing.
        return self.run(sign_of, write=False) if self._ahead else stamp_of(self.path)

    def clear(self, connection: Connection) -> None:
        """Set rows aside that nobody can read."""
        set_aside_unreadable(connection)
        self.cleared += 1

    def _mending(self, work: Callable[[Connection], T], *, write: bool) -> T:
        for last in (False, False, True):
            before = identity_of(self.path)
            try:
                return self._try(work, write=write)
            except UnreadableRow:
                # Where even clearing stumbles over such a row, clearing once more would not end.
                if last or work == self.clear:
                    raise trouble("other", self.path, words("store")["row"]) from None
                self.run(self.clear, write=True)
            # SQLite itself names what is damaged, and where that is no text, its words cannot be read.
            except (Damaged, UnicodeDecodeError) as damage:
                if last:
                    raise trouble("other", self.path, words("store")["layout"]) from damage
                self._move_aside(before)
            except DatabaseError as error:
                if last or not self._mended(error, before):
                    explain(error, self.path)
        raise AssertionError  # the last round returns or raises

    def _try(self, work: Callable[[Connection], T], *, write: bool) -> T:
        try:
            self._prepare()
            return self._written(work) if write else self._once(work, write=False)
        except Newer:
            raise trouble("newer", self.path, "") from None
        except OSError as error:
            raise trouble(cause_of(error), self.path, error.strerror or str(error)) from error

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

        done, count = self._change(do)
        with self._lock:
            self._sighting.wrote(count)
        return done

    def _mended(self, error: DatabaseError, before: Identity | None) -> bool:
        code = primary_code(error)
        unknown = code == sqlite3.SQLITE_READONLY and is_of_no_known_form(self.path)
        if code in DAMAGED or unknown or "unsupported file format" in str(error.orig):
            self._move_aside(before)
            return True
        # Whoever still wrote in a file that was moved takes the journal of the new one for its own, and removes it.
        if full_code(error) in {sqlite3.SQLITE_READONLY_DBMOVED, sqlite3.SQLITE_IOERR_DELETE_NOENT}:
            return True
        # Look again at what is there now, and never move a file for such a message.
        damaged = may_be_damage(error)
        self._was_used |= damaged and self._ready is not None
        self._ready = None
        return damaged

    def _move_aside(self, damaged: Identity | None) -> None:
        """Keep a damaged file under a new name, so that the work goes on and nothing is thrown away."""
        with self._alone():
            self._ready, self._was_used = None, False
            # By hand, or where the disk takes no lock, another one may have come here since.
            if damaged is None or identity_of(self.path) != damaged:
                return
            self._engine.dispose()
            try:
                put_away(self.path)
            except FileNotFoundError:
                return
            except OSError as error:
                raise trouble("damaged-stays", self.path, error.strerror or str(error)) from error
