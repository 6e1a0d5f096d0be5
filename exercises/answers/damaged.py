"""A damaged file of answers is read in a copy, row by row, as far as it can be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import MetaData, Table

from exercises.answers.lost import entries_statement, in_index, is_nearly, looked_through, lost_of
from exercises.answers.moved import copy_whole
from exercises.answers.reading import decoded

Row = dict[str, Any]

_FAULTS = (sqlite3.Error, UnicodeDecodeError)  # SQLite names what is damaged, and that may be no text
_LONGEST = 20_000  # rows that are looked for one by one where a page between others cannot be read
# What stands at the beginning of each of our files ("Database Header" of the file format); all that only counts is 0.
_HEADER = b"SQLite format 3\0\x10\0\1\1\0\x40\x20\x20" + bytes(20) + b"\0\0\0\4" + bytes(8) + b"\0\0\0\1" + bytes(40)

_FIRST_PAGE = (b"\x0d", b"\x05")  # what follows: the kind of the page that names the tables, a leaf or not


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read of a file.

    Attributes
    ----------
    tables : mapping
        The rows as they stand, by the name of their table.
    whole : bool
        Whether nothing was met that could not be read.
    lost : mapping
        What indexes name and no row holds, by the name of the table.
    """

    tables: Mapping[str, list[Row]]
    whole: bool
    lost: Mapping[str, list[Row]] = field(default_factory=dict)


def rows_of(kept: Path, tables: MetaData) -> Rows:
    """Read all that can be read of a damaged file; the file itself is only copied.

    Where it cannot be copied, nothing is known of what can be read: then `OSError` is raised.

    Parameters
    ----------
    kept : Path
        The damaged file.
    tables : MetaData
        The tables that it should hold.
    """
    found = Rows({}, whole=False)
    for header in (b"", _HEADER, *(_HEADER + one for one in _FIRST_PAGE)):
        with (
            suppress(FileNotFoundError, *_FAULTS),
            TemporaryDirectory(dir=kept.parent, ignore_cleanup_errors=True) as folder,
            closing(sqlite3.connect(_copied(kept, Path(folder), header), isolation_level=None)) as connection,
        ):
            found = _read(connection, tables)
        if any(found.tables.values()):
            break
    return found


def _copied(kept: Path, folder: Path, header: bytes) -> Path:
    copy = folder / kept.name
    copy_whole(kept, copy)
    with copy.open("r+b") as file:
        file.write(header)
    return copy


def _read(connection: sqlite3.Connection, tables: MetaData) -> Rows:
    connection.text_factory = decoded
    # What SQLite would share with other programs lies in a file beside; a full disk has no room for it.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    # Names and rules that are damaged keep it from nothing then; indexes are left out anyway.
    connection.execute("PRAGMA writable_schema = ON")
    found, lost, whole = dict[str, list[Row]](), dict[str, list[Row]](), True
    for table in tables.sorted_tables:
        rows = dict(_rows(connection, table))
        there = {place: row for place, row in rows.items() if row is not None}
        found[table.name] = list(there.values())
        if table in looked_through(tables):
            lost[table.name] = lost_of(table, _entries(connection, table), _filled(table, there))
        whole = whole and None not in rows.values() and not lost.get(table.name)
    return Rows(found, whole, lost)


def _filled(table: Table, rows: Mapping[int | None, Row]) -> dict[int, Row]:
    """Give rows with all columns that there are today: an earlier edition had fewer."""
    empty = dict.fromkeys(table.columns.keys())
    return {place: empty | row for place, row in rows.items() if place is not None}


def _entries(connection: sqlite3.Connection, table: Table) -> dict[int, Row]:
    """Give what the index of a table has, as far as it can be read."""
    found = dict[int, Row]()
    with suppress(*_FAULTS):
        for place, *entry in connection.execute(entries_statement(table)):
            found[place] = dict(zip(in_index(table), entry, strict=True))
    return found


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[int | None, Row | None]]:
    """Give the rows of a table by their places; None for what cannot be read."""
    names = _columns(connection, table)
    if not names:
        yield None, None
        return
    # Named anew, as a name that is no text cannot even be told.
    listed = ", ".join(f'"{name}"' for name in names)
    wanted = f'WITH one({listed}) AS (SELECT * FROM "{table.name}" NOT INDEXED WHERE rowid = ?) SELECT * FROM one'  # noqa: S608 - names of ours
    for place in _places(connection, table):
        try:
            row = None if place is None else connection.execute(wanted, (place,)).fetchone()
        except _FAULTS:
            row = None
        yield place, None if row is None else _named(table, names, row, place)


def _named(table: Table, names: list[str], row: tuple[Any, ...], place: int | None) -> Row:
    found = {name: row[at] for at, name in enumerate(names) if name in table.columns}
    # A number that SQLite gives by itself is the place of its row, and stands nowhere else.
    return found | {"number": place} if "number" in found else found


def _columns(connection: sqlite3.Connection, table: Table) -> list[str]:
    """Give our names for the columns that are there, in their order; one letter of a name may be damaged."""
    try:
        there = [row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')]
    except _FAULTS:
        return []
    ours = set(table.columns.keys())
    missing = ours - set(there)
    return [
        str(name) if name in ours else next((one for one in missing if is_nearly(one, name)), f"other-{at}")
        for at, name in enumerate(there)
    ]


def _places(connection: sqlite3.Connection, table: Table) -> Iterable[int | None]:
    """Give the places of all rows, from both ends, as a page between them may be damaged; then None with the rest."""
    first, is_all = _as_far(connection, table, "ASC")
    if is_all:
        return first
    last, _ = _as_far(connection, table, "DESC")
    begin = first[-1] + 1 if first else 1
    between = range(begin, min(last[-1] if last else begin + _LONGEST, begin + _LONGEST))
    there = [place for place in between if _is_there(connection, table, place)]
    return [*dict.fromkeys([*first, *there, *reversed(last)]), None]


def _as_far(connection: sqlite3.Connection, table: Table, order: str) -> tuple[list[int], bool]:
    """Give the places of rows from one end as far as they can be read, and whether these are all."""
    found = list[int]()
    try:
        for (place,) in connection.execute(f'SELECT rowid FROM "{table.name}" NOT INDEXED ORDER BY rowid {order}'):  # noqa: S608 - names of ours
            found.append(place)  # what was read before the fault counts
    except _FAULTS:
        return found, False
    return found, True


def _is_there(connection: sqlite3.Connection, table: Table, place: int) -> bool:
    with suppress(*_FAULTS):
        wanted = f'SELECT 1 FROM "{table.name}" NOT INDEXED WHERE rowid = ?'  # noqa: S608 - names of ours
        return connection.execute(wanted, (place,)).fetchone() is not None
    return False
