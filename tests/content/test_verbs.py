"""What notebook 4 says of the verbs of the article is what the key says."""

from __future__ import annotations

from collections import Counter

from every_lesson import items_of, named

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
ENTRIES = {one.id: one.entry for one in LESSON.key["article"].attributions}
RUSSIAN = {
    "the unnamed official",
    "Gerasimov",
    "Moscow / the Kremlin",
    "the adviser of the DPR’s head",
    "Russian officials",
}
UKRAINIAN = {"the Ukrainian military", "Ukrainian officials"}
# Not verbs of saying: nouns, and purposes that somebody is said to have.
OTHER_CUES = {"assessment", "confirmation", "admission", "narrative", "are aimed at", "desire"}


def verbs_of(side):
    return [one for one in ENTRIES.values() if one.holder in side and one.cue[0] not in OTHER_CUES]


def stances_of(side):
    # “Acknowledged” takes the loss as true and is reluctant; the notebook counts it as unwilling.
    return Counter("reluctant" if "reluctant" in (one.verb_stance, one.also_stance) else one.verb_stance
                   for one in verbs_of(side))  # fmt: skip


def test_ten_verbs_of_saying_stand_to_three():
    assert (len(verbs_of(RUSSIAN)), len(verbs_of(UKRAINIAN))) == (10, 3)
    teacher = (LESSON.folder / "04_said_claimed_admitted.md").read_text("utf-8")
    assert "Ten verbs of saying with a Russian-side speaker" in teacher
    assert "Three with a Ukrainian-side speaker" in teacher


def test_the_kinds_of_verbs_are_those_that_the_teacher_reads():
    assert stances_of(RUSSIAN) == {"neutral": 2, "distancing": 3, "forceful": 5}
    assert stances_of(UKRAINIAN) == {"distancing": 2, "reluctant": 1}


def test_the_exceptions_to_hunt_are_the_russian_side_lines_of_the_two_verbs():
    right = {option.id for option in ITEMS["verb-hunt"].options if option.right}
    lines = [one for one in verbs_of(RUSSIAN) if {"claimed", "frame"} & set(one.cue[0].split())]
    assert right == {f"s{one.sentence}" for one in lines}


def test_every_card_of_the_jobs_lies_where_the_key_puts_its_word():
    cards = ITEMS["verb-more-jobs"].cards
    assert len(cards) > 8
    for card in cards:
        entry = ENTRIES[card.quote_of]
        others = (entry.also_stance, *(other.verb_stance or other.also_stance for other in entry.also_accept))
        assert (card.bin, set(card.also_accept)) == (entry.verb_stance, set(filter(None, others)))
