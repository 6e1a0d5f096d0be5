"""What is kept of a student's work: drafts, which replace each other, and attempts, which are only added."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Phase = Literal["open", "checked", "shown", "passed"]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Confidence = Annotated[int, Field(ge=1, le=4)]


def _moment(text: str) -> str:
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return text


def _uuid(text: str) -> str:
    return str(UUID(text))


Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]


class Kept(BaseModel):
    """What drafts and attempts have in common.

    Attributes
    ----------
    lesson, exercise : str
        Where the answer belongs.
    digest : str
        Which edition of the lesson it answers.
    answer : dict
        The answer in the form of its kind.
    confidence : int or None
        How sure the student is, 1 (guessing) to 4 (very sure).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    lesson: Name
    exercise: Name
    digest: Name
    answer: dict[str, Any]
    confidence: Confidence | None = None


class Draft(Kept):
    """Where an exercise stands.

    Attributes
    ----------
    phase : str
        Open, checked, shown (after *Show me*) or passed.
    saved_at : str
        When it was stored, ISO 8601 in UTC.
    """

    phase: Phase
    saved_at: Moment


class Attempt(Kept):
    """One *Check*, *Show me* or *Pass*.

    Attributes
    ----------
    id : str
        UUID, by which an attempt that is opened twice is known.
    what : str
        What the student chose.
    result : dict or None
        The result as it was given then.
    made_at : str
        When, ISO 8601 in UTC.
    """

    id: Annotated[str, AfterValidator(_uuid)]
    what: Literal["check", "show", "pass"]
    result: dict[str, Any] | None = None
    made_at: Moment
