"""Who may come in: the cards of a class and the devices that have entered with them, kept beside the answers."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.postgresql import insert  # SQLite takes its ON CONFLICT as it is

from exercises.answers.batch import BatchStore
from exercises.answers.code import make_code, tidy_code
from exercises.answers.layout import open_notices
from exercises.answers.store import Store
from exercises.answers.work import Notice, moment
from exercises.room.tables import CARDS, DEVICES, ROWS
from exercises.words import language, speaking

MOST_CARDS = 200
WINDOW = "class"  # what the teacher's window says in other words than a notebook does
_TEACHER = "room-teacher"
_SECRET = "room-secret"  # noqa: S105 (the name of a setting)
_SHAPES = {_SECRET: re.compile("[0-9a-f]{64}"), _TEACHER: re.compile("[0-9]{8}")}
_MAKE = {_SECRET: lambda: secrets.token_hex(32), _TEACHER: lambda: f"{secrets.randbelow(10**8):08}"}
_RENEWED = {_SECRET: "renewed_secret", _TEACHER: "renewed_key"}
_PUT_CARD = insert(CARDS).on_conflict_do_nothing(index_elements=["code"])


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is printed: the code, and the PIN that nobody can read in the register afterwards."""

    code: str
    pin: str


@dataclass(frozen=True, slots=True)
class Device:
    """A device that is in: its name, and since when, in ISO form with the offset from UTC."""

    device: str
    entered_at: str


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
        return bytes.fromhex(self._kept(_SECRET))

    def teacher_key(self) -> str:
        """Give the key of the teacher's page: the same until the class is deleted, or the teacher wants another one."""
        return self._kept(_TEACHER)

    def new_key(self) -> str:
        """Make a new key of the teacher's page: whoever has shown the one before has to show this one."""
        self._store.note(_TEACHER, _MAKE[_TEACHER]())
        return self.teacher_key()

    def renew(self) -> list[str]:
        """Make the secret and the key anew where they are damaged; names the sentences that say so."""
        kept = {name: self._store.noted(name) for name in _SHAPES}
        damaged = [name for name, found in kept.items() if found is not None and not _SHAPES[name].fullmatch(found)]
        for name in damaged:
            self._store.note(name, _MAKE[name]())
        return [_RENEWED[name] for name in damaged]

    def _kept(self, name: str) -> str:
        """Give the secret or the key; one that is damaged opens nothing, so there is a new one."""
        found = self._store.noted(name)
        if found is not None and _SHAPES[name].fullmatch(found):
            return found
        self._store.note(name, _MAKE[name]())
        return self._kept(name)

    def issue(self, count: int, keep: Callable[[list[Card]], object] = list) -> list[Card]:
        """Make new cards, none under a code that was issued before.

        Parameters
        ----------
        count : int
            How many.
        keep : callable
            Gets the cards before they count as issued: where it raises, as on a full disk, none of them does.
        """

        def issue(connection: Connection) -> list[Card]:
            cards = [_issued(connection) for _ in range(count)]
            keep(cards)
            return cards

        return self._store.run(issue, write=True)

    def new_pin(self, code: str) -> str | None:
        """Give a card a new PIN, once; the old one is good no more. None if there is no such card."""
        card, row = _made(code)
        changed = update(CARDS).where(CARDS.c.code == code).values(salt=row["salt"], pin=row["pin"])
        done = self._store.run(lambda connection: connection.execute(changed).rowcount, write=True)
        return card.pin if done else None

    def codes(self) -> list[str]:
        """Give all codes that were issued, in order."""
        wanted = select(CARDS.c.code).order_by(CARDS.c.code)
        return [str(code) for code in self._store.run(lambda one: one.execute(wanted).scalars().all(), write=False)]

    def code_on(self, typed_code: str, typed_pin: str) -> str | None:
        """Give the code of the card that has this code and this PIN; None if there is none. Slow on purpose."""
        code, pin = tidy_code(typed_code), "".join(sign for sign in typed_pin if sign.isdigit())
        if code is None:
            return None

        wanted = select(CARDS.c.salt, CARDS.c.pin).where(CARDS.c.code == code)
        card = self._store.run(lambda connection: connection.execute(wanted).one_or_none(), write=False)
        # As long for a code that was never issued, so that the time does not tell which are. Nobody waits for it.
        salt, hidden = (str(card.salt), str(card.pin)) if card else ("", "")
        return code if hmac.compare_digest(_hidden(salt, pin).encode(), hidden.encode()) else None

    def enter(self, code: str) -> str:
        """Let a device in that has shown the card of this code, and give its new name."""
        return self._store.run(lambda connection: admit(connection, secrets.token_hex(12), code), write=True)

    def devices(self) -> dict[str, list[Device]]:
        """Give all devices that are in, by code."""
        wanted = select(DEVICES).where(DEVICES.c.revoked_at.is_(None)).order_by(DEVICES.c.code, DEVICES.c.entered_at)
        found: dict[str, list[Device]] = {}
        for row in self._store.run(lambda connection: connection.execute(wanted).all(), write=False):
            found.setdefault(str(row.code), []).append(Device(str(row.device), str(row.entered_at)))
        return found

    def code_of(self, device: str, *, ever: bool = False) -> str | None:
        """Give the code under which a device is in, or ``ever`` was; None if it never was, or is out again."""
        wanted = select(DEVICES.c.code).where(DEVICES.c.device == device)
        wanted = wanted if ever else wanted.where(DEVICES.c.revoked_at.is_(None))
        found = self._store.run(lambda connection: connection.execute(wanted).scalar_one_or_none(), write=False)
        return str(found) if found is not None else None

    def leave(self, devices: Iterable[str]) -> None:
        """Sign devices out: their cookies let nobody in from now on."""
        gone = update(DEVICES).where(DEVICES.c.device.in_(list(devices))).values(revoked_at=moment())
        self._store.run(lambda connection: connection.execute(gone), write=True)


def class_store(folder: Path) -> BatchStore:
    """Give the file of a class: the answers, with the cards and devices beside them."""
    return BatchStore(folder, ROWS)


def of_the_class(connection: Connection) -> tuple[Notice, ...]:
    """Give what is to be said of the file to the teacher: all but what is about one student alone."""
    with speaking(language(), WINDOW):
        return open_notices(connection, "")


def say_what_happened(store: Store, say: Callable[[str], object]) -> None:
    """Say to the teacher what happened to the file of the class, whatever it was opened for."""
    for notice in store.run(of_the_class, write=False):
        say(notice.words)


def admit(connection: Connection, device: str, code: str) -> str:
    """Note that a device is in, and give its name."""
    row = {"device": device, "code": code, "entered_at": moment(), "revoked_at": None}
    connection.execute(DEVICES.insert(), row)
    return device


def _issued(connection: Connection) -> Card:
    while True:
        card, row = _made(make_code())
        if connection.execute(_PUT_CARD, row).rowcount == 1:
            return card


def _made(code: str) -> tuple[Card, dict[str, str]]:
    """Make a card and the row that is kept of it."""
    card, salt = Card(code, f"{secrets.randbelow(10_000):04}"), secrets.token_hex(8)
    return card, {"code": code, "salt": salt, "pin": _hidden(salt, card.pin), "issued_at": moment()}


def _hidden(salt: str, pin: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=salt.encode(), n=2**12, r=8, p=1).hex()
