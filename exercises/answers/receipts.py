"""Receipts: the proof that a message was done, so that it is done once however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from exercises.answers.reading import fields_of
from exercises.answers.tables import PUT_RECEIPT, RECEIPTS, as_it_stands, at

MOST = 10  # receipts of one exercise that are kept at least; a page sends again only what it sent last


@dataclass(frozen=True, slots=True)
class Sender:
    """Which message of which page.

    Attributes
    ----------
    lesson, exercise : str
        What the message is about.
    tab : str
        Random name of the open page.
    seq : int
        Number of the message in its tab, from 1 upwards.
    """

    lesson: str
    exercise: str
    tab: str
    seq: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What came from this page before.

    Attributes
    ----------
    done : dict of int to str or None
        Its messages that were done, by number, with the version that each made: what a page wrote itself is never
        somebody else's.
    receipts : int
        How many receipts of the exercise there are, of all pages.
    """

    done: dict[int, str | None] = field(default_factory=dict)
    receipts: int = 0


# Written once: putting a statement together costs more than having it done.
_ALL = select(*as_it_stands(RECEIPTS)).where(*at(RECEIPTS)).order_by(RECEIPTS.c.number)
_OLDEST = select(RECEIPTS.c.number).where(*at(RECEIPTS)).order_by(RECEIPTS.c.number.desc()).offset(MOST)
_FORGET = delete(RECEIPTS).where(RECEIPTS.c.number.in_(_OLDEST.scalar_subquery()))


def seen_of(connection: Connection, code: str, sender: Sender) -> Seen:
    """Read what came from a page about one exercise; `UnreadableRow` if one receipt is damaged."""
    there = {"code": code, "lesson": sender.lesson, "exercise": sender.exercise}
    rows = [fields_of(RECEIPTS, row) for row in connection.execute(_ALL, there).mappings().all()]
    own = [row for row in rows if row["tab"] == sender.tab]
    return Seen({row["seq"]: row["version"] for row in own}, len(rows))


def put_receipt(connection: Connection, code: str, sender: Sender, version: str | None, seen: Seen) -> None:
    """Note that a message was done; of each exercise only so many are kept, and the others forgotten now and then."""
    there = {"code": code, "lesson": sender.lesson, "exercise": sender.exercise}
    connection.execute(PUT_RECEIPT, there | {"tab": sender.tab, "seq": sender.seq, "version": version})
    if seen.receipts >= 2 * MOST:
        connection.execute(_FORGET, there)
