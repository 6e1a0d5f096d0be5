"""How old rows are that were set aside as damaged: as they say themselves, or known since when they were first met."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from exercises.answers.reading import is_place
from exercises.answers.tables import SET, SETTINGS, UNREADABLE, as_it_stands
from exercises.answers.wellformed import read_json
from exercises.answers.work import moment
from exercises.room.taken import CodePlace

_MET = "met"
_PLACE = ("code", "lesson", "exercise")
_DATES = ("saved_at", "made_at")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A row that was set aside: its number, its mark, and as far as it still says so, whose it is and of when.

    The mark is of what stands in it: the number is given anew where the row goes on in another file.
    """

    number: int
    mark: str
    place: CodePlace | None
    date: datetime | None


def damaged(connection: Connection) -> Iterator[Damaged]:
    """Give all rows that were set aside."""
    for row in connection.execute(select(*as_it_stands(UNREADABLE))).mappings().all():
        raw: dict[str, Any] = {}
        with suppress(ValueError, TypeError):
            raw = dict(read_json(row["raw"]))
        place = {name: raw.get(name) for name in _PLACE}
        whose = (str(place["code"]), str(place["lesson"]), str(place["exercise"])) if is_place(place) else None
        mark = hashlib.sha256(str(row["raw"]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        yield Damaged(row["number"], mark, whose, _date_of(raw))


def met_at(connection: Connection, one: Damaged) -> datetime:
    """Give when a row was first met that has no date: now, if it was not before, and that is noted."""
    wanted = select(SETTINGS.c.value).where(SETTINGS.c.name == _name(one))
    with suppress(ValueError):
        return datetime.fromisoformat(str(connection.execute(wanted).scalar())).astimezone(UTC)
    now = moment()
    connection.execute(SET, {"name": _name(one), "value": now})
    return datetime.fromisoformat(now)


def delete_damaged(connection: Connection, one: Damaged) -> None:
    """Delete such a row with what was noted of it."""
    connection.execute(delete(UNREADABLE).where(UNREADABLE.c.number == one.number))
    connection.execute(delete(SETTINGS).where(SETTINGS.c.name == _name(one)))


def _name(one: Damaged) -> str:
    return f"{_MET} {one.mark}"


def _date_of(raw: dict[str, Any]) -> datetime | None:
    """Read the date of a row; one that lies ahead is damaged as well."""
    for name in _DATES:
        with suppress(ValueError, TypeError, OverflowError):
            date = datetime.fromisoformat(raw.get(name, "")).astimezone(UTC)
            return date if date <= datetime.now(UTC) else None
    return None
