"""Notebook 3 keeps its promises: a name does not tell how well a thing is supported, nor does a side, nor length."""

import json

import pytest
from every_lesson import items_of, named

from exercises.notebook.prose import ExercisePlace, OpenPlace, Passage, read_prose

LESSON = named("kupyansk")
NOTEBOOK = "03_how_close"
ITEMS = {item.id: item for item in items_of(LESSON).of(NOTEBOOK)}
CARDS = {card.id: card for card in ITEMS["close-two-by-two"].cards}
CELLS = read_prose(LESSON.folder / f"{NOTEBOOK}.md").cells
CLAIMS = {"reported": "C9", "announced": "C24", "redeploying": "C21", "taken": "C10", "control": "W29"}
BOTH_ARMIES = {"russian": ("gerasimov", "ganchev"), "ukrainian": ("control", "siversk")}


def test_a_name_does_not_tell_how_well_a_card_is_supported():
    bins = [card.bin for card in CARDS.values()]
    assert {bins.count(place.id) for place in ITEMS["close-two-by-two"].bins} == {len(bins) / 4}


def test_cards_of_the_news_and_cards_of_every_day_stand_in_named_and_unnamed_boxes():
    for everyday in (True, False):
        cards = [card for card in CARDS.values() if card.text.startswith("Written for this course:") == everyday]
        assert {card.bin.split("-")[0] for card in cards} == {"named", "unnamed"}
        assert {card.bin.split("-")[1] for card in cards} == {"well", "poorly"}


@pytest.mark.parametrize("card", CLAIMS)
def test_a_card_of_the_news_is_well_supported_where_its_claim_held_that_day(card):
    verdicts = {str(verdict.as_of): verdict.verdict for verdict in LESSON.claims[CLAIMS[card]].so}
    assert CARDS[card].bin.endswith("-well") == (verdicts["2025-11-21"] == "holds")


@pytest.mark.parametrize("army", BOTH_ARMIES)
def test_each_army_says_something_gladly_and_something_at_a_cost(army):
    best = {one.id: one.best for one in ITEMS["close-cost"].statements}
    gladly, at_a_cost = (best[name] for name in BOTH_ARMIES[army])
    assert gladly == 1
    assert at_a_cost >= 3


def test_who_always_chooses_the_longest_option_is_seldom_right():
    choosing = [item for item in ITEMS.values() if item.kind == "choose"]
    longest = [max(item.options, key=lambda option: len(option.text)) for item in choosing]
    assert sum(option.right for option in longest) <= len(choosing) / 3


def test_the_name_of_the_deputy_comes_after_the_bet_is_opened():
    opening = next(place for place, cell in enumerate(CELLS) if isinstance(cell, OpenPlace))
    before = [cell.text for cell in CELLS[:opening] if isinstance(cell, Passage)]
    before += [json.dumps(ITEMS[cell.id].model_dump()) for cell in CELLS[:opening] if isinstance(cell, ExercisePlace)]
    assert not [text for text in before if "Zhuravlev" in text or "deputy" in text]
    assert any("Zhuravlev" in cell.text for cell in CELLS[opening:] if isinstance(cell, Passage))
