"""The claim card: all that the page draws into a picture, fair by itself, and the same in words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from exercises.formats.claim import CheckedClaim
from exercises.formats.evidence_list import evidence_list
from exercises.formats.file import File, file_name, say
from exercises.texts.visible import all_visible


def card_file(claim: CheckedClaim) -> File:
    """Give what the page draws for one claim; its text is the evidence list, which holds every word of the card."""
    return File(file_name(claim.made, f"{claim.id}-card", "png"), "image/png", evidence_list(claim), claim_card(claim))


def claim_card(claim: CheckedClaim) -> dict[str, Any]:
    """Give the words of a claim card.

    Parameters
    ----------
    claim : CheckedClaim
        A finished claim.

    Returns
    -------
    dict
        Lines by their place on the card; nothing on it needs words from elsewhere to be fair.
    """
    claim = all_visible(claim)
    return {
        "practice": say("practice"),
        "words": claim.quoted,
        "about": claim.about,
        "answers": [asdict(answered) for answered in claim.answers],
        "evidence": claim.basis,
        "foot": list(claim.made.foot),
    }
