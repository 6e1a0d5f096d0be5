"""The shape of all that is stored, the same in a work file and in the store: so what is kept can always be saved."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.answers.code import tidy_code
from exercises.answers.work import Phase, What, Why

_FIRST_YEAR, _LAST_YEAR = 2, 9998  # a year from either end of what Python counts: any time zone still has the moment


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("needs an offset from UTC")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError("is a moment that some time zones do not have")
    return text


@lru_cache(maxsize=1000)
def _code_as_written(text: str) -> str:
    if tidy_code(text) != text:
        raise ValueError("is no code")
    return text


Code = Annotated[str, AfterValidator(_code_as_written)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Token = Annotated[str, Field(pattern=r"^[0-9a-f-]{8,40}$")]
Sure = Annotated[int, Field(ge=1, le=4)] | None
Moment = Annotated[str, Field(max_length=40), AfterValidator(_moment)]


class Shape(BaseModel):
    """A frozen model that takes nothing for something else and knows all its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AnswerShape(Shape):
    """What drafts, attempts and answers put aside have in common."""

    lesson: Name
    exercise: Name
    digest: Annotated[str, Field(max_length=80)]
    answer: dict[str, Any]
    confidence: Sure


class DraftShape(AnswerShape):
    """The fields of a `Draft`."""

    phase: Phase
    saved_at: Moment
    version: Token


class AttemptShape(AnswerShape):
    """The fields of an `Attempt`."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f-]{32,36}$")]
    what: What
    result: dict[str, Any] | None
    made_at: Moment


class AsideShape(AnswerShape):
    """The fields of an `Aside`."""

    id: Token
    saved_at: Moment
    why: Why
