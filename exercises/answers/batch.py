"""A store in which the work of many is one transaction: one write to the disk for all, and a savepoint for each."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic
from typing import TypeVar

from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from exercises.answers.file import AnswerFile
from exercises.answers.layout import Damaged
from exercises.answers.reading import UnreadableRow
from exercises.answers.store import Store
from exercises.answers.trouble import StoreTrouble, is_ours, trouble
from exercises.words import words

T = TypeVar("T")
MOST = 50
LONGEST = 0.03  # seconds: after that no more begins in a batch, so that nobody waits for many others


class BatchStore(Store):
    """A store that one program serves to a class.

    What is done inside of `together` joins its transaction, whoever calls the store there; all else has its own.

    Parameters
    ----------
    folder : Path
        Where the file lies; on a local disk.
    tables : MetaData
        The tables that it holds.
    """

    def __init__(self, folder: Path, tables: MetaData) -> None:
        self._here, self._turn = threading.local(), threading.Lock()
        self._undo = list[Callable[[], None]]()
        super().__init__(folder, tables=tables, ahead=True)

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        """Do some work with the rows: all of it is kept, or nothing; in a batch, together with the batch."""
        batch: _Batch | _Undone | None = getattr(self._here, "batch", None)
        if batch is not None:
            return batch.run(work, write=write)
        # SQLite would let a thread that waits for another one sleep too long.
        with self._turn if write else nullcontext():
            return super().run(work, write=write)

    def if_undone(self, do: Callable[[], None]) -> None:
        """Have something done if the batch that is open in this thread, if any, is not kept; what came last first."""
        if isinstance(getattr(self._here, "batch", None), _Batch):
            self._undo.append(do)

    def together(self, acts: Sequence[Callable[[], T]]) -> list[T]:
        """Do the first of some acts in one transaction, and give what came of them once it is on the disk.

        Where that fails, nothing of them is kept, and each is called once more: then each of its writes raises the
        `StoreTrouble`, so that it says so in its own way.

        Parameters
        ----------
        acts : sequence of callable
            Each may use this store, and raises nothing; called again if the file had to be put aside.

        Returns
        -------
        list
            As many as were done: at least one, at most 50, and none was begun after 30 milliseconds.
        """
        count = len(acts)

        def all_of_them(connection: Connection) -> list[T]:
            nonlocal count
            self._take_back()
            batch = _Batch(self, connection)
            done = self._within(batch, acts)
            count = len(done)
            if batch.fault is not None:
                raise batch.fault
            return done

        try:
            with self._turn:
                done = super().run(all_of_them, write=True)
        except StoreTrouble as fault:
            self._take_back()
            done = self._within(_Undone(self._file, fault), acts[:count])
        self._undo.clear()
        return done

    def in_turn(self, acts: Sequence[Callable[[], T]]) -> list[T]:
        """Do the first of some acts, as many as in `together`, each by itself; best for those that write nothing."""
        return self._within(None, acts)

    def _within(self, batch: _Batch | _Undone | None, acts: Sequence[Callable[[], T]]) -> list[T]:
        self._here.batch, done, end = batch, list[T](), monotonic() + LONGEST
        try:
            for act in acts[:MOST]:
                done.append(act())
                # Where nothing is kept, all that were begun are told.
                if not isinstance(batch, _Undone) and (monotonic() > end or (batch and batch.fault)):
                    break
        finally:
            self._here.batch = None
        return done

    def _take_back(self) -> None:
        for do in reversed(self._undo):  # The first one knows what stood before all of them.
            do()
        self._undo.clear()


class _Batch:
    """One transaction that is open; a fault of the disk in it is one of all, and ends it."""

    def __init__(self, store: Store, connection: Connection) -> None:
        self._store, self._connection = store, connection
        self.fault: Exception | None = None

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        for last in (False, True):
            if self.fault is not None:
                break
            try:
                return self._savepoint(work) if write else self._read(work)
            except UnreadableRow:
                if last:
                    raise trouble("other", self._store.path, words("store")["row"]) from None
                self._savepoint(self._store.clear)
            except SQLAlchemyError:
                if self.fault is None:
                    raise
        raise trouble("other", self._store.path, str(self.fault)) from self.fault

    def _read(self, work: Callable[[Connection], T]) -> T:
        with self._noted():
            return work(self._connection)

    def _savepoint(self, work: Callable[[Connection], T]) -> T:
        # Where the disk fails, SQLite may have left the savepoint with all the rest: what failed first is looked at.
        with self._noted(), self._connection.begin_nested(), self._noted():
            return work(self._connection)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        try:
            yield
        except (Damaged, UnicodeDecodeError) as fault:
            self.fault = self.fault or fault
            raise
        except DatabaseError as fault:
            # One of ours undoes its own savepoint, and is said by who caused it.
            self.fault = self.fault or (None if is_ours(fault) else fault)
            raise


class _Undone:
    """A batch that was not kept: each that wants to write is told so, and what stands can be read."""

    def __init__(self, file: AnswerFile, fault: StoreTrouble) -> None:
        self._file, self._fault = file, fault

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        if write:
            raise self._fault
        return self._file.run(work, write=False)
