"""A checked answer, and what a kind offers to take along of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from exercises.formats.file import File, Made
from exercises.lesson.load import Lesson
from exercises.words import plain_date


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
    def made(self) -> Made:
        """Whose work it is and when it was checked, for files."""
        moment = datetime.fromisoformat(self.when).astimezone(UTC)
        return Made(
            code=self.code,
            moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            day=plain_date(moment.date()),
            lesson=self.lesson.id,
            title=self.lesson.info.title,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer that files are made of: a whole exercise, or one claim of it.

    Attributes
    ----------
    of : str
        Its name in messages; empty for the whole exercise.
    subject : str
        Its name for people; empty for the whole exercise.
    formats : tuple of str
        What can be made of it, in the order of the buttons.
    """

    of: str
    subject: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be taken along of the answers of one kind.

    Attributes
    ----------
    parts : callable
        ``parts(work)``: what files can be made of.
    formats : mapping
        Functions ``make(work, of)`` by the name of their format.
    """

    parts: Callable[[Checked], list[Part]]
    formats: Mapping[str, Callable[[Checked, str], File]]
