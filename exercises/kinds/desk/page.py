"""What the page of a desk may see before the commit, and what it is shown after *Show me*."""

from __future__ import annotations

from datetime import date, timedelta
from string import ascii_uppercase
from typing import Any
from urllib.parse import quote, urlsplit

from exercises.kinds.desk.answer import MOST_LOGGED, ClaimWork
from exercises.kinds.desk.item import DeskClaim, DeskItem, days_asked
from exercises.kinds.desk.reading import for_students, gainers, our_log, sources_of
from exercises.lesson.load import Lesson
from exercises.lesson.models.sources import Source, SourceQuotation

ARCHIVE = "https://web.archive.org/web/*/"
FORMS = {
    "wire": "agency",
    "independent-media": "news",
    "official": "official",
    "think-tank": "research",
    "osint": "research",
    "encyclopaedic": "encyclopaedia",
}


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
        ``choose_from``, ``claims``, the ``sources`` by id, the days from which to which one may look (``span``),
        whether there is ``search``, the ``spellings`` of names for it, the teacher's setting of ``links``, how many
        sources a log may hold at ``most``, who may gain (``gains``), and whether all is ``invented``.
    """
    return {
        "choose_from": item.choose_from,
        "claims": [_claim_card(item, placed, lesson) for placed in item.claims],
        "sources": {name: _source_card(name, item, lesson) for name in _on_page(item, lesson)},
        "span": _span(item, lesson),
        "search": item.search,
        "spellings": [list(group) for group in lesson.background.spellings] if item.search else [],
        "links": lesson.info.links,
        "most": MOST_LOGGED,
        "gains": gainers(lesson),
        "invented": lesson.info.invented,
    }


def _on_page(item: DeskItem, lesson: Lesson) -> list[str]:
    """List the sources of the page; with search all of the lesson, those that matter most first."""
    placed = (sources_of(lesson.claims[one.claim], one.sources, lesson) for one in item.claims)
    names = list(dict.fromkeys(name for sources in placed for name in sources))
    if item.search:
        names = list(dict.fromkeys((*names, *for_students(lesson))))
        names.sort(key=lambda name: not lesson.sources[name].core)
    return names


def _span(item: DeskItem, lesson: Lesson) -> list[str]:
    """Give the first and the last day on which one may look: from the eve of the article to the last verdict."""
    asked = [day for placed in item.claims for day in days_asked(item, lesson.claims[placed.claim])]
    eve = (date.fromisoformat(lesson.info.published) - timedelta(days=1)).isoformat()
    last = max((verdict.as_of for claim in lesson.claims.values() for verdict in claim.so), default=eve)
    return [min(eve, *asked), max(last, *asked)]


def tag(name: str, item: DeskItem, sources: tuple[str, ...], lesson: Lesson) -> str:
    """Give the letter of a source among those of its claim; with search its number in the lesson, the same everywhere.

    Two sources may share publisher and day, so a name alone does not tell them apart.
    """
    return str(list(lesson.sources).index(name) + 1) if item.search else ascii_uppercase[sources.index(name)]


def _claim_card(item: DeskItem, placed: DeskClaim, lesson: Lesson) -> dict[str, Any]:
    claim = lesson.claims[placed.claim]
    number = claim.sentence_number
    sources = sources_of(claim, placed.sources, lesson)
    return {
        "id": claim.id,
        "words": claim.words,
        "quoted": claim.quote is not None,
        "stated_on": claim.stated_on,
        "sentence": {"number": number, "text": lesson.article.sentence(number).text} if number else None,
        "days": list(days_asked(item, claim)),
        "sources": list(sources),
        "given": [entry.model_dump() for entry in our_log(sources, claim, lesson)] if placed.given else None,
        "grave": claim.grave,
    }


def _source_card(name: str, item: DeskItem, lesson: Lesson) -> dict[str, Any]:
    source = lesson.sources[name]
    told = ("publisher", "title", "title_plain", "language", "says", "counts", "position", "interest", "read", "label")
    return {field: getattr(source, field) for field in (*told, "grave")} | {
        "day": source.day,
        "inferred": source.day is not None and source.date is None,
        "quote": _quotation(source.quote, lesson) if source.quote else None,
        "form": (FORMS | lesson.info.source_forms).get(source.type, "other"),
        "number": tag(name, item, (name,), lesson) if item.search else None,
        **links(source, lesson.info.links),
    }


def _quotation(quote: SourceQuotation, lesson: Lesson) -> dict[str, Any]:
    """Give a quotation; one in the language of the lesson needs no gloss."""
    return quote.model_dump() | ({"literal": ""} if quote.language == lesson.info.language else {})


def links(source: Source, links: str) -> dict[str, str | None]:
    """Give the links that the teacher's setting allows; sibling sites and those of unclear standing never have one."""
    allowed = {"ok": ("ok",), "all": ("ok", "state-media", "unchecked")}.get(links, ())
    if source.link not in allowed or source.url is None or urlsplit(source.url).scheme not in ("http", "https"):
        return {"link": None, "archive": None}
    return {"link": source.url, "archive": ARCHIVE + quote(source.url, safe=":/?&=%+,;@")}


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
        log=our_log(sources_of(claim, placed.sources, lesson), claim, lesson),
        said=claim.said.answer,
        so={day: verdict.verdict for day, verdict in dated.items() if verdict and claim.judged},
    ).model_dump(mode="json")
