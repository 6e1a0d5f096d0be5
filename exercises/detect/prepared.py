"""Prepares any text for the detectors: sentences and words, with their places in code points and parts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from exercises.detect.blocks import Place, blocks
from exercises.detect.repairs import repaired
from exercises.detect.sentences import sentences_in
from exercises.detect.tagging import tagger
from exercises.lesson.text import Span

# Each character is replaced by exactly one, so that every place stays what it was. NLTK splits words at curly
# apostrophes, and knows only straight quotation marks.
PLAIN = {
    **{ord(mark): '"' for mark in "“”„‟«»″＂"},
    **{ord(mark): "'" for mark in "‘’‚‛‹›′`´＇"},
    **dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160), 0x200B, 0xFEFF), " "),
}
# NLTK leaves words on both sides of a dash in one piece; a semicolon always stands alone.
_ALONE = {**PLAIN, **{ord(mark): ";" for mark in "—–―…‒•"}, ord("/"): ";"}
_SHORT = re.compile(
    "'(?:s|m|d|ll|re|ve|t|em|n|tis|twas|til|cause|bout)", re.I
)  # ends and beginnings that belong to a word
_DOUBLED = re.compile("''+")
_ROUGH = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
_FIXED = {",": ",", ".": ".", "?": ".", "!": ".", ";": ":", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "'": "''"}
_OPENING, _CLOSING = frozenset("“„‘‚«‹‟‛"), frozenset("”’»›")
LEAST_TITLED = 5


class Word(NamedTuple):
    """One word, or one piece of punctuation.

    Attributes
    ----------
    start, end : int
        Where it stands in the whole text, in code points.
    text : str
        As it stands there.
    low : str
        In small letters, with straight quotation marks.
    tag : str
        Its part of speech, as the Penn Treebank names it.
    """

    start: int
    end: int
    text: str
    low: str
    tag: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that the detectors can read.

    Attributes
    ----------
    text : str
        The whole text as it came.
    sentences : tuple of PreparedSentence
        In order; what stands between them is white space.
    """

    text: str
    sentences: tuple[PreparedSentence, ...]


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """One sentence.

    Attributes
    ----------
    span : Span
        Where it stands in the whole text, in code points.
    block : int
        Number of its paragraph, from 0.
    words : tuple of Word
        In order, punctuation included.
    """

    span: Span
    block: int
    words: tuple[Word, ...]


def prepare(text: str) -> Prepared:
    """Split a text into sentences and tagged words.

    Parameters
    ----------
    text : str
        Any text; nothing in it is refused.

    Returns
    -------
    Prepared
        The text with its sentences.
    """
    plain = text.translate(PLAIN)
    return Prepared(text, tuple(_sentences(text, plain)))


def _sentences(text: str, plain: str) -> Iterator[PreparedSentence]:
    for number, block in enumerate(blocks(plain)):
        for start, end in sentences_in(plain, block):
            yield PreparedSentence(Span(start, end), number, tuple(_words(text, start, end)))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    """Give the words of one sentence."""
    said = text[start:end]
    places = _places(_DOUBLED.sub(lambda found: '"' + " " * (len(found[0]) - 1), said.translate(_ALONE)))
    shown = [said[one:other] for one, other in places]
    lows = [word.translate(PLAIN).lower() for word in shown]
    for (one, other), word, low, tag in zip(places, shown, lows, _tags(shown, lows), strict=True):
        yield Word(start + one, start + other, word, low, tag)


def _places(plain: str) -> list[Place]:
    """Split one sentence as NLTK does; where it loses its way, by plain letters and signs."""
    try:
        return list(_opened(_tokenizer().span_tokenize(plain), plain))
    except ValueError:
        return [found.span() for found in _ROUGH.finditer(plain)]


def _opened(places: Iterable[Place], plain: str) -> Iterator[Place]:
    """Part an opening mark from its word: not every NLTK does so where the mark is a straight one."""
    for start, end in places:
        if (
            plain[start : start + 1] == "'"
            and plain[start + 1 : end].isalpha()
            and not _SHORT.fullmatch(plain, start, end)
        ):
            yield start, start + 1
            start += 1
        yield start, end


@cache
def _tokenizer() -> Any:
    # Imported here: NLTK takes 28 MB and half a second, and most notebooks detect nothing.
    from nltk.tokenize import NLTKWordTokenizer

    return NLTKWordTokenizer()


def _tags(shown: list[str], lows: list[str]) -> list[str]:
    """Tag the words of a sentence; a headline's capitals say nothing, so it is tagged in small letters."""
    headline = _is_headline(shown)
    words = lows if headline else [word.translate(PLAIN) for word in shown]
    tags = repaired(shown, lows, [tag for _, tag in tagger().tag(words, use_tagdict=True)], headline=headline)
    inside = False
    for index, word in enumerate(shown):
        if lows[index].isalpha():
            continue
        if lows[index] == '"' or (lows[index] == "'" and word != "'"):
            inside = word in _OPENING if word in _OPENING | _CLOSING else not inside
            tags[index] = "``" if inside else "''"
        elif len(lows[index]) == 1 and lows[index] in _FIXED and tags[index] != "POS":
            tags[index] = _FIXED[lows[index]]
        elif not any(map(str.isalnum, lows[index])) and tags[index] != "POS" and lows[index] not in "$&%€£":
            tags[index] = ":"
    return tags


def _is_headline(words: list[str]) -> bool:
    """Whether nearly all long words have a capital: then capitals name nobody."""
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) >= LEAST_TITLED and sum(word[0].isupper() for word in long) > 0.85 * len(long)
