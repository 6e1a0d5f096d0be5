"""A finished check leaves as schema.org ClaimReview that nobody can take for a published fact check."""

from __future__ import annotations

import json
import unicodedata

import fastjsonschema
import pytest
from desk_files import CODE, DAY, REASON, checked_desk
from desk_lesson import EARLY, LATE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from json_ld import expand, one, values

from exercises.formats.claim_review import claim_reviews, review_file
from exercises.kinds.checked import Checked
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.offers import checked_claim

ORG = "http://schema.org/"
DATE = {"pattern": r"^\d{4}-\d\d-\d\d$"}
TEXT = {"type": "string", "minLength": 1}
# What users of ClaimReview ask for, and what we promise on top: a label as practice, words instead of a number.
SCHEMA = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"items": {"$ref": "#/$defs/review"}}},
    "additionalProperties": False,
    "$defs": {
        "review": {
            "type": "object",
            "required": ["@type", "@id", "url", "name", "disambiguatingDescription", "creativeWorkStatus",
                         "datePublished", "temporalCoverage", "author", "claimReviewed", "itemReviewed",
                         "reviewRating"],
            "properties": {
                "@type": {"const": "ClaimReview"},
                "url": {"pattern": "^urn:uuid:"},
                "name": {"pattern": "^Practice"},
                "disambiguatingDescription": {"pattern": "Not a published fact check"},
                "creativeWorkStatus": {"pattern": "^Practice"},
                "datePublished": DATE,
                "temporalCoverage": DATE,
                "author": {"type": "object", "required": ["@type", "name"]},
                "claimReviewed": TEXT,
                "itemReviewed": {
                    "required": ["@type", "text", "description"],
                    "properties": {"@type": {"const": "Claim"}, "text": TEXT, "datePublished": DATE},
                },
                "reviewRating": {
                    "type": "object",
                    "required": ["@type", "alternateName", "ratingExplanation"],
                    "properties": {
                        "@type": {"const": "Rating"},
                        "alternateName": {"pattern": r"Was it said\? .*Is it so, as of .*\? "},
                        "ratingExplanation": TEXT,
                    },
                    "additionalProperties": False,
                },
                "reviewBody": TEXT,
                "citation": {"type": "array", "minItems": 1, "items": {"required": ["@type", "name", "publisher"]}},
                "associatedReview": {"type": "array", "items": {"required": ["@id"]}},
            },
        }
    },
}  # fmt: skip


@pytest.fixture
def work(tmp_path):
    return checked_desk(tmp_path / "bridge")


def reviews(work):
    return claim_reviews(checked_claim(work, "C1"))["@graph"]


def test_every_day_that_was_answered_for_has_a_review_of_its_own_that_names_the_other(work):
    early, late = reviews(work)
    assert (early["temporalCoverage"], late["temporalCoverage"]) == (EARLY, LATE)
    assert early["associatedReview"] == [{"@id": late["@id"]}]
    assert late["associatedReview"] == [{"@id": early["@id"]}]


def test_the_rating_holds_both_answers_each_with_its_date_and_no_number(work):
    early, late = [review["reviewRating"] for review in reviews(work)]
    said = "Was it said? It has no speaker (answered on 24 November 2026)."
    assert early["alternateName"] == f"{said} Is it so, as of 2 May 2025? Disputed, no independent check."
    assert late["alternateName"] == f"{said} Is it so, as of 10 June 2025? Holds."
    assert "no number" in early["ratingExplanation"]
    assert not {"ratingValue", "bestRating", "worstRating"} & set(early)


def test_the_file_has_the_shape_that_users_of_claimreview_ask_for(work):
    reviews = claim_reviews(checked_claim(work, "C1"))
    assert fastjsonschema.compile(SCHEMA)(reviews) == reviews


def test_a_json_ld_processor_understands_every_term_of_it(work):
    early, _ = expand(claim_reviews(checked_claim(work, "C1")))
    assert early["@type"] == [f"{ORG}ClaimReview"]
    assert one(early, f"{ORG}claimReviewed") == "the bridge has stood since 1902"
    assert one(early, f"{ORG}url")["@id"] == early["@id"]
    assert one(early, f"{ORG}datePublished") == DAY
    assert one(one(early, f"{ORG}author"), f"{ORG}name") == CODE
    assert one(one(early, f"{ORG}itemReviewed"), f"{ORG}datePublished") == "2025-05-02"
    assert one(early, f"{ORG}reviewBody") == REASON
    assert "Disputed" in one(one(early, f"{ORG}reviewRating"), f"{ORG}alternateName")


def test_a_term_that_schema_org_does_not_have_is_noticed(work):
    spoilt = claim_reviews(checked_claim(work, "C1"))
    spoilt["@graph"][0]["claimReviwed"] = "the bridge has stood since 1902"
    with pytest.raises(AssertionError, match="claimReviwed"):
        expand(spoilt)


def test_words_of_the_article_are_marked_as_a_specimen_and_its_site_is_not_linked(work):
    item = reviews(work)[0]["itemReviewed"]
    assert "Teaching specimen: contains errors" in item["description"]
    assert item["appearance"]["identifier"] == f"nih:sha-256;{work.lesson.info.article.sha256}"
    assert work.lesson.info.article.address not in json.dumps(claim_reviews(checked_claim(work, "C1")))


def test_sources_are_cited_only_in_reviews_of_their_day_or_later_with_what_the_student_saw_in_them(work):
    early, late = reviews(work)
    publishers = [[cited["publisher"]["name"] for cited in review["citation"]] for review in (early, late)]
    assert publishers == [["Town of Dovhe", "Radio Dovhe", "A guide of 1990"],
                          ["Town of Dovhe", "Radio Dovhe", "A guide of 1990", "Archive of Dovhe"]]  # fmt: skip
    assert early["citation"][0]["description"] == "It contradicts the claim. It is one of those involved (a party)."
    assert late["citation"][3]["description"].endswith("The course inferred the day.")


@pytest.mark.parametrize(
    ("links", "linked"),
    [("none", []), ("ok", ["https://town.example/bridge", "https://archive.example/note"]),
     ("all", ["https://town.example/bridge", "https://radio.example/bridge", "https://archive.example/note"])],
)  # fmt: skip
def test_links_follow_the_teachers_setting(tmp_path, links, linked):
    late = reviews(checked_desk(tmp_path / "bridge", links=links))[1]
    assert [cited["url"] for cited in late["citation"] if "url" in cited] == linked


def test_copies_of_one_origin_count_once_and_only_sources_of_the_day_count(work):
    early, late = [review["reviewRating"]["ratingExplanation"] for review in reviews(work)]
    assert "Sources of that day or earlier: 3. Independent origins: 2, as the student counts them." in early
    assert "Sources of that day or earlier: 4. Independent origins: 3, as the student counts them." in late


def test_the_one_who_said_it_is_named_only_if_it_was_said(tmp_path):
    assert "author" not in reviews(checked_desk(tmp_path / "one"))[0]["itemReviewed"]
    assert "author" not in reviews(checked_desk(tmp_path / "other", said="yes"))[0]["itemReviewed"]
    base = checked_desk(tmp_path / "two", said="yes")
    claim = base.lesson.claims["C1"]
    base.lesson.claims["C1"] = claim.model_copy(
        update={"said": claim.said.model_copy(update={"answer": "yes", "by": "the mayor"})}
    )
    assert reviews(base)[0]["itemReviewed"]["author"] == {"name": "the mayor"}


def test_the_name_of_the_file_says_whose_it_is_and_which_claim_it_holds(work):
    file = review_file(checked_claim(work, "C1"))
    assert (file.name, file.type) == ("whosays-amber-heron-42-C1-claimreview.jsonld", "application/ld+json")
    assert json.loads(file.text) == claim_reviews(checked_claim(work, "C1"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return checked_desk(tmp_path_factory.mktemp("any") / "bridge")


SIGNS = st.sampled_from(
    ["</script>", '"', "\\", "\n", "\r", "\u0301", "\u202e", "\u2028", "\x00", "{day}", "שלום", "🙂", "👩‍🏫", "a", " "]
)
ANY = st.one_of(
    st.lists(SIGNS, max_size=30).map("".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)


def seen(text):
    """Give the letters of a text: neither blanks nor what has no shape."""
    return [
        sign
        for sign in text
        if unicodedata.category(sign)[0] not in "CZ" and sign not in "\u034f\u115f\u1160\u3164\uffa0"
    ]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reason=ANY)
def test_whatever_can_be_seen_of_what_a_student_writes_comes_back_from_the_file(desk, reason):
    claim = desk.answer.claims["C1"].model_copy(update={"reason": reason})
    other = Checked(desk.item, DeskAnswer(claims={"C1": claim}), desk.lesson, desk.code, desk.when, shown=False)
    early, _ = expand(json.loads(review_file(checked_claim(other, "C1")).text.encode()))
    (told,) = values(early, f"{ORG}reviewBody") or [""]
    assert seen(told) == seen(reason)
    assert not {sign for sign in told if unicodedata.category(sign) in ("Cc", "Zl", "Zp")} - {"\n"}
    assert "\u202e" not in told
