"""The claim card: all that the page draws into a picture, fair by itself, and the same in words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from exercises.formats import claims
from exercises.formats.checked import Checked, File, file_name, say
from exercises.formats.evidence_list import evidence_list
from exercises.words import plain_date


def card_file(work: Checked, claim: str) -> File:
    """Give what the page draws for one claim; its text is the evidence list, which holds every word of the card."""
    name = file_name(work, f"{claim}-card", "png")
    return File(name, "image/png", evidence_list(work, claim), claim_card(work, claim))


def claim_card(work: Checked, claim: str) -> dict[str, Any]:
    """Give the words of a claim card.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind desk.
    claim : str
        Id of a finished claim.

    Returns
    -------
    dict
        Lines by their place on the card; nothing on it needs words from elsewhere to be fair.
    """
    desk = claims.find(work, claim)
    return {
        "practice": say("practice"),
        "words": claims.claim_words(desk),
        "about": claims.about(desk),
        "answers": [asdict(answered) for answered in claims.answers(desk, work)],
        "evidence": claims.basis(desk),
        "foot": [say("made_by", code=work.code, day=plain_date(work.day)), say("lesson", title=work.lesson.info.title)],
    }
