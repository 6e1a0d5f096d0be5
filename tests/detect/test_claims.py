"""Sentences are ranked by how well they can be checked, and every rule that speaks for it or against it is named."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.detect.claims import LIST, RULES, score_claims, top_claims
from exercises.detect.prepared import prepare
from exercises.words import words

PAGE = yaml.safe_load(LIST.read_text("utf-8"))
TEXT = (
    "What a day! The ferry sank on 3 May 2024, and 12 passengers were injured. I feel sad about it. "
    "The harbour has lost 40 percent of its boats since 2019, more than any other port. Will it ever end? "
    "Let us hope for better days. The mayor opened a new pier last year."
)


def scored(text):
    (claim,) = score_claims(prepare(text))
    return claim


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The town spent 3 million euros on the bridge.", "quantity"),
        ("The fire killed 12 people in the old mill.", "quantity"),
        ("There are nine ferries in the harbour now.", "number"),
        ("The clerk sealed the door of the archive.", "event"),
        ("The new pier is longer than the old one.", "comparison"),
        ("It is the largest harbour on the coast.", "superlative"),
        ("The price of bread has doubled in the spring.", "change"),
        ("The ferry sank on Monday in the harbour.", "date"),
        ("The doors were open for all of the visitors.", "past"),
        ("The bakery has closed its doors for good.", "result"),
        ("The unemployment in the town is a worry here.", "measured"),
        ("The bridge never opened for the carts and coaches.", "record"),
        ("The council approved a plan for the new pier.", "act"),
        ("The pier of 1962 is still open to all.", "year"),
        ("All of the ferries belong to Anna Berg.", "named"),
        ("She keeps the log of the lighthouse in order.", "third-person"),
    ],
)
def test_what_can_be_looked_up_speaks_for_a_claim(text, rule):
    assert rule in scored(text).rules
    assert PAGE["weights"][rule] > 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Did the ferry sink on Monday in the harbour?", "question"),
        ("The council should open the pier for everybody.", "wish"),
        ("I think that the pier is far too long.", "feeling"),
        ("Look at the door of the archive with the others.", "command"),
        ("What a long day.", "fragment"),
        ("The ferry will come back to the harbour at noon.", "forecast"),
        ("The ferry stays in the harbour if it rains hard.", "condition"),
        ("The ferry is in the harbour.", "brief"),
        ("The log of the ferry is on my old desk.", "first-person"),
        ("The ferry is open for you and for the children.", "address"),
    ],
)
def test_what_cannot_be_looked_up_speaks_against_it(text, rule):
    claim = scored(text)
    assert rule in claim.rules
    assert PAGE["weights"][rule] < 0
    assert not claim.is_checkable


def test_a_claim_with_a_count_a_day_and_an_event_is_checkable_and_a_question_about_it_is_not():
    assert scored("The ferry sank on 3 May 2024, and 12 passengers were injured.").is_checkable
    assert not scored("Who was injured when the ferry sank?").is_checkable


def test_the_best_claims_come_first_and_what_states_nothing_is_left_out():
    best = [TEXT[claim.span.start : claim.span.end] for claim in top_claims(prepare(TEXT))]
    assert best[0].startswith("The ferry sank on 3 May")
    assert best[1].startswith("The harbour has")
    assert best[2].startswith("The mayor opened")
    assert len(best) == 3


def test_no_more_than_asked_for_and_the_earlier_one_of_two_equals():
    twice = prepare("The old mill lost 12 workers on Monday. " * 4)
    best = top_claims(twice, 2)
    assert [claim.span for claim in best] == [claim.span for claim in score_claims(twice)[:2]]


def test_the_rules_of_a_claim_stand_in_the_order_of_their_weight():
    weights = [abs(PAGE["weights"][rule]) for rule in scored("The town spent 3 million euros in 2019.").rules]
    assert weights == sorted(weights, reverse=True)


def test_every_rule_has_a_weight_and_words_for_the_student_and_every_list_a_reason():
    assert set(RULES) == set(PAGE["weights"]) == set(words("detect")["rules"]["claims"])
    assert all(one["why"].endswith(".") for one in PAGE["lists"])
    assert all(isinstance(weight, int) and weight for weight in PAGE["weights"].values())


@pytest.mark.parametrize("text", ["", " \n\t", "word", "!!!", "🚌", "\0"])
def test_nothing_is_refused_and_nothing_is_no_claim(text):
    assert top_claims(prepare(text)) == ()


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["The", "12", "people", "won", "“", "?", "%", "one", "I", "🚌", "\r\n", "."])).map(
            " ".join
        ),
    )
)
def test_scores_lie_between_0_and_1_one_for_each_sentence(text):
    prepared = prepare(text)
    claims = score_claims(prepared)
    assert [claim.span for claim in claims] == [sentence.span for sentence in prepared.sentences]
    assert all(0 <= claim.score < 1 and set(claim.rules) <= set(RULES) for claim in claims)
    assert {claim.span for claim in top_claims(prepared)} <= {claim.span for claim in claims}
