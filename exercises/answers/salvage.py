"""What can still be read of a damaged file comes over into the new one, each row checked as any other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, MetaData, Table, select
from sqlalchemy.dialects.postgresql import insert  # SQLite takes its ON CONFLICT as it is

from exercises.answers.brought_back import bring_back
from exercises.answers.codes import CHOSEN, chosen_later, current_code, named_codes, set_code, settle_code
from exercises.answers.damaged import Row, Rows, rows_of
from exercises.answers.extent import KEPT, lacking_of
from exercises.answers.layout import add_notice, is_open, notes_of, say_on
from exercises.answers.moved import lasting
from exercises.answers.reading import READ, ChangedRow, UnreadableRow, fields_of, is_code
from exercises.answers.rows import aside_of, bring_attempt, forget_trail, name_of, put_aside, put_draft, work_of
from exercises.answers.tables import (
    ASIDE,
    ATTEMPTS,
    CHANGES,
    DRAFTS,
    NOTICES,
    RECEIPTS,
    SET,
    SETTINGS,
    TRAIL,
    as_it_stands,
)
from exercises.answers.trouble import cause_of
from exercises.answers.wellformed import read_json
from exercises.answers.work import COMMITTED, Aside, Attempt, Draft

OneOf = TypeVar("OneOf", Draft, Attempt, Aside)
_CAME = "came over"
"""Name of the setting that names the damaged files of which all came over into this one, until they are renamed."""
_OWN = ("file", CHANGES, f"{CHANGES}-", "came from ", _CAME, CHOSEN, KEPT)
"""How settings begin that speak of one file alone: its name, its counts, and what came into it."""


def bring_over(connection: Connection, waiting: Sequence[Path], tables: MetaData) -> None:
    """Bring over what can be read of damaged files, unless that was done, and note in words how much it was.

    What stands in the new file already stays, as another notebook may have begun there: then the other is put aside. A
    commit alone never gives way to what is none.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write, of the new file.
    waiting : sequence of Path
        The damaged files, the one that was moved last first; they are not changed.
    tables : MetaData
        The tables of all of them.

    Raises
    ------
    OSError
        If the disk is too full to read one: then nothing is known of what can be read, and it stays as it is.
    """
    came = came_over(connection)
    new = [kept for kept in waiting if kept.name not in came]
    if not new:
        return
    connection.execute(SET, {"name": _CAME, "value": json.dumps([kept.name for kept in waiting])})
    coming = [_Coming(connection, kept, tables) for kept in new]
    for one in coming:
        # Who began last is known by the file that was moved last alone.
        one.settings(with_code=one.kept == waiting[0])
        one.drafts()
    for one in reversed(coming):
        one.earlier()
    for one in coming:
        one.beside()
    settle_code(connection)
    for one in reversed(coming):
        one.tell()
    bring_back(
        connection,
        lost={name: [row for one in coming for row in one.lost.get(name, ())] for name in tables.tables},
        short=sum((Counter(one.short) for one in coming), Counter[str]()),
    )


def came_over(connection: Connection) -> list[str]:
    """Give the names of files that came over and may not have their lasting names yet."""
    wanted = select(*as_it_stands(SETTINGS)).where(SETTINGS.c.name == _CAME)
    row = connection.execute(wanted).mappings().one_or_none()
    with suppress(ValueError, TypeError):
        return [str(name) for name in read_json(row["value"])] if row else []
    return []


def _rows_of(kept: Path, tables: MetaData) -> Rows:
    try:
        return rows_of(kept, tables)
    except OSError as error:
        if cause_of(error) == "full":
            raise
        # Rights, or a bad place on the disk, stay as they are: the work goes on without, and a notice names the file.
        return Rows({}, whole=False)


class _Coming:
    """One damaged file on its way into the new one, in an open transaction."""

    def __init__(self, connection: Connection, kept: Path, tables: MetaData) -> None:
        found = _rows_of(kept, tables)
        self.kept, self._connection, self._tables, self._found = kept, connection, tables, found.tables
        counts = {table.name: len(found.tables.get(table.name, ())) for table in (DRAFTS, ATTEMPTS, ASIDE)}
        # What its own note tells: that goes no further, as it speaks of this file alone.
        # Where the layout was damaged, a column may have no name that we know.
        settings = [row for row in found.tables.get(SETTINGS.name, ()) if {"name", "value"} <= row.keys()]
        self.short = lacking_of(settings, counts)
        self.whole, self.lost, self.came = found.whole and not self.short, found.lost, Counter[str]()
        self._stand: set[tuple[str, str, str]] = set()

    def settings(self, *, with_code: bool) -> None:
        """Bring what was noted, and the code of the student who began last, unless somebody began in the new file."""
        begun = not with_code or current_code(self._connection) is not None
        later = chosen_later(self._rows(SETTINGS), self._rows(NOTICES))
        for row in self._sound(SETTINGS):
            if not row["name"].startswith(_OWN) and not ((begun or later) and is_code(SETTINGS, row)):
                self._put(SETTINGS, row)
        if later and not begun:
            set_code(self._connection, later)

    def drafts(self) -> None:
        """Bring the answers that stand, and count them."""
        for row in self._sound(DRAFTS):
            self._draft(row["code"], _one(row, Draft))

    def earlier(self) -> None:
        """Bring attempts and answers put aside, and count them."""
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
                        self.came[table.name] += 1

    def tell(self) -> None:
        """Note what nobody has closed yet of what was to be said of the damaged file, and how much came of it."""
        said_before = notes_of(row for row in self._rows(NOTICES) if row["closed_at"] is None)
        say_on(self._connection, said_before)
        name, parts = "moved-aside", {"name": lasting(self.kept).name, "folder": str(self.kept.parent)}
        parts |= named_codes(self._connection)
        if self.came.total():
            name = f"moved-aside-{'whole' if self.whole else 'part'}"
            parts |= {name: str(self.came[name]) for name in (DRAFTS.name, ATTEMPTS.name, ASIDE.name)}
        if not is_open(self._connection, name, parts):
            add_notice(self._connection, name, parts)

    def _draft(self, code: str, draft: Draft) -> None:
        here = work_of(self._connection, code, draft.lesson, (draft.exercise,)).draft(draft.lesson, draft.exercise)
        commits = here is not None and draft.phase in COMMITTED and here.phase not in COMMITTED
        if (here is None or commits) and put_draft(self._connection, code, draft, here):
            self._stand.add((code, draft.lesson, draft.exercise))
            self.came[DRAFTS.name] += 1
            if here is not None:
                # What led to the answer that gives way did not lead to this one.
                forget_trail(self._connection, code, here)
                self._give_way(code, here, draft)
        elif here is not None:
            self.came[ASIDE.name] += self._give_way(code, draft, here)

    def _give_way(self, code: str, draft: Draft, stands: Draft) -> bool:
        """Put one of two answers aside, unless it is the same; say whether it is new there."""
        aside = aside_of(draft, "file")
        return name_of(draft) != name_of(stands) and put_aside(self._connection, code, aside)

    def _rows(self, table: Table) -> Iterator[Row]:
        """Give the rows of a table that have all its columns."""
        for row in self._found.get(table.name, ()):
            # The first edition had no versions.
            filled = {"version": token_hex(8)} | row if table is DRAFTS else row
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
            except ChangedRow as changed:
                # In the new file it is found, and said, as in any other.
                found.append(changed.fields)
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
