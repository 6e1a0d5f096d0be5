"""Drafts hedges by a list of single words; it is meant to err, so that students can see how and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exercises.files.reading import read_plain
from exercises.lesson.text import Span

LIST = Path(__file__).with_name("hedges.yaml")

# NLTK splits words at curly apostrophes and rewrites quotation marks, and leaves words on both sides of a dash or slash
# in one piece. Each character is replaced by exactly one, so that every place stays what it was.
# An opening single mark too: not every NLTK splits it off once it is straight.
_PLAIN = str.maketrans('’‘“”„«»"`–—…/', "'            ")
_DOUBLED = re.compile("''+")


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """One word that the detector takes for a hedge.

    Attributes
    ----------
    span : Span
        Where it stands, in code points of the text.
    word : str
        The word as it stands there.
    """

    span: Span
    word: str


def flag_hedges(text: str) -> tuple[Flag, ...]:
    """Flag every word of a text that is on the list, whatever it does in its sentence.

    Parameters
    ----------
    text : str
        Any text; nothing in it is refused.

    Returns
    -------
    tuple of Flag
        In the order of the text.
    """
    listed = listed_words()
    spans = (_without_stops(span, text) for span in _words(text))
    return tuple(
        Flag(span, text[span.start : span.end]) for span in spans if text[span.start : span.end].lower() in listed
    )


@cache
def listed_words() -> frozenset[str]:
    """Give all words of the list, in lower case."""
    groups = read_plain(LIST)["listed"]
    return frozenset(word for group in groups for word in group["words"])


def _words(text: str) -> Iterator[Span]:
    # Imported here: NLTK takes 28 MB and half a second, and most notebooks flag nothing.
    from nltk.tokenize import NLTKWordTokenizer

    plain = _DOUBLED.sub(lambda found: " " * len(found[0]), text.translate(_PLAIN))
    for start, end in NLTKWordTokenizer().span_tokenize(plain):
        yield Span(start, end)


def _without_stops(span: Span, text: str) -> Span:
    """Take full stops off the end of a word: NLTK splits them off only where the whole text ends."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(".")))
