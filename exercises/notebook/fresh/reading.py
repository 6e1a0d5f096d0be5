"""What detectors find, in the words of a key: kinds of sources and hedges, stances, what a hedge touches."""

from __future__ import annotations

import re

from exercises.lesson.text import Span, Text

SOURCE_KINDS = {"named": "named-person", "described": "described", "unnamed": "unnamed", "none": "none"}
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
ROUNDED = 3
"""So many words behind a rounding word are taken for its number."""


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
