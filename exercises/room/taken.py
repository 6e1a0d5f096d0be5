"""When answers came into a class in a work file: their own dates are those of a clock that nobody here has seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select

from exercises.answers.tables import SET, SETTINGS
from exercises.answers.work import Aside, Attempt, Draft, Work, moment

_TAKEN = "taken"
CodePlace = tuple[str, str, str]
"""Code, lesson and exercise."""


def note_taken(connection: Connection, code: str, work: Work) -> None:
    """Note that work is taken in now; before it is, as a note too many keeps an answer and one too few does not."""
    kept: list[Draft | Attempt | Aside] = [*work.drafts, *work.attempts, *work.aside]
    places, now = {(one.lesson, one.exercise) for one in kept}, moment()
    for lesson, exercise in sorted(places):
        connection.execute(SET, {"name": _name((code, lesson, exercise)), "value": now})


def taken(connection: Connection) -> Iterator[tuple[CodePlace, datetime]]:
    """Give what was taken in, and when it was last."""
    wanted = select(SETTINGS.c.name, SETTINGS.c.value).where(SETTINGS.c.name.startswith(f"{_TAKEN} "))
    for name, value in connection.execute(wanted).all():
        # A note in which a letter has changed tells nothing; it keeps nobody from deleting the rest.
        with suppress(ValueError):
            _, code, lesson, exercise = str(name).split(" ")
            yield (code, lesson, exercise), datetime.fromisoformat(str(value)).astimezone(UTC)


def forget_taken(connection: Connection, places: Iterable[CodePlace]) -> None:
    """Delete what was noted of these exercises."""
    for place in places:
        connection.execute(delete(SETTINGS).where(SETTINGS.c.name == _name(place)))


def _name(place: CodePlace) -> str:
    # None of the three holds a space: that is looked at where a file is read.
    return " ".join((_TAKEN, *place))
