"""The evidence list of one claim as plain text, to keep, to print, or to stand in for the picture of the claim card."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.formats import claims
from exercises.formats.checked import Checked, File, file_name, say
from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.feedback import source_name
from exercises.kinds.desk.reading import gainers
from exercises.words import plain_date

MEDIA_TYPE = "text/plain;charset=utf-8"


def evidence_file(work: Checked, claim: str) -> File:
    """Give the file with the evidence of one claim."""
    return File(file_name(work, f"{claim}-evidence", "txt"), MEDIA_TYPE, evidence_list(work, claim))


def evidence_list(work: Checked, claim: str) -> str:
    """Write down a claim, both answers with their dates, and each source: what it shows, how near, which origin.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind desk.
    claim : str
        Id of a finished claim.

    Returns
    -------
    str
        Lines of text. The student's own words stand on lines of their own, so that nothing in them, such as another
        direction of writing, spills over.
    """
    return "\n".join(_lines(claims.find(work, claim), work)) + "\n"


def _lines(desk: Casework, work: Checked) -> Iterator[str]:
    yield from (say("evidence_title"), say("practice"), "")
    yield from (say("claim"), *_indented(claims.claim_words(desk)), *_indented(claims.about(desk)), "")
    for answered in claims.answers(desk, work):
        yield f"{answered.question} {answered.answer}"
        yield from (f"  {line}" for line in (*answered.notes, answered.ours) if line)
    yield f"{say('sure')} {claims.labels()['sure'][str(desk.work.confidence)]}"
    if desk.work.reason:
        yield from ("", say("reason"), *_indented(desk.work.reason))
    yield from ("", *_evidence(desk), "")
    yield from (say("made_by", code=work.code, day=plain_date(work.day)), say("lesson", title=work.lesson.info.title))


def _evidence(desk: Casework) -> Iterator[str]:
    yield claims.basis(desk)
    if desk.placed.given:
        yield say("log_given")
    for entry in desk.work.log:
        yield from _entry(entry, desk)
    if desk.work.searched_nothing:
        yield from (say("searched"), *_indented(desk.work.searched_nothing))


def _entry(entry: LogEntry, desk: Casework) -> Iterator[str]:
    names = claims.labels()
    yield source_name(entry.source, desk)
    if label := desk.lesson.sources[entry.source].label:
        yield f"  {label}"
    yield f"  {names['shows'][entry.shows]}."
    yield f"  {names['near'][entry.near]}."
    if gains := gainers(desk.lesson).get(entry.interest or ""):
        yield f"  {say('interest', interest=gains)}"
    if entry.same_as and entry.same_as in desk.logged:
        yield f"  {names['same_as'].format(source=source_name(entry.same_as, desk))}."
    else:
        yield f"  {names['alone']}."


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.split("\n")]
