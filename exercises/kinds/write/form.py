"""What can be computed of a short text: how many words it has, which words stand in it, and what stands near them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_END = re.compile(r"[.!?]+[\"'’”)]*(?=\s|$)|\n\s*\n")
LONGEST_QUOTED = 30  # words; of a longer sentence only the part around the found words is quoted
BEFORE, AFTER = 12, 8


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were found in one sentence of a text.

    Attributes
    ----------
    words : tuple of str
        The words that were looked for, as they stand there, each once.
    sentence : str
        The sentence; of a long one the part around the first of them.
    """

    words: tuple[str, ...]
    sentence: str


def count_words(text: str) -> int:
    """Count the words of a text; signs without a letter or a digit, such as a dash or an emoji, are none.

    The page counts in the same way (``words.js``), so that both always name the same number.
    """
    spaced = "".join(" " if _separates(sign) else sign for sign in text)
    return sum(any(unicodedata.category(sign)[0] in "LN" for sign in piece) for piece in spaced.split(" "))


def find_all(wanted: Iterable[str], text: str) -> list[Found]:
    """Look for words or phrases in a text.

    Parameters
    ----------
    wanted : iterable of str
        Whole words or phrases, capitals do not matter; ``admit*`` stands for all words that begin so.
    text : str
        Where to look.

    Returns
    -------
    list of Found
        The sentences in which some stand, in the order of the text. It says nothing about what they mean there.
    """
    patterns = [_pattern(phrase) for phrase in wanted]
    # Invisible marks, such as those for the direction of writing, must not hide a word.
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    found = []
    for sentence in _sentences(seen):
        places = _places(patterns, sentence)
        if places:
            words = dict.fromkeys(" ".join(sentence[start:end].split()) for start, end in places)
            found.append(Found(tuple(words), _around(sentence, places[0][0])))
    return found


def _sentences(text: str) -> Iterator[str]:
    begun = 0
    for end in _END.finditer(text):
        yield text[begun : end.end()]
        begun = end.end()
    yield text[begun:]


def _places(patterns: Iterable[re.Pattern[str]], sentence: str) -> list[tuple[int, int]]:
    """Give the ranges of all matches in order; of two that overlap the earlier and longer one."""
    plain = sentence.translate(_QUOTES)
    matches = sorted(
        (match.span() for pattern in patterns for match in pattern.finditer(plain)),
        key=lambda span: (span[0], -span[1]),
    )
    kept: list[tuple[int, int]] = []
    for start, end in matches:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _around(sentence: str, start: int) -> str:
    """Quote a sentence, or the part of a long one that lies around a place in it."""
    whole = sentence.split()
    if len(whole) <= LONGEST_QUOTED:
        return " ".join(whole)
    glued = start > 0 and not sentence[start - 1].isspace()
    place = len(sentence[:start].split()) - glued
    first, last = max(0, place - BEFORE), place + AFTER + 1
    part = [*(["…"] if first else []), *whole[first:last], *(["…"] if last < len(whole) else [])]
    return " ".join(part)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = unicodedata.normalize("NFC", phrase).translate(_QUOTES).split()
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)


def _separates(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] == "Z" or category == "Cc"
