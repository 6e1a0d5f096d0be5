"""A finished check as schema.org ClaimReview: one review a day that was answered for, plainly labelled as practice.

A reader of such data takes one rating from one review. A file with the newest verdict and the earlier ones inside it
would be read as the newest one alone; so every day has a review of its own, which names its day and the other reviews.
There is no ``ratingValue``: two questions with answers in words have no common scale, and a number would invent one.
"""

from __future__ import annotations

from typing import Any

from exercises.formats import claims
from exercises.formats.checked import Checked, File, file_name, readable, say, student, urn
from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.page import page
from exercises.words import language, plain_date

CONTEXT = "https://schema.org"
MEDIA_TYPE = "application/ld+json"


def review_file(work: Checked, claim: str) -> File:
    """Give the file with the reviews of one claim."""
    return File(file_name(work, f"{claim}-claimreview", "jsonld"), MEDIA_TYPE, readable(claim_reviews(work, claim)))


def claim_reviews(work: Checked, claim: str) -> dict[str, Any]:
    """Give the student's check of one claim.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind desk.
    claim : str
        Id of a finished claim that is judged; opinions and forecasts get no review.

    Returns
    -------
    dict
        JSON-LD with a ``ClaimReview`` for each day.
    """
    desk = claims.find(work, claim)
    return {"@context": CONTEXT, "@graph": [_review(desk, work, day) for day in desk.days]}


def _review(desk: Casework, work: Checked, day: str) -> dict[str, Any]:
    name = _name(desk, work, day)
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": name,
        # It is published nowhere, so its identifier stands where others give the address of their page.
        "url": name,
        "name": say("review_name", code=work.code, day=plain_date(day)),
        "disambiguatingDescription": say("review_about"),
        "creativeWorkStatus": say("practice"),
        "educationalUse": say("review_use"),
        "isPartOf": {"@type": "LearningResource", "name": say("lesson", title=work.lesson.info.title)},
        "inLanguage": language(),
        "datePublished": work.day,
        "temporalCoverage": day,
        "author": {
            "@type": "Person",
            "@id": student(work),
            "name": work.code,
            "description": say("student", code=work.code),
        },
        "claimReviewed": desk.claim.words,
        "itemReviewed": _claim(desk, work),
        "reviewRating": _rating(desk, work, day),
    }
    if desk.work.reason:
        review["reviewBody"] = desk.work.reason
    if cited := _cited(desk, day):
        review["citation"] = cited
    if others := [{"@id": _name(desk, work, other)} for other in desk.days if other != day]:
        review["associatedReview"] = others
    return review


def _name(desk: Casework, work: Checked, day: str) -> str:
    return urn("review", work.code, work.lesson.id, work.item.id, desk.claim.id, day, work.moment)


def _claim(desk: Casework, work: Checked) -> dict[str, Any]:
    claim, article = desk.claim, work.lesson.info.article
    item: dict[str, Any] = {
        "@type": "Claim",
        "@id": urn("claim", work.lesson.id, claim.id),
        "text": claim.words,
        "description": claims.about(desk),
    }
    if claim.said.answer == desk.work.said == "yes":
        # Whether this is a person or a body the lesson does not say, so no type is made up.
        item["author"] = {"name": claim.said.by}
    if claim.quote:
        item["appearance"] = {
            "@type": "CreativeWork",
            "name": say("specimen"),
            "identifier": f"nih:sha-256;{article.sha256}",
            "datePublished": article.dated,
            "description": article.date_basis or say("from_article", number=claim.sentence_number),
        }
    if date := claim.stated_on or (article.dated if claim.quote else None):
        item["datePublished"] = date
    return item


def _rating(desk: Casework, work: Checked, day: str) -> dict[str, str]:
    said, *dated = claims.answers(desk, work)
    so = dated[desk.days.index(day)]
    sure = f"{say('sure')} {claims.labels()['sure'][str(desk.work.confidence)]}."
    return {
        "@type": "Rating",
        "alternateName": say(
            "rating",
            said_question=said.question,
            said=said.answer,
            answered=plain_date(work.day),
            so_question=so.question,
            so=so.answer,
        ),
        "ratingExplanation": " ".join([say("in_words"), claims.resting(desk, day), sure]),
    }


def _cited(desk: Casework, day: str) -> list[dict[str, Any]]:
    """Cite the logged sources that existed on the day; later ones could not be used for an answer of that day."""
    by_then = set(desk.logged_by(day))
    links = page(desk.item, desk.lesson)["sources"]
    return [_source(entry, desk, links[entry.source]["link"]) for entry in desk.work.log if entry.source in by_then]


def _source(entry: LogEntry, desk: Casework, link: str | None) -> dict[str, Any]:
    source, names = desk.lesson.sources[entry.source], claims.labels()
    read = f"{names['shows'][entry.shows]}. {names['near'][entry.near]}."
    read = f"{source.label} {read}" if source.label else read
    cited: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title or source.publisher,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "datePublished": source.day,
        "description": read if source.date else f"{read} {say('inferred')}",
    }
    return cited | {"url": link} if link else cited
