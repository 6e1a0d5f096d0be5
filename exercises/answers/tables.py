"""The tables of the answers, and the statements that read and fill them."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy.dialects.sqlite import Insert, insert

TABLES = MetaData()
SETTINGS = Table(
    "settings",
    TABLES,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
DRAFTS = Table(
    "drafts",
    TABLES,
    Column("code", String, primary_key=True),
    Column("lesson", String, primary_key=True),
    Column("exercise", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("confidence", Integer),
    Column("phase", String, nullable=False),
    Column("saved_at", String, nullable=False),
)
ATTEMPTS = Table(
    "attempts",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("id", String, nullable=False),
    Column("lesson", String, nullable=False),
    Column("exercise", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("what", String, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("confidence", Integer),
    Column("result", JSON(none_as_null=True)),
    Column("made_at", String, nullable=False),
    UniqueConstraint("code", "id"),
)


def _put_in_place(table: Table) -> Insert:
    """Write the statement that puts a row in the place of the one with the same key."""
    key, row = [column.name for column in table.primary_key], insert(table)
    changed = {column.name: column for column in row.excluded if column.name not in key}
    return row.on_conflict_do_update(index_elements=key, set_=changed)


# Written once: putting a statement together costs more than having it done.
CURRENT_CODE = select(SETTINGS.c.value).where(SETTINGS.c.name == "code")
SET = _put_in_place(SETTINGS)
PUT_DRAFT = _put_in_place(DRAFTS)
PUT_ATTEMPT = insert(ATTEMPTS).on_conflict_do_nothing(index_elements=["code", "id"])


@cache
def selection(table: Table, by: frozenset[str]) -> Select[Any]:
    """Write the statement that reads rows by what is given; attempts by number, as clocks may be set back."""
    conditions = {
        "code": table.c.code == bindparam("code"),
        "lesson": table.c.lesson == bindparam("lesson"),
        "exercises": table.c.exercise.in_(bindparam("exercises", expanding=True)),
    }
    order = (table.c.number,) if table is ATTEMPTS else (table.c.lesson, table.c.exercise)
    return select(table).where(*(conditions[name] for name in sorted(by))).order_by(*order)
