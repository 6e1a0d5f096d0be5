"""Devices that have a code and no PIN: they ask, and the teacher nods or does not."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, select

from exercises.answers.store import Store
from exercises.answers.work import moment
from exercises.room.register import admit
from exercises.room.tables import ASKS, CARDS, DEVICES

MOST = 3  # devices that ask under one code at once
TRIED = 300  # names from which one is taken: where half of the numbers are free, one is found
HOURS = 2  # after which nobody waits any more
State = Literal["in", "waiting", "no"]


class Crowded(Exception):  # noqa: N818 - what was found, not a fault
    """Others ask under this code already."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A device that asks to come in under a code, and since when, in ISO form with the offset from UTC."""

    device: str
    code: str
    asked_at: str

    @property
    def number(self) -> int:
        """Two digits that stand on the device and on the teacher's page, so that the right one is let in."""
        return number_of(self.device)


def number_of(device: str) -> int:
    """Give the two digits of a device that asks."""
    return 10 + int(hashlib.sha256(device.encode()).hexdigest(), 16) % 90


class Asks:
    """Those who wait for a nod; every call is one transaction.

    Every method raises `StoreTrouble` if the disk does not do its part.

    Parameters
    ----------
    store : Store
        The file of the class.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def ask(self, code: str, before: str | None = None) -> str | None:
        """Let a device ask under a code, and give its new name; None if no such card was issued.

        Under one code only a few ask at once: else others could push out the one who waits.

        Parameters
        ----------
        code : str
            The code that was typed.
        before : str, optional
            Name under which this device has asked before: then it waits on, or asks under another code.

        Raises
        ------
        Crowded
            If as many as may wait under this code already.
        """

        def ask(connection: Connection) -> str | None:
            if connection.execute(select(CARDS.c.code).where(CARDS.c.code == code)).one_or_none() is None:
                return None
            _forget_old(connection)
            waiting = {str(row.device): str(row.code) for row in connection.execute(select(ASKS)).all()}
            under = [device for device, asked in waiting.items() if asked == code]
            if before in under:
                return before
            if len(under) >= MOST:
                raise Crowded
            _forget(connection, [before] if before else [])
            device = _named_apart(waiting)
            connection.execute(ASKS.insert(), {"device": device, "code": code, "asked_at": moment()})
            return device

        return self._store.run(ask, write=True)

    def waiting(self) -> list[Ask]:
        """Give all who wait, the first one first."""
        wanted = select(ASKS).where(ASKS.c.asked_at > _oldest()).order_by(ASKS.c.asked_at)
        rows = self._store.run(lambda connection: connection.execute(wanted).all(), write=False)
        return [Ask(str(row.device), str(row.code), str(row.asked_at)) for row in rows]

    def nod(self, device: str, *, yes: bool) -> bool:
        """Let a device in that waits, or send it away; says whether it did wait."""

        def nod(connection: Connection) -> bool:
            code = connection.execute(_of(device)).scalar_one_or_none()
            _forget(connection, [device])
            if yes and code is not None:
                admit(connection, device, str(code))
            return code is not None

        return self._store.run(nod, write=True)

    def state(self, device: str) -> State:
        """Say what became of a device that has asked."""

        def look(connection: Connection) -> State:
            inside = select(DEVICES.c.device).where(DEVICES.c.device == device, DEVICES.c.revoked_at.is_(None))
            if connection.execute(inside).one_or_none() is not None:
                return "in"
            return "no" if connection.execute(_of(device)).one_or_none() is None else "waiting"

        return self._store.run(look, write=False)


def _named_apart(others: Iterable[str]) -> str:
    """Make the name of a device whose number no other one has that waits, as long as there is one."""
    taken = {number_of(one) for one in others}
    names = [secrets.token_hex(12) for _ in range(TRIED)]
    return next((one for one in names if number_of(one) not in taken), names[0])


def _of(device: str) -> Select[tuple[Any]]:
    return select(ASKS.c.code).where(ASKS.c.device == device, ASKS.c.asked_at > _oldest())


def _oldest() -> str:
    return (datetime.now(UTC) - timedelta(hours=HOURS)).isoformat(timespec="milliseconds")


def _forget(connection: Connection, devices: list[str]) -> None:
    connection.execute(delete(ASKS).where(ASKS.c.device.in_(devices)))


def _forget_old(connection: Connection) -> None:
    connection.execute(delete(ASKS).where(ASKS.c.asked_at <= _oldest()))
