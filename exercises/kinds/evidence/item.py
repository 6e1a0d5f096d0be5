"""The exercise *evidence* as it is written, and what a student did about one claim of their own text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from exercises.kinds.base import Answer, Item, Slug, Strict, Whole
from exercises.kinds.bring.item import LAST_SENTENCE, LONGEST_LINE, MOST_CHARACTERS, OneLine
from exercises.kinds.desk.answer import LogEntry, Near, SaidAnswer, Shows, SoAnswer
from exercises.texts.visible import on_one_line

MOST_LOGGED = 12
LONGEST = {"own": 300, "who": 150, "where": 250, "tells": 400, "searched": 300, "reason": 600, "change": 400}
"""Signs that are taken of what is written in each field; the page gets the same numbers."""
Name = Annotated[str, Field(min_length=1, max_length=20)]
_AS_TYPED = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)
LONGEST_DAY = 12
"""Signs of a day: a draft holds what the browser's field for days gives, and *Check* looks whether it is one."""


class EvidenceItem(Item):
    """An exercise in which a student checks a claim of a text of their own.

    Attributes
    ----------
    confidence : bool
        Always off: nothing is scored. How sure the student is stands in the answer, as on a desk.
    text_of : str
        Id of the exercise where the text was brought.
    """

    kind: Literal["evidence"]
    confidence: Literal[False] = False
    text_of: Slug


class Claim(Strict):
    """The claim that is checked, to the letter: it stays what it is, whatever text is brought later.

    Attributes
    ----------
    title : str
        Title of the text.
    number : int
        Number of the sentence in the whole text.
    sentence : str
        The sentence.
    own : str
        The claim in the student's own words; empty where the sentence says it.
    """

    model_config = _AS_TYPED

    title: str = Field(default="", max_length=LONGEST_LINE)
    number: Whole = Field(ge=1, le=LAST_SENTENCE)
    sentence: Annotated[OneLine, Field(max_length=MOST_CHARACTERS)]
    own: str = Field(default="", max_length=LONGEST["own"])

    @property
    def words(self) -> str:
        """What is checked."""
        return on_one_line(self.own) or self.sentence


class Source(Strict):
    """A source that the student found; everything may still be missing in a draft.

    Attributes
    ----------
    id : str
        Its name in the log.
    who, where : str
        Who is behind it, and its title or address: words that are never followed.
    day, read : str
        The day that it gives for itself, empty if it gives none, and the day on which the student read it.
    tells : str
        What it shows, in the student's words.
    shows, near : str
        Whether it supports the claim, and how close it is to what it tells; empty before that is chosen.
    same_as : str
        Another source of the log that has the same origin; empty if it seems independent.
    """

    model_config = _AS_TYPED

    id: Name
    who: str = Field(default="", max_length=LONGEST["who"])
    where: str = Field(default="", max_length=LONGEST["where"])
    day: str = Field(default="", max_length=LONGEST_DAY)
    read: str = Field(default="", max_length=LONGEST_DAY)
    tells: str = Field(default="", max_length=LONGEST["tells"])
    shows: Shows | Literal[""] = ""
    near: Near | Literal[""] = ""
    same_as: str = Field(default="", max_length=20)

    @property
    def entry(self) -> LogEntry:
        """The source as a desk logs it; only where nothing is missing."""
        known = {"source": self.id, "shows": self.shows, "near": self.near, "same_as": self.same_as or None}
        return LogEntry.model_validate(known)


class EvidenceAnswer(Answer):
    """What a student did about one claim; everything may still be missing in a draft.

    Attributes
    ----------
    claim : Claim or None
        The claim.
    log : tuple of Source
        The evidence log.
    searched : str
        What was searched for without finding anything.
    said, so : str or None
        The two answers: was it said, and is it so.
    as_of : str
        The day for which they are given.
    reason, change : str
        Why, and what would change the answer.
    sure : int or None
        How sure the student is of both, 1 (guessing) to 4 (very sure).
    """

    model_config = _AS_TYPED

    claim: Claim | None = None
    log: tuple[Source, ...] = Field(default=(), max_length=MOST_LOGGED)
    searched: str = Field(default="", max_length=LONGEST["searched"])
    said: SaidAnswer | None = None
    so: SoAnswer | None = None
    as_of: str = Field(default="", max_length=LONGEST_DAY)
    reason: str = Field(default="", max_length=LONGEST["reason"])
    change: str = Field(default="", max_length=LONGEST["change"])
    sure: Annotated[Whole, Field(ge=1, le=4)] | None = None
