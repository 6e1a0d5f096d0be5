"""How tables are laid out in a file, held against how this edition lays them out."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint
from sqlalchemy.exc import DatabaseError


def is_of_today(connection: Connection, tables: MetaData) -> bool:
    """Say whether all is laid out exactly as today: whatever number the file has, it is of this edition.

    Every other edition differs in something.
    """
    # What cannot even be read here may be of a newer edition.
    with suppress(DatabaseError):
        named = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'").scalars()
        return set(named) == set(tables.tables) and all(
            is_laid_out(connection, table) and columns_of(connection, table).keys() == set(table.columns.keys())
            for table in tables.sorted_tables
        )
    return False


def is_laid_out(connection: Connection, table: Table) -> bool:
    """Say whether a table is there with all its columns and rules: any byte of what is said of it may be damaged."""
    there = columns_of(connection, table)
    if any((not one.nullable, one.primary_key) != there.get(one.name) for one in table.columns):
        return False
    keys = [one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)]
    # A number that SQLite gives by itself is the place of its row, and needs no index.
    wanted = {frozenset(one.columns.keys()) for one in keys} - {frozenset(["number"])}
    return wanted == _unique(connection, table)


def columns_of(connection: Connection, table: Table) -> dict[str, tuple[bool, bool]]:
    """Give the columns that are there: whether each must hold something, and whether it is a part of the key."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").mappings().all()
    return {row["name"]: (bool(row["notnull"]), bool(row["pk"])) for row in rows}


def _unique(connection: Connection, table: Table) -> set[frozenset[str]]:
    """Give the groups of columns of which no two rows may hold the same."""
    found: dict[int, frozenset[str]] = {}
    wanted = (
        'SELECT one.seq, part.name FROM pragma_index_list(?) AS one, pragma_index_info(one.name) AS part WHERE "unique"'
    )
    for index, name in connection.exec_driver_sql(wanted, (table.name,)).all():
        found[index] = found.get(index, frozenset()) | {name}
    return set(found.values())
