"""What every file to take along is made of: its content, whose work it is, and the parts that files share."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from exercises.words import words


@dataclass(frozen=True, slots=True)
class Made:
    """Whose work a file holds, and when it was checked.

    Attributes
    ----------
    code : str
        The student's code; no name is known.
    moment : str
        The moment of the check in UTC, as XML Schema and schema.org write it: ``2026-11-23T10:00:00Z``.
    day : str
        Its day as people read it: ``23 November 2026``.
    lesson, title : str
        Id and title of the lesson.
    """

    code: str
    moment: str
    day: str
    lesson: str
    title: str

    @property
    def date(self) -> str:
        """The day of the check in ISO form."""
        return self.moment[:10]

    @property
    def student(self) -> str:
        """The identifier of the student behind the code."""
        return urn("student", self.code)

    @property
    def foot(self) -> tuple[str, str]:
        """Two lines that say who checked it when, and in which lesson."""
        return say("made_by", code=self.code, day=self.day), say("lesson", title=self.title)


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


def file_name(made: Made, what: str, ending: str) -> str:
    """Name a file so that it says whose it is and what it holds: ``whosays-amber-heron-42-C10-card.png``."""
    return f"whosays-{made.code}-{what}.{ending}"


def urn(*parts: object) -> str:
    """Make an identifier that is the same every time for the same parts, and that nobody can mistake for an address."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, 'whosays/' + json.dumps(parts))}"


def readable(data: dict[str, Any]) -> str:
    """Write plain data as JSON that a person can read; it leaves as a file of its own, never inside a page."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def say(name: str, **values: object) -> str:
    """Give a sentence of the files, with values in it; a value may itself hold braces."""
    return str(words("formats")[name]).format(**values)
