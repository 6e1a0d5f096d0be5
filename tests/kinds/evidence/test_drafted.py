"""What a machine would check: drafts with their rules, made in a process of their own from what a page sends."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from exercises.charts.elsewhere import ask_elsewhere
from exercises.kinds.evidence.__main__ import drafted
from exercises.words import words

SENTENCES = ["I love it.", "The town closed 14 of its 40 bridges in May 2025.", "Why?"]
PART = {"title": "Mine", "first": 7, "sentences": SENTENCES, "language": "en"}


def told(part):
    return {"name": "", "data": base64.b64encode(json.dumps(part).encode()).decode()}


def test_a_sentence_that_can_be_checked_comes_with_its_number_and_its_rules_in_sentences():
    (claim,) = drafted(told(PART))["claims"]
    assert claim["number"] == 8
    known = words("detect")["rules"]["claims"].values()
    assert claim["rules"]
    assert set(claim["rules"]) <= set(known)


def test_a_process_of_its_own_says_the_same():
    found = ask_elsewhere("exercises.kinds.evidence", "en", "notebook", told=json.dumps(told(PART)))
    assert found == drafted(told(PART))


@pytest.mark.parametrize("language", ["uk", "de", "unknown"])
def test_a_text_that_is_not_english_is_told_what_drafting_is_for(language):
    assert drafted(told(PART | {"language": language})) == {"refused": words("evidence")["not_english"]}


@pytest.mark.parametrize("part", [None, {}, PART | {"sentences": ["x"] * 21}, PART | {"more": 1}, "x", 3])
def test_what_is_no_part_is_refused_in_words(part):
    assert drafted(told(part)) == {"refused": words("exchange")["shape"]}


def test_bytes_of_any_kind_are_refused_in_words():
    assert "refused" in drafted({"data": base64.b64encode(b"\xff\x00").decode()})


@settings(max_examples=60, deadline=None)
@given(some.lists(some.text(some.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=60), max_size=20))
def test_whatever_the_words_are_each_draft_is_one_sentence_of_the_part(lines):
    kept = [line for line in lines if line.strip() and len(line.splitlines()) == 1] or ["x"]
    found = drafted(told(PART | {"sentences": kept}))
    numbers = [one["number"] for one in found["claims"]]
    assert set(numbers) <= set(range(7, 7 + len(kept)))
    assert len(set(numbers)) == len(numbers)
