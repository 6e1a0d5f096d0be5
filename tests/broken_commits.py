"""A disk that fails where a transaction ends."""

import sqlite3

from sqlalchemy import event
from sqlalchemy.exc import OperationalError


def break_commits(store, code=sqlite3.SQLITE_FULL):
    """Let the disk fail at the end of each transaction that writes; give what mends it."""

    def fails(connection):
        if connection.get_execution_options()["begin"] == "BEGIN IMMEDIATE":
            broken = sqlite3.OperationalError("the disk failed")
            broken.sqlite_errorcode = code
            raise OperationalError("COMMIT", {}, broken)

    event.listen(store._file._engine, "commit", fails)
    return lambda: event.remove(store._file._engine, "commit", fails)
