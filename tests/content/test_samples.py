"""The samples of the writing tasks show what their levels promise, and the check desk is fair to every side."""

import pytest
from every_lesson import LESSONS, items_of, named

from exercises.kinds.write.form import count_words, find_all

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
WRITTEN = [item for lesson in LESSONS for item in items_of(lesson).values() if item.kind == "write"]


def unfound(item, text):
    """List the questions to which no word is found; words that may be turned round are not hoped for."""
    return [check.id for check in item.checks if not check.around and not find_all(check.sought, text)]


@pytest.mark.parametrize("item", WRITTEN, ids=lambda item: f"{item.id} {item.length.most}")
def test_a_sample_of_the_highest_level_has_all_words_that_are_hoped_for_within_the_length(item):
    highest = [sample.text for sample in item.samples if sample.level == 3]
    assert highest
    for text in highest:
        assert item.length.least <= count_words(text) <= item.length.most
        assert unfound(item, text) == []


@pytest.mark.parametrize("item", WRITTEN, ids=lambda item: f"{item.id} {item.length.most}")
def test_a_sample_below_the_middle_has_them_too_for_that_is_the_answer_that_tempts(item):
    tempting = [sample for sample in item.samples if sample.level < 2 and unfound(item, sample.text) == []]
    assert tempting


# A lesson need not have the notebook with the check desk, nor the one with the headlines.
def with_the_exercise(name):
    there = [lesson for lesson in LESSONS if name in items_of(lesson)]
    return pytest.mark.parametrize("lesson", there, ids=lambda lesson: lesson.id)


def at_the_desk(lesson):
    """Give the claims of the check desk of a lesson, each with the sources laid out for it."""
    placed = items_of(lesson)["check-desk"].claims
    return [(lesson.claims[one.claim], [lesson.sources[name] for name in one.sources]) for one in placed]


@with_the_exercise("check-desk")
def test_the_claims_of_the_check_desk_come_from_every_side_and_end_differently(lesson):
    claims, day = [claim for claim, _ in at_the_desk(lesson)], lesson.info.published
    assert {claim.side for claim in claims} == {"article", *(side.id for side in lesson.info.sides)}
    assert {claim.verdict_on(day).verdict for claim in claims} == {"holds", "does-not-hold", "disputed"}


@with_the_exercise("check-desk")
def test_at_the_check_desk_one_source_of_each_claim_is_newer_than_the_day(lesson):
    days = [[source.day or "" for source in sources] for _, sources in at_the_desk(lesson)]
    assert {sum(day > lesson.info.published for day in of_claim) for of_claim in days} == {1}


@with_the_exercise("frame-louder")
def test_as_many_headlines_are_carried_by_their_text_as_are_louder(lesson):
    bins = [card.bin for card in items_of(lesson)["frame-louder"].cards]
    assert bins.count("carried") == bins.count("louder") == 3


def test_headlines_that_are_set_beside_their_text_are_whole():
    titles = {title for one in LESSON.sources.values() for title in (one.title, one.title_plain) if title}
    shown = [line for card in ITEMS["frame-louder"].cards for line in card.text.split("\n") if "HEADLINE" in line]
    assert len(shown) == len(ITEMS["frame-louder"].cards)
    assert [line for line in shown if line.split(": ", 1)[1] not in titles] == []
