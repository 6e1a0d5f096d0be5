"""Finds quotations of every kind, over sentences and paragraphs, and accepts those that nobody closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.detect.blocks import Place
from exercises.detect.prepared import Prepared

_MARK = re.compile("[\"“”„‟«»‘’‚‛‹›']")
_DOUBLE = {"“": "”“\"", "„": "“”\"", "«": "»", "»": "«", '"': '"”', "‟": "”\""}
_SINGLE = {"‘": "’'", "‚": "‘’", "‹": "›", "›": "‹", "'": "'’"}
_CLOSES = re.compile(r"[,.;:?!…]")
_DIALOGUE = re.compile(r"[—–―]\s*(?=\w|[“\"'])")
_DIALOGUE_ENDS = re.compile(r"[,.?!…]\s+[—–―]\s")
# A quotation in single marks is short; what is longer is a lost apostrophe.
LONGEST_SINGLE = 600


def quotations(prepared: Prepared) -> list[Place]:
    """Give all quotations in order, their marks included; none lies inside another.

    Parameters
    ----------
    prepared : Prepared
        The text.

    Returns
    -------
    list of tuple
        Start and end in code points. One that is not closed ends with its paragraph; the next paragraph, if it opens
        with a mark again, is a quotation of its own.
    """
    return [place for start, end in _blocks(prepared) for place in _in_block(prepared.text, start, end)]


def _blocks(prepared: Prepared) -> Iterator[Place]:
    current, number = None, -1
    for sentence in prepared.sentences:
        if current is not None and sentence.block == number:
            current = current[0], sentence.span.end
            continue
        if current is not None:
            yield current
        current, number = (sentence.span.start, sentence.span.end), sentence.block
    if current is not None:
        yield current


def _in_block(text: str, start: int, end: int) -> Iterator[Place]:
    if dash := _DIALOGUE.match(text, start, end):
        if stop := _DIALOGUE_ENDS.search(text, dash.end(), end):
            yield start, stop.start() + 1
            start = stop.end()
            if again := _DIALOGUE_ENDS.search(text, start, end):
                yield again.end(), end
                end = again.start()
    opened = closers = None
    for mark in _MARK.finditer(text, start, end):
        at, sign = mark.start(), mark[0]
        if opened is not None and closers is not None:
            if sign in closers and _may_close(text, at, end, sign):
                yield opened, at + 1
                opened = closers = None
            elif sign in _SINGLE.values():
                continue
        elif _may_open(text, at, start, end, sign):
            opened, closers = at, (_DOUBLE | _SINGLE)[sign]
            if sign in _SINGLE and not _has_end(text, at, end, closers):
                opened = closers = None
    if opened is not None:
        yield opened, end


def _may_open(text: str, at: int, start: int, end: int, sign: str) -> bool:
    if sign not in _DOUBLE and sign not in _SINGLE:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isalnum() and not after.isspace()


def _may_close(text: str, at: int, end: int, sign: str) -> bool:
    """Whether a mark ends a quotation: apostrophes stand inside words, opening marks before them."""
    after = text[at + 1] if at + 1 < end else " "
    if sign in "\"'’“":
        return not after.isalnum() and (sign != '"' or not text[at - 1].isspace() or after.isspace())
    return True


def _has_end(text: str, at: int, end: int, closers: str) -> bool:
    """Whether a single mark is answered soon: else it is an apostrophe, as in ’90s."""
    for mark in _MARK.finditer(text, at + 2, min(end, at + LONGEST_SINGLE)):
        if mark[0] in closers and _may_close(text, mark.start(), end, mark[0]):
            # “the dogs’ owner”: behind a plural the next word follows at once.
            plural = text[mark.start() - 1] == "s" and text[mark.end() : mark.end() + 2].strip()[:1].islower()
            if not plural:
                return True
    return False
