"""How much is kept in a file, noted in it with every change: what is missing shows, though no row and no index tells.

The note counts only as long as nobody has written without it, as an earlier edition of the course does. Each change
makes it anew, so before each it is asked whether anything is missing: afterwards nobody could tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, String, cast, func, literal, select, union_all

from exercises.answers.tables import ASIDE, ATTEMPTS, CHANGES, DRAFTS, IS_MARK, SET, SETTINGS, as_it_stands

KEPT = "kept"
"""Name of the setting."""
_TABLES = (DRAFTS.name, ATTEMPTS.name, ASIDE.name)
# One statement for all that is to be known, as it is asked before and after each change.
_NOTED_AND_COUNTED = union_all(
    select(*as_it_stands(SETTINGS)).where(IS_MARK | (SETTINGS.c.name == KEPT)),
    # Counted, as numbers have holes where something was thrown away or set aside.
    *(select(literal(one.name), cast(func.count(), String)).select_from(one) for one in (DRAFTS, ATTEMPTS, ASIDE)),
)


def note_extent(connection: Connection) -> None:
    """Note how much is kept now, at the end of a transaction that writes."""
    noted, counts = _look(connection)
    value = " ".join(str(number) for number in (_written(noted), *(counts[name] for name in _TABLES)))
    connection.execute(SET, {"name": KEPT, "value": value})


def lacking(connection: Connection) -> dict[str, int]:
    """Say of which tables how many rows are missing at least, by their names."""
    return lacking_of(*_look(connection))


def lacking_of(settings: Iterable[Mapping[Any, Any] | RowMapping], counts: Mapping[str, int]) -> dict[str, int]:
    """Say the same of a file of which the settings were read, and the rows counted.

    Parameters
    ----------
    settings : iterable of mapping
        Its settings as they stand.
    counts : mapping of str to int
        How many rows were found, by the name of the table.
    """
    there = list(settings)
    noted = next((str(row["value"]).split() for row in there if row["name"] == KEPT), [])
    if len(noted) != 1 + len(_TABLES) or not all(one.isascii() and one.isdigit() for one in noted):
        return {}
    if int(noted[0]) != _written(there):
        return {}
    then_and_now = zip(_TABLES, map(int, noted[1:]), (counts[name] for name in _TABLES), strict=True)
    return {table: then - now for table, then, now in then_and_now if then > now}


def _look(connection: Connection) -> tuple[list[RowMapping], dict[str, int]]:
    rows = connection.execute(_NOTED_AND_COUNTED).mappings().all()
    counts = {str(row["name"]): int(row["value"]) for row in rows if row["name"] in _TABLES}
    return [row for row in rows if row["name"] not in _TABLES], counts


def _written(settings: Iterable[Mapping[Any, Any] | RowMapping]) -> int:
    """Count the changes that were made in the file."""
    values = [str(row["value"]) for row in settings if str(row["name"]).partition("-")[0] == CHANGES]
    return sum(int(one) for one in values if one.isascii() and one.isdigit())
