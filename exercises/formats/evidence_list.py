"""The evidence list of one claim as plain text, to keep, to print, or to stand in for the picture of the claim card."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.formats.claim import CheckedClaim, Logged
from exercises.formats.file import File, file_name, say
from exercises.texts.visible import all_visible

MEDIA_TYPE = "text/plain;charset=utf-8"


def evidence_file(claim: CheckedClaim) -> File:
    """Give the file with the evidence of one claim."""
    return File(file_name(claim.made, f"{claim.id}-evidence", "txt"), MEDIA_TYPE, evidence_list(claim))


def evidence_list(claim: CheckedClaim) -> str:
    """Write down a claim, both answers with their dates, and each source: what it shows, how near, which origin.

    Parameters
    ----------
    claim : CheckedClaim
        A finished claim.

    Returns
    -------
    str
        Lines of text. What a student typed stands on lines of its own, so that another direction of writing never
        reaches ours, and further in than any line of ours, so that none of it is taken for one.
    """
    return "\n".join(_lines(all_visible(claim))) + "\n"


def _lines(claim: CheckedClaim) -> Iterator[str]:
    yield from (say("evidence_title"), say("practice"), "")
    yield from (say("claim"), *_indented(claim.quoted), *_indented(claim.about), "")
    for answered in claim.answers:
        yield f"{answered.question} {answered.answer}"
        yield from (f"  {line}" for line in (*answered.notes, answered.ours) if line)
    yield f"{say('sure')} {claim.sure}"
    if claim.reason:
        yield from ("", say("reason"), *_typed(claim.reason))
    yield from ("", *_evidence(claim), "")
    yield from claim.made.foot


def _evidence(claim: CheckedClaim) -> Iterator[str]:
    yield claim.basis
    if claim.log_given:
        yield say("log_given")
    for source in claim.log:
        yield from _source(source)
    if claim.searched:
        yield from (say("searched"), *_typed(claim.searched))


def _source(source: Logged) -> Iterator[str]:
    yield source.name
    if source.found:
        yield from (line for text in (source.publisher, *source.found) for line in _typed(text))
    interest = say("interest", interest=source.interest) if source.interest else ""
    lines = (source.label, *source.told, f"{source.shows}.", f"{source.near}.", interest, f"{source.origin}.")
    yield from (f"  {line}" for line in lines if line)


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.split("\n")]


def _typed(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
