"""The tables that the file of a class holds beside the answers: cards, devices, those who ask, and personal links."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, String, Table

from exercises.answers.tables import TABLES

ROWS = MetaData()
CARDS = Table(
    "cards",
    ROWS,
    Column("code", String, primary_key=True),
    Column("salt", String, nullable=False),
    Column("pin", String, nullable=False),
    Column("issued_at", String, nullable=False),
)
DEVICES = Table(
    "devices",
    ROWS,
    Column("device", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("entered_at", String, nullable=False),
    Column("revoked_at", String),
)
# Devices that have a code and no PIN, until the teacher nods or does not.
ASKS = Table(
    "asks",
    ROWS,
    Column("device", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("asked_at", String, nullable=False),
)
# Personal links by the hash of what stands in them: whoever reads the file can use none.
LINKS = Table(
    "links",
    ROWS,
    Column("ticket", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("used_at", String),
)
# A file that is begun anew, as after damage, holds them from the start.
for _table in TABLES.sorted_tables:
    _table.to_metadata(ROWS)
