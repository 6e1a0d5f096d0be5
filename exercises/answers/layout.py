"""The layout of the file of answers: made and brought up to this edition; and the notices on what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    MetaData,
    RowMapping,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from exercises.answers.indexed import NoRoom, misplaced_rows, put_back, take_out
from exercises.answers.laid_out import columns_of, is_laid_out, is_of_today
from exercises.answers.tables import DRAFTS, NOTICES, TABLES, as_it_stands
from exercises.answers.wellformed import mended, read_json
from exercises.answers.work import Notice
from exercises.words import words

Note = tuple[str, dict[str, str]]
"""A notice by name and parts, as it goes on in another file."""
EDITION = 2  # number of the table layout, kept in the file itself
PLACES = "places"
"""Name of the part of a notice that names exercises, as lesson/exercise; a page gives their titles."""
_LAST = 99  # no course will ever come so far: what stands above it is no edition
_TO_SECOND = (
    "ALTER TABLE drafts ADD COLUMN version VARCHAR NOT NULL DEFAULT ''",
    "UPDATE drafts SET version = lower(hex(randomblob(8)))",
)


class Damaged(Exception):  # noqa: N818 - what was found, not a fault
    """The file can be opened, but what stands in it is not what this course wrote."""


class Newer(Exception):  # noqa: N818 - what was found, not a fault
    """The file was written by a newer edition of the course."""


def edition_of(connection: Connection, tables: MetaData = TABLES) -> int:
    """Look the whole file through once, and give the number of its layout; 0 is an empty file, -1 one to index anew.

    Parameters
    ----------
    connection : Connection
        An open transaction.
    tables : MetaData
        The tables that a file of this edition holds.

    Raises
    ------
    Damaged, Newer
        If nothing can be done with it here.
    """
    edition = _number(connection)
    wrong = edition != EDITION and is_of_today(connection, tables)
    if not wrong and not 0 <= edition <= _LAST:
        raise Damaged(words("store")["layout"])
    if not wrong and edition > EDITION:
        raise Newer
    # The quick look leaves the indexes out; where one of them differs from its rows, answers are there and not found.
    indexed = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one() == "ok"
    if not indexed and (found := str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())) != "ok":
        raise Damaged(found)
    if not wrong:
        _check_layout(connection, edition, tables)
    return edition if indexed and not wrong else -1


def _number(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _check_layout(connection: Connection, edition: int, tables: MetaData) -> None:
    if edition == EDITION and any(not is_laid_out(connection, table) for table in tables.sorted_tables):
        raise Damaged(words("store")["layout"])
    if edition == 1 and "version" in columns_of(connection, DRAFTS):
        raise Damaged(words("store")["layout"])
    if edition == 0 and connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise Damaged(words("store")["foreign"])


def lay_out(connection: Connection, tables: MetaData) -> None:
    """Make the tables and their indexes, or bring those of an earlier edition up to this one; nothing is lost."""
    # Another notebook may have done it since the look.
    edition = _number(connection)
    wrong = edition != EDITION and is_of_today(connection, tables)
    if wrong:
        add_notice(connection, "number-back", {})
    elif edition == 1:
        for statement in _TO_SECOND:
            connection.exec_driver_sql(statement)
    tables.create_all(connection)
    index_anew(connection, tables)
    connection.exec_driver_sql(f"PRAGMA user_version = {EDITION}")


def index_anew(connection: Connection, tables: MetaData = TABLES) -> None:
    """Let the indexes say what the rows say, once rows that were damaged stand where their index has them.

    Raises
    ------
    Damaged
        If two rows say the same, one has no place, or an index names one that is not there: that trace would be lost.
    """
    misplaced = misplaced_rows(connection, tables)
    if misplaced.lost:
        raise Damaged(words("store")["layout"])
    try:
        take_out(connection, misplaced)
        connection.exec_driver_sql("REINDEX")
        put_back_by_code = put_back(connection, misplaced)
    except (IntegrityError, NoRoom) as error:
        raise Damaged(str(error)) from error
    for code, count in put_back_by_code.items():
        add_notice(connection, "row-back", {"count": str(count), "code": code})


def add_notice(connection: Connection, name: str, parts: dict[str, str]) -> None:
    """Note what happened to the file; it is said until somebody closes it.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    name : str
        Name of the sentence in the section ``store`` of the words.
    parts : dict of str to str
        What its places are filled with.
    """
    connection.execute(insert(NOTICES), {"name": name, "parts": parts})


# Written once: they are read with every answer that is saved, and putting a statement together costs more than that.
_OPEN = select(*as_it_stands(NOTICES)).where(NOTICES.c.closed_at.is_(None)).order_by(NOTICES.c.number)
_CLOSED_BY = "closed-by"  # no notice: says who has read one that is said to others still
_OPEN_OR_READ = (
    select(*as_it_stands(NOTICES))
    .where(NOTICES.c.closed_at.is_(None) | (NOTICES.c.name == _CLOSED_BY))
    .order_by(NOTICES.c.number)
)


def open_notices(connection: Connection, code: str) -> tuple[Notice, ...]:
    """Give what is to be said of the file still, the oldest first; what is about one student, to that one alone."""
    return tuple(Notice(row["number"], _sentence(row), _places(row)) for row in _said_to(connection, code))


def _said_to(connection: Connection, code: str) -> list[RowMapping]:
    rows = connection.execute(_OPEN_OR_READ).mappings().all()
    read = {
        _parts(str(row["parts"])).get("number") for row in rows if row["name"] == _CLOSED_BY and _whose(row) == code
    }
    still = [row for row in rows if row["closed_at"] is None and row["name"] != _CLOSED_BY]
    return [row for row in still if _whose(row) in ("", code) and str(row["number"]) not in read]


def _whose(row: RowMapping) -> str:
    return _parts(str(row["parts"])).get("code", "")


def _places(row: RowMapping) -> tuple[tuple[str, str], ...]:
    named = (one.partition("/") for one in _parts(str(row["parts"])).get(PLACES, "").split())
    return tuple((lesson, exercise) for lesson, _, exercise in named)


def _sentence(row: RowMapping) -> str:
    """Say a notice; of one that cannot be read at least that it is there, so that it can be closed."""
    sentences = words("store")
    try:
        parts = read_json(row["parts"])
        said = str(sentences[row["name"]]).format(**parts)
        if "codes" in parts:
            said = f"{said} {sentences['codes'].format(**parts)}".rstrip()
    except (ValueError, TypeError, LookupError, RecursionError):
        return str(sentences["notice"])
    return str(mended(said))


def all_notices(connection: Connection) -> frozenset[tuple[str, str]]:
    """Give what was ever noted in this file, also what was closed, by name and parts."""
    rows = connection.execute(select(*as_it_stands(NOTICES))).mappings().all()
    return frozenset((str(row["name"]), str(row["parts"])) for row in rows)


def was_told(connection: Connection, known: frozenset[tuple[str, str]], path: Path) -> bool:
    """Say whether what just happened to the file stands in it, as another notebook noted it, beside what was known."""
    ours = {str(path), str(path.parent)}
    return any(ours & set(_parts(parts).values()) for _, parts in all_notices(connection) - known)


def is_open(connection: Connection, name: str, parts: dict[str, str]) -> bool:
    """Say whether exactly this is said of the file now."""
    return (name, parts) in open_notes(connection)


def open_notes(connection: Connection) -> list[Note]:
    """Give what is to be said of the file still, by name and parts, so that another file can say it."""
    return notes_of(connection.execute(_OPEN).mappings().all())


def notes_of(rows: Iterable[Mapping[str, Any] | RowMapping]) -> list[Note]:
    """Give notices that were read as they stand, by name and parts."""
    return [(str(row["name"]), _parts(str(row["parts"]))) for row in rows]


def say_on(connection: Connection, notes: Iterable[Note]) -> None:
    """Note what another file had to say, unless it was ever noted here."""
    known = {(name, tuple(_parts(parts).items())) for name, parts in all_notices(connection)}
    for name, parts in notes:
        if (name, tuple(parts.items())) not in known:
            add_notice(connection, name, parts)


def _parts(text: str) -> dict[str, str]:
    """Read the parts of a notice; of one that cannot be read there are none."""
    try:
        parts = read_json(text)
    except ValueError:
        return {}
    return {name: str(value) for name, value in parts.items()} if isinstance(parts, dict) else {}


def close_notice(connection: Connection, number: int, moment: str, code: str | None = None) -> None:
    """Say a notice no more.

    Parameters
    ----------
    connection : Connection
        An open transaction that may write.
    number : int
        Number of the notice.
    moment : str
        When it was closed.
    code : str, optional
        Who has closed it, if others work with the same file: to that one alone it is said no more, if it was at all.
    """
    said = [] if code is None else [row for row in _said_to(connection, code) if row["number"] == number]
    if code is None or any(_whose(row) for row in said):
        connection.execute(update(NOTICES).where(NOTICES.c.number == number).values(closed_at=moment))
    elif said:
        row = {"name": _CLOSED_BY, "parts": {"number": str(number), "code": code}, "closed_at": moment}
        connection.execute(insert(NOTICES), row)
