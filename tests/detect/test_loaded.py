"""Loaded words are found whoever is meant, and labels of political camps of every side are left to the reader."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.detect.context import CONTEXTS
from exercises.detect.loaded import LIST, mark_loaded
from exercises.detect.prepared import prepare
from exercises.words import words

GROUPS = yaml.safe_load(LIST.read_text("utf-8"))
EVERY = [phrase for group in GROUPS["listed"] for phrase in group["words"]]
LISTS = yaml.safe_load(Path(__file__).with_name("labels.yaml").read_text("utf-8"))
LABELS, NAMES = LISTS["labels"], LISTS["names"]


def marked(text):
    return [text[word.span.start : word.span.end] for word in mark_loaded(prepare(text))]


def test_a_loaded_word_says_where_it_stands_and_by_which_rule():
    text = "The council slammed the disastrous plan."
    assert [(text[word.span.start : word.span.end], word.rule) for word in mark_loaded(prepare(text))] == [
        ("slammed", "attacking-verb"),
        ("disastrous", "catastrophe"),
    ]


def test_plain_words_for_the_same_are_not_marked():
    assert marked("The council criticised the plan, which had cost 3 million and failed twice.") == []


def test_words_of_the_fair_the_kitchen_and_the_street_are_not_marked():
    assert marked("A clown and a puppet at the circus ate nuts; rats ran through the garbage near the crude oil.") == []


def test_claimed_is_marked_where_somebody_speaks_and_not_where_somebody_takes():
    assert marked("The baker claimed that it was fresh.") == ["claimed"]
    assert marked("She claimed her prize.") == []


@pytest.mark.parametrize("label", LABELS)
def test_a_political_label_of_any_side_is_left_to_the_reader(label):
    for form in (label, f"{label}s", label.capitalize()):
        assert marked(f"The {form} plan and the {form} met the {form} voters.") == []


def test_the_same_words_are_marked_of_every_camp():
    sides = [
        f"The {side} leader blasted the shameful plan and whined." for side in ("left-wing", "right-wing", "centrist")
    ]
    assert [marked(text) for text in sides] == [["blasted", "shameful", "whined"]] * 3


@pytest.mark.parametrize("name", [*NAMES, *LABELS])
def test_no_word_of_the_list_names_a_nation_a_party_a_religion_a_group_or_a_camp(name):
    parts = {part for phrase in EVERY for part in re.split(r"[\s-]", phrase)} | set(EVERY)
    assert not parts & {name, f"{name}s"}


@pytest.mark.parametrize("word", [word for group in GROUPS["left_out"] for word in group["words"]])
def test_words_left_out_are_named_with_a_reason_and_not_marked(word):
    assert marked(f"They spoke of {word} again.") == []


def test_every_word_stands_once_and_every_group_has_a_reason_and_words_for_the_student():
    assert [word for word, times in Counter(EVERY).items() if times > 1] == []
    assert all(group["why"].endswith(".") for group in (*GROUPS["listed"], *GROUPS["left_out"]))
    assert {group["rule"] for group in GROUPS["listed"]} == set(words("detect")["rules"]["loaded"])
    assert {name for group in GROUPS["listed"] for name in (*group.get("only", ()), *group.get("unless", ()))} <= set(
        CONTEXTS
    )


@pytest.mark.parametrize("phrase", [phrase for phrase in EVERY if not phrase.startswith("claim")])
def test_every_word_of_the_list_can_be_found(phrase):
    assert phrase in " ".join(marked(f"It was {phrase} then."))


@given(
    st.lists(st.sampled_from([*EVERY[::9], "the", "“", "”", "’s", "n't", ",", "\r\n", "🚌", "\u200b", "\0"])).map(
        " ".join
    )
)
def test_marks_lie_inside_and_never_overlap(text):
    found = mark_loaded(prepare(text))
    assert all(0 <= word.span.start < word.span.end <= len(text) for word in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
