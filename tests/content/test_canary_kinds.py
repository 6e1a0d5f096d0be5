"""The canary for kinds and seals before any lesson uses them: every reason of the practice lesson says CANARY."""

from __future__ import annotations

import json

import pytest
from canary import given_away
from kinds_lesson import PLACES
from talk import Line

from exercises.visit import Visit

ANSWERS = {
    "bet": {"chosen": ["opens"]},
    "first-item": {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""},
    "support": {"ratings": {"ferry": 2, "bakery": 3}, "sure": {"ferry": 1, "bakery": 4}, "order": ["bakery", "ferry"]},
    "said-lab": {"ratings": {"ferry": 2, "bus": 3}},
    "claim-lab": {"ratings": {"ferry": 2, "bus": 3}},
    "second-item": {"text": "The mayor said so.", "rated": {}, "why": ""},
}


@pytest.fixture
def visit(kernel):
    return Visit(kernel.lesson, kernel.items, kernel.store, "one")


@pytest.mark.parametrize("name", PLACES)
def test_no_reason_is_in_the_page_before_the_commit(visit, name):
    line = Line(visit, visit.exercise(name))
    assert line("draft", ANSWERS[name], 3)["kind"] == "saved"
    assert "CANARY" not in line.holds()
    assert given_away(visit.items[name], visit.lesson, line.page, line.state) == []
    assert "admit*" not in line.holds()


@pytest.mark.parametrize("name", PLACES)
def test_the_reasons_are_there_after_the_commit(visit, name):
    line = Line(visit, visit.exercise(name))
    if name == "bet":
        line("seal", ANSWERS[name], 3)
        reply = Line(visit, visit.open_seal(name))("open", ANSWERS[name], 3)
    else:
        reply = line("check", ANSWERS[name], 3)
    assert "CANARY" in json.dumps(reply)


def test_no_reason_of_a_sealed_answer_is_anywhere_before_it_is_opened(visit):
    above, below = Line(visit, visit.exercise("bet")), Line(visit, visit.open_seal("bet"))
    above("seal", ANSWERS["bet"], 3)
    bar = Line(visit, visit.bar())
    assert "CANARY" not in above.holds() + below.holds() + bar.holds()
    assert next(one for one in bar.page["exercises"] if one["id"] == "bet")["phase"] == "sealed"
