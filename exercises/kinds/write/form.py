"""What can be computed of a short text: how many words it has, and whether certain words stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def count_words(text: str) -> int:
    """Count the words of a text; signs without a letter or a digit, such as a dash or an emoji, are none.

    The page counts in the same way (``words.js``), so that both always name the same number.
    """
    spaced = "".join(" " if _separates(sign) else sign for sign in text)
    return sum(any(unicodedata.category(sign)[0] in "LN" for sign in piece) for piece in spaced.split(" "))


def find_any(wanted: Iterable[str], text: str) -> str | None:
    """Look for words or phrases in a text.

    Parameters
    ----------
    wanted : iterable of str
        Whole words or phrases, capitals do not matter; ``admit*`` stands for all words that begin so.
    text : str
        Where to look.

    Returns
    -------
    str or None
        The first one found, as it stands in the text; None if there is none.
    """
    # Invisible marks, such as those for the direction of writing, must not hide a word.
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    found = [match for phrase in wanted if (match := _pattern(phrase).search(seen.translate(_QUOTES)))]
    first = min(found, key=lambda match: match.start(), default=None)
    return " ".join(seen[first.start() : first.end()].split()) if first else None


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = unicodedata.normalize("NFC", phrase).translate(_QUOTES).split()
    parts = [re.escape(word).replace(r"\*", r"\w*") for word in words]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)


def _separates(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] == "Z" or category == "Cc"
