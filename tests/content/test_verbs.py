"""What notebook 4 says of the verbs of the article is what the key says."""

from __future__ import annotations

from collections import Counter

import pytest
from every_lesson import items_of, named

LESSONS = {name: named(name) for name in ("kupyansk", "harbour")}
ITEMS = {name: items_of(lesson) for name, lesson in LESSONS.items()}
ENTRIES = {name: {one.id: one.entry for one in lesson.key["article"].attributions} for name, lesson in LESSONS.items()}
# The two sides of each lesson, by those who speak for them.
SIDES = {
    "kupyansk": {
        "Russian": {
            "the unnamed official",
            "Gerasimov",
            "Moscow / the Kremlin",
            "the adviser of the DPR’s head",
            "Russian officials",
        },
        "Ukrainian": {"the Ukrainian military", "Ukrainian officials"},
    },
    "harbour": {
        "ferry": {"the ferry line", "the captain without a name"},
        "town": {"the log of the harbour office", "Edda Ruhl", "the notice at the town hall", "the town"},
    },
}
# Not verbs of saying: nouns, and purposes that somebody is said to have.
OTHER_CUES = {"assessment", "confirmation", "admission", "narrative", "are aimed at", "desire"}
each_lesson = pytest.mark.parametrize("name", LESSONS)


def verbs_of(name, side):
    held = SIDES[name][side]
    return [one for one in ENTRIES[name].values() if one.holder in held and one.cue[0] not in OTHER_CUES]


def stances_of(name, side):
    # “Acknowledged” takes the loss as true and is reluctant; the notebook counts it as unwilling.
    return Counter("reluctant" if "reluctant" in (one.verb_stance, one.also_stance) else one.verb_stance
                   for one in verbs_of(name, side))  # fmt: skip


def prose(name):
    return (LESSONS[name].folder / "04_said_claimed_admitted.md").read_text("utf-8")


def test_ten_verbs_of_saying_stand_to_three_in_the_article_on_the_war():
    assert [len(verbs_of("kupyansk", side)) for side in SIDES["kupyansk"]] == [10, 3]
    assert "Ten verbs of saying with a Russian-side speaker" in prose("kupyansk")
    assert "Three with a Ukrainian-side speaker" in prose("kupyansk")


def test_three_cues_stand_to_five_in_the_article_on_the_harbour():
    assert [len(verbs_of("harbour", side)) for side in SIDES["harbour"]] == [3, 5]
    assert "Three on the side of the ferry line" in prose("harbour")
    assert "Five on the side of the town" in prose("harbour")
    assert "three the ferry line, five the town" in ITEMS["harbour"]["verb-hunt-press"].quote


@pytest.mark.parametrize(
    ("name", "side", "stances"),
    [
        ("kupyansk", "Russian", {"neutral": 2, "distancing": 3, "forceful": 5}),
        ("kupyansk", "Ukrainian", {"distancing": 2, "reluctant": 1}),
        ("harbour", "ferry", {"neutral": 2, "taken-as-true": 1}),
        ("harbour", "town", {"neutral": 5}),
    ],
)
def test_the_kinds_of_verbs_are_those_that_the_teacher_reads(name, side, stances):
    assert stances_of(name, side) == stances


def right_lines(name):
    return {option.id for option in ITEMS[name]["verb-hunt"].options if option.right}


def test_the_exceptions_to_hunt_are_the_russian_side_lines_of_the_two_verbs():
    lines = [one for one in verbs_of("kupyansk", "Russian") if {"claimed", "frame"} & set(one.cue[0].split())]
    assert right_lines("kupyansk") == {f"s{one.sentence}" for one in lines}


def test_the_exceptions_to_hunt_are_the_lines_in_which_somebody_else_than_the_ferry_line_says_it():
    lines = [one for one in ENTRIES["harbour"].values() if {"said", "says"} & set(one.cue)]
    others = [one for one in lines if one.holder not in SIDES["harbour"]["ferry"]]
    assert right_lines("harbour") == {f"s{one.sentence}" for one in others}


@each_lesson
def test_every_card_of_the_jobs_lies_where_the_key_puts_its_word(name):
    cards = [card for card in ITEMS[name]["verb-more-jobs"].cards if card.quote_of]
    assert cards
    for card in cards:
        entry = ENTRIES[name][card.quote_of]
        others = (entry.also_stance, *(other.verb_stance or other.also_stance for other in entry.also_accept))
        assert (card.bin, set(card.also_accept)) == (entry.verb_stance, set(filter(None, others)))


@each_lesson
def test_a_sentence_with_a_not_lies_where_the_button_shows_that_something_stands(name):
    cards = {card.id: card for card in ITEMS[name]["verb-not-sort"].cards}
    for negation in LESSONS[name].background.negations:
        card = cards[negation.sentence.lower()]
        assert card.bin == ("stands" if negation.stands else "gone")
        assert negation.negated in card.text


def test_no_verb_of_the_harbour_claims_or_admits_as_the_teacher_reads():
    text = LESSONS["harbour"].article.text.lower()
    assert not [word for word in ("claim", "admi") if word in text]
    assert "| claim, admit | nowhere in the article |" in prose("harbour")
