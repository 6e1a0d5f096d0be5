"""What the lesson promises of its claims and sources: one test for every side, and words that students can read."""

import re
from pathlib import Path

import pytest

from exercises.lesson import load_lesson

LESSON = load_lesson(Path(__file__).parent.parent.parent / "lessons" / "kupyansk")
JUDGED = [claim for claim in LESSON.claims.values() if claim.judged]
HOLDING = {claim.id for claim in JUDGED if claim.so[-1].verdict == "holds"}
LONGEST_SENTENCE = 25

SIGNS = {
    "stands in the article": lambda claim: claim.side == "article",
    "is long": lambda claim: len(claim.words.split()) > 9,
    "has a number": lambda claim: bool(re.search(r"\d", claim.words)),
    "denies something": lambda claim: bool(re.search(r"\b(no|not|never|denied|untrue|invented)\b", claim.words, re.I)),
    "is hedged": lambda claim: bool(
        re.search(r"\b(about|almost|practically|apparently|up to|could|may|reportedly|at least)\b", claim.words, re.I)
    ),
    "is about saying": lambda claim: bool(re.search(r"\b(said|reported|announced|claimed|acknowledged)", claim.words)),
    "is told by Ukraine": lambda claim: claim.side == "ukraine",
    "is told by Russia": lambda claim: claim.side == "russia",
}


def share_holding(claims):
    return sum(claim.id in HOLDING for claim in claims) / len(claims)


def reasons():
    for claim in LESSON.claims.values():
        yield claim.id, claim.said.reason
        yield from ((claim.id, verdict.reason) for verdict in claim.so)
        yield from ((claim.id, words) for words in (claim.note, claim.also_accept_why, claim.inference) if words)


def test_at_least_half_of_the_judged_claims_hold_in_the_end():
    assert share_holding(JUDGED) >= 1 / 2


@pytest.mark.parametrize("side", ["article", "ukraine", "russia", "neutral"])
def test_every_side_has_claims_that_hold_and_claims_that_do_not(side):
    last = {claim.so[-1].verdict for claim in JUDGED if claim.side == side}
    assert {"holds", "does-not-hold"} <= last


@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_on_the_surface_tells_whether_a_claim_holds(sign):
    there = [claim for claim in JUDGED if SIGNS[sign](claim)]
    others = [claim for claim in JUDGED if not SIGNS[sign](claim)]
    assert min(len(there), len(others)) >= 5, "too few to say anything"
    assert abs(share_holding(there) - share_holding(others)) < 1 / 3


def test_statements_are_in_one_spelling_so_that_it_does_not_tell_the_side():
    other = [place.russian_based for place in LESSON.background.places if place.russian_based != place.ukrainian_based]
    told = {claim.id: name for claim in LESSON.claims.values() for name in other if name in (claim.statement or "")}
    assert told == {}


def test_no_reason_sends_a_student_to_an_id():
    ids = re.compile(r"\b(" + "|".join(map(re.escape, [*LESSON.claims, *LESSON.sources])) + r")\b")
    assert [(claim, words) for claim, words in reasons() if ids.search(words)] == []


def test_no_word_on_a_source_sends_a_student_to_an_id():
    ids = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, [*LESSON.claims, *LESSON.sources])) + r")(?![\w-])")
    fields = ("says", "position", "interest", "note", "date_basis")
    told = [(source.id, words) for source in LESSON.sources.values() for words in (getattr(source, f) for f in fields)]
    assert [(name, words) for name, words in told if words and ids.search(words)] == []


def test_the_sentences_of_reasons_are_short():
    long = [
        sentence
        for _, words in reasons()
        for sentence in re.split(r"[.!?]+(?:\s|$)", words)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_every_piece_of_evidence_has_been_read_for_its_claim():
    read = {name: {*source.supports, *source.contradicts, *source.context} for name, source in LESSON.sources.items()}
    evidence = ((claim.id, name) for claim in JUDGED for verdict in claim.so for name in verdict.evidence)
    assert [(claim, name) for claim, name in evidence if claim not in read[name]] == []


def test_titles_in_other_languages_can_be_searched_in_english():
    foreign = [source for source in LESSON.sources.values() if source.title and source.language != "en"]
    assert foreign
    assert [source.id for source in foreign if not source.title_plain] == []


STATE_AGENCIES = {
    "russia": {"Sputnik", "TASS", "RIA Novosti", "Prime / RIA Novosti"},
    "ukraine": {"Ukrinform via MENAFN"},
}
PRINTS = re.compile(r"(relaying|relays|quoting|passing on|interviewing) (the |a local )?")
INVOLVED = re.compile(r"General Staff|commander|Joint Forces|spokesman|president|[Mm]inistry")


def test_only_those_involved_and_their_states_agencies_are_parties_on_every_side():
    parties = {source.publisher for source in LESSON.sources.values() if source.near == "party"}
    assert parties <= set().union(*STATE_AGENCIES.values())
    assert all(parties & names for names in STATE_AGENCIES.values())


def test_outlets_that_print_those_involved_are_near_by_one_rule_whatever_their_side():
    def prints_one_involved(position):
        return any(INVOLVED.match(position, found.end()) for found in PRINTS.finditer(position))

    printing = [source for source in LESSON.sources.values() if prints_one_involved(source.position)]
    odd = {source.id for source in printing if source.near not in ("party", "was-told")}
    assert odd <= {"interfax-rudskoy"}  # it retells the army's newspaper
    assert len(printing) > 30
