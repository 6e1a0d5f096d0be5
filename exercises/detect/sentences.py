"""Cuts a block of text into sentences with NLTK's Punkt and a list of abbreviations of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from exercises.detect.blocks import Place
from exercises.files.reading import read_plain

LIST = Path(__file__).with_name("abbreviations.yaml")
# What runs on without a full stop is cut at a blank, so that no step has to look at a whole book.
LONGEST = 2000
LONGEST_PIECE = 20_000
_STOP = re.compile(r"[.?!][\"']?\s+")
_BEGINS_SMALL = re.compile(r"[\"'(\[]*[a-z]")
_QUESTIONED = frozenset(end + mark for end in "?!" for mark in "\"'")
_STOPPED = frozenset(['."', ".'"])
_LAST_WORD = re.compile(r"\s\S*\Z")


def sentences_in(plain: str, block: Place) -> Iterator[Place]:
    """Give the sentences of a block in order.

    Parameters
    ----------
    plain : str
        The whole text with straight quotation marks.
    block : tuple of int
        Start and end of the block.

    Yields
    ------
    tuple of int
        Start and end of a sentence, in code points of the text.
    """
    for start, end in _pieces(plain, *block):
        yield from _sentences(plain, start, end)


def _pieces(plain: str, start: int, end: int) -> Iterator[Place]:
    """Cut a very long block behind a full stop or at a blank: NLTK takes the square of its length."""
    while end - start > LONGEST_PIECE:
        stops = list(_STOP.finditer(plain, start + LONGEST_PIECE // 2, start + LONGEST_PIECE))
        at = stops[-1].end() if stops else start + LONGEST_PIECE
        yield start, at
        start = at
    yield start, end


def _sentences(plain: str, start: int, end: int) -> Iterator[Place]:
    current: Place | None = None
    for one, other in _punkt().span_tokenize(plain[start:end]):
        # “Why?” he asked. “Why?” Ann Reed asked: the question ends there, the sentence does not.
        if current is not None and (
            _BEGINS_SMALL.match(plain, start + one)
            or (plain[current[1] - 2 : current[1]] in _QUESTIONED and _asked().match(plain, start + one, start + other))
            or (plain[current[1] - 2 : current[1]] in _STOPPED and _said().match(plain, start + one, start + other))
        ):
            current = current[0], start + other
            continue
        if current is not None:
            yield from _short_enough(plain, *current)
        current = start + one, start + other
    if current is not None:
        yield from _short_enough(plain, *current)


def _short_enough(plain: str, start: int, end: int) -> Iterator[Place]:
    while end - start > LONGEST:
        cut = _LAST_WORD.search(plain[start : start + LONGEST])
        at = start + (cut.start() if cut and cut.start() else LONGEST)
        yield start, at
        start = at + 1 if plain[at].isspace() else at
        while start < end and plain[start].isspace():
            start += 1
    if start < end:
        yield start, end


@cache
def _asked() -> re.Pattern[str]:
    """Give the pattern of a name with “asked” behind it."""
    words = "|".join(word for group in read_plain(LIST)["behind_questions"] for word in group["words"])
    return re.compile(rf"(?:[\w.'-]+,?\s){{1,9}}?(?:{words})\b")


@cache
def _said() -> re.Pattern[str]:
    """Give the pattern of a name with “said” and nothing behind it."""
    return re.compile(rf"{_asked().pattern}\.?\s*\Z")


@cache
def _punkt() -> Any:
    # Imported here: NLTK takes 28 MB and half a second, and most notebooks detect nothing.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    lists = read_plain(LIST)
    known = PunktParameters()
    known.abbrev_types = {word for group in lists["abbreviations"] for word in group["words"]}
    known.sent_starters = {word for group in lists["beginning"] for word in group["words"]}
    return PunktSentenceTokenizer(known)
