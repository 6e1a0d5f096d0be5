"""Answers in which something changed on the disk: they stay, get a version of their own, and their student is told."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnClause, Connection, Table, bindparam, literal_column, select, update

from exercises.answers.brought_back import put_last_try_aside, tell_places
from exercises.answers.reading import VERSIONS, ChangedRow, UnreadableRow, fields_of
from exercises.answers.tables import ASIDE, DRAFTS, as_it_stands
from exercises.answers.work import new_version

ROW: ColumnClause[int] = literal_column("rowid")  # SQLite's own number of a row, whatever stands in it


def name_changed_anew(connection: Connection) -> None:
    """Give answers that do not fit their version another one, so that a page that still has them as they were asks.

    What was checked of them can be had back from the last try.
    """
    places = set()
    for table in (DRAFTS, ASIDE):
        name = VERSIONS[table.name]
        for number, row in list(_changed(connection, table)):
            made = new_version(row.fields["answer"], row.fields["confidence"])
            connection.execute(update(table).where(bindparam("at_row") == ROW).values({name: made}), {"at_row": number})
            place = (row.fields["code"], row.fields["lesson"], row.fields["exercise"])
            places.add(place)
            put_last_try_aside(connection, place)
    tell_places(connection, "answer-changed", sorted(places))


def _changed(connection: Connection, table: Table) -> Iterator[tuple[int, ChangedRow]]:
    wanted = select(ROW.label("place"), *as_it_stands(table)).select_from(table)
    for found in connection.execute(wanted).mappings().all():
        try:
            fields_of(table, {column.name: found[column.name] for column in table.columns})
        except ChangedRow as changed:
            yield found["place"], changed
        except UnreadableRow:
            continue
