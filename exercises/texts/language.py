"""Guesses the language of a text by the commonest small words: enough to say for which texts drafts are made."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Literal

from exercises.files.reading import read_plain

Language = Literal["en", "de", "uk", "other", "unknown"]

LIST = Path(__file__).with_name("commonest.yaml")
LOOKED_AT = 50_000
"""So many words are looked at."""
LEAST_WORDS = 6
LEAST_SHARE = 0.12
"""Of all words; English news has three times as many, lists and headlines fewer."""
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")


def guess(text: str) -> Language:
    """Guess the language of a text.

    Returns
    -------
    str
        ``unknown`` if the text is too short, or has too few of the words that are common in any language.
    """
    found = (found[0].lower() for found, _ in zip(_WORD.finditer(text), range(LOOKED_AT), strict=False))
    words = list(found)
    if not words:
        return "unknown"
    if sum(word[0] > "\u036f" and not _CYRILLIC.match(word) for word in words) > len(words) / 2:
        return "other"  # Neither in Latin nor in Cyrillic letters.
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in common) / len(words) for code, common in _commonest().items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if shares[best] < LEAST_SHARE or len(words) < LEAST_WORDS:
        return _by_letters(words)
    return best if best in ("en", "de", "uk") else "other"  # type: ignore[return-value]


def _by_letters(words: list[str]) -> Language:
    """Tell what the letters tell where words do not."""
    letters = "".join(words)
    if len(_CYRILLIC.findall(letters)) <= len(letters) / 2:
        return "unknown"
    return "uk" if set("їєґ") & set(letters) else "other"


@cache
def _commonest() -> dict[str, frozenset[str]]:
    return {str(code): frozenset(map(str, words)) for code, words in read_plain(LIST).items()}
