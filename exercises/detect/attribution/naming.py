"""Says how a source is named, and finds the holder of a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from exercises.detect.attribution.grammar import listed
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
    pieces = _pieces(words)
    if _is_named(pieces[0]) or any(
        sum(word.tag in _NAMES for word in piece) > 1 for piece in pieces[1:] if _is_named(piece)
    ):
        return "named"
    return "described"


def _pieces(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Cut a source at its commas: “the mayor of Oxley, Ann Reed”."""
    commas = [at for at, word in enumerate(words) if word.low == ","]
    return [words[start:end] for start, end in pairwise([0, *(at + 1 for at in commas), len(words) + 1])]


def _is_named(piece: Sequence[Word]) -> bool:
    """Whether the head is a name: “the Oxley mayor” has a name in it and is still a role."""
    end = next((at for at, word in enumerate(piece) if at and word.low in listed("hanging")), len(piece))
    head = [word for word in piece[:end] if word.tag not in ("POS", "WP", "WDT", ",", "IN")]
    if not head:
        return False
    body = any(word.low in _listed("bodies") and word.text[:1].isupper() for word in head)
    return (head[-1].tag in _NAMES or body) and head[-1].low not in _listed("roles")


def is_pronoun(words: Sequence[Word]) -> bool:
    """Whether a source is no more than “she”."""
    only = words[0] if len(words) == 1 else None
    # “WHO said” is an organisation, “I said” is not.
    return only is not None and only.low in _listed("pronouns") and only.tag not in _NAMES


def holder(pronoun: str, earlier: Sequence[tuple[Span, Sequence[Word]]]) -> tuple[Span | None, Sequence[Word]]:
    """Find who a pronoun stands for: the nearest source before it that may be meant.

    Parameters
    ----------
    pronoun : str
        In small letters.
    earlier : sequence of tuple
        Sources before it, the nearest last, with their words.

    Returns
    -------
    tuple
        The nearest one and its words, a group for “they”, one person or body for the others; or None and no words.
    """
    many = pronoun in ("they", "them", "their")
    for span, words in reversed(earlier):
        if is_pronoun(words):
            continue
        head = next((word for word in words if word.tag in ("NNS", "NNPS")), None)
        single = head is None or words[0].tag in _NAMES
        if single != many:
            return span, words
    return None, ()
