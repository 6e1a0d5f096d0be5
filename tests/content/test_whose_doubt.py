"""The cards of “Whose doubt?” agree with the key, and the exercises before them do not answer them."""

from pathlib import Path

import pytest

from exercises.items import items_of, load_items
from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.score import score
from exercises.lesson import load_lesson
from exercises.words import words

LESSON = load_lesson(Path(__file__).parents[2] / "lessons" / "kupyansk")
ITEM = load_items(LESSON)["sure-whose"]
ENTRIES = {entry.id.lower(): (entry, text) for text, key in LESSON.key.items() for entry in key.certainty}


@pytest.mark.parametrize("card", ITEM.cards, ids=lambda card: card.id)
def test_a_card_stands_where_the_key_says_and_shows_its_cue(card):
    entry, text = ENTRIES[card.id]
    assert card.bin == entry.entry.whose
    assert set(card.also_accept) == {other.whose for other in entry.entry.also_accept if other.whose}
    begins = f"S{entry.sentence}:" if text == "article" else "Written for this course:"
    assert card.text.startswith(begins)
    assert all(piece.replace("[", "").replace("]", "") in card.text for piece in entry.entry.cue)


def test_every_answer_is_the_best_one_somewhere_and_cannot_tell_is_no_way_out():
    assert {card.bin for card in ITEM.cards} == {place.id for place in ITEM.bins}
    fine = [card for card in ITEM.cards if "cannot-tell" in (card.bin, *card.also_accept)]
    assert len(fine) <= len(ITEM.cards) / 4


def test_no_exercise_before_it_says_whose_doubt_a_card_shows():
    asked = {card.id for card in ITEM.cards}
    told = words("remarks")["certainty"]["hedge"].split("{")[0]
    before = items_of(LESSON, "05_how_sure")
    before = before[: [item.id for item in before].index(ITEM.id)]
    marking = [item for item in before if item.kind == "mark" and item.layer == "certainty"]
    assert any(target.lower() in asked for item in marking for target in item.targets)
    for item in marking:
        if asked & {target.lower() for target in item.targets}:
            reasons = [remark.reason for remark in score(item, MarkAnswer(), LESSON).remarks]
            assert [reason for reason in reasons if told in reason] == []
