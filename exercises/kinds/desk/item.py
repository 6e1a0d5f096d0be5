"""The item and the answer of the kind desk, and what our own log of a claim would hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from exercises.kinds.base import Answer, Item, Strict
from exercises.kinds.writing import plain_date, repeated
from exercises.lesson import Lesson
from exercises.pack import Claim, Source
from exercises.pack_base import Day, refusal
from exercises.problems import did_you_mean

END = "end"
FEWEST_SOURCES = 2
MOST_SOURCES = 7

Shows = Literal["supports", "contradicts", "neither"]
Near = Literal["saw-it", "measured-it", "party", "was-told", "repeats"]
SaidAnswer = Literal["yes", "no", "not-found", "not-applicable"]
SoAnswer = Literal["holds", "does-not-hold", "disputed", "cannot-be-tested", "not-enough"]

_day = TypeAdapter(Day)


def _checked(word: str) -> str:
    return word if word == END else _day.validate_python(word)


AsOf = Annotated[str, AfterValidator(_checked)]


class DeskClaim(Strict):
    """One claim of an item, and the sources that lie on the desk for it.

    Attributes
    ----------
    claim : str
        Id in claims.yaml.
    sources : tuple of str
        Ids in sources.yaml, in the order in which they lie on the desk.
    given : bool
        Whether the log is filled in by us (a worked example).
    """

    claim: str
    sources: tuple[str, ...] = Field(min_length=1, max_length=MOST_SOURCES)
    given: bool = False


class DeskItem(Item):
    """An exercise of the kind desk.

    Attributes
    ----------
    confidence : bool
        Always off: a student says for each claim how sure they are, inside the body.
    claims : tuple of DeskClaim
        What can be checked.
    as_of : tuple of str
        Days that are answered for, oldest first; ``end`` means the day of a claim's last verdict.
    choose_from : int
        How many claims the student picks; 0 means all of them.
    """

    kind: Literal["desk"]
    confidence: bool = False
    claims: tuple[DeskClaim, ...] = Field(min_length=1, max_length=12)
    as_of: tuple[AsOf, ...] = Field(min_length=1, max_length=4)
    choose_from: int = Field(default=0, ge=0)

    @model_validator(mode="after")
    def _fits(self) -> DeskItem:
        # The word "end" sorts behind every date, as it should.
        if list(self.as_of) != sorted(set(self.as_of)):
            raise refusal("The days under “as_of” are not in order", "Write the oldest first, each once, “end” last.")
        if self.choose_from > len(self.claims):
            raise refusal(
                f"The student is to choose {self.choose_from} of {len(self.claims)} claims",
                "Make “choose_from” smaller, or add claims.",
            )
        if self.confidence:
            raise refusal("A desk asks for confidence at each claim", "Leave “confidence” out.")
        return self


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
    same_as : str or None
        Another logged source with the same origin; None if it seems independent.
    """

    source: str = Field(max_length=60)
    shows: Shows
    near: Near
    same_as: str | None = Field(default=None, max_length=60)


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
    confidence : int or None
        How sure the student is of both, 1 (guessing) to 4 (very sure).
    """

    log: tuple[LogEntry, ...] = Field(default=(), max_length=MOST_SOURCES)
    searched_nothing: str = Field(default="", max_length=300)
    said: SaidAnswer | None = None
    so: dict[str, SoAnswer] = Field(default={}, max_length=8)
    confidence: int | None = Field(default=None, ge=1, le=4)


class DeskAnswer(Answer):
    """The student's work by claim id."""

    claims: dict[str, ClaimWork] = Field(default={}, max_length=12)


def days_asked(item: DeskItem, claim: Claim) -> tuple[str, ...]:
    """Give the days for which a claim is answered.

    The end of a claim is the day of its last verdict; where that is not later than the other days, nothing new is
    known by then, and it is not asked for.
    """
    days = [day for day in item.as_of if day != END]
    last = claim.so[-1].as_of if claim.so else ""
    if END in item.as_of and last > max(days, default=""):
        days.append(last)
    return tuple(days) or (claim.said.as_of,)


def shows(source: Source, claim: Claim) -> Shows:
    """Say what a source shows about a claim, by our reading."""
    if claim.id in source.supports:
        return "supports"
    return "contradicts" if claim.id in source.contradicts else "neither"


def our_log(placed: DeskClaim, lesson: Lesson) -> tuple[LogEntry, ...]:
    """Give the log as we would fill it in: every source on the desk, each copy pointing at the first of its origin."""
    first: dict[str, str] = {}
    log = []
    for source in (lesson.sources[name] for name in placed.sources):
        head = first.setdefault(source.origin, source.id)
        same_as = None if head == source.id else head
        stance = shows(source, lesson.claims[placed.claim])
        log.append(LogEntry(source=source.id, shows=stance, near=source.near, same_as=same_as))
    return tuple(log)


def problems(item: DeskItem, lesson: Lesson) -> list[str]:
    """List what does not fit the lesson, each with its cure.

    Parameters
    ----------
    item : DeskItem
        The exercise.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    list of str
        Sentences for the lesson's author; empty if all is well.
    """
    found = [f"Claim {name} stands twice. Remove one." for name in repeated(placed.claim for placed in item.claims)]
    for placed in item.claims:
        found.extend(_claim_problems(item, placed, lesson))
    return found


def _claim_problems(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> Iterator[str]:
    name = placed.claim
    for source in placed.sources:
        if source not in lesson.sources:
            yield f"Claim {name}: there is no source {source}. {did_you_mean(source, lesson.sources)}"
    for source in repeated(placed.sources):
        yield f"Claim {name}: source {source} stands twice. Remove one."
    if len(set(placed.sources)) < FEWEST_SOURCES:
        yield f"Claim {name} has {len(set(placed.sources))} sources. Give it {FEWEST_SOURCES} to {MOST_SOURCES}."
    if name not in lesson.claims:
        yield f"There is no claim {name}. {did_you_mean(name, lesson.claims)}"
        return
    claim = lesson.claims[name]
    first = days_asked(item, claim)[0]
    if claim.judged and claim.verdict_on(first) is None:
        yield f"Claim {name} has no verdict by {plain_date(first)}. Write one in claims.yaml, or ask for a later day."
    days = [lesson.sources[source].day for source in placed.sources if source in lesson.sources]
    if not any(day and day <= first for day in days):
        yield f"Claim {name} has no source of {plain_date(first)} or earlier. Add one, or ask for a later day."
