"""Rows that the index of a table names and that are not there: a page of the file is older than the rest of it.

What a disk or a program that copies a file did not write leaves a page as it was before. The rows of a table and its
index lie on different pages, so the one tells what the other has lost. Where both are old, only other tables can tell
(`brought_back`); where the whole file is, nothing in it can.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import MetaData, Table, UniqueConstraint

from exercises.answers.code import tidy_code
from exercises.answers.reading import ChangedRow, UnreadableRow, fields_of, is_place
from exercises.answers.tables import DRAFTS, RECEIPTS, TABLES, TRAIL

Row = dict[str, Any]
_QUESTIONS = (RECEIPTS.name, TRAIL.name)
Found = Mapping[int, Mapping[Any, Any]]
"""Rows, or what an index has of them, by their places in the table."""


def looked_through(tables: MetaData) -> list[Table]:
    """Give the tables of which a row may not be missing without a word: all but those that only save questions."""
    return [one for one in tables.sorted_tables if in_index(one) and one.name not in _QUESTIONS]


def in_index(table: Table) -> list[str]:
    """Give the columns of the one rule of a table that has an index; of a table without one nothing."""
    rule = next((one for one in table.constraints if isinstance(one, UniqueConstraint)), table.primary_key)
    columns = list(rule.columns.keys())
    return [] if columns == ["number"] else columns


def entries_statement(table: Table) -> str:
    """Write the statement that reads the index of a table alone."""
    # As SQLite names that of the one rule of the table.
    index, listed = f"sqlite_autoindex_{table.name}_1", ", ".join(in_index(table))
    return f"SELECT rowid AS place, {listed} FROM {table.name} INDEXED BY {index}"  # noqa: S608 - names of ours


def lost_of(table: Table, entries: Found, rows: Found) -> list[Row]:
    """Give what an index has of rows that are not there.

    Parameters
    ----------
    table : Table
        The table.
    entries : mapping
        All that its index has, by place.
    rows : mapping
        All its rows as they stand, by place.
    """
    names = in_index(table)
    there = {tuple(row[name] for name in names) for row in rows.values()}
    return [
        {name: entry[name] for name in names}
        for place, entry in entries.items()
        if tuple(entry[name] for name in names) not in there
        and _can_be(table, entry)
        and not (place in rows and is_of_one(table, entry, rows[place]))
    ]


def is_of_one(table: Table, entry: Mapping[Any, Any], row: Mapping[Any, Any]) -> bool:
    """Say whether index and row at a place speak of the same, and a byte or the row was damaged.

    Where they name two things that are both sound, each is one by itself: the place was given anew, and one of them
    is from before that.
    """
    differ = [name for name in in_index(table) if entry[name] != row[name]]
    if not differ or not _is_sound(table, row) or not _can_be(table, entry):
        return True
    return len(differ) == 1 and is_nearly(entry[differ[0]], row[differ[0]])


def is_nearly(one: object, other: object) -> bool:
    """Say whether two names differ in a single byte; of two numbers nothing can be said against it."""
    if not isinstance(one, str | bytes) or not isinstance(other, str | bytes):
        return True
    first, second = (each.encode() if isinstance(each, str) else each for each in (one, other))
    return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _can_be(table: Table, entry: Mapping[Any, Any]) -> bool:
    """Say whether this course can have written what an index names."""
    if not all(isinstance(entry[name], str) for name in in_index(table)):
        return table.name in _QUESTIONS
    code = entry["code"] if "code" in in_index(table) else None
    if table.name == DRAFTS.name:
        return is_place({name: entry[name] for name in in_index(table)})
    return code is None or tidy_code(code) == code


def _is_sound(table: Table, row: Mapping[Any, Any]) -> bool:
    ours = TABLES.tables.get(table.name)
    if ours is None:  # one of a host: it is not said here what may stand there
        return True
    try:
        fields_of(ours, {one.name: row[one.name] for one in ours.columns})
    except ChangedRow:
        return True
    except UnreadableRow:
        return False
    return True
