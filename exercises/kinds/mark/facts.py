"""Form and fact apart: what the dated answers say about the content of a well or badly attributed sentence."""

from __future__ import annotations

from exercises.kinds.mark.asked import Entry
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.models.claims import Claim
from exercises.lesson.models.key import Attribution
from exercises.words import plain_date, words


def fact(entry: Entry, label: str, lesson: Lesson, later: str = "") -> str:
    """Say whether the content was said and whether it is so, with dates.

    Parameters
    ----------
    entry : Located
        Entry of the key that the remark is about.
    label : str
        Label that the remark is about; only the content carries the fact (the cue, if there is no content).
    lesson : Lesson
        The lesson with its claims.
    later : str
        Name of the notebook that asks whether it is so; its title stands in the place of the verdict.

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
    title = next((one.title for one in lesson.info.notebooks if one.name == later), "")
    return "\n".join([_form(entry.entry), *(_dated(claim, entry.entry, title) for claim in claims)])


def _dated(claim: Claim, entry: Attribution, later: str) -> str:
    """Give the dated answers to one claim; each claim is named, for it is seldom just the words that were marked."""
    told = words("remarks")["fact"]
    named = told["claim"].format(words=quoted([claim.words]))
    saying = claim.about_saying or (entry.source and all(piece in claim.words for piece in entry.cue))
    if claim.judged and saying:
        # It holds where somebody said it. Beside that, a second verdict would be read as one on what was said.
        so = told["saying"]
    else:
        so = told["later"].format(title=later) if claim.judged and later else _so(claim)
    return f"{named} {_said(claim)} {so}".strip()


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
