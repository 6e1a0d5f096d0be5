"""The item of the kind desk: which claims lie on it, with which sources, and for which days they are answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from exercises.files.problems import did_you_mean
from exercises.kinds.base import Item, Strict
from exercises.kinds.desk.answer import MOST_CLAIMS
from exercises.kinds.desk.reading import sources_of
from exercises.kinds.writing import repeated
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import Day, refusal
from exercises.lesson.models.lesson import Claim

END = "end"
FEWEST_SOURCES = 2
MOST_SOURCES = 12

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
        Ids in sources.yaml, in the order in which they lie on the desk. May be left out at a desk with search: then
        the evidence of the claim's verdicts comes first in the results.
    given : bool
        Whether the log is filled in by us (a worked example).
    """

    claim: str
    sources: tuple[str, ...] = Field(default=(), max_length=MOST_SOURCES)
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
    search : bool
        Whether the results page offers all sources of the lesson, found by search, or only those of each claim.
    """

    kind: Literal["desk"]
    confidence: bool = False
    claims: tuple[DeskClaim, ...] = Field(min_length=1, max_length=MOST_CLAIMS)
    as_of: tuple[AsOf, ...] = Field(min_length=1, max_length=4)
    choose_from: int = Field(default=0, ge=0)
    search: bool = False

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


def days_asked(item: DeskItem, claim: Claim) -> tuple[str, ...]:
    """Give the days for which a claim is answered.

    A day before the claim's first verdict is not asked for; the first verdict's day is asked for instead if no other
    day is left. The end of a claim is the day of its last verdict; where that is not later than the other days,
    nothing new is known by then, and it is not asked for.
    """
    first, last = (claim.so[0].as_of, claim.so[-1].as_of) if claim.so else ("", "")
    days = [day for day in item.as_of if day != END and day >= first]
    if not days and first:
        days.append(first)
    if END in item.as_of and last > max(days, default=""):
        days.append(last)
    return tuple(days) or (claim.said.as_of,)


def problems(item: DeskItem, lesson: Lesson) -> list[str]:
    """Say what does not fit the lesson.

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
    for source in placed.sources:
        if source in lesson.sources and lesson.sources[source].teacher_only:
            yield f"Claim {name}: source {source} is for teachers only. Take it off the desk."
    for source in repeated(placed.sources):
        yield f"Claim {name}: source {source} stands twice. Remove one."
    if name not in lesson.claims:
        gone = "If you took it out of claims.yaml, take it out here, too."
        yield f"There is no claim {name}. {did_you_mean(name, lesson.claims)} {gone}"
        return
    claim = lesson.claims[name]
    offered = sources_of(claim, placed.sources, lesson)
    if len(set(offered)) < FEWEST_SOURCES and not item.search:
        yield f"Claim {name} has {len(set(offered))} sources. Give it {FEWEST_SOURCES} to {MOST_SOURCES}."
    first = days_asked(item, claim)[0]
    days = [lesson.sources[source].day for source in offered if source in lesson.sources]
    if not any(day and day <= first for day in days) and not item.search:
        yield f"Claim {name} has no source of {first} or earlier. Add one, or ask for a later day."
