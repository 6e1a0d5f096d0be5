"""The word list flags its words wherever they stand, whatever they mean, and the places are those of the text."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.detect.hedges import LIST, flag_hedges, listed_words
from exercises.lesson.text import Span

GROUPS = yaml.safe_load(LIST.read_text("utf-8"))
LEFT_OUT = [word for group in GROUPS["left_out"] for word in group["words"]]
# What makes tokenizers stumble: quotation marks of every form, dashes, stops, emoji, marks on letters, line breaks.
AWKWARD = st.text(alphabet="may 'might.\"`’‘“”„…—/-()[],:;%$&?!*<>\n\r\t\u200b\u0301é🚌👩‍🚒")


def flagged(text):
    return [flag.word for flag in flag_hedges(text)]


def test_a_flag_says_where_its_word_stands():
    (flag,) = flag_hedges("It may rain.")
    assert (flag.span, flag.word) == (Span(3, 6), "may")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The bus may be late”, he said.", ["may"]),
        ("‘Perhaps’, the driver’s sister said. “Probably!”", ["Perhaps", "Probably"]),
        ('"Maybe," she said; "possibly."', ["Maybe", "possibly"]),
        ("He wouldn’t say. It might. Then it rained.", ["might"]),
        ("The bus—apparently—is late … likely/possible", ["apparently", "likely", "possible"]),
        ("🚌 👩‍🚒 It could be full.", ["could"]),
        ("It may.\nIt MIGHT.", ["may", "MIGHT"]),
    ],
)
def test_words_are_found_beside_every_kind_of_punctuation(text, words):
    assert flagged(text) == words


def test_it_errs_because_it_knows_words_and_not_their_work():
    assert flagged("In May the clown appears with all his might and talks about money.") == [
        "May",
        "appears",
        "might",
        "about",
    ]
    assert flagged("Nobody has checked yet, and who will pay remains to be seen, if the plan holds.") == []


def test_no_part_of_a_longer_word_is_flagged():
    assert flagged("The mayor, the likelihoods, a would-be, a could-be, Maybelle, dismay.") == []


@pytest.mark.parametrize("word", ["said", "will", "if", *LEFT_OUT])
def test_words_left_out_are_named_with_a_reason_and_not_flagged(word):
    assert word in LEFT_OUT
    assert flagged(f"She {word} so.") == []


def test_every_word_stands_on_the_list_once_in_small_letters_and_every_group_has_a_reason():
    every = [word for group in (*GROUPS["listed"], *GROUPS["left_out"]) for word in group["words"]]
    assert len(every) == len(set(every))
    assert all(word.isalpha() and word == word.lower() for word in every)
    assert all(group["why"].endswith(".") for group in (*GROUPS["listed"], *GROUPS["left_out"]))


@given(st.one_of(st.text(), AWKWARD))
def test_no_text_is_refused_and_every_flag_points_at_its_word(text):
    flags = flag_hedges(text)
    assert [text[flag.span.start : flag.span.end] for flag in flags] == [flag.word for flag in flags]
    assert all(flag.word.lower() in listed_words() for flag in flags)
    assert all(one.span.end <= other.span.start for one, other in pairwise(flags))


@given(st.lists(st.sampled_from(["may", "Perhaps", "bus", "said", "🚌", "“", "”", "’", "é", "\n"])))
def test_a_listed_word_between_blanks_is_always_found(words):
    assert flagged(" ".join(words)) == [word for word in words if word.lower() in listed_words()]


def test_a_process_of_its_own_gives_the_same_places():
    text = "🚌 It may rain, “perhaps” in May."
    done = subprocess.run(
        [sys.executable, "-m", "exercises.detect"], input=text.encode(), capture_output=True, check=True
    )
    assert json.loads(done.stdout) == [[flag.span.start, flag.span.end] for flag in flag_hedges(text)]
    assert len(json.loads(done.stdout)) == 3


def test_nltk_is_loaded_only_when_something_is_flagged():
    code = "import sys, exercises.detect.hedges; sys.exit('nltk' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
