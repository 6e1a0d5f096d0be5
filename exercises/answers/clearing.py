"""Clears the file of rows that nobody can read: each alone, kept as it stood, and said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from exercises.answers.changed import ROW, name_changed_anew
from exercises.answers.code import tidy_code
from exercises.answers.codes import current_code, named_codes, settle_code
from exercises.answers.layout import add_notice, index_anew
from exercises.answers.reading import READ, ChangedRow, UnreadableRow, fields_of, is_code, is_place
from exercises.answers.tables import SETTINGS, UNREADABLE, as_it_stands


def set_aside_unreadable(connection: Connection) -> int:
    """Move rows that nobody can read to a table of their own, each alone, and give their number."""
    index_anew(connection)  # a row is found by its index, and cannot be moved where the two differ
    found = [(table, *one) for table in READ for one in _unreadable(connection, table)]
    for table, place, row in found:
        raw = json.dumps(row, default=_as_hex)
        connection.execute(insert(UNREADABLE), {"origin": table.name, "raw": raw})
        connection.execute(delete(table).where(bindparam("row") == ROW), {"row": place})
    # Puts answers aside, and reads what lies there: what cannot be read must be gone by then.
    name_changed_anew(connection)
    lost = any(is_code(table, row) for table, _, row in found)
    if lost or not _is_one_code(connection):
        clear_code(connection)
    whose = Counter(_code_of(row) for table, _, row in found if not is_code(table, row))
    for code, count in whose.items():
        # Said to the one student whose row it was; where that cannot be read either, to whoever works here.
        add_notice(connection, "row-aside", {"count": str(count)} | ({"code": code} if code else {}))
    return len(found)


def clear_code(connection: Connection) -> None:
    """Decide which code is in use, and say it where that was not clear."""
    if not settle_code(connection):
        add_notice(connection, "code-aside", named_codes(connection))


def _is_one_code(connection: Connection) -> bool:
    try:
        current_code(connection)
    except UnreadableRow:
        return False
    return True


def _code_of(row: dict[str, Any]) -> str:
    code = row.get("code")
    return code if isinstance(code, str) and tidy_code(code) == code else ""


def has_unfindable(connection: Connection) -> bool:
    """Say whether a row stands where nobody would look for it, under what is no code, lesson or exercise."""
    for table in READ:
        if table is not SETTINGS:
            place = [column for column in as_it_stands(table) if column.name in ("code", "lesson", "exercise")]
            rows = connection.execute(select(*place).distinct()).mappings().all()
            if not all(is_place(row) for row in rows):
                return True
    return False


def _unreadable(connection: Connection, table: Table) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the rows of a table that this course did not write, by their place in it and as they stand."""
    wanted = select(ROW.label("place"), *as_it_stands(table)).select_from(table)
    for found in connection.execute(wanted).mappings().all():
        row = {column.name: found[column.name] for column in table.columns}
        try:
            fields_of(table, row)
        except ChangedRow:  # one that can be read stays
            continue
        except UnreadableRow:
            yield found["place"], row


def _as_hex(raw: bytes) -> dict[str, str]:
    """Keep bytes that are no text so that they can be had back exactly."""
    return {"bytes": raw.hex()}
