"""The finished claims of a desk as plain data to take along."""

from __future__ import annotations

from exercises.formats.claim import Appearance, CheckedClaim, Logged
from exercises.formats.claim_card import card_file
from exercises.formats.claim_review import review_file
from exercises.formats.evidence_list import evidence_file
from exercises.formats.file import say
from exercises.kinds.checked import Checked, Offers, Part
from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.answered import basis, labels, said, so
from exercises.kinds.desk.casework import Casework, lay_out
from exercises.kinds.desk.feedback import source_name
from exercises.kinds.desk.page import links
from exercises.kinds.desk.reading import gainers
from exercises.kinds.writing import quoted
from exercises.lesson.specimen import specimen
from exercises.words import plain_date


def parts(work: Checked) -> list[Part]:
    """Offer each finished claim, by its number and words."""
    offered = []
    for desk in _finished(work):
        subject = say("claim_number", number=desk.number, words=quoted([desk.claim.words]))
        # A review rates whether a claim is so; of an opinion or a forecast nobody can say that.
        review = ("claim-review",) if desk.claim.judged else ()
        offered.append(Part(desk.claim.id, subject, ("card", "evidence", *review)))
    return offered


def checked_claim(work: Checked, name: str) -> CheckedClaim:
    """Gather what a student answered to one claim.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind desk.
    name : str
        Id of a finished claim.

    Returns
    -------
    CheckedClaim
        The claim with both answers and the log, in words.
    """
    desk = next(one for one in _finished(work) if one.placed.claim == name)
    claim, info = desk.claim, work.lesson.info
    article = info.article
    basis_of_day = article.date_basis or say("from_article", number=claim.sentence_number)
    return CheckedClaim(
        made=work.made,
        exercise=work.item.id,
        id=claim.id,
        words=claim.words,
        quoted=f"“{claim.words}”" if claim.quote else claim.words,
        about=_about(desk),
        said=said(desk, work),
        so=tuple(so(desk, work, day) for day in desk.days),
        sure=labels()["sure"][str(desk.work.confidence)],
        reason=desk.work.reason,
        basis=basis(desk),
        log=tuple(_logged(entry, desk) for entry in desk.work.log),
        log_given=desk.placed.given,
        searched=desk.work.searched_nothing,
        author=claim.said.by if claim.said.answer == desk.work.said == "yes" else "",
        stated_on=claim.stated_on or (article.dated if claim.quote else None),
        appearance=Appearance(specimen(info), article.sha256, article.dated, basis_of_day) if claim.quote else None,
    )


def _finished(work: Checked) -> list[Casework]:
    """List the claims that the student finished, in the order of the desk."""
    return [desk for desk in lay_out(work.item, work.answer, work.lesson) if desk.begun and not desk.missing]


def _about(desk: Casework) -> str:
    """Say where the claim's words come from; of the article also what is known of its errors."""
    claim, invented = desk.claim, say("invented") if desk.lesson.info.invented else ""
    if claim.quote:
        about = [say("from_article", number=claim.sentence_number), specimen(desk.lesson.info), invented]
    else:
        stated = say("stated_on", day=plain_date(claim.stated_on)) if claim.stated_on else ""
        about = [say("from_elsewhere"), stated, invented]
    return " ".join(filter(None, about))


def _logged(entry: LogEntry, desk: Casework) -> Logged:
    source, names = desk.lesson.sources[entry.source], labels()
    same = entry.same_as if entry.same_as in desk.logged else None
    return Logged(
        name=source_name(entry.source, desk),
        title=source.title or source.publisher,
        publisher=source.publisher,
        language=source.language,
        label=source.label or "",
        day=source.day,
        known_on=source.day,
        inferred=not source.date,
        link=links(source, desk.lesson.info.links)["link"],
        shows=names["shows"][entry.shows],
        near=names["near"][entry.near],
        interest=gainers(desk.lesson).get(entry.interest or "", ""),
        origin=names["same_as"].format(source=source_name(same, desk)) if same else names["alone"],
    )


OFFERS = Offers(
    parts,
    {
        "card": lambda work, of: card_file(checked_claim(work, of)),
        "evidence": lambda work, of: evidence_file(checked_claim(work, of)),
        "claim-review": lambda work, of: review_file(checked_claim(work, of)),
    },
)
