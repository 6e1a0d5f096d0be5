"""The tables of the answers, and the statements that read and fill them; SQLite and PostgreSQL understand all of it."""

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
    cast,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.postgresql import insert  # SQLite takes its ON CONFLICT as it is
from sqlalchemy.types import NullType

TABLES = MetaData()


def _place() -> list[Column[str]]:
    return [Column(name, String, nullable=False) for name in ("code", "lesson", "exercise")]


def _answer() -> list[Column[Any]]:
    digest, answer = Column("digest", String, nullable=False), Column("answer", JSON, nullable=False)
    return [digest, answer, Column("confidence", Integer)]


SETTINGS = Table(
    "settings",
    TABLES,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
DRAFTS = Table(
    "drafts",
    TABLES,
    *(Column(name, String, primary_key=True) for name in ("code", "lesson", "exercise")),
    *_answer(),
    Column("phase", String, nullable=False),
    Column("saved_at", String, nullable=False),
    Column("version", String, nullable=False),
)
ATTEMPTS = Table(
    "attempts",
    TABLES,
    Column("number", Integer, primary_key=True),
    *_place(),
    Column("id", String, nullable=False),
    *_answer(),
    Column("what", String, nullable=False),
    Column("result", JSON(none_as_null=True)),
    Column("made_at", String, nullable=False),
    UniqueConstraint("code", "id"),
)
# Answers that do not stand: they lost against another one, and only the student throws them away.
ASIDE = Table(
    "aside",
    TABLES,
    Column("number", Integer, primary_key=True),
    *_place(),
    Column("id", String, nullable=False),
    *_answer(),
    Column("saved_at", String, nullable=False),
    Column("why", String, nullable=False),
    UniqueConstraint("code", "id"),
)
# Messages that were done, with the version that each made, if it made one.
RECEIPTS = Table(
    "receipts",
    TABLES,
    Column("number", Integer, primary_key=True),
    *_place(),
    Column("tab", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("version", String),
    UniqueConstraint("code", "lesson", "exercise", "tab", "seq"),
)
# Versions that left this store in a work file, or entered it in one.
TRAIL = Table(
    "trail",
    TABLES,
    Column("number", Integer, primary_key=True),
    *_place(),
    Column("version", String, nullable=False),
    UniqueConstraint("code", "lesson", "exercise", "version"),
)
# What happened to this file, said to whoever works here until they close it.
NOTICES = Table(
    "notices",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("parts", JSON, nullable=False),
    Column("closed_at", String),
)
# Rows that could not be read: all that stood there, as JSON.
UNREADABLE = Table(
    "unreadable",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("origin", String, nullable=False),
    Column("raw", String, nullable=False),
)


def as_it_stands(table: Table) -> list[Any]:
    """Give the columns of a table to be read without being made into anything: some may be no JSON."""
    return [type_coerce(column, NullType()).label(column.name) for column in table.columns]


# Written once: putting a statement together costs more than having it done.
CODE_NAMES = ("code", "code-again")
CURRENT_CODE = select(*as_it_stands(SETTINGS)).where(SETTINGS.c.name.in_(CODE_NAMES)).order_by(SETTINGS.c.name)
SET = insert(SETTINGS).on_conflict_do_update(index_elements=["name"], set_={"value": insert(SETTINGS).excluded.value})
# Counts the transactions that write, each program under its own mark, so that a file in which one of them counts fewer
# than before is known for an older copy, whatever was done in it since.
CHANGES = "changes"
COUNT = insert(SETTINGS).values(name=bindparam("mark"), value="1")
COUNT = COUNT.on_conflict_do_update(
    index_elements=["name"], set_={"value": cast(cast(SETTINGS.c.value, Integer) + 1, String)}
)
COUNTED = select(SETTINGS.c.value).where(SETTINGS.c.name == bindparam("mark"))
PUT_ATTEMPT = insert(ATTEMPTS).on_conflict_do_nothing(index_elements=["code", "id"])
PUT_ASIDE = insert(ASIDE).on_conflict_do_nothing(index_elements=["code", "id"])
PUT_RECEIPT = insert(RECEIPTS).on_conflict_do_nothing(index_elements=["code", "lesson", "exercise", "tab", "seq"])
PUT_TRAIL = insert(TRAIL).on_conflict_do_nothing(index_elements=["code", "lesson", "exercise", "version"])
FIRST_DRAFT = insert(DRAFTS).on_conflict_do_nothing(index_elements=["code", "lesson", "exercise"])
NEXT_DRAFT = (
    update(DRAFTS)
    .where(*(DRAFTS.c[name] == bindparam(f"at_{name}") for name in ("code", "lesson", "exercise", "version")))
    .values({name: bindparam(name) for name in ("digest", "answer", "confidence", "phase", "saved_at", "version")})
)


def at(table: Table) -> tuple[Any, ...]:
    """Give the conditions for the rows of one exercise of one student."""
    return tuple(table.c[name] == bindparam(name) for name in ("code", "lesson", "exercise"))


# The counts, and the name of the file itself, by which another one that is laid over it is known.
IS_MARK = SETTINGS.c.name.in_(("file", CHANGES)) | SETTINGS.c.name.startswith(f"{CHANGES}-")
MARKS = select(*as_it_stands(SETTINGS)).where(IS_MARK)


@cache
def selection(table: Table, by: frozenset[str]) -> Select[Any]:
    """Write the statement that reads rows by what is given; numbered ones in that order, as clocks may be set back."""
    conditions = {
        "code": table.c.code == bindparam("code"),
        "lesson": table.c.lesson == bindparam("lesson"),
        "exercises": table.c.exercise.in_(bindparam("exercises", expanding=True)),
    }
    order = (table.c.number,) if "number" in table.c else (table.c.lesson, table.c.exercise)
    return select(*as_it_stands(table)).where(*(conditions[name] for name in sorted(by))).order_by(*order)
