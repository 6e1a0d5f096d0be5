"""The answers of the students at this computer, in one SQLite file that a new copy of the course does not touch."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs
import sqlalchemy as sql
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from exercises.answers import Attempt, Draft
from exercises.student_code import make_code
from exercises.words import words

__all__ = ["Attempt", "Draft", "Store", "StoreTrouble"]

_TABLES = sql.MetaData()
_STUDENT = sql.Table(
    "student",
    _TABLES,
    sql.Column("row", sql.Integer, primary_key=True),
    sql.Column("code", sql.Text, nullable=False),
)
_DRAFTS = sql.Table(
    "drafts",
    _TABLES,
    sql.Column("code", sql.Text, primary_key=True),
    sql.Column("lesson", sql.Text, primary_key=True),
    sql.Column("exercise", sql.Text, primary_key=True),
    sql.Column("digest", sql.Text, nullable=False),
    sql.Column("answer", sql.JSON, nullable=False),
    sql.Column("confidence", sql.Integer),
    sql.Column("phase", sql.Text, nullable=False),
    sql.Column("saved_at", sql.Text, nullable=False),
)
_ATTEMPTS = sql.Table(
    "attempts",
    _TABLES,
    # Counts up, so that attempts made within one millisecond keep their order.
    sql.Column("row", sql.Integer, primary_key=True),
    sql.Column("id", sql.Text, nullable=False, unique=True),
    sql.Column("code", sql.Text, nullable=False),
    sql.Column("lesson", sql.Text, nullable=False),
    sql.Column("exercise", sql.Text, nullable=False),
    sql.Column("digest", sql.Text, nullable=False),
    sql.Column("what", sql.Text, nullable=False),
    sql.Column("answer", sql.JSON, nullable=False),
    sql.Column("confidence", sql.Integer),
    sql.Column("result", sql.JSON(none_as_null=True)),
    sql.Column("made_at", sql.Text, nullable=False),
)


class StoreTrouble(Exception):  # noqa: N818 - the student reads it as trouble with the disk
    """The answers could not be read or written; the text is one sentence for the student."""


class Store:
    """Keeps drafts and attempts; every call is one short transaction on a connection of its own.

    Parameters
    ----------
    folder : Path, optional
        Where the file lies; by default the folder in ``WHOSAYS_DATA``, else the user's data folder.

    Attributes
    ----------
    notice : str or None
        What the student has to know about the file, such as that a damaged one was moved aside.

    Raises
    ------
    StoreTrouble
        From every method, if the disk does not do what it should.
    """

    def __init__(self, folder: Path | None = None) -> None:
        chosen = folder or os.environ.get("WHOSAYS_DATA") or platformdirs.user_data_dir("whosays", appauthor=False)
        self.folder = Path(chosen)
        self.file = self.folder / "answers.sqlite"
        self.notice: str | None = None
        # No pool: a connection that is kept breaks when Jupyter changes threads. Absolute, so that a change of the
        # working folder does not move the file.
        address = sql.URL.create("sqlite", database=str(self.file.absolute()))
        self._engine = sql.create_engine(address, poolclass=sql.NullPool, connect_args={"timeout": 5})
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._set_damaged_aside()
        except OSError as error:
            raise StoreTrouble(words("store")["disk"].format(error=error.strerror or error)) from error
        with self._transaction() as connection:
            _TABLES.create_all(connection)

    def _set_damaged_aside(self) -> None:
        """Move a file that is no sound database out of the way; nothing is ever deleted."""
        if not self.file.exists() or self._is_sound():
            return
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self.file.with_name(f"answers-damaged-{stamp}.sqlite")
        self.file.replace(aside)
        for ending in ("-journal", "-wal", "-shm"):
            # A journal of the damaged file would be played into the new one.
            rest = self.file.with_name(self.file.name + ending)
            if rest.exists():
                rest.replace(aside.with_name(aside.name + ending))
        self.notice = words("store")["damaged"].format(name=aside.name, folder=self.folder)

    def _is_sound(self) -> bool:
        try:
            with self._engine.connect() as connection:
                sound = connection.execute(sql.text("pragma quick_check")).scalar() == "ok"
                for table in _TABLES.sorted_tables:
                    names = {row[1] for row in connection.execute(sql.text(f"pragma table_info({table.name})"))}
                    sound = sound and (not names or {column.name for column in table.columns} <= names)
                return sound
        except sql.exc.DatabaseError as error:
            # A file that is busy or may not be read is not damaged; the next call says what is wrong with it.
            cause = error.orig
            return isinstance(cause, sqlite3.OperationalError)

    @contextmanager
    def _transaction(self) -> Iterator[sql.Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            cause = getattr(error, "orig", None) or error
            raise StoreTrouble(words("store")["disk"].format(error=cause)) from error

    @property
    def code(self) -> str:
        """Code of the student who works now; made on first use."""
        with self._transaction() as connection:
            # Two notebooks may open at once: only the first one's code is taken.
            connection.execute(insert(_STUDENT).values(row=1, code=make_code()).on_conflict_do_nothing())
            return str(connection.execute(sql.select(_STUDENT.c.code)).scalar_one())

    def new_code(self) -> str:
        """Begin as a new student; the answers of the others stay."""
        return self.use_code(make_code())

    def use_code(self, code: str) -> str:
        """Work on as the student with this code."""
        with self._transaction() as connection:
            _use_code(connection, code)
        return code

    def keep_draft(self, draft: Draft) -> None:
        """Store where an exercise stands; it replaces what stood there."""
        code = self.code
        with self._transaction() as connection:
            _keep_draft(connection, code, draft)

    def draft(self, lesson: str, exercise: str) -> Draft | None:
        """Give where an exercise stands, or None if it was never touched."""
        found = self._read(_DRAFTS, Draft, lesson, exercise)
        return found[0] if found else None

    def drafts(self) -> list[Draft]:
        """Give all drafts of the student, of all lessons."""
        return self._read(_DRAFTS, Draft)

    def add_attempt(self, attempt: Attempt) -> None:
        """Append an attempt; one whose id is there already is left as it is."""
        code = self.code
        with self._transaction() as connection:
            _add_attempt(connection, code, attempt)

    def attempts(self, lesson: str | None = None, exercise: str | None = None) -> list[Attempt]:
        """Give attempts of the student in the order in which they were made."""
        return self._read(_ATTEMPTS, Attempt, lesson, exercise)

    def has_answers(self) -> bool:
        """Tell whether the student has done anything yet."""
        return bool(self.drafts() or self.attempts())

    def merge(self, code: str, drafts: Iterable[Draft], attempts: Iterable[Attempt]) -> int:
        """Take in work from elsewhere in one transaction and go on as its student.

        Parameters
        ----------
        code : str
            The student's code.
        drafts, attempts : iterable
            The work; a newer draft wins, an attempt that is there already stays as it is.

        Returns
        -------
        int
            How many entries were new.
        """
        with self._transaction() as connection:
            _use_code(connection, code)
            new = sum(_add_attempt(connection, code, attempt) for attempt in attempts)
            return new + sum(_keep_draft(connection, code, draft, only_newer=True) for draft in drafts)

    def _read(self, table: sql.Table, model: Any, lesson: str | None = None, exercise: str | None = None) -> list[Any]:
        query = sql.select(*(table.c[name] for name in model.model_fields)).where(table.c.code == self.code)
        if lesson is not None:
            query = query.where(table.c.lesson == lesson)
        if exercise is not None:
            query = query.where(table.c.exercise == exercise)
        order = table.c.row if table is _ATTEMPTS else table.c.exercise
        with self._transaction() as connection:
            return [model(**row) for row in connection.execute(query.order_by(order)).mappings()]


def _use_code(connection: sql.Connection, code: str) -> None:
    change = {"code": code}
    connection.execute(insert(_STUDENT).values(row=1, code=code).on_conflict_do_update(["row"], set_=change))


def _keep_draft(connection: sql.Connection, code: str, draft: Draft, *, only_newer: bool = False) -> int:
    values = draft.model_dump(mode="json")
    # SQLite's own JSON keeps lone surrogates out; check here, so that the fault names the answer.
    json.dumps(values).encode("utf-8")
    newer = {"where": _DRAFTS.c.saved_at < draft.saved_at} if only_newer else {}
    statement = insert(_DRAFTS).values(code=code, **values)
    keys = ["code", "lesson", "exercise"]
    return connection.execute(statement.on_conflict_do_update(keys, set_=values, **newer)).rowcount


def _add_attempt(connection: sql.Connection, code: str, attempt: Attempt) -> int:
    statement = insert(_ATTEMPTS).values(code=code, **attempt.model_dump(mode="json"))
    return connection.execute(statement.on_conflict_do_nothing()).rowcount
