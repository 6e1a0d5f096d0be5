"""What detectors find, in the words of a key: kinds of sources and hedges, stances, what a hedge touches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from exercises.files.reading import read_plain
from exercises.lesson.text import Span, Text

LIST = Path(__file__).with_name("sources.yaml")
_KINDS = {"named": "named-person", "described": "described", "unnamed": "unnamed", "none": "none"}
_BEHIND = re.compile(r",| (?:of|by|from|for|in|on|at|to|that|which|who|with)(?= )")
CERTAINTY_KINDS = {
    "modal": "modal",
    "likelihood": "likelihood",
    "evidential": "evidential",
    "distance": "reporting-word",
    "rounding": "approximator",
    "conditional": "conditional",
}
# Beginnings of words of saying that are not neutral.
_STANCES = {
    "distancing": ("alleg", "claim", "report", "rumour", "rumor", "purport", "suppos"),
    "reluctant": ("acknowledg", "admi", "conced", "confess"),
    "taken-as-true": ("confirm", "demonstrat", "disclos", "discover", "find", "found", "prov", "reveal", "show"),
    "forceful": ("accus", "blast", "condemn", "demand", "denounc", "insist", "slam", "swear", "swore", "vow", "warn"),
}
_NEUTRAL = ("report", "reported", "reports", "reporting")  # “Teachers reported” keeps no distance, “reportedly” does.
_ENDS = re.compile(r"[,;:–—.!?()]")
LONGEST_NAME = 4
ROUNDED = 3
"""So many words behind a rounding word are taken for its number."""


def source_kind_of(named: str, source: str | None) -> str:
    """Draft what kind of source it is; papers, outlets and bodies are known by the last word of what they are called.

    Parameters
    ----------
    named : str
        How the detector takes it: named, described, unnamed or none.
    source : str or None
        Its words.
    """
    if not source:
        return "none"
    head = _BEHIND.split(source, maxsplit=1)[0].split()
    last = head[-1].lower() if head else ""
    if last in _listed("papers") and named != "unnamed":
        return "document"
    if named != "named":
        return _KINDS[named]
    if last in _listed("outlets"):
        return "other-outlet"
    is_body = not _listed("bodies").isdisjoint(word.lower() for word in head)
    return "named-body" if is_body else "named-person"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_plain(LIST)[name].split())


def holder_of(source: str) -> str:
    """Draft how a student would call a source: of a name with a description beside it, the name alone.

    “Lena Marchetti, who teaches maps” and “the museum's director, Lena Marchetti” are both Lena Marchetti.
    """
    parts = [part.strip() for part in source.split(",")]
    names = [part for part in parts if _is_name(part)]
    return names[0] if len(parts) > 1 and len(names) == 1 else source


def one_holder(holder: str, others: Iterable[str]) -> str:
    """Give the whole name of which a holder is the last word, if exactly one of the others is such a name."""
    whole = {one for one in others if _is_name(one) and one.split()[1:] == [holder]}
    return whole.pop() if len(whole) == 1 else holder


def _is_name(words: str) -> bool:
    return 1 < len(words.split()) <= LONGEST_NAME and all(word[0].isupper() for word in words.split())


def stance_of(cue: str) -> str:
    """Draft what a word of saying tells of the reporter's view."""
    word = cue.split()[-1].lower() if cue.split() else ""
    if word in _NEUTRAL:
        return "neutral"
    return next((name for name, begins in _STANCES.items() if word.startswith(begins)), "neutral")


def scope_of(text: Text, number: int, cue: Span, kind: str) -> Span | None:
    """Draft the words that a hedge touches: those behind it up to the next stop, or those before it.

    Parameters
    ----------
    text : Text
        The article.
    number : int
        Number of the sentence.
    cue : Span
        The hedge.
    kind : str
        What kind the detector takes it for; a rounding word touches a number alone.

    Returns
    -------
    Span or None
        None if no other word stands in the sentence.
    """
    words = text.words(number)
    behind = [word for word in words if word.start >= cue.end]
    if kind == "rounding":
        behind = behind[:ROUNDED]
    touched: list[Span] = []
    for word in behind:
        before = text.quote(Span(touched[-1].end if touched else cue.end, word.start))
        if _ENDS.search(before):
            break
        touched.append(word)
    if not touched:
        touched = [word for word in words if word.end <= cue.start]
    return Span(touched[0].start, touched[-1].end) if touched else None
