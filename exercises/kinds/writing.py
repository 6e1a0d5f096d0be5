"""Small things that several kinds need to write their remarks: quotation marks, dates, empty prose, a mixed order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Protocol, TypeVar

from exercises.lesson.text import Span

FEWEST_WORDS = 3
MOST_QUOTED = 14
_EMPTY = re.compile(
    r"^((that'?s?|this|it|is|was|are|the|an?|your|so|not|no|yes|right|wrong|correct|incorrect|true|false|answer|option"
    r"|choice|because|see|above|below|text|good|bad|well|done|sorry|todo|tbd)\b[\s.,;:!?-]*)+$",
    re.IGNORECASE,
)


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its name in its file."""


Thing = TypeVar("Thing", bound=Named)


def quoted(pieces: Iterable[str]) -> str:
    """Put pieces of a text in one pair of curly quotation marks; a long piece keeps only its beginning and end."""
    return "“" + " … ".join(_shortened(piece) for piece in pieces) + "”"


def balanced(span: Span, text: str) -> Span:
    """Take in a quotation mark or bracket at the edge of a range if its other half stands inside."""
    for opening, closing in ("‘’", "“”", "()"):
        inside = text[span.start : span.end]
        if text[span.end : span.end + 1] == closing and inside.count(opening) > inside.count(closing):
            span = Span(span.start, span.end + 1)
        elif text[: span.start].endswith(opening) and inside.count(closing) > inside.count(opening):
            span = Span(span.start - 1, span.end)
    return span


def _shortened(piece: str) -> str:
    chunks = piece.split()
    if len(chunks) <= MOST_QUOTED:
        return piece
    return " ".join([*chunks[:7], "…", *chunks[-5:]])


def plain_date(day: str | date) -> str:
    """Write a date as people read it: ``21 November 2025``."""
    moment = date.fromisoformat(str(day))
    return f"{moment.day} {moment:%B %Y}"


def says_nothing(prose: str) -> bool:
    """Whether a reason only judges ("That is wrong.") or is too short to explain anything."""
    return len(prose.split()) < FEWEST_WORDS or _EMPTY.match(prose.strip()) is not None


def idle_hints(hints: Iterable[str]) -> Iterator[str]:
    """Name the hints that help nobody, each with its cure."""
    for hint in hints:
        if says_nothing(hint):
            yield f"The hint “{hint}” helps nobody. Say where to look, without giving the answer away."


def repeated(names: Iterable[str]) -> list[str]:
    """List the names that stand more than once, each once."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return [name for name, times in seen.items() if times > 1]


def mixed(things: Sequence[Thing], salt: str) -> list[Thing]:
    """Put things in an order that looks mixed and is the same every time for the same exercise."""
    return sorted(things, key=lambda thing: sha256(f"{salt}/{thing.id}".encode()).hexdigest())
