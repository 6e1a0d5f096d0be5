"""Lists of phrases, found in texts: whole words, capitals or not, ``admit*`` for all words that begin so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def matching(phrases: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern that finds each of some phrases.

    Parameters
    ----------
    phrases : iterable of str
        Whole words or phrases; a star stands for any letters.

    Returns
    -------
    re.Pattern
        Finds nothing if there are no phrases.
    """
    return _pattern(tuple(phrases))


def one_of(phrases: Iterable[str]) -> str:
    """Write phrases as a part of a larger pattern, the longest first; of none, a part that finds nothing."""
    parts = [r"\s+".join(_word(word) for word in phrase.split()) for phrase in sorted(phrases, key=len, reverse=True)]
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){one_of(phrases)}(?![\w-])", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]")
