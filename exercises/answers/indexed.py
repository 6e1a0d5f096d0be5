"""Rows whose index names another place for them: a byte of the one or of the other changed on the disk.

To index anew believes the row. Where the row was what changed, its answer would then stand where nobody looks for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, MetaData, Table
from sqlalchemy.exc import DatabaseError

from exercises.answers.lost import Row, entries_statement, in_index, is_of_one, looked_through, lost_of
from exercises.answers.reading import ChangedRow, UnreadableRow, fields_of
from exercises.answers.tables import ASIDE, ATTEMPTS, CURRENT_CODE, DRAFTS, RECEIPTS, TABLES, TRAIL

_PLACE = ("code", "lesson", "exercise")
_ANSWERS = (DRAFTS, ATTEMPTS, ASIDE)
_PLACED = {one.name: one for one in (*_ANSWERS, RECEIPTS, TRAIL)}


class NoRoom(Exception):  # noqa: N818 - what was found, not a fault
    """Something stands in both places that are named for a row."""


@dataclass(slots=True)
class Misplaced:
    """What was found before the file is indexed anew.

    Attributes
    ----------
    rows : list
        Tables, with the place of a row in them, the row, and the row as its index has it.
    known : set
        Names and values of the places of all other rows, and the code that is in use.
    lost : int
        How many rows an index names that are not there.
    """

    rows: list[tuple[Table, int, Row, Row]] = field(default_factory=list)
    known: set[tuple[str, Any]] = field(default_factory=set)
    lost: int = 0


def misplaced_rows(connection: Connection, tables: MetaData = TABLES) -> Misplaced:
    """Give the rows for which index and row name two places, and count those that an index alone names."""
    rows = connection.execute(CURRENT_CODE).mappings().all()
    found = Misplaced(known={("code", row["value"]) for row in rows})
    watched = {one.name for one in looked_through(tables)}
    for table in tables.sorted_tables:
        # Where an index is so damaged that it cannot be read, the rows are all there is.
        with suppress(DatabaseError):
            if in_index(table):
                _look(connection, table, found, watched=table.name in watched)
    return found


def take_out(connection: Connection, found: Misplaced) -> None:
    """Take the rows out of their tables, so that none is in the way of another one when the file is indexed anew."""
    # SQLite refuses to delete a row that its index does not name, except where damage is to be mended by hand.
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    try:
        for table, place, _, _ in found.rows:
            connection.exec_driver_sql(f"DELETE FROM {table.name} NOT INDEXED WHERE rowid = ?", (place,))  # noqa: S608 - names of ours
    finally:
        connection.exec_driver_sql("PRAGMA writable_schema = OFF")


def put_back(connection: Connection, found: Misplaced) -> Mapping[str, int]:
    """Put rows where their index had them, and give the number of answers by code.

    Where other rows name only the place in the row, it goes there, if nothing else stands there. Where it cannot be
    told which of two places is right, it stands in both; but never under two codes, as these are two students.

    Raises
    ------
    NoRoom
        If there is no place for one.
    """
    count = Counter[str]()
    for table, place, row, indexed in found.rows:
        by_row, by_index = (_is_likely(table, one, row, indexed, found.known) for one in (row, indexed))
        is_by_row = (by_row and not by_index) or not _is_sound(table, indexed)
        places = (row, indexed) if is_by_row else (indexed, row)
        stands = next((one for one in places if _put(connection, table, one, place)), None)
        if stands is None and table in _ANSWERS:
            raise NoRoom
        if stands is indexed and by_row == by_index and row["code"] == indexed["code"]:
            _put(connection, table, row)
        count[indexed["code"]] += table in _ANSWERS and stands is indexed
    return +count


def _put(connection: Connection, table: Table, row: Row, place: int | None = None) -> bool:
    """Put a row into a table, at its place if that is given; say whether there was room for it."""
    new = {name: value for name, value in row.items() if name != "number"}
    if place is not None:
        new["rowid"] = place
    listed, signs = ", ".join(new), ", ".join("?" for _ in new)
    wanted = f"INSERT OR IGNORE INTO {table.name} ({listed}) VALUES ({signs})"  # noqa: S608 - names of ours
    return connection.exec_driver_sql(wanted, tuple(new.values())).rowcount == 1


def _look(connection: Connection, table: Table, found: Misplaced, *, watched: bool) -> None:
    """Hold each row of a table against what its index says."""
    entries = {row["place"]: row for row in connection.exec_driver_sql(entries_statement(table)).mappings().all()}
    columns = ", ".join(table.columns.keys())
    wanted = f"SELECT rowid AS place, {columns} FROM {table.name} NOT INDEXED"  # noqa: S608 - names of ours
    rows = {row["place"]: row for row in connection.exec_driver_sql(wanted).mappings().all()}
    found.lost += len(lost_of(table, entries, rows)) if watched else 0
    for place, read in rows.items() if table.name in _PLACED else ():
        row, entry = {column.name: read[column.name] for column in table.columns}, entries.get(place)
        # An entry that speaks of something else was there before the row: it says nothing of its place.
        own = entry if entry is not None and is_of_one(table, entry, read) else {}
        indexed = row | {name: own[name] for name in _PLACE if name in own}
        if indexed == row:
            found.known |= {(name, row[name]) for name in _PLACE}
        else:
            found.rows.append((_PLACED[table.name], place, row, indexed))


def _is_likely(table: Table, one: Row, row: Row, indexed: Row, known: set[tuple[str, Any]]) -> bool:
    """Say whether a place is one that other rows name too."""
    differ = [name for name in _PLACE if row[name] != indexed[name]]
    return _is_sound(table, one) and all((name, one[name]) in known for name in differ)


def _is_sound(table: Table, row: Row) -> bool:
    try:
        fields_of(table, row)
    except ChangedRow:
        return True
    except UnreadableRow:
        return False
    return True
