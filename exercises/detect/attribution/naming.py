"""Says how a source is named, and finds the holder of a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from exercises.detect.prepared import Word
from exercises.files.reading import read_plain
from exercises.lesson.text import Span

Naming = Literal["named", "described", "unnamed", "none"]
LIST = Path(__file__).with_name("naming.yaml")
_NAMES = frozenset(["NNP", "NNPS"])


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(word for part in read_plain(LIST)[group] for word in part["words"])


def naming(words: Sequence[Word]) -> Naming:
    """Say how a source is named.

    Parameters
    ----------
    words : sequence of Word
        The words of the source, without a pronoun's holder; none if there is no source.

    Returns
    -------
    str
        "named" with a name, "unnamed" if the text keeps the name back, else "described"; "none" without a source.
    """
    if not words:
        return "none"
    lows = [word.low for word in words]
    said = " ".join(lows)
    if any(phrase in said for phrase in _listed("kept_back")) or lows[-1] in _listed("nobody"):
        return "unnamed"
    # “the Oxley mayor” has a name in it, and is still a role: the last word decides, or a name behind the role.
    end = next(
        (at for at, low in enumerate(lows) if at and low in ("of", "for", "in", "at", "from", "with", ",")), len(lows)
    )
    core = [word for word in words[:end] if word.tag != "POS" and word.low not in ("who", "which", "that")]
    bodies = any(word.low in _listed("bodies") and word.text[:1].isupper() for word in words)
    if core and (core[-1].tag in _NAMES or bodies) and core[-1].low not in _listed("roles"):
        return "named"
    named = any(word.tag in _NAMES for word in words[end:]) and "," in lows
    return "named" if named and end < len(lows) and lows[end] == "," else "described"


def is_pronoun(words: Sequence[Word]) -> bool:
    """Whether a source is no more than “she”."""
    return len(words) == 1 and words[0].low in _listed("pronouns")


def holder(pronoun: str, earlier: Sequence[tuple[Span, Sequence[Word]]]) -> Span | None:
    """Find who a pronoun stands for: the nearest source before it that may be meant.

    Parameters
    ----------
    pronoun : str
        In small letters.
    earlier : sequence of tuple
        Sources before it, the nearest last, with their words.

    Returns
    -------
    Span or None
        The nearest one; a group for “they”, one person or body for the others.
    """
    many = pronoun in ("they", "them", "their")
    for span, words in reversed(earlier):
        if is_pronoun(words):
            continue
        head = next((word for word in words if word.tag in ("NNS", "NNPS")), None)
        single = head is None or words[0].tag in _NAMES
        if single != many:
            return span
    return None
