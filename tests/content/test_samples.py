"""The samples of the writing tasks show what their levels promise, and the check desk is fair to every side."""

import pytest
from every_lesson import items_of, named

from exercises.kinds.write.form import count_words
from exercises.kinds.write.item import WriteAnswer
from exercises.kinds.write.score import score

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
WRITTEN = [item for item in ITEMS.values() if item.kind == "write"]
DAY = "2025-11-21"


def met(item, text):
    remarks = score(item, WriteAnswer(text=text), LESSON).remarks
    return [remark.subject for remark in remarks if remark.outcome == "right"]


@pytest.mark.parametrize("item", WRITTEN, ids=lambda item: item.id)
def test_a_sample_of_the_highest_level_does_all_that_is_asked_within_the_length(item):
    highest = [sample.text for sample in item.samples if sample.level == 3]
    assert highest
    for text in highest:
        assert item.length.least <= count_words(text) <= item.length.most
        assert met(item, text) == [check.asks for check in item.checks]


@pytest.mark.parametrize("item", WRITTEN, ids=lambda item: item.id)
def test_a_sample_of_the_lowest_level_leaves_something_out(item):
    lowest = [sample for sample in item.samples if sample.level == 0]
    assert lowest
    # Short samples are padded, so that only what they say counts.
    for sample in lowest:
        padding = " word" * max(0, item.length.least - count_words(sample.text))
        assert len(met(item, sample.text + padding)) < len(item.checks)


def test_the_claims_of_the_check_desk_come_from_every_side_and_end_differently():
    claims = [LESSON.claims[placed.claim] for placed in ITEMS["check-desk"].claims]
    assert {claim.side for claim in claims} == {"russia", "ukraine", "article"}
    assert {[v.verdict for v in claim.so if v.as_of <= DAY][-1] for claim in claims} == {
        "holds", "does-not-hold", "disputed",
    }  # fmt: skip


def test_at_the_check_desk_one_source_of_each_claim_is_newer_than_the_day():
    days = [[LESSON.sources[name].day or "" for name in placed.sources] for placed in ITEMS["check-desk"].claims]
    assert {sum(day > DAY for day in of_claim) for of_claim in days} == {1}


def test_as_many_headlines_are_carried_by_their_text_as_are_louder():
    bins = [card.bin for card in ITEMS["frame-louder"].cards]
    assert bins.count("carried") == bins.count("louder") == 3
