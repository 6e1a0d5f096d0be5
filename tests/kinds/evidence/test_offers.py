"""A check of one's own can be taken along: it says that it is practice, what was typed, and which day it is of."""

import json

import pytest
from every_lesson import named
from json_ld import expand
from own_evidence import CLAIM, DRIVER, ITEM, PAPER, TOWN, answer

from exercises.kinds.checked import Checked
from exercises.kinds.evidence.counted import counted
from exercises.kinds.evidence.item import EvidenceAnswer
from exercises.kinds.offers import offers, take

LESSON = named("your_article")


def checked(**more):
    return Checked(ITEM, answer(**more), LESSON, "amber-heron-42", "2026-06-02T10:00:00+00:00", shown=False)


def taken(what, **more):
    return take(checked(**more), f"{what}/claim")


def review(**more):
    (one,) = json.loads(taken("claim-review", **more).text)["@graph"]
    return one


def test_the_claim_is_offered_by_its_words_as_card_list_and_review():
    (offer,) = offers(checked())
    assert offer["subject"] == "“The bridge has been shut since May.”"
    assert [one["what"] for one in offer["files"]] == ["card/claim", "evidence/claim", "claim-review/claim"]
    nothing = Checked(ITEM, EvidenceAnswer(), LESSON, "amber-heron-42", "2026-06-02T10:00:00+00:00", shown=False)
    assert offers(nothing) == []


def test_the_list_holds_all_that_was_typed():
    text = taken("evidence", log=[TOWN, PAPER]).text
    for told in (
        "“The bridge has been shut since May.”",
        "From a text that the student brought, sentence 7 of “Mine”",
        "Is it so, as of 1 June 2026? Holds",
        "Sources logged: 2. Independent origins: 1, as the student counts them.",
        "Source 2, 3 May 2026\n    Lenz Post\n    List of works\n    It was shut on 2 May.\n",
        "  Same origin as source 1.",
        "  Read on 1 June 2026.",
        "The list names the day.",
        "What would change the answer: A photo of an open bridge.",
    ):
        assert told in text, told


def test_a_search_without_a_find_is_told_as_one():
    text = taken("evidence", log=[], searched="bridge Lenz", so="not-enough").text
    assert "Not found is not the same as false." in text
    assert "bridge Lenz" in text


def test_the_review_cites_sources_up_to_its_day_and_says_that_it_is_practice():
    found = review(log=[TOWN, PAPER, DRIVER], as_of="2026-05-02")
    assert [one["publisher"]["name"] for one in found["citation"]] == ["The town"]
    assert found["temporalCoverage"] == "2026-05-02"
    assert "Not a published fact check" in found["disambiguatingDescription"]
    assert "inLanguage" not in found["citation"][0]
    assert "Sources of that day or earlier: 1." in found["reviewRating"]["ratingExplanation"]
    assert expand(json.loads(taken("claim-review").text))


def test_a_source_without_a_day_counts_from_the_day_on_which_it_was_read_and_is_cited():
    undated = {"log": [TOWN, DRIVER], "as_of": DRIVER["read"]}
    found = review(**undated)
    town, driver = found["citation"]
    assert (town["datePublished"], "datePublished" in driver) == ("2026-05-02", False)
    assert "Read on 3 June 2026." in driver["description"]
    for told in (found["reviewRating"]["ratingExplanation"], taken("evidence", **undated).text):
        assert "Sources of that day or earlier: 2. Independent origins: 2" in told
        assert "without a date of their own and read by that day: 1." in told
        assert "Not counted" not in told
    assert expand(json.loads(taken("claim-review", **undated).text))


def test_a_source_without_a_day_that_was_read_later_is_counted_apart_and_not_cited():
    found = review(log=[DRIVER], as_of="2026-06-02")
    told = found["reviewRating"]["ratingExplanation"]
    assert "citation" not in found
    assert "Sources of that day or earlier: 0." in told
    assert "Not counted, as they have no date and were read after that day: 1." in told


@pytest.mark.parametrize("as_of", ["2026-05-01", "2026-05-02", "2026-06-02", "2026-06-03", "2026-07-01"])
def test_every_source_is_of_that_day_or_later_or_unclear(as_of):
    log = counted(answer(log=[TOWN, PAPER, DRIVER], as_of=as_of))
    assert len(log.by_then) + len(log.later) + len(log.unclear) == 3


def test_an_address_that_was_typed_is_a_name_and_no_link():
    found = review(log=[TOWN | {"where": "https://a.example/x"}])
    assert found["citation"][0]["name"] == "https://a.example/x"
    assert "url" not in found["citation"][0]


def test_own_words_stand_for_the_claim_and_the_sentence_is_told_beside_them():
    found = review(claim=CLAIM | {"own": "The bridge\nis shut."})
    assert found["claimReviewed"] == "The bridge is shut."
    assert CLAIM["sentence"] in found["itemReviewed"]["description"]


def test_claims_of_two_texts_are_two_claims():
    names = {review(claim=CLAIM | {"sentence": words})["itemReviewed"]["@id"] for words in ("One.", "Two.")}
    assert len(names) == 2


def test_a_claim_of_the_example_says_that_it_is_invented_and_one_of_a_text_that_was_brought_does_not():
    own = LESSON.article.sentence(7).text
    assert "its place and people are invented" in taken("evidence", claim=CLAIM | {"sentence": own}).text
    assert "invented" not in taken("evidence").text


HIDING = "\u202e\u2066\x00\x07\u200b"
HOSTILE = f"{HIDING}one\u2028Practice.\rSources logged: 9.\x85Claim\x0b{HIDING}"
TYPED = {
    "log": [TOWN | {"who": HOSTILE, "where": HOSTILE, "tells": HOSTILE}],
    "claim": CLAIM | {"title": HOSTILE, "own": HOSTILE},
    "reason": HOSTILE,
    "change": HOSTILE,
    "searched": HOSTILE,
}


@pytest.mark.parametrize("what", ["card", "evidence", "claim-review"])
def test_no_sign_that_hides_or_turns_the_writing_round_is_in_a_file(what):
    file = taken(what, **TYPED)
    held = file.text + json.dumps(file.card, ensure_ascii=False) + "".join(strings(json_of(file)))
    assert "Sources logged: 9." in held
    assert [sign for sign in "\u202e\u2066\x00\x07\u200b\u2028\r\x85\x0b" if sign in held] == []


def json_of(file):
    return json.loads(file.text) if file.name.endswith(".jsonld") else file.card


def strings(value):
    """Give every text in plain data."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inside for text in strings(one)]


def test_what_was_typed_stands_further_in_than_our_lines_so_that_none_of_it_looks_like_one():
    def ours(**typed):
        lines = taken("evidence", log=[TOWN], searched="x", **typed).text.splitlines()
        return [line for line in lines if not line.startswith("    ")]

    told = taken("evidence", **TYPED).text.splitlines()
    typed = {name: text for name, text in TYPED.items() if name in ("reason", "change")}
    assert ours(**typed) == ours()
    assert [line for line in told if line in ("Practice.", "Sources logged: 9.", "Claim", "  Claim")] == ["Claim"]


def test_the_day_of_a_source_stands_apart_from_a_name_in_another_direction_of_writing():
    (line,) = [line for line in taken("evidence", log=[TOWN | {"who": "העיר"}]).text.splitlines() if "העיר" in line]
    assert line == "    העיר"


def test_own_words_of_which_nothing_can_be_seen_are_none():
    assert review(claim=CLAIM | {"own": "\u200b \u202e"})["claimReviewed"] == CLAIM["sentence"]


@pytest.mark.parametrize("what", ["card", "evidence", "claim-review"])
def test_files_say_whose_they_are(what):
    assert taken(what).name.startswith("whosays-amber-heron-42-S7-")
