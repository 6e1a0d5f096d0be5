"""The kind *evidence*: a log of one's own is counted, asked about by the rules of the course, and never marked."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some
from own_evidence import CLAIM, DRIVER, ITEM, PAPER, TOWN, WHOLE, answer

from exercises.exchange.message import LARGEST_MESSAGE
from exercises.kinds.evidence import KIND
from exercises.kinds.evidence.counted import counted
from exercises.kinds.evidence.item import LONGEST, EvidenceAnswer
from exercises.kinds.evidence.rules import RULES, wanting
from exercises.words import words

SAID = words("evidence")["result"]


def remarks(given):
    return {one.subject: one.reason for one in KIND.score(ITEM, given, None).remarks}


def asked(**more):
    """Name the rules that ask for something."""
    given = answer(**more)
    return [name for name, rule in RULES.items() if rule(given, counted(given))]


def test_copies_of_one_origin_count_once_and_nothing_is_scored():
    result = KIND.score(ITEM, answer(), None)
    assert result.summary.startswith("Sources in your log: 2. Origins, when copies count once: 1.")
    assert (result.points, result.out_of, result.right) == (0, 0, False)
    assert {one.outcome for one in result.remarks} == {"note"}


def test_sources_are_counted_by_what_they_show():
    summary = KIND.score(ITEM, answer(log=[TOWN, PAPER, DRIVER]), None).summary
    assert summary.endswith("Origins for the claim: 1, against it: 1, neither: 0.")


def test_the_nearest_source_and_the_days_are_told():
    told = remarks(answer(log=[PAPER | {"same_as": ""}, TOWN, DRIVER]))
    assert told["Nearest source: A driver"].startswith("It saw it happen. It contradicts the claim.")
    assert [one for one in told.values() if "from 1 June 2026 to 3 June 2026" in one]
    assert "Their own day is 2 May 2026." in remarks(answer(log=[TOWN])).values()


def test_a_search_without_a_find_is_evidence_of_a_search():
    result = KIND.score(ITEM, answer(log=[], searched="bridge Lenz", so="not-enough"), None)
    assert result.summary == "Your log holds a search, and no source."
    assert SAID["wanting_none"] in [one.subject for one in result.remarks]


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ({}, ["one_origin"]),
        ({"log": [TOWN, PAPER | {"same_as": ""}]}, []),
        ({"so": "does-not-hold"}, ["no_voice"]),
        ({"so": "disputed"}, ["no_voice"]),
        ({"so": "not-enough"}, []),
        ({"so": "disputed", "log": [TOWN, DRIVER | {"day": "2026-05-02"}]}, []),
        ({"log": [TOWN, DRIVER | {"day": "2026-05-02"}]}, ["conflict"]),
        ({"so": "not-enough", "log": [PAPER | {"same_as": ""}]}, ["only_repeated"]),
        ({"so": "not-enough", "as_of": "2026-05-02"}, ["later"]),
        ({"so": "not-enough", "log": [DRIVER]}, ["undated"]),
        ({"so": "not-enough", "reason": " ", "change": ""}, ["no_reason", "no_change"]),
    ],
)
def test_the_rules_of_the_course_ask_for_what_can_be_counted(more, rules):
    assert asked(**more) == rules


def test_what_a_rule_asks_for_names_the_answer_or_the_sources():
    one_origin = answer()
    assert next(wanting(one_origin, counted(one_origin))).startswith("You answered “Holds” from one origin.")
    later = answer(so="not-enough", as_of="2026-05-02")
    assert list(wanting(later, counted(later))) == [
        "After the day that you answer for: source 2. What came later was not known then."
    ]


def test_there_are_questions_to_set_ones_work_beside():
    told = remarks(answer())
    assert [one["ask"] in told for one in SAID["questions"]] == [True] * len(SAID["questions"])


@pytest.mark.parametrize(
    "log", [[TOWN, TOWN], [TOWN | {"same_as": "s9"}]], ids=["two of one name", "a copy of what is not there"]
)
def test_a_log_that_no_page_makes_is_refused_in_words(log):
    with pytest.raises(ValueError, match=r"nothing was changed"):
        KIND.score(ITEM, answer(log=log), None)


def test_the_report_tells_claim_answers_sources_and_reasons():
    assert KIND.tell(ITEM, answer(claim=CLAIM | {"own": "It is\nshut."}), None) == [
        "Claim: sentence 7 of “Mine”: “The bridge has been shut since May.”",
        "In my own words: It is shut.",
        "Was it said? Yes.",
        "Is it so, as of 1 June 2026? Holds.",
        "Source 1 (“The town”, at “List of works”, 2 May 2026): “It was shut on 2 May.” It supports the claim. "
        "It is one of those involved (a party). Read on 1 June 2026.",
        "Source 2 (“Lenz Post”, at “List of works”, 3 May 2026): “It was shut on 2 May.” It supports the claim. "
        "It repeats what others published. Same origin as source 1. Read on 1 June 2026.",
        "Why: The list names the day.",
        "What would change the answer: A photo of an open bridge.",
        "How sure: Quite sure.",
    ]
    assert KIND.tell(ITEM, EvidenceAnswer(), None) == []


def test_a_copy_of_what_is_not_in_the_log_is_told_apart():
    assert KIND.unknown(ITEM, answer(log=[TOWN | {"same_as": "s9"}]), None) == ["The town: s9"]
    assert KIND.unknown(ITEM, answer(), None) == []


def test_words_of_a_stored_answer_are_read_without_its_exercise():
    told = KIND.report.own_words(WHOLE)
    assert {"The bridge has been shut since May.", "Lenz Post", "A photo of an open bridge."} <= set(told)
    assert KIND.report.own_words({"text": "x"}) == []
    assert KIND.report.own_words({"log": 3, "claim": 4, "reason": 5}) == []


TEXT = some.text(max_size=40)
SOURCES = some.lists(
    some.builds(
        lambda who, tells, shows, near, same_as: (
            TOWN | {"who": who, "tells": tells, "shows": shows, "near": near, "same_as": same_as}
        ),
        TEXT,
        TEXT,
        some.sampled_from(["", "supports", "contradicts", "neither"]),
        some.sampled_from(["", "saw-it", "repeats"]),
        some.sampled_from(["", "s1", "s2", "s9"]),
    ),
    max_size=4,
)


@given(SOURCES, TEXT, some.sampled_from(["", "2026-06-01", "soon", "2026-02-31"]))
def test_whatever_is_typed_is_told_and_counted_or_refused_in_one_sentence(sources, reason, day):
    log = [one | {"id": f"s{number}"} for number, one in enumerate(sources, start=1)]
    given = answer(log=log, reason=reason, as_of=day)
    assert KIND.tell(ITEM, given, None)
    try:
        said = KIND.score(ITEM, given, None).summary
    except ValueError as refused:
        said = str(refused)
    assert said.endswith(".")


def test_a_log_that_is_full_of_the_longest_words_goes_in_one_message():
    full = TOWN | {name: "ж" * LONGEST[name] for name in ("who", "where", "tells")}
    whole = WHOLE | {"log": [full] * 12} | {name: "ж" * LONGEST[name] for name in ("searched", "reason", "change")}
    assert len(json.dumps(whole | {"claim": CLAIM | {"sentence": "ж" * 6000}})) < LARGEST_MESSAGE
