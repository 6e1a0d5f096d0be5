"""Mends what the lines and pages of a PDF do to a text: broken words, and what stands on the edge of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBERS = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<=[^\W\d_A-Z])[-\u2010\xad]\n(?=[^\W\d_A-Z])")
LEAST_PAGES = 3
EDGE = 2
"""So many lines at the top and at the bottom of a page are looked at."""


def joined_lines(text: str) -> tuple[str, int]:
    """Join words that a line has broken, and say how many there were."""
    return _BROKEN.subn("", "\n".join(line.rstrip(" \t") for line in text.split("\n")))


def without_edges(pages: Sequence[str]) -> tuple[list[str], int]:
    """Leave out lines that stand on top or at the bottom of most pages, whatever their numbers; count them."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    if len(split) < LEAST_PAGES:
        return ["\n".join(lines) for lines in split], 0
    seen = Counter(form for lines in split for form in {_form(lines[at]) for at in _edges(lines)})
    often = {form for form, times in seen.items() if times >= LEAST_PAGES and times > len(split) / 2}
    kept = [_without(lines, often) for lines in split]
    return ["\n".join(lines) for lines in kept], sum(map(len, split)) - sum(map(len, kept))


def _without(lines: list[str], often: set[str]) -> list[str]:
    edges = _edges(lines)
    return [line for at, line in enumerate(lines) if at not in edges or _form(line) not in often]


def _edges(lines: list[str]) -> set[int]:
    """Give the numbers of the lines at both edges of a page; most of a page with few lines is no edge."""
    few = min(EDGE, len(lines) // 4)
    return {*range(few), *range(len(lines) - few, len(lines))}


def _form(line: str) -> str:
    """Give a line with a sign for each number: pages differ by theirs."""
    return _NUMBERS.sub("#", line)
