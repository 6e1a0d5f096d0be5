"""What a student's log and answers still lack, in one sentence; ``missing.js`` says the same before *Check*."""

from __future__ import annotations

from datetime import date

from exercises.kinds.evidence.item import EvidenceAnswer
from exercises.words import words

NEEDED = ("who", "tells", "shows", "near", "read")
"""What no source can do without, in the order of the page."""


def is_day(text: str) -> bool:
    """Whether a text is a day in ISO form."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def missing_in(answer: EvidenceAnswer) -> str:
    """Say what is missing first; empty if nothing is."""
    said = words("evidence")["missing"]
    if answer.claim is None:
        return str(said["claim"])
    if not answer.log and not answer.searched.strip():
        return str(said["evidence"])
    for number, source in enumerate(answer.log, start=1):
        for name in NEEDED:
            if not getattr(source, name).strip():
                return str(said[name].format(number=number))
        if not is_day(source.read) or (source.day and not is_day(source.day)):
            return str(said["no_day"].format(number=number))
    for name in ("said", "as_of", "so", "sure"):
        if not getattr(answer, name):
            return str(said[name])
    return "" if is_day(answer.as_of) else str(said["as_of"])
