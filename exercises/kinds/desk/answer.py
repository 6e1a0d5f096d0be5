"""The student's work at a desk: the evidence log, the two answers, and how the student looked around."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from exercises.kinds.base import Answer, Strict

MOST_LOGGED = 40
MOST_CLAIMS = 100

Shows = Literal["supports", "contradicts", "neither"]
Near = Literal["saw-it", "measured-it", "party", "was-told", "repeats"]
SaidAnswer = Literal["yes", "no", "not-found", "not-applicable"]
SoAnswer = Literal["holds", "does-not-hold", "disputed", "cannot-be-tested", "not-enough"]
RubricRow = Literal["D", "E"]


class LogEntry(Strict):
    """What a student logged about one source.

    Attributes
    ----------
    source : str
        Id of the source.
    shows : str
        Whether it supports the claim, contradicts it, or neither.
    near : str
        How close it is to what it tells.
    interest : str or None
        In whose interest it is that the source is believed: a side of the lesson, ``own`` (the speaker's name or
        business) or ``none``. Never scored.
    same_as : str or None
        Another logged source with the same origin; None if it seems independent.
    """

    source: str = Field(max_length=60)
    shows: Shows
    near: Near
    interest: str | None = Field(default=None, max_length=60)
    same_as: str | None = Field(default=None, max_length=60)


class Look(Strict):
    """How a student went through the results for one claim; told back as information, never scored.

    Attributes
    ----------
    scanned : int
        How many results had been in view when the first one was opened.
    first : int
        The place of that result in the list, from 1; 0 if none was opened.
    behind : tuple of str
        Ids of the sources of which the student read who stands behind them.
    """

    scanned: int = Field(default=0, ge=0, le=10_000)
    first: int = Field(default=0, ge=0, le=10_000)
    behind: tuple[str, ...] = Field(default=(), max_length=200)


class ClaimWork(Strict):
    """What a student did about one claim; everything may still be missing in a draft.

    Attributes
    ----------
    log : tuple of LogEntry
        The evidence log, in the order of logging.
    searched_nothing : str
        What was searched for without finding anything.
    said, so : str or None, dict of str to str
        The two answers; ``so`` by day.
    reason : str
        Why, in the student's own words: what decides, why sources disagree, what would change the answer.
    rated : dict of str to int
        The student's own rating on the rows D and E of the rubric, 0 to 3.
    confidence : int or None
        How sure the student is of both answers, 1 (guessing) to 4 (very sure).
    look : Look
        How the student went through the results.
    """

    log: tuple[LogEntry, ...] = Field(default=(), max_length=MOST_LOGGED)
    searched_nothing: str = Field(default="", max_length=300)
    said: SaidAnswer | None = None
    so: dict[str, SoAnswer] = Field(default={}, max_length=8)
    reason: str = Field(default="", max_length=600)
    rated: dict[RubricRow, Literal[0, 1, 2, 3]] = Field(default={}, max_length=2)
    confidence: int | None = Field(default=None, ge=1, le=4)
    look: Look = Look()


class DeskAnswer(Answer):
    """The student's work by claim id."""

    claims: dict[str, ClaimWork] = Field(default={}, max_length=MOST_CLAIMS)
