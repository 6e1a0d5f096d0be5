"""Peeling by owner: every word of an attribution has its owner, and what is left is the reporter's."""

from __future__ import annotations

import pytest
from every_lesson import each_lesson, named
from hypothesis import given
from hypothesis import strategies as st

from exercises.charts import draw_chart
from exercises.figures.peeling import peel_by_owner
from exercises.lesson.load import load_lesson

LESSON = named("kupyansk")
ARTICLE, *FAIR = peel_by_owner(LESSON)["texts"]


def sentence(text, number):
    return next(one["pieces"] for one in text["sentences"] if one["number"] == number)


def owned_by(text, number):
    """Give the owned pieces of a sentence as words and names."""
    names = [owner["name"] for owner in text["owners"]]
    return [
        (piece["text"], *(names[owner] for owner in piece["owners"]))
        for piece in sentence(text, number)
        if piece["owners"]
    ]


def left(text, lifted):
    gone = sum(p["words"] for one in text["sentences"] for p in one["pieces"] if set(p["owners"]) & set(lifted))
    return text["words"] - gone


@each_lesson
def test_every_attribution_of_the_article_and_of_the_fair_report_names_its_holder(lesson):
    texts = ["article", *(name for name in lesson.texts if name.startswith("p-fair"))]
    bare = [one.id for name in texts for one in lesson.key[name].attributions if not one.entry.holder]
    assert (len(texts) > 1, bare) == (True, [])


@pytest.mark.parametrize("text", [ARTICLE, *FAIR], ids=lambda text: text["name"])
def test_the_pieces_together_are_the_sentence(text):
    source = LESSON.article if text is ARTICLE else LESSON.texts["p-fair"]
    assert source.sentences
    for one in source.sentences:
        assert "".join(piece["text"] for piece in sentence(text, one.number)) == one.text


def test_with_nothing_lifted_all_words_are_left():
    assert left(ARTICLE, []) == ARTICLE["words"] == 571


@pytest.mark.parametrize("row", [0, 1])
def test_with_everybody_lifted_as_many_words_are_left_as_the_chart_counts(row):
    text = [ARTICLE, *FAIR][row]
    assert str(left(text, range(len(text["owners"])))) == draw_chart("peel", LESSON).rows[row][2]


@each_lesson
def test_the_fair_report_shrinks_too(lesson):
    shares = [left(text, range(len(text["owners"]))) / text["words"] for text in peel_by_owner(lesson)["texts"]]
    assert max(shares) < 1 / 2


def test_the_unnamed_official_is_one_speaker_in_four_sentences():
    named = {number: {name for _, *names in owned_by(ARTICLE, number) for name in names} for number in (2, 4, 5)}
    assert list(named.values()) == [{"the unnamed official"}] * 3
    assert ("assessment", "the unnamed official") in owned_by(ARTICLE, 3)


def test_a_content_in_two_parts_has_one_owner_and_the_words_between_it_too():
    assert owned_by(ARTICLE, 5) == [
        (LESSON.article.sentence(5).text.rstrip("."), "the unnamed official"),
    ]


def test_what_nobody_is_named_for_has_that_as_its_owner():
    owned = [names for number in (1, 11) for _, *names in owned_by(ARTICLE, number)]
    assert owned
    assert all(name.startswith("nobody named") for names in owned for name in names)


def test_a_word_in_two_attributions_has_both_owners():
    assert ("narrative", "Moscow / the Kremlin", "international observers") in owned_by(ARTICLE, 19)


@pytest.mark.parametrize("number", [7, 9, 10, 16])
def test_sentences_in_the_reporters_own_voice_have_no_owner_and_stay(number):
    assert owned_by(ARTICLE, number) == []


@given(st.sets(st.integers(0, len(ARTICLE["owners"]) - 1)), st.integers(0, len(ARTICLE["owners"]) - 1))
def test_lifting_one_owner_more_never_brings_words_back_and_takes_at_most_his_own(lifted, more):
    before, after = left(ARTICLE, lifted), left(ARTICLE, lifted | {more})
    assert 0 <= before - after <= ARTICLE["owners"][more]["words"]


def test_a_lesson_without_holders_peels_by_the_kind_of_source(small_lesson):
    (text,) = peel_by_owner(load_lesson(small_lesson))["texts"][:1]
    assert [owner["name"] for owner in text["owners"]] == ["Described, no name", "Nobody is named"]
