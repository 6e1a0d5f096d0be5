"""A finished check as schema.org ClaimReview: one review a day that was answered for, plainly labelled as practice.

A reader of such data takes one rating from one review. A file with the newest verdict and the earlier ones inside it
would be read as the newest one alone; so every day has a review of its own, which names its day and the other reviews.
There is no ``ratingValue``: two questions with answers in words have no common scale, and a number would invent one.
"""

from __future__ import annotations

from typing import Any

from exercises.formats.claim import CheckedClaim, Logged, OfDay
from exercises.formats.file import File, file_name, readable, say, urn
from exercises.texts.visible import all_visible
from exercises.words import language

CONTEXT = "https://schema.org"
MEDIA_TYPE = "application/ld+json"


def review_file(claim: CheckedClaim) -> File:
    """Give the file with the reviews of one claim."""
    return File(file_name(claim.made, f"{claim.id}-claimreview", "jsonld"), MEDIA_TYPE, readable(claim_reviews(claim)))


def claim_reviews(claim: CheckedClaim) -> dict[str, Any]:
    """Give the student's check of one claim.

    Parameters
    ----------
    claim : CheckedClaim
        A finished claim that is judged; opinions and forecasts get no review.

    Returns
    -------
    dict
        JSON-LD with a ``ClaimReview`` for each day.
    """
    claim = all_visible(claim)
    return {"@context": CONTEXT, "@graph": [_review(claim, one) for one in claim.so]}


def _review(claim: CheckedClaim, of: OfDay) -> dict[str, Any]:
    name, made = _name(claim, of.day), claim.made
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": name,
        # It is published nowhere, so its identifier stands where others give the address of their page.
        "url": name,
        "name": say("review_name", code=made.code, day=of.told),
        "disambiguatingDescription": say("review_about"),
        "creativeWorkStatus": say("practice"),
        "educationalUse": say("review_use"),
        "isPartOf": {"@type": "LearningResource", "name": say("lesson", title=made.title)},
        "inLanguage": language(),
        "datePublished": made.date,
        "temporalCoverage": of.day,
        "author": {
            "@type": "Person",
            "@id": made.student,
            "name": made.code,
            "description": say("student", code=made.code),
        },
        "claimReviewed": claim.words,
        "itemReviewed": _claim(claim),
        "reviewRating": _rating(claim, of),
    }
    if claim.reason:
        review["reviewBody"] = claim.reason
    # Later sources could not be used for an answer of that day.
    if cited := [_source(source) for source in claim.log if source.known_on and source.known_on <= of.day]:
        review["citation"] = cited
    if others := [{"@id": _name(claim, other.day)} for other in claim.so if other is not of]:
        review["associatedReview"] = others
    return review


def _name(claim: CheckedClaim, day: str) -> str:
    return urn("review", claim.made.code, claim.made.lesson, claim.exercise, claim.id, day, claim.made.moment)


def _claim(claim: CheckedClaim) -> dict[str, Any]:
    item: dict[str, Any] = {
        "@type": "Claim",
        "@id": urn("claim", claim.made.lesson, claim.id),
        "text": claim.words,
        "description": claim.about,
    }
    if claim.author:
        # Whether this is a person or a body the lesson does not say, so no type is made up.
        item["author"] = {"name": claim.author}
    if claim.appearance:
        item["appearance"] = {
            "@type": "CreativeWork",
            "name": claim.appearance.name,
            "identifier": f"nih:sha-256;{claim.appearance.sha256}",
            "datePublished": claim.appearance.dated,
            "description": claim.appearance.basis,
        }
    if claim.stated_on:
        item["datePublished"] = claim.stated_on
    return item


def _rating(claim: CheckedClaim, of: OfDay) -> dict[str, str]:
    words = say(
        "rating",
        said_question=claim.said.question,
        said=claim.said.answer,
        answered=claim.made.day,
        so_question=of.answered.question,
        so=of.answered.answer,
    )
    explanation = " ".join([say("in_words"), of.resting, f"{say('sure')} {claim.sure}."])
    return {"@type": "Rating", "alternateName": words, "ratingExplanation": explanation}


def _source(source: Logged) -> dict[str, Any]:
    read = " ".join([*source.found, *source.told, f"{source.shows}. {source.near}."])
    read = f"{source.label} {read}" if source.label else read
    cited: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "description": f"{read} {say('inferred')}" if source.inferred else read,
    }
    known = {"datePublished": source.day, "inLanguage": source.language, "url": source.link}
    return cited | {name: one for name, one in known.items() if one}
