"""Counts the idioms of the course: pictures in words that a reader of plain English has to learn first."""

from __future__ import annotations

import re
from collections import Counter

from exercises.words import words
from exercises.words.phrases import one_of

MOST = 200
"""Among so many words at most one idiom stands."""


def counted_idioms(text: str) -> Counter[str]:
    """Count the idioms of the course in a text, by the form in which they are explained.

    Parameters
    ----------
    text : str
        All that is read in a notebook.

    Returns
    -------
    Counter
        A word that has another meaning of its own counts only in front of the words that `before` names.
    """
    found: Counter[str] = Counter()
    for idiom in words("course_words")["idioms"]:
        behind = rf"(?=\s+{one_of(idiom['before'])}\b)" if "before" in idiom else ""
        pattern = rf"(?<![\w-]){one_of(idiom['forms'])}(?![\w-]){behind}"
        if count := len(re.findall(pattern, text, re.IGNORECASE)):
            found[idiom["forms"][0]] = count
    return found
