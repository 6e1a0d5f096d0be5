"""Finds quotations of every kind, over sentences and paragraphs, and accepts those that nobody closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.detect.blocks import Place
from exercises.detect.prepared import Prepared

# Two single marks are one double mark, as old keyboards had it.
_MARK = re.compile("''|``|[\"“”„‟«»‘’‚‛‹›']")
_DOUBLE = {
    **{
        mark: frozenset(closing)
        for mark, closing in {"“": '”“"', "„": '“”"', "«": "»", "»": "«", '"': '"”', "‟": '”"'}.items()
    },
    **dict.fromkeys(("''", "``"), frozenset(["''"])),
}
_SINGLE = {mark: frozenset(closing) for mark, closing in {"‘": "’'", "‚": "‘’", "‹": "›", "›": "‹", "'": "'’"}.items()}
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
    spoken = list(_dialogue(text, start, end))
    if spoken:
        yield from spoken
    else:
        yield from _between_marks(text, start, end)


def _dialogue(text: str, start: int, end: int) -> Iterator[Place]:
    """Give what is spoken in a paragraph that a dash opens, as in “— It rains, — said Reed”."""
    dash = _DIALOGUE.match(text, start, end)
    stop = _DIALOGUE_ENDS.search(text, dash.end(), end) if dash else None
    if stop:
        yield start, stop.start() + 1
        if again := _DIALOGUE_ENDS.search(text, stop.end(), end):
            yield again.end(), end


def _between_marks(text: str, start: int, end: int) -> Iterator[Place]:
    opened: int | None = None
    closers: frozenset[str] = frozenset()
    for mark in _MARK.finditer(text, start, end):
        at, sign = mark.start(), mark[0]
        if opened is None:
            if _may_open(text, at, start, end, sign):
                opened, closers = at, (_DOUBLE | _SINGLE)[sign]
                if sign in _SINGLE and not _has_end(text, at, end, closers):
                    opened = None
        elif sign in closers and _may_close(text, at, end, sign):
            owned = closers in _SINGLE.values() and _is_plural(text, at, end, closers)
            if owned:
                continue
            yield opened, mark.end()
            opened = None
    if opened is not None:
        yield opened, end


def _may_open(text: str, at: int, start: int, end: int, sign: str) -> bool:
    if sign not in _DOUBLE and sign not in _SINGLE:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + len(sign)] if at + len(sign) < end else " "
    # A text in which each sign stands apart opens straight marks before a blank.
    apart = sign == '"' and before.isspace()
    return not before.isalnum() and (apart or not after.isspace())


def _may_close(text: str, at: int, end: int, sign: str) -> bool:
    """Whether a mark ends a quotation: apostrophes stand inside words, opening marks before them."""
    after = text[at + len(sign)] if at + len(sign) < end else " "
    if sign in "\"'’“":
        return not after.isalnum() and (sign != '"' or not text[at - 1].isspace() or after.isspace())
    return True


def _has_end(text: str, at: int, end: int, closers: frozenset[str]) -> bool:
    """Whether a single mark is answered soon: else it is an apostrophe, as in ’90s."""
    return any(not _before_owned(text, mark) for mark in _closing(text, at + 2, end, closers))


def _closing(text: str, at: int, end: int, closers: frozenset[str]) -> Iterator[int]:
    """Give the places where a quotation in single marks may end."""
    for mark in _MARK.finditer(text, at, min(end, at + LONGEST_SINGLE)):
        if mark[0] in closers and _may_close(text, mark.start(), end, mark[0]):
            yield mark.start()


def _before_owned(text: str, at: int) -> bool:
    """Whether a small word follows a plural at once: “the dogs’ owner”."""
    return text[at - 1] == "s" and text[at + 1 : at + 3].strip()[:1].islower()


def _is_plural(text: str, at: int, end: int, closers: frozenset[str]) -> bool:
    """Whether the mark only makes a plural own something, as a better end follows."""
    if not _before_owned(text, at):
        return False
    later = next(_closing(text, at + 1, end, closers), None)
    opened = next(
        (mark.start() for mark in _MARK.finditer(text, at + 1, min(end, at + LONGEST_SINGLE)) if mark[0] in "‘“"), end
    )
    return later is not None and later < opened
