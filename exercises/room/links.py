"""Personal links: each lets one device in once, under the code for which it was made."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from exercises.answers.store import Store
from exercises.answers.work import moment
from exercises.room.register import admit
from exercises.room.tables import CARDS, DEVICES, LINKS


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is printed: the code, and the ticket that nobody can read in the file afterwards."""

    code: str
    ticket: str


class Links:
    """The personal links of a class; every call is one transaction.

    Every method raises `StoreTrouble` if the disk does not do its part.

    Parameters
    ----------
    store : Store
        The file of the class.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(self) -> list[Link]:
        """Make a link for every card; those that were made before are good no more."""

        def make(connection: Connection) -> list[Link]:
            connection.execute(delete(LINKS))
            codes = connection.execute(select(CARDS.c.code).order_by(CARDS.c.code)).scalars().all()
            links = [Link(str(code), secrets.token_urlsafe(15)) for code in codes]
            for one in links:
                row = {"ticket": _hidden(one.ticket), "code": one.code, "made_at": moment(), "used_at": None}
                connection.execute(LINKS.insert(), row)
            return links

        return self._store.run(make, write=True)

    def code_of(self, ticket: str) -> str | None:
        """Give the code for which a link was made; None if it is none of ours, or good no more."""
        wanted = select(LINKS.c.code).where(LINKS.c.ticket == _hidden(ticket))
        found = self._store.run(lambda connection: connection.execute(wanted).scalar_one_or_none(), write=False)
        return str(found) if found is not None else None

    def enter(self, ticket: str) -> str | None:
        """Let a device in, and give its new name; None if the link was used, or another device is in under its code."""

        def enter(connection: Connection) -> str | None:
            unused = select(LINKS.c.code).where(LINKS.c.ticket == _hidden(ticket), LINKS.c.used_at.is_(None))
            code = connection.execute(unused).scalar_one_or_none()
            inside = select(DEVICES.c.device).where(DEVICES.c.code == code, DEVICES.c.revoked_at.is_(None)).limit(1)
            if code is None or connection.execute(inside).one_or_none() is not None:
                return None
            connection.execute(update(LINKS).where(LINKS.c.ticket == _hidden(ticket)).values(used_at=moment()))
            return admit(connection, secrets.token_hex(12), str(code))

        return self._store.run(enter, write=True)


def _hidden(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()
