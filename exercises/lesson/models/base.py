"""The small words that all models of a lesson's files are made of."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from exercises.words import words

SINCE = "since"
"""Metadata of a field that came when answers were stored already: at its default it is no part of an edition."""
BESIDE = "beside"
"""Metadata of a field that changes nothing of what is asked: it is no part of an edition."""


def refusal(what: str, cure: str) -> PydanticCustomError:
    """Make the error with which a model says in plain words what is wrong and what to do."""
    return PydanticCustomError("lesson", "{what}", {"what": what, "cure": cure})


def spelled(pattern: str, form: str) -> AfterValidator:
    """Demand a form of a text; whoever writes it otherwise reads the form in words, never the pattern."""
    right = re.compile(pattern)

    def check(words: str) -> str:
        if not right.fullmatch(words):
            raise PydanticCustomError("form", "{form}", {"form": form})
        return words

    return AfterValidator(check)


def still_open() -> str:
    """Give what stands in a draft where a person has to fill something in."""
    return str(words("drafts")["still_open"])


class Entry(BaseModel):
    """A frozen part of a lesson file that refuses unknown fields, because a misspelt field must not pass in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _checked_day(words: str) -> str:
    try:
        right = len(words) == len("2025-11-21") and date.fromisoformat(words).isoformat() == words
    except ValueError:
        right = False
    if not right:
        raise refusal(f"“{words}” is no date", "Write year-month-day, such as “2025-11-21”.")
    return words


def _checked_day_or_unknown(words: str) -> str:
    return words if words == "unknown" else _checked_day(words)


def _checked_link(address: str) -> str:
    try:
        parts = urlsplit(address)
        right = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        right = False
    if not right or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise refusal(f"“{address[:60]}” is no link to a page", "A link starts with http:// or https://.")
    return address


def _checked_line(words: str) -> str:
    if any(letter in "\n\t" for letter in words):
        raise refusal(f"“{' '.join(words.split())[:60]}” is broken by a line end or a tab", "Write it in one line.")
    return words


def one_or_many(value: Any) -> Any:
    """Take a single text for a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Words = Annotated[str, Field(min_length=1)]
"""Text that must not be empty."""

Line = Annotated[str, Field(min_length=1), AfterValidator(_checked_line)]
"""Text that must not be empty and stands in one line, such as a title."""

Day = Annotated[str, AfterValidator(_checked_day)]
"""A date as year-month-day."""

DayOrUnknown = Annotated[str, AfterValidator(_checked_day_or_unknown)]
"""A date as year-month-day, or the word ``unknown``."""

Link = Annotated[str, AfterValidator(_checked_link)]
"""Address of a page, http or https."""

Pieces = Annotated[tuple[Words, ...], BeforeValidator(one_or_many), Field(min_length=1)]
"""Quoted words; a list if what is meant is split."""

PiecesOrNone = Annotated[tuple[Words, ...], BeforeValidator(one_or_many)]
"""Quoted words, or an empty list where there are none to quote."""

Name = Annotated[
    str,
    spelled(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*", "Write letters from a to z and digits, joined by single - or _."),
    Field(max_length=60),
]
"""Name of an entry: letters and digits, joined by hyphens."""

Draft = Annotated[bool, BESIDE]
"""Whether a machine wrote the entry and no person has looked at it yet. Once somebody has, the line is taken out."""

Language = Annotated[str, spelled(r"[a-z]{2}", "Write the two small letters of the language, such as “en”.")]
"""Code of a language."""
