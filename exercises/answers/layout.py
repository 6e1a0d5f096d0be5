"""The layout of the file of answers: made, brought up to this edition, and cleared of rows that nobody can read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnClause,
    Connection,
    MetaData,
    Table,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    type_coerce,
    update,
)
from sqlalchemy.types import NullType

from exercises.answers.rows import is_ours
from exercises.answers.tables import ASIDE, ATTEMPTS, COUNTED, DRAFTS, NOTICES, UNREADABLE
from exercises.answers.work import Notice
from exercises.words import words

EDITION = 2  # number of the table layout, kept in the file itself
ROW: ColumnClause[int] = literal_column("rowid")  # SQLite's own number of a row, whatever stands in it
_TO_SECOND = (
    "ALTER TABLE drafts ADD COLUMN version VARCHAR NOT NULL DEFAULT ''",
    "UPDATE drafts SET version = lower(hex(randomblob(8)))",
)


class Damaged(Exception):  # noqa: N818 - what was found, not a fault
    """The file can be opened, but what stands in it is not what this course wrote."""


class Newer(Exception):  # noqa: N818 - what was found, not a fault
    """The file was written by a newer edition of the course."""


def edition_of(connection: Connection) -> int:
    """Look the whole file through once, and give the number of its layout; 0 is an empty file.

    Raises
    ------
    Damaged, Newer
        If nothing can be done with it here.
    """
    edition = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if edition > EDITION:
        raise Newer
    found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    if found != "ok":
        raise Damaged(found)
    if edition == 0 and connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise Damaged(words("store")["foreign"])
    return edition


def lay_out(connection: Connection, tables: MetaData) -> None:
    """Make the tables, or bring those of an earlier edition up to this one; nothing in them is lost."""
    # Another notebook may have done it since the look.
    edition = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if edition == 1:
        for statement in _TO_SECOND:
            connection.exec_driver_sql(statement)
    tables.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {EDITION}")


def add_notice(connection: Connection, name: str, parts: dict[str, str]) -> None:
    """Note what happened to the file; it is said until somebody closes it.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    name : str
        Name of the sentence in the section ``store`` of the words.
    parts : dict of str to str
        What its places are filled with.
    """
    connection.execute(insert(NOTICES), {"name": name, "parts": parts})


def open_notices(connection: Connection) -> tuple[Notice, ...]:
    """Give what is to be said of the file still, the oldest first."""
    rows = connection.execute(select(NOTICES).where(NOTICES.c.closed_at.is_(None)).order_by(NOTICES.c.number)).all()
    sentences = words("store")
    return tuple(Notice(row.number, str(sentences[row.name]).format(**row.parts)) for row in rows)


def changes(connection: Connection) -> int:
    """Give how many transactions have written in this file; 0 for one from before they were counted."""
    found = str(connection.execute(COUNTED).scalar_one_or_none() or "")
    return int(found) if found.isascii() and found.isdigit() else 0


def all_notices(connection: Connection) -> frozenset[tuple[str, str]]:
    """Give what was ever noted in this file, also what was closed, by name and parts."""
    rows = connection.execute(select(NOTICES.c.name, type_coerce(NOTICES.c.parts, NullType()))).all()
    return frozenset((str(name), str(parts)) for name, parts in rows)


def close_notice(connection: Connection, number: int, moment: str) -> None:
    """Say a notice no more."""
    connection.execute(update(NOTICES).where(NOTICES.c.number == number).values(closed_at=moment))


def set_aside_unreadable(connection: Connection) -> int:
    """Move rows that nobody can read to a table of their own, each alone, and give their number."""
    found = [(table, *one) for table in (DRAFTS, ATTEMPTS, ASIDE) for one in _unreadable(connection, table)]
    for table, row, raw in found:
        connection.execute(insert(UNREADABLE), {"origin": table.name, "raw": raw})
        connection.execute(delete(table).where(bindparam("row") == ROW), {"row": row})
    if found:
        add_notice(connection, "row-aside", {"count": str(len(found))})
    return len(found)


def _unreadable(connection: Connection, table: Table) -> Iterator[tuple[int, str]]:
    """Give the rows of a table that this course did not write, by their place in it and as text."""
    # As text, because the point is that some of it is no JSON.
    columns = [type_coerce(column, NullType()).label(column.name) for column in table.columns]
    for place, *row in connection.execute(select(ROW, *columns).select_from(table)).all():
        given = {column.name: value for column, value in zip(table.columns, row, strict=True)}
        if not _can_be_read(given):
            yield place, json.dumps(given, default=str)


def _can_be_read(given: dict[str, Any]) -> bool:
    try:
        data = {name: json.loads(given[name]) for name in ("answer", "result") if given.get(name) is not None}
    except (ValueError, TypeError):
        return False
    return is_ours(given | data)
