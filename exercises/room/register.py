"""Who may come in: the cards of a class and the devices that have entered with them, kept beside the answers."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, select, update
from sqlalchemy.dialects.postgresql import insert  # SQLite takes its ON CONFLICT as it is

from exercises.answers.batch import BatchStore
from exercises.answers.code import make_code, tidy_code
from exercises.answers.store import Store
from exercises.answers.tables import TABLES
from exercises.answers.work import moment

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
# A file that is begun anew, as after damage, holds them from the start.
for _table in TABLES.sorted_tables:
    _table.to_metadata(ROWS)
MOST_CARDS = 200
_TEACHER = "room-teacher"
_SECRET = "room-secret"  # noqa: S105 (the name of a setting)
_PUT_CARD = insert(CARDS).on_conflict_do_nothing(index_elements=["code"])


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is printed: the code, and the PIN that nobody can read in the register afterwards."""

    code: str
    pin: str


class Register:
    """The cards and devices of one class; every call is one transaction.

    Every method raises `StoreTrouble` if the disk does not do its part.

    Parameters
    ----------
    store : Store
        The file of the class, as `class_store` gives it: it holds the answers as well.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def secret(self) -> bytes:
        """Give the secret that signs the cookies of this class: the same after a restart."""
        if found := self._store.noted(_SECRET):
            return bytes.fromhex(found)
        self._store.note(_SECRET, secrets.token_hex(32))
        return self.secret()

    def teacher_key(self) -> str:
        """Give the key of the teacher's page: the same until the class is deleted."""
        if found := self._store.noted(_TEACHER):
            return found
        self._store.note(_TEACHER, f"{secrets.randbelow(10**8):08}")
        return self.teacher_key()

    def issue(self, count: int) -> list[Card]:
        """Make new cards, none under a code that was issued before."""
        return self._store.run(lambda connection: [_issued(connection) for _ in range(count)], write=True)

    def codes(self) -> list[str]:
        """Give all codes that were issued, in order."""
        wanted = select(CARDS.c.code).order_by(CARDS.c.code)
        return [str(code) for code in self._store.run(lambda one: one.execute(wanted).scalars().all(), write=False)]

    def enter(self, typed_code: str, typed_pin: str) -> str | None:
        """Let a device in by card: give its new name; None if there is no such card or the PIN is another one."""
        code, pin = tidy_code(typed_code), "".join(sign for sign in typed_pin if sign.isdigit())
        if code is None:
            return None

        wanted = select(CARDS.c.salt, CARDS.c.pin).where(CARDS.c.code == code)
        card = self._store.run(lambda connection: connection.execute(wanted).one_or_none(), write=False)
        # As long for a code that was never issued, so that the time does not tell which are. Nobody waits for it.
        salt, hidden = (str(card.salt), str(card.pin)) if card else ("", "")
        if not hmac.compare_digest(_hidden(salt, pin), hidden):
            return None
        device = secrets.token_hex(12)
        row = {"device": device, "code": code, "entered_at": moment(), "revoked_at": None}
        self._store.run(lambda connection: connection.execute(DEVICES.insert(), row), write=True)
        return device

    def code_of(self, device: str) -> str | None:
        """Give the code under which a device is in; None if it never was, or is out again."""
        wanted = select(DEVICES.c.code).where(DEVICES.c.device == device, DEVICES.c.revoked_at.is_(None))
        found = self._store.run(lambda connection: connection.execute(wanted).scalar_one_or_none(), write=False)
        return str(found) if found is not None else None

    def leave(self, devices: Iterable[str]) -> None:
        """Sign devices out: their cookies let nobody in from now on."""
        gone = update(DEVICES).where(DEVICES.c.device.in_(list(devices))).values(revoked_at=moment())
        self._store.run(lambda connection: connection.execute(gone), write=True)


def class_store(folder: Path) -> BatchStore:
    """Give the file of a class: the answers, with the cards and devices beside them."""
    return BatchStore(folder, ROWS)


def _issued(connection: Connection) -> Card:
    while True:
        card, salt = Card(make_code(), f"{secrets.randbelow(10_000):04}"), secrets.token_hex(8)
        row = {"code": card.code, "salt": salt, "pin": _hidden(salt, card.pin), "issued_at": moment()}
        if connection.execute(_PUT_CARD, row).rowcount == 1:
            return card


def _hidden(salt: str, pin: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=salt.encode(), n=2**12, r=8, p=1).hex()
