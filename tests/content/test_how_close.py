"""Notebook 3 keeps its promises: a name does not tell how well a thing is supported, nor does a side, nor length."""

import json

import pytest
from every_lesson import items_of, named

from exercises.notebook.prose import ExercisePlace, OpenPlace, Passage, read_prose

NOTEBOOK = "03_how_close"
PRACTICE = "Written for this course:"
# The claims behind the cards of the news.
CLAIMS = {
    "kupyansk": {"reported": "C9", "announced": "C24", "redeploying": "C21", "taken": "C10", "control": "W29"},
    "harbour": {"passed": "C7", "days": "C19", "engine": "C10", "colour": "N1"},
}
LESSONS = {name: named(name) for name in CLAIMS}
ITEMS = {name: {item.id: item for item in items_of(lesson).of(NOTEBOOK)} for name, lesson in LESSONS.items()}
# What a side says gladly, and what at a cost.
SIDES = {
    "the Russian army": ("kupyansk", "gerasimov", "ganchev"),
    "the Ukrainian army": ("kupyansk", "control", "siversk"),
    "the ferry line": ("harbour", "fifth", "tegg"),
    "the town": ("harbour", "germs", "list"),
}
# Words that would tell what the sealed answer is about.
TOLD_LATER = {"kupyansk": ("Zhuravlev", "deputy"), "harbour": ("book of calls", "swimming club", "telephone")}
each_lesson = pytest.mark.parametrize("name", CLAIMS)


def cards_of(name):
    return {card.id: card for card in ITEMS[name]["close-two-by-two"].cards}


@each_lesson
def test_a_name_does_not_tell_how_well_a_card_is_supported(name):
    bins = [card.bin for card in cards_of(name).values()]
    assert {bins.count(place.id) for place in ITEMS[name]["close-two-by-two"].bins} == {len(bins) / 4}


@each_lesson
@pytest.mark.parametrize("everyday", [True, False])
def test_cards_of_the_news_and_cards_of_every_day_stand_in_named_and_unnamed_boxes(name, everyday):
    cards = [card for card in cards_of(name).values() if card.text.startswith(PRACTICE) == everyday]
    assert {card.bin.split("-")[0] for card in cards} == {"named", "unnamed"}
    assert {card.bin.split("-")[1] for card in cards} == {"well", "poorly"}


@pytest.mark.parametrize(("name", "card"), [(name, card) for name, cards in CLAIMS.items() for card in cards])
def test_a_card_of_the_news_is_well_supported_where_its_claim_held_that_day(name, card):
    lesson = LESSONS[name]
    verdict = lesson.claims[CLAIMS[name][card]].verdict_on(str(lesson.info.published)).verdict
    assert cards_of(name)[card].bin.endswith("-well") == (verdict == "holds")


@pytest.mark.parametrize("side", SIDES)
def test_each_side_says_something_gladly_and_something_at_a_cost(side):
    name, *words = SIDES[side]
    best = {one.id: one.best for one in ITEMS[name]["close-cost"].statements}
    gladly, at_a_cost = (best[word] for word in words)
    assert gladly == 1
    assert at_a_cost >= 3


@each_lesson
def test_who_always_chooses_the_longest_option_is_seldom_right(name):
    choosing = [item for item in ITEMS[name].values() if item.kind == "choose"]
    longest = [max(item.options, key=lambda option: len(option.text)) for item in choosing]
    assert sum(option.right for option in longest) <= len(choosing) / 3


@each_lesson
def test_what_became_known_of_the_speaker_comes_after_the_sealed_answer_is_opened(name):
    cells = read_prose(LESSONS[name].folder / f"{NOTEBOOK}.md").cells
    opening = next(place for place, cell in enumerate(cells) if isinstance(cell, OpenPlace))
    before = [cell.text for cell in cells[:opening] if isinstance(cell, Passage)]
    before += [
        json.dumps(ITEMS[name][cell.id].model_dump()) for cell in cells[:opening] if isinstance(cell, ExercisePlace)
    ]
    assert not [text for text in before if any(word in text for word in TOLD_LATER[name])]
    after = " ".join(cell.text for cell in cells[opening:] if isinstance(cell, Passage))
    assert TOLD_LATER[name][0] in after
