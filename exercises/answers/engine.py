"""How SQLite is spoken to: no connection outlives its transaction, which begins as the caller wants it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

PATIENCE = 5  # seconds to wait while another notebook writes


def engine_of(path: Path) -> Engine:
    """Give the engine for a file; each of its connections waits a while for others that write."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        connect_args={"timeout": PATIENCE},
        # Plain ASCII in the file: half an emoji, as a browser may send it, survives too. NaN is no JSON for a browser.
        json_serializer=partial(json.dumps, allow_nan=False, separators=(",", ":")),
    )
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions_to_us(connection: Any, _record: object) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["begin"])
