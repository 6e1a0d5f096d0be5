"""Rows whose index names another place for them: a byte of the one or of the other changed on the disk.

To index anew believes the row. Where the row was what changed, its answer would then stand where nobody looks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint
from sqlalchemy.exc import DatabaseError

from exercises.answers.reading import UnreadableRow, fields_of
from exercises.answers.tables import ASIDE, ATTEMPTS, DRAFTS, RECEIPTS, TRAIL

Row = dict[str, Any]
_PLACE = ("code", "lesson", "exercise")
_ANSWERS = (DRAFTS, ATTEMPTS, ASIDE)


@dataclass(slots=True)
class Misplaced:
    """What was found before the file is indexed anew.

    Attributes
    ----------
    rows : list
        Tables, with the place of a row in them, the row, and the row as its index has it.
    known : set
        Names and values of the places of all other rows.
    """

    rows: list[tuple[Table, int, Row, Row]] = field(default_factory=list)
    known: set[tuple[str, Any]] = field(default_factory=set)


def misplaced_rows(connection: Connection) -> Misplaced:
    """Give the rows for which index and row name two places."""
    found = Misplaced()
    for table in (*_ANSWERS, RECEIPTS, TRAIL):
        # Where an index is so damaged that it cannot be read, the rows are all there is.
        with suppress(DatabaseError):
            _look(connection, table, found)
    return found


def put_back(connection: Connection, found: Misplaced) -> Mapping[str, int]:
    """Put rows where their index had them, and give the number of answers by code.

    Where it cannot be told which of two places is right, the row stands in both.
    """
    count = Counter[str]()
    for table, place, row, indexed in found.rows:
        by_row, by_index = (_is_likely(table, one, row, indexed, found.known) for one in (row, indexed))
        if (by_row and not by_index) or not _is_sound(table, indexed):
            continue
        if by_index and not by_row:
            names = [name for name in _PLACE if row[name] != indexed[name]]
            changes = ", ".join(f"{name} = ?" for name in names)
            values = (*(indexed[name] for name in names), place)
            connection.exec_driver_sql(f"UPDATE OR IGNORE {table.name} SET {changes} WHERE rowid = ?", values)  # noqa: S608 - names of ours
        else:
            names = [name for name in indexed if name != "number"]
            listed, signs = ", ".join(names), ", ".join("?" for _ in names)
            values = tuple(indexed[name] for name in names)
            connection.exec_driver_sql(f"INSERT OR IGNORE INTO {table.name} ({listed}) VALUES ({signs})", values)  # noqa: S608 - names of ours
        count[indexed["code"]] += table in _ANSWERS
    return +count


def _look(connection: Connection, table: Table, found: Misplaced) -> None:
    """Hold each row of a table against what its index says."""
    listed = ", ".join(_in_index(table))
    index = f"sqlite_autoindex_{table.name}_1"  # as SQLite names that of the one rule of the table
    wanted = f"SELECT rowid AS place, {listed} FROM {table.name} INDEXED BY {index}"  # noqa: S608 - names of ours
    entries = {row["place"]: row for row in connection.exec_driver_sql(wanted).mappings().all()}
    columns = ", ".join(table.columns.keys())
    wanted = f"SELECT rowid AS place, {columns} FROM {table.name} NOT INDEXED"  # noqa: S608 - names of ours
    for read in connection.exec_driver_sql(wanted).mappings().all():
        row = {column.name: read[column.name] for column in table.columns}
        entry: Mapping[Any, Any] = entries.get(read["place"], {})
        indexed = row | {name: entry[name] for name in _PLACE if name in entry}
        if indexed == row:
            found.known |= {(name, row[name]) for name in _PLACE}
        else:
            found.rows.append((table, read["place"], row, indexed))


def _in_index(table: Table) -> list[str]:
    rule = next((one for one in table.constraints if isinstance(one, UniqueConstraint)), table.primary_key)
    return list(rule.columns.keys())


def _is_likely(table: Table, one: Row, row: Row, indexed: Row, known: set[tuple[str, Any]]) -> bool:
    """Say whether a place is one that other rows name too."""
    differ = [name for name in _PLACE if row[name] != indexed[name]]
    return _is_sound(table, one) and all((name, one[name]) in known for name in differ)


def _is_sound(table: Table, row: Row) -> bool:
    try:
        fields_of(table, row)
    except UnreadableRow:
        return False
    return True
