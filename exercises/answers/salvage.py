"""What can still be read of a damaged file comes over into the new one, each row checked as any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, MetaData, Table
from sqlalchemy.dialects.postgresql import insert  # SQLite takes its ON CONFLICT as it is

from exercises.answers.codes import current_code, named_codes, settle_code
from exercises.answers.damaged import Row, rows_of
from exercises.answers.layout import Note, add_notice, is_open, notes_of, say_on
from exercises.answers.reading import READ, UnreadableRow, fields_of, is_code
from exercises.answers.rows import aside_of, bring_attempt, name_of, put_aside, put_draft, work_of
from exercises.answers.tables import ASIDE, ATTEMPTS, CHANGES, DRAFTS, NOTICES, RECEIPTS, SETTINGS, TRAIL
from exercises.answers.wellformed import mended
from exercises.answers.work import Aside, Attempt, Draft, new_version

OneOf = TypeVar("OneOf", Draft, Attempt, Aside)
_OWN = ("file", CHANGES, f"{CHANGES}-", "came from ")
"""How settings begin that speak of one file alone: its name, its counts, and what came home into it."""
_BROUGHT = "brought"
"""How a setting begins that names a damaged file of which all came over; it goes along into the next file."""


def bring_over(connection: Connection, kept: Path, tables: MetaData) -> None:
    """Bring over what can be read of a damaged file, unless that was done, and note in words how much it was.

    What stands in the new file already stays, as another notebook may have begun there: then the other is put aside.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write, of the new file.
    kept : Path
        The damaged file under its new name; it is not changed.
    tables : MetaData
        The tables of both.
    """
    done = {"name": str(mended(f"{_BROUGHT} {kept.name}")), "value": "yes"}
    if connection.execute(insert(SETTINGS).on_conflict_do_nothing(), done).rowcount == 0:
        return
    coming = _Coming(connection, kept, tables)
    coming.settings()
    coming.answers()
    coming.beside()
    settle_code(connection)
    say_on(connection, coming.notes())
    parts = {"name": kept.name, "folder": str(kept.parent)}
    came = {name: str(coming.came[name]) for name in (DRAFTS.name, ATTEMPTS.name, ASIDE.name)}
    parts |= named_codes(connection)
    name = "moved-aside"
    if coming.came.total():
        name, parts = f"moved-aside-{'whole' if coming.whole else 'part'}", parts | came
    if not is_open(connection, name, parts):
        add_notice(connection, name, parts)


class _Coming:
    """One damaged file on its way into the new one, in an open transaction."""

    def __init__(self, connection: Connection, kept: Path, tables: MetaData) -> None:
        found = rows_of(kept, tables)
        self._connection, self._tables, self._found = connection, tables, found.tables
        self.whole, self.came = found.whole, Counter[str]()
        self._stand: set[tuple[str, str, str]] = set()

    def settings(self) -> None:
        """Bring the code of the student who began last, and what else was noted."""
        begun = current_code(self._connection) is not None
        for row in self._sound(SETTINGS):
            if not row["name"].startswith(_OWN) and not (begun and is_code(SETTINGS, row)):
                self._put(SETTINGS, row)

    def answers(self) -> None:
        """Bring drafts, attempts and answers put aside, and count them."""
        for row in self._sound(DRAFTS):
            self._draft(row["code"], _one(row, Draft))
        for row in self._sound(ATTEMPTS):
            self.came[ATTEMPTS.name] += bring_attempt(self._connection, row["code"], _one(row, Attempt))
        for row in self._sound(ASIDE):
            self.came[ASIDE.name] += put_aside(self._connection, row["code"], _one(row, Aside))

    def beside(self) -> None:
        """Bring what belongs to drafts that stand, as without them it says untrue things; and what a host keeps."""
        for table in (RECEIPTS, TRAIL):
            for row in self._sound(table):
                if (row["code"], row["lesson"], row["exercise"]) in self._stand:
                    self._put(table, row)
        for table in self._tables.sorted_tables:
            if table.name not in {NOTICES.name, *(one.name for one in READ)}:
                for row in self._rows(table):
                    if _fits(table, row):
                        self._put(table, row)

    def notes(self) -> list[Note]:
        """Give what nobody has closed yet of what was to be said of the damaged file."""
        return notes_of(row for row in self._rows(NOTICES) if row["closed_at"] is None)

    def _draft(self, code: str, draft: Draft) -> None:
        if put_draft(self._connection, code, draft, None):
            self._stand.add((code, draft.lesson, draft.exercise))
            self.came[DRAFTS.name] += 1
            return
        here = work_of(self._connection, code, draft.lesson, (draft.exercise,)).drafts
        if name_of(draft) not in map(name_of, here):
            self.came[ASIDE.name] += put_aside(self._connection, code, aside_of(draft, "file"))

    def _rows(self, table: Table) -> Iterator[Row]:
        """Give the rows of a table that have all its columns."""
        for row in self._found.get(table.name, ()):
            # The first edition had no versions.
            filled = {"version": new_version()} | row if table is DRAFTS else row
            if filled.keys() == set(table.columns.keys()):
                yield filled
            else:
                self.whole = False

    def _sound(self, table: Table) -> list[dict[str, Any]]:
        """Give the fields of the rows that this course can read, those with a number in that order."""
        found = list[dict[str, Any]]()
        for row in self._rows(table):
            try:
                found.append(fields_of(table, row))
            except UnreadableRow:
                self.whole = False
        return sorted(found, key=lambda one: one["number"]) if "number" in table.columns else found

    def _put(self, table: Table, row: Row) -> None:
        new = {name: value for name, value in row.items() if name != "number"}
        self._connection.execute(insert(table).on_conflict_do_nothing(), new)


def _one(given: dict[str, Any], kind: type[OneOf]) -> OneOf:
    return kind(**{each.name: given[each.name] for each in fields(kind)})


def _fits(table: Table, row: Row) -> bool:
    """Say whether a row of a host has in each column what may stand there."""
    for column in table.columns:
        kind = int if isinstance(column.type, Integer) else str
        if not isinstance(row[column.name], kind) and not (column.nullable and row[column.name] is None):
            return False
    return True
