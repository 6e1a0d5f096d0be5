"""Numbers the sentences of a text: a splitter says where they stand, and here no character is cut in two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from exercises.lesson.text import Span
from exercises.texts.halves import end_of_character

Places = Iterable[tuple[int, int]]
Splitter = Callable[[str], Places]


def plain_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences of a text as the detectors see them, so that drafts fit the numbers."""
    from exercises.detect.blocks import blocks
    from exercises.detect.prepared import PLAIN
    from exercises.detect.sentences import sentences_in

    plain = text.translate(PLAIN)
    for block in blocks(plain):
        yield from sentences_in(plain, block)


def numbered(text: str, split: Splitter = plain_sentences) -> tuple[Span, ...]:
    """Give the sentences of a text in order; the first one has number 1.

    Parameters
    ----------
    text : str
        A clean text.
    split : callable, optional
        Gives start and end of sentences in order. What it gives outside of the text, or twice, is left out.

    Returns
    -------
    tuple of Span
        Ranges in code points, apart from each other, each with something to see at both ends.
    """
    return tuple(_whole(text, split(text)))


def _whole(text: str, places: Places) -> Iterator[Span]:
    done = 0
    for start, end in places:
        first, last = max(start, done), min(end, len(text))
        while first < last and text[first].isspace():
            first += 1
        if first >= last:
            continue  # Before anything else: a long row of joined signs is walked through once.
        first, last = end_of_character(text, first), end_of_character(text, last)
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield Span(first, last)
            done = last
