"""What every file is made of: a checked answer with all that belongs to it, and the parts that files share."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from exercises.lesson.load import Lesson
from exercises.words import words


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer as it was last checked.

    Attributes
    ----------
    item : Item
        The exercise, of any kind.
    answer : Answer
        The student's answer, of the same kind.
    lesson : Lesson
        The lesson.
    code : str
        The student's code; no name is known.
    when : str
        Moment of the check, in ISO form with the offset from UTC.
    shown : bool
        Whether our own answer was shown too.
    """

    item: Any
    answer: Any
    lesson: Lesson
    code: str
    when: str
    shown: bool

    @property
    def moment(self) -> str:
        """The moment of the check in UTC, as XML Schema and schema.org write it: ``2026-11-23T10:00:00Z``."""
        return datetime.fromisoformat(self.when).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def day(self) -> str:
        """The day of the check, in UTC."""
        return self.moment[:10]


@dataclass(frozen=True, slots=True)
class File:
    """A file to take along.

    Attributes
    ----------
    name : str
        Its name, which says whose it is and what it holds.
    type : str
        Its media type.
    text : str
        Its content; of a picture, what it says in words.
    card : dict or None
        What the page draws, if the file is a picture.
    """

    name: str
    type: str
    text: str
    card: dict[str, Any] | None = None


def file_name(work: Checked, what: str, ending: str) -> str:
    """Name a file so that it says whose it is and what it holds: ``whosays-amber-heron-42-C10-card.png``."""
    return f"whosays-{work.code}-{what}.{ending}"


def urn(*parts: object) -> str:
    """Make an identifier that is the same every time for the same parts, and that nobody can mistake for an address."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, 'whosays/' + json.dumps(parts))}"


def student(work: Checked) -> str:
    """Give the identifier of the student behind the code."""
    return urn("student", work.code)


def readable(data: dict[str, Any]) -> str:
    """Write plain data as JSON that a person can read; it leaves as a file of its own, never inside a page."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def say(name: str, **values: object) -> str:
    """Give a sentence of the files, with values in it; a value may itself hold braces."""
    return str(words("formats")[name]).format(**values)
