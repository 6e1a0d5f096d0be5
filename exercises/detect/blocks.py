"""Cuts a text into blocks (paragraphs, headlines, bullet points), as places in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Place = tuple[int, int]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-–—*•◦▪‣·+]|\d{1,3}[.)]|[a-z]\))\s")
# So much white space in a line is a table or an accident. It ends a block, and no pattern has to walk over it.
_GAP = re.compile(r"\s{20,}")
LONGEST_WRAPPED = 100


def blocks(plain: str) -> Iterator[Place]:
    """Give the blocks of a text in order, without white space at their edges.

    Parameters
    ----------
    plain : str
        The text.

    Yields
    ------
    tuple of int
        Start and end in code points.
    """
    for start, end in _joined(plain, list(_lines(plain))):
        at = start
        for gap in _GAP.finditer(plain, start, end):
            yield from _trimmed(plain, at, gap.start())
            at = gap.end()
        yield from _trimmed(plain, at, end)


def _trimmed(plain: str, start: int, end: int) -> Iterator[Place]:
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _lines(plain: str) -> Iterator[Place]:
    for line in _LINE.finditer(plain):
        yield from _trimmed(plain, *line.span())


def _joined(plain: str, lines: list[Place]) -> Iterator[Place]:
    """Join lines that only a narrow page has broken."""
    narrow = bool(lines) and max(end - start for start, end in lines) <= LONGEST_WRAPPED
    runs_on = [_runs_on(plain, one, other) for one, other in pairwise(lines)]
    # One line that begins with a small letter shows that lines are broken in mid-sentence; then all may be.
    narrow = narrow and any(on == "small" for on in runs_on)
    current: Place | None = None
    for line, on in zip(lines, ["", *runs_on], strict=False):
        if current is not None and (on == "small" or (narrow and on == "next")):
            current = current[0], line[1]
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _runs_on(plain: str, one: Place, other: Place) -> str:
    """Say how the second line follows: "small" letter first, "next" without a blank line, or "" for apart."""
    between = plain[one[1] : other[0]]
    breaks = between.count("\n") or between.count("\r")
    if breaks != 1 or _BULLET.match(plain, *other):
        return ""
    return "small" if plain[other[0]].islower() else "next"
