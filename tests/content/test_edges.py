"""Where two careful readers of harbour saw another edge of a mark, or another answer, the marking takes both."""

import pytest
from every_lesson import items_of, named

from exercises.kinds.desk.reading import shows
from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.score import score
from exercises.kinds.tiles.item import TilesAnswer
from exercises.kinds.tiles.score import score as score_tiles

HARBOUR = named("harbour")
SAMPLE, HOPE = "a second sample will be taken on Friday", "to have an answer by Sunday"
CLUB, DAYS = "There appears to be little oxygen in the water", "warm days are likely to make it worse"
COUNT, MORE = "the number of warm days without wind at 31 in 2025", "nine more than the year before"
NOTICE = "in its weekly notice"


def points(name, sentence, given):
    """Score marks of one sentence, as (group, label, words), and count the points that this sentence earns."""
    item, text = items_of(HARBOUR)[name], HARBOUR.texts["article"]
    marks = []
    for group, label, words in given:
        start = text.text.index(words, text.sentence(sentence).span.start)
        marks.append({"start": start, "end": start + len(words), "label": label, "group": group})
    return score(item, MarkAnswer.model_validate({"marks": marks}), HARBOUR).points


def said(group, source, cue, *content):
    return [(group, "source", source), (group, "cue", cue), *((group, "content", words) for words in content)]


@pytest.mark.parametrize(
    ("name", "sentence", "short", "long"),
    [
        ("who-faded-s16", 16, [(2, "cue", "said"), (2, "content", SAMPLE)],
         [(2, "cue", "said"), (2, "content", "since"), (2, "content", SAMPLE)]),
        ("who-faded-s16", 16, [(1, "cue", "hopes"), (1, "content", HOPE)],
         [(1, "cue", "hopes"), (1, "content", HOPE), (1, "content", "since"), (1, "content", SAMPLE)]),
        ("who-more-water", 12, said(1, "the anglers’ club", "told", CLUB),
         said(1, "the anglers’ club", "told", CLUB, DAYS)),
        ("who-more-papers", 6, said(1, "the lake laboratory", "wrote", "The water was last tested on 8 June"),
         [*said(1, "the lake laboratory", "wrote", "The water was last tested on 8 June"), (1, "source", NOTICE)]),
        ("who-more-laboratory", 19, said(1, "Her yearly report", "puts", f"{COUNT}, {MORE}"),
         said(1, "Her yearly report", "puts", COUNT)),
        ("sure-alone-cues", 5, [(1, "cue", "are believed"), (1, "scope", "to have died of fuel from the ferry")],
         [(1, "cue", "are believed"), (1, "scope", "of fuel from the ferry")]),
    ],
    ids=["since", "reason-of-the-hope", "warm-days", "notice", "nine-more", "of-fuel"],
)  # fmt: skip
def test_a_mark_with_a_part_that_may_belong_to_it_and_one_without_earn_the_same(name, sentence, short, long):
    earned = points(name, sentence, short)
    assert earned == int(earned) > 0
    assert points(name, sentence, long) == earned


def test_a_paper_that_does_not_say_whose_it_is_is_no_whole_source():
    whole = said(
        1, "the ferry line", "says", "not a litre of fuel has been lost", "it asked for the second sample itself"
    )
    assert points("who-more-water", 15, [(1, "source", "a statement"), *whole[1:]]) < points(
        "who-more-water", 15, whole
    )


@pytest.mark.parametrize(("name", "source"), [("C16", "lab-jun26"), ("T3", "lab-jun26"), ("F2", "inspectors-jul3")])
def test_who_got_a_letter_or_saw_the_engine_is_near_in_two_ways(name, source):
    assert {"saw-it", "measured-it"} <= set(HARBOUR.sources[source].nears_for(name))


@pytest.mark.parametrize(
    ("name", "source"), [("C3", "radio-ruhl-jun10"), ("F1", "ferry-jun10"), ("C12", "anglers-jun10")]
)
def test_a_party_whose_word_alone_is_disputed_has_a_stake_that_its_card_names(name, source):
    assert HARBOUR.claims[name].verdict_on("2026-06-11").verdict == "disputed"
    interest = HARBOUR.sources[source].interest
    assert "asked the town for" in interest or "asks the town to pay" in interest or "Would gain if" in interest


@pytest.mark.parametrize(
    ("name", "source", "near"),
    [
        ("C4", "list-jun17", {"party", "measured-it"}),
        ("N3", "lab-jun9", {"party", "saw-it", "measured-it"}),
        ("C7", "lab-jun9", {"party", "saw-it", "measured-it"}),
    ],
)
def test_who_tells_of_its_own_list_or_of_its_own_tests_may_be_logged_as_a_party_as_well(name, source, near):
    assert near <= set(HARBOUR.sources[source].nears_for(name))


def test_the_first_test_for_fuel_speaks_against_an_earlier_one_and_says_nothing_of_the_fish():
    sample = HARBOUR.sources["lab-jun14"]
    assert shows(sample, HARBOUR.claims["C7"]) == "contradicts"
    # As it is with the forty litres of the inspectors, for the same claim.
    assert shows(sample, HARBOUR.claims["C5"]) == shows(HARBOUR.sources["inspectors-jul3"], HARBOUR.claims["C5"])
    assert "Of the fish it says nothing" in sample.says


def test_no_desk_lays_the_article_beside_a_claim_that_is_not_the_articles_own():
    laid = [
        placed
        for item in items_of(HARBOUR).values()
        if item.kind == "desk"
        for placed in item.claims
        if "tide-jun11" in placed.sources
    ]
    assert laid
    assert {HARBOUR.claims[placed.claim].side for placed in laid} == {"article"}


def test_the_day_of_the_notice_may_stand_in_front_of_its_sentence():
    item = items_of(HARBOUR)["first-tiles"]
    order = ["monday", "town", "of", "will", "close", "harbour", "ferry", "condition"]
    assert score_tiles(item, TilesAnswer(line=tuple(order)), HARBOUR).right
