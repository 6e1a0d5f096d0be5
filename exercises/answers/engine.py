"""How SQLite is spoken to: each transaction begins as the caller wants it, and no connection outlives it unasked."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from exercises.answers.reading import decoded

PATIENCE = 5  # seconds to wait while another notebook writes

_MODES = slice(18, 20)  # where SQLite says how a file is written: "File format version numbers" of the file format
_WRITE_AHEAD = b"\2\2"


def engine_of(path: Path, *, ahead: bool = False) -> Engine:
    """Give the engine for a file; each of its connections waits a while for others that write.

    Parameters
    ----------
    path : Path
        The file.
    ahead : bool
        Whether what is written is logged ahead, so that readers never wait: for a local disk, and one program that
        keeps its connections.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool if ahead else NullPool,
        connect_args={"timeout": PATIENCE},
        # Plain ASCII in the file: half an emoji, as a browser may send it, survives too. NaN is no JSON for a browser.
        json_serializer=partial(json.dumps, allow_nan=False, separators=(",", ":")),
    )
    event.listen(engine, "connect", _set_up)
    if ahead:
        event.listen(engine, "connect", _write_ahead)
    event.listen(engine, "begin", _begin)
    return engine


def leave_write_ahead(engine: Engine, path: Path) -> None:
    """Turn a file back that another program has switched to write-ahead logging, which fails on network drives.

    One that is damaged, that nobody may write in, or that the other program holds open stays as it is.
    """
    if not _is_written_ahead(path):
        return
    with suppress(sqlite3.Error, SQLAlchemyError), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        cursor.execute("PRAGMA journal_mode = DELETE")


def is_of_no_known_form(path: Path) -> bool:
    """Say whether a file names a form that SQLite does not know yet, and so would not write: no course made that."""
    return max(_modes(path), default=0) > max(_WRITE_AHEAD)


def _is_written_ahead(path: Path) -> bool:
    return _modes(path) == _WRITE_AHEAD


def _modes(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(_MODES.stop)[_MODES]
    return b""


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us
    connection.text_factory = decoded


def _write_ahead(connection: Any, _record: object) -> None:
    # Each commit is down on the disk before it is acknowledged: what a power cut takes was never said to be saved.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["begin"])


def make_folder(folder: Path) -> None:
    """Make the folder of a file, for its owner only; one that was chosen by hand keeps its rights."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
