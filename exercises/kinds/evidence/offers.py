"""A student's own check as plain data to take along: claim card, evidence list and ClaimReview."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from exercises.formats.claim import Answered, CheckedClaim, Logged, OfDay
from exercises.formats.claim_card import card_file
from exercises.formats.claim_review import review_file
from exercises.formats.evidence_list import evidence_file
from exercises.formats.file import say
from exercises.kinds.checked import Checked, Offers, Part
from exercises.kinds.evidence.counted import Counted, counted
from exercises.kinds.evidence.item import Claim, EvidenceAnswer, Source
from exercises.kinds.evidence.tell import told_claim
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.texts.visible import on_one_line
from exercises.words import plain_date, words

CLAIM = "claim"
"""Its name in messages: there is one of them."""
FORMATS = ("card", "evidence", "claim-review")


def parts(work: Checked) -> list[Part]:
    """Offer the claim; nothing of an answer without one, as an opened work file may hold it."""
    claim = work.answer.claim
    return [Part(CLAIM, quoted([claim.words]), FORMATS)] if claim and work.answer.as_of else []


def checked_claim(work: Checked) -> CheckedClaim:
    """Gather what a student answered; only of a checked answer, in which nothing is missing."""
    answer: EvidenceAnswer = work.answer
    claim, log, names = _claim(answer), counted(answer), words("desk")
    answered = say("answered_on", day=work.made.day)
    rests = _resting_by(log)
    day = plain_date(answer.as_of)
    so = Answered(names["so_question"].format(day=day), names["so"][answer.so], (rests, answered), "")
    return CheckedClaim(
        made=work.made,
        exercise=work.item.id,
        id=_name(claim),
        words=claim.words,
        quoted=claim.words if on_one_line(claim.own) else f"“{claim.sentence}”",
        about=_about(claim, work.lesson),
        said=Answered(names["said_question"], names["said"][answer.said], (answered,), ""),
        so=(OfDay(answer.as_of, day, so, rests),),
        sure=names["sure"][str(answer.sure)],
        reason=_reason(answer),
        basis=_resting(log, log.sources, "resting") if log.sources else say("searched_only"),
        log=tuple(_logged(number, source, log) for number, source in enumerate(log.sources, start=1)),
        log_given=False,
        searched=answer.searched.strip(),
        author="",
        stated_on=None,
        appearance=None,
    )


def _claim(answer: EvidenceAnswer) -> Claim:
    if answer.claim is None:
        raise ValueError(words("evidence")["missing"]["claim"])
    return answer.claim


def _name(claim: Claim) -> str:
    """Name a claim by its sentence and its words: two texts of one student have a tenth sentence each."""
    digest = sha256(f"{claim.sentence}\n{claim.words}".encode()).hexdigest()
    return f"S{claim.number}-{digest[:8]}"


def _about(claim: Claim, lesson: Lesson) -> str:
    """Say where the words come from; those of the example are invented, and say so everywhere."""
    about = say("from_own_reworded" if on_one_line(claim.own) else "from_own", claim=told_claim(claim))
    is_example = lesson.info.invented and claim.sentence in {one.text for one in lesson.article.sentences}
    return f"{about} {say('example')}" if is_example else about


def _reason(answer: EvidenceAnswer) -> str:
    change = words("evidence")["told"]["change"]
    told = [answer.reason.strip(), change.format(words=answer.change.strip()) if answer.change.strip() else ""]
    return "\n".join(filter(None, told))


def _resting(log: Counted, sources: Sequence[Source], form: str) -> str:
    names = {source.id for source in sources}
    origins = [group for group in log.origins() if group & names]
    return say(form, sources=len(sources), origins=len(origins), counted=say("counted_by_student"))


def _resting_by(log: Counted) -> str:
    """Say on what the answer for its day rests, and how many sources without a day of their own are in that count."""
    read = sum(not source.day for source in log.by_then)
    told = [
        _resting(log, log.by_then, "resting_by"),
        say("resting_read", count=read) if read else "",
        say("resting_unclear", count=len(log.unclear)) if log.unclear else "",
    ]
    return " ".join(filter(None, told))


def _logged(number: int, source: Source, log: Counted) -> Logged:
    names, said = words("desk"), words("evidence")["told"]
    places = {one.id: place for place, one in enumerate(log.sources, start=1)}
    who, where = on_one_line(source.who), on_one_line(source.where)
    day = plain_date(source.day) if source.day else names["day_unknown"]
    copy = said["copy"].format(number=places[source.same_as]) if source.same_as in places else names["alone"]
    read = f"{said['read'].format(day=plain_date(source.read))}."
    return Logged(
        name=said["logged"].format(number=number, day=day),
        title=where or who,
        publisher=who,
        language="",
        label="",
        day=source.day or None,
        known_on=source.day or source.read,
        inferred=False,
        link=None,
        shows=names["shows"][source.shows],
        near=names["near"][source.near],
        interest="",
        origin=copy,
        found=tuple(filter(None, (where, on_one_line(source.tells)))),
        told=(read,),
    )


OFFERS = Offers(
    parts,
    {
        "card": lambda work, of: card_file(checked_claim(work)),  # noqa: ARG005 (there is one claim)
        "evidence": lambda work, of: evidence_file(checked_claim(work)),  # noqa: ARG005
        "claim-review": lambda work, of: review_file(checked_claim(work)),  # noqa: ARG005
    },
)
