"""Small things that several kinds need to write their remarks: quotation marks, empty prose, a mixed order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Protocol, TypeVar

from exercises.files.lines import Where
from exercises.lesson.quotation import occurrences
from exercises.lesson.text import QuotationError, Span, Text
from exercises.words import words
from exercises.words.phrases import matching

FEWEST_WORDS = 3
MOST_QUOTED = 14
_ON_A_CARD = re.compile(r"“([^”]+)”")
_CUT = " …"


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its name in its file."""


Thing = TypeVar("Thing", bound=Named)


def quoted(pieces: Iterable[str]) -> str:
    """Put pieces of a text in one pair of curly quotation marks; a long piece keeps only its beginning and end."""
    return "“" + " … ".join(_shortened(piece) for piece in pieces) + "”"


class Placed(str):
    """A sentence on what does not fit in an exercise, with what leads from the exercise to the line.

    Attributes
    ----------
    where : tuple
        Names and list positions.
    """

    __slots__ = ("where",)
    where: Where

    @classmethod
    def at(cls, words: str, *where: str | int) -> Placed:
        """Give a sentence its place."""
        placed = cls(words)
        placed.where = where
        return placed


def quoted_on(card: str) -> list[str]:
    """Give the pieces of a text that a card quotes: those in quotation marks, or all of it; a cut end is left out."""
    return [piece.removesuffix(_CUT) for piece in _ON_A_CARD.findall(card) or [card]]


def misquoted(card: str, text: Text, number: int) -> Iterator[str]:
    """Say which words of a card do not stand in its sentence; they may stand there twice."""
    for piece in quoted_on(card):
        try:
            text.find(number, piece)
        except QuotationError as error:
            if not 1 <= number <= len(text.sentences) or not _stands_twice(text.sentence(number).text, piece):
                yield str(error)


def _stands_twice(sentence: str, piece: str) -> bool:
    return len(list(islice(occurrences(sentence, piece), 2))) > 1


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


def says_nothing(prose: str) -> bool:
    """Whether a reason only judges ("That is wrong.") or is too short to explain anything."""
    found = re.findall(r"[\w'’]+", prose.lower().replace("’", "'"))
    return len(prose.split()) < FEWEST_WORDS or set(found) <= set(words("reasons")["empty"].split())


def idle_hints(hints: Iterable[str]) -> Iterator[str]:
    """Name the hints that help nobody or announce the answer, each with its cure."""
    announced = matching(words("rules")["gives_away"])
    for hint in hints:
        if says_nothing(hint):
            yield f"The hint “{hint}” helps nobody. Say where to look, without giving the answer away."
        elif found := announced.search(hint):
            yield f"The hint “{hint}” gives the answer away (“{found[0]}”). Say where to look."


def plain(text: str) -> str:
    """Write the words of a text in small letters, without signs, so that two wordings can be compared."""
    return " ".join(re.findall(r"[\w'-]+", text.lower().replace("’", "'")))


def repeated(names: Iterable[str]) -> list[str]:
    """List the names that stand more than once, each once."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return [name for name, times in seen.items() if times > 1]


def mixed(things: Sequence[Thing], salt: str) -> list[Thing]:
    """Put things in an order that looks mixed and is the same every time for the same exercise."""
    return sorted(things, key=lambda thing: drawn(salt, thing.id))


def drawn(salt: str, name: str) -> str:
    """Draw the place of one thing among others; the same every time, in every process."""
    return sha256(f"{salt}/{name}".encode()).hexdigest()


def in_two_lines(opening: str, *ours: str) -> str:
    """Write what is said of the student's answer, and in one line, so in one dose, all that is said of ours."""
    return "\n".join(filter(None, (opening, " ".join(filter(None, ours)))))
