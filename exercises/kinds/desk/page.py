"""What the page of a desk may see before the commit, and what it is shown after *Show me*."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from exercises.kinds.desk.item import ClaimWork, DeskClaim, DeskItem, days_asked, our_log
from exercises.lesson import Lesson
from exercises.pack import Source


def page(item: DeskItem, lesson: Lesson) -> dict[str, Any]:
    """Give all that the page may know before the commit; of the key only the logs of worked claims.

    Parameters
    ----------
    item : DeskItem
        The exercise.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    dict
        ``choose_from``, ``claims`` and the ``sources`` by id.
    """
    names = dict.fromkeys(name for placed in item.claims for name in placed.sources)
    return {
        "choose_from": item.choose_from,
        "claims": [_claim_card(item, placed, lesson) for placed in item.claims],
        "sources": {name: _source_card(lesson.sources[name], lesson.info.links) for name in names},
    }


def _claim_card(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> dict[str, Any]:
    claim = lesson.claims[placed.claim]
    number = claim.sentence_number
    return {
        "id": claim.id,
        "words": claim.words,
        "quoted": claim.quote is not None,
        "stated_on": claim.stated_on,
        "sentence": {"number": number, "text": lesson.article.sentence(number).text} if number else None,
        "days": list(days_asked(item, claim)),
        "sources": list(placed.sources),
        "given": [entry.model_dump() for entry in our_log(placed, lesson)] if placed.given else None,
    }


def _source_card(source: Source, links: str) -> dict[str, Any]:
    shown = ("publisher", "title", "language", "says", "position", "interest", "read")
    return {name: getattr(source, name) for name in shown} | {
        "day": source.day,
        "inferred": source.day is not None and source.date is None,
        "quote": source.quote.model_dump() if source.quote else None,
        "link": source.url if _may_link(source, links) else None,
    }


def _may_link(source: Source, links: str) -> bool:
    """Whether a teacher's setting allows the link; sibling sites and those of unclear standing never are one."""
    allowed = {"ok": ("ok",), "all": ("ok", "state-media")}.get(links, ())
    return source.link in allowed and urlsplit(source.url).scheme in ("http", "https")


def reveal(item: DeskItem, lesson: Lesson) -> dict[str, Any]:
    """Give our own work in the shape of the student's; an opinion has no verdict, so its ``so`` is empty.

    Parameters
    ----------
    item : DeskItem
        The exercise.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    dict
        A `DeskAnswer` as plain data.
    """
    return {"claims": {placed.claim: _our_work(item, placed, lesson) for placed in item.claims}}


def _our_work(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> dict[str, Any]:
    claim = lesson.claims[placed.claim]
    dated = {day: claim.verdict_on(day) for day in days_asked(item, claim)}
    return ClaimWork(
        log=our_log(placed, lesson),
        said=claim.said.answer,
        so={day: verdict.verdict for day, verdict in dated.items() if verdict},
    ).model_dump(mode="json")
