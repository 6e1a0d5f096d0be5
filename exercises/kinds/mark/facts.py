"""Form and fact apart: what the dated answers say about the content of a well or badly attributed sentence."""

from __future__ import annotations

from exercises.kinds.mark.asked import Entry
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.models.claims import Claim
from exercises.lesson.models.key import Attribution
from exercises.words import plain_date, words


def fact(entry: Entry, label: str, lesson: Lesson) -> str:
    """Say whether the content was said and whether it is so, with dates.

    Parameters
    ----------
    entry : Located
        Entry of the key that the remark is about.
    label : str
        Label that the remark is about; only the content carries the fact (the cue, if there is no content).
    lesson : Lesson
        The lesson with its claims.

    Returns
    -------
    str
        Empty where no claim belongs to the entry.
    """
    carrier = "content" if entry.parts.get("content") else "cue"
    if not isinstance(entry.entry, Attribution) or label != carrier:
        return ""
    claims = [lesson.claims[name] for name in entry.entry.claims if name in lesson.claims]
    if not claims:
        return ""
    return "\n".join([_form(entry.entry), *(_dated(claim, entry.entry) for claim in claims)])


def _dated(claim: Claim, entry: Attribution) -> str:
    """Give both dated answers to one claim; each claim is named, for it is seldom just the words that were marked."""
    named = words("remarks")["fact"]["claim"].format(words=quoted([claim.words]))
    # That somebody said it holds must not be read as if what was said held.
    told = claim.about_saying or (entry.source and all(piece in claim.words for piece in entry.cue))
    about = words("remarks")["fact"]["saying"] if claim.judged and told else ""
    return " ".join(filter(None, (named, _said(claim), _so(claim), about)))


def _form(entry: Attribution) -> str:
    form = words("remarks")["form"]
    return str(form.get(entry.source_kind, form["named"]))


def _said(claim: Claim) -> str:
    said = words("remarks")
    answer = said["answer"][claim.said.answer]
    return str(said["fact"]["said"].format(answer=answer, day=plain_date(claim.said.as_of)))


def _so(claim: Claim) -> str:
    """Write the first and the last verdict, each with its day; opinions and forecasts get their note instead."""
    said, verdicts = words("remarks")["fact"], words("remarks")["verdict"]
    if not claim.judged or not claim.so:
        return str(said["not-judged"].format(note=claim.note or "")).strip()
    first, last = claim.so[0], claim.so[-1]
    form = "once" if first is last else "same" if first.verdict == last.verdict else "changed"
    sentence: str = said[form].format(
        verdict=verdicts[first.verdict],
        day=plain_date(first.as_of),
        last=verdicts[last.verdict],
        last_day=plain_date(last.as_of),
    )
    others = "; ".join(verdicts[other] for other in claim.accepted_on(last.as_of))
    return f"{sentence} {said['also'].format(verdicts=others)}" if others else sentence
