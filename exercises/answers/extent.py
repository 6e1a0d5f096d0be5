"""How much is kept in a file, noted in it with every change: what is missing shows, though no row and no index tells.

The note counts only as long as nobody has written without it, as an earlier edition of the course does.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from exercises.answers.tables import ASIDE, ATTEMPTS, DRAFTS, MARKS, SET, SETTINGS, as_it_stands

KEPT = "kept"
"""Name of the setting."""
_TABLES = (DRAFTS.name, ATTEMPTS.name, ASIDE.name)
_COUNTS = select(
    # Counted, as numbers have holes where something was thrown away or set aside.
    *(select(func.count()).select_from(table).scalar_subquery() for table in (DRAFTS, ATTEMPTS, ASIDE)),
)
_NOTED = select(*as_it_stands(SETTINGS)).where(SETTINGS.c.name == KEPT)


def note_extent(connection: Connection) -> None:
    """Note how much is kept now, at the end of a transaction that writes."""
    value = " ".join(str(number) for number in (_written(connection), *_counts(connection)))
    connection.execute(SET, {"name": KEPT, "value": value})


def lacking(connection: Connection) -> dict[str, int]:
    """Say of which tables how many rows are missing at least, by their names."""
    row = connection.execute(_NOTED).mappings().one_or_none()
    noted = str(row["value"]).split() if row else []
    if len(noted) != 1 + len(_TABLES) or not all(one.isascii() and one.isdigit() for one in noted):
        return {}
    if int(noted[0]) != _written(connection):
        return {}
    then_and_now = zip(_TABLES, map(int, noted[1:]), _counts(connection), strict=True)
    return {table: then - now for table, then, now in then_and_now if then > now}


def _counts(connection: Connection) -> list[int]:
    return [int(count) for count in connection.execute(_COUNTS).one()]


def _written(connection: Connection) -> int:
    """Count the changes that were made in the file."""
    values = [str(row["value"]) for row in connection.execute(MARKS).mappings().all() if row["name"] != "file"]
    return sum(int(one) for one in values if one.isascii() and one.isdigit())
