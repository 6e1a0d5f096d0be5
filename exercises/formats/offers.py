"""The one place that says which files each kind of exercise offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exercises.formats import claim_card, claim_review, claims, evidence_list, web_annotation
from exercises.formats.checked import Checked, File, say
from exercises.kinds.writing import quoted


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer that files are made of: a whole exercise, or one claim of it.

    Attributes
    ----------
    of : str
        Its name in messages; empty for the whole exercise.
    subject : str
        Its name for people; empty for the whole exercise.
    formats : tuple of str
        What can be made of it, in the order of the buttons.
    """

    of: str
    subject: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """What one kind of exercise offers.

    Attributes
    ----------
    parts : callable
        ``parts(work)``: what files can be made of.
    formats : dict
        Functions ``make(work, of)`` by the name of their format.
    """

    parts: Callable[[Checked], list[Part]]
    formats: dict[str, Callable[[Checked, str], File]]


def _marks(work: Checked) -> list[Part]:
    own = web_annotation.own_marks(work.item, work.answer)
    return [Part("", "", ("annotations",))] if own else []


def _claims(work: Checked) -> list[Part]:
    parts = []
    for desk in claims.finished(work):
        subject = say("claim_number", number=desk.number, words=quoted([desk.claim.words]))
        # A review rates whether a claim is so; of an opinion or a forecast nobody can say that.
        review = ("claim-review",) if desk.claim.judged else ()
        parts.append(Part(desk.claim.id, subject, ("card", "evidence", *review)))
    return parts


KITS: dict[str, Kit] = {
    "mark": Kit(_marks, {"annotations": lambda work, _: web_annotation.annotations_file(work)}),
    "desk": Kit(
        _claims,
        {
            "card": claim_card.card_file,
            "evidence": evidence_list.evidence_file,
            "claim-review": claim_review.review_file,
        },
    ),
}


def offers(work: Checked) -> list[dict[str, Any]]:
    """Say what can be taken along of a checked answer.

    Parameters
    ----------
    work : Checked
        The answer.

    Returns
    -------
    list of dict
        Parts of the answer with the files that each gives: ``subject`` in words, and ``files`` with ``format`` and
        ``what`` to ask for.
    """
    kit = KITS.get(work.item.kind)
    return [
        {"subject": part.subject, "files": [{"format": name, "what": _what(name, part.of)} for name in part.formats]}
        for part in (kit.parts(work) if kit else ())
    ]


def take(work: Checked, what: str) -> File:
    """Make one file.

    Parameters
    ----------
    work : Checked
        The answer.
    what : str
        One of the names that `offers` gives.

    Returns
    -------
    File
        The file.

    Raises
    ------
    KeyError
        If that is not offered.
    """
    if not any(what == file["what"] for offer in offers(work) for file in offer["files"]):
        raise KeyError(what)
    name, _, of = what.partition("/")
    return KITS[work.item.kind].formats[name](work, of)


def _what(name: str, of: str) -> str:
    return f"{name}/{of}" if of else name
