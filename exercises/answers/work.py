"""What one student has done, as values: drafts, attempts, and answers that were put aside."""

from __future__ import annotations

import json
import re
import secrets
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

Phase = Literal["open", "half", "sealed", "checked", "shown", "passed"]
What = Literal["check", "show", "pass", "seal"]
OPEN: tuple[Phase, ...] = ("open", "half")
"""Where an answer is still worked on; whatever else stands there is done."""
COMMITTED: tuple[Phase, ...] = ("half", "sealed", "checked", "shown")
Why = Literal["window", "replaced", "browser", "file", "code"]


_MARKED = re.compile(r"[0-9a-f]{16}-([0-9a-f]{8})")  # those of earlier editions of the course have no mark


def new_version(answer: dict[str, Any], confidence: int | None, name: str = "") -> str:
    """Make the name of a version: by chance, because two stores that know nothing of each other would count alike.

    With a name it is the same each time. Behind that stands a mark of the answer: where a bit of it changes on the
    disk, the two do not fit any more.
    """
    return f"{name or secrets.token_hex(8)}-{_mark_of(answer, confidence)}"


def fits(version: str, answer: object, confidence: object) -> bool:
    """Say whether an answer can be the one that a version was made for; of one without a mark nothing is known."""
    marked = _MARKED.fullmatch(version)
    return marked is None or marked[1] == _mark_of(answer, confidence)


def _mark_of(answer: object, confidence: object) -> str:
    return f"{zlib.crc32(json.dumps([answer, confidence], sort_keys=True).encode()):08x}"


def moment() -> str:
    """Give the time now, in ISO form with the offset from UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer of one exercise as it stands now.

    Attributes
    ----------
    lesson, exercise : str
        Where it belongs.
    digest : str
        Edition that was answered.
    answer : dict
        The answer in the shape of its kind, plain JSON.
    confidence : int or None
        How sure the student is, 1 to 4.
    phase : str
        ``open``, ``half`` (the first of two parts is checked), ``sealed``, ``checked``, ``shown`` or ``passed``.
    saved_at : str
        When, in ISO form with the offset from UTC.
    version : str
        Name of this state of the answer; every change makes a new one, and where none is given, one is made.
    """

    lesson: str
    exercise: str
    digest: str
    answer: dict[str, Any]
    confidence: int | None
    phase: Phase
    saved_at: str
    version: str = ""

    def __post_init__(self) -> None:
        """Make a version where none was given."""
        if not self.version:
            object.__setattr__(self, "version", new_version(self.answer, self.confidence))


@dataclass(frozen=True, slots=True)
class Attempt:
    """One *Check*, *Show me*, *Skip* or *Seal*; attempts are never changed.

    Attributes
    ----------
    id : str
        A UUID; the same attempt sent twice is kept once.
    lesson, exercise, digest, answer, confidence
        As in `Draft`.
    what : str
        ``check``, ``show``, ``pass`` (*Skip*) or ``seal``. What was sealed becomes a check when it is opened.
    result : dict or None
        Outcome of a check, plain JSON.
    made_at : str
        When, in ISO form with the offset from UTC.
    """

    id: str
    lesson: str
    exercise: str
    digest: str
    what: What
    answer: dict[str, Any]
    confidence: int | None
    result: dict[str, Any] | None
    made_at: str


@dataclass(frozen=True, slots=True)
class Aside:
    """An answer that does not stand, kept until the student throws it away.

    Attributes
    ----------
    id : str
        Name of it; one that is there already is not put aside again.
    lesson, exercise, digest, answer, confidence, saved_at
        As in `Draft`.
    why : str
        ``window`` (it came from another window, too late), ``replaced`` (the student chose another one in its place),
        ``browser`` (the browser had kept it, and the student did not want it), ``file`` or ``code`` (it came with
        opened work, or had to give way to that).
    """

    id: str
    lesson: str
    exercise: str
    digest: str
    answer: dict[str, Any]
    confidence: int | None
    saved_at: str
    why: Why


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to the file of answers, as one sentence, until the student closes it.

    Attributes
    ----------
    number : int
        By which it is closed.
    words : str
        The sentence.
    places : tuple of tuple
        Lessons and exercises that it is about, where that is known.
    """

    number: int
    words: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What one student has done, as of one moment: all of it, or what was asked for.

    Attributes
    ----------
    code : str
        The student's code.
    drafts, attempts, aside : tuple
        The drafts; the attempts and the answers put aside in the order in which they were kept here.
    notices : tuple of Notice
        What happened to the file of answers.
    temporary : str
        Why nothing of it stays on this computer, as a sentence; empty if it stays.
    elsewhere : str
        Code of whoever began last at this computer, if that is somebody else; else empty.
    file : int
        Which file it stands in: another number is another file, or an older copy of it.
    """

    code: str
    drafts: tuple[Draft, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    aside: tuple[Aside, ...] = ()
    notices: tuple[Notice, ...] = ()
    elsewhere: str = ""
    temporary: str = ""
    file: int = field(default=0, compare=False)  # no part of what was done

    @property
    def begun(self) -> bool:
        """Whether anything was done."""
        return bool(self.drafts or self.attempts or self.aside)

    def draft(self, lesson: str, exercise: str) -> Draft | None:
        """Give the answer that stands in one exercise, or None."""
        return next((one for one in self.drafts if (one.lesson, one.exercise) == (lesson, exercise)), None)

    def attempts_at(self, lesson: str, exercise: str) -> tuple[Attempt, ...]:
        """Give the attempts at one exercise, in the order in which they were kept here."""
        return tuple(one for one in self.attempts if (one.lesson, one.exercise) == (lesson, exercise))

    def aside_at(self, lesson: str, exercise: str) -> tuple[Aside, ...]:
        """Give the answers to one exercise that were put aside, in the order in which they were kept here."""
        return tuple(one for one in self.aside if (one.lesson, one.exercise) == (lesson, exercise))
