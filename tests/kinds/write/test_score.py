"""The kind *write*: what is computed of a text, what the rating adds, and that nothing else earns points."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.kinds.base import Earlier
from exercises.kinds.reported import Level
from exercises.kinds.write import KIND
from exercises.kinds.write.item import LONGEST_TEXT, LONGEST_WHY, WriteAnswer, WriteItem

COMMON = {"id": "w", "kind": "write", "title": "Write", "instruction": "Write it.", "role": "alone", "rubric": "A"}
SOURCE = {
    "id": "source",
    "asks": "Who says it?",
    "looks_for": ["mayor"],
    "found": "CANARY which words are hers?",
    "absent": "CANARY who speaks in your text?",
}
ADMITTED = {
    "id": "admitted",
    "asks": "Does somebody admit something?",
    "looks_for": ["admit*", "confess*", "lost"],
    "around": True,
    "told": False,
    "found": "CANARY did she?",
    "absent": "CANARY do other words say it?",
}
SAMPLES = [
    {"level": level, "text": text, "why": f"CANARY {level}: {text.lower()}"}
    for level, text in enumerate(("It is shut.", "She spoke.", "The mayor spoke of it.", "The mayor said it may open."))
]


def item(*checks, **fields):
    given = {"prompt": "Write the news.", "length": {"least": 3, "most": 8}, "checks": checks, "samples": SAMPLES}
    return WriteItem.model_validate(COMMON | given | fields)


def score(exercise, text, **more):
    return KIND.score(exercise, WriteAnswer(text=text, **more), None)


RATED = {"rated": {"A": 2}, "why": "It has a source."}


def notes(*checks, text):
    return [remark.reason for remark in score(item(*checks), text).remarks]


def test_a_word_that_is_found_is_quoted_and_asked_about():
    assert notes(SOURCE, text="The mayor said it.") == ["Found: “mayor”. CANARY which words are hers?"]
    assert notes(SOURCE, text="It is shut now.") == ["CANARY who speaks in your text?"]


def test_a_word_is_quoted_in_its_sentence_with_what_may_turn_it_round_or_give_it_to_somebody():
    assert notes(ADMITTED, text="She has not admitted it. So we heard.") == [
        "Found: “admitted”, in “She has not admitted it”. It has “not”, which can turn words round. "
        "It has “admitted”, which can give words to a speaker. CANARY did she?"
    ]
    (both,) = notes(ADMITTED, text="She told us that he hadn’t admitted it.")
    assert "It has “hadn’t”, which can turn words round. It has “told”, “admitted”, which" in both
    (plain,) = notes(ADMITTED, text="Tell me. She lost it.")
    assert "“She lost it”. We found no “not” and no word of saying in that sentence." in plain


def test_every_sentence_with_such_a_word_is_quoted():
    (reason,) = notes(ADMITTED, text="She admitted it. He never confessed. Nobody knows.")
    assert "in “She admitted it”." in reason
    assert "in “He never confessed”." in reason
    assert reason.endswith("CANARY did she?")


def test_a_quotation_inside_the_quoted_sentence_has_single_marks():
    (reason,) = notes(ADMITTED, text="“I admit it,” she said.")
    assert reason.startswith("Found: “admit”, in “‘I admit it,’ she said”. ")


def test_nothing_that_a_machine_finds_is_right_or_wrong():
    for text in ("The mayor admitted it.", "It is shut now."):
        assert {remark.outcome for remark in score(item(SOURCE, ADMITTED), text, **RATED).remarks} == {"note"}


def test_the_writers_own_rating_is_the_level_of_each_row():
    rated = WriteAnswer(text="The mayor said so.", **RATED)
    assert KIND.levels(item(SOURCE), rated, None) == [Level("A", 2, "own")]


@given(st.integers(0, 3), st.sampled_from(["The mayor said it.", "It is shut now.", "She confessed it all."]))
def test_writing_earns_no_points_whatever_stands_there(level, text):
    for more in ({}, {"rated": {"A": level}, "why": "So."}):
        result = score(item(SOURCE, ADMITTED), text, **more)
        assert (result.points, result.out_of, result.right) == (0, 0, False)


def test_the_rating_is_shown_back_with_its_meaning_its_reason_and_the_next_level():
    remark = score(item(), "The mayor said it.", **RATED).remarks[-1]
    assert remark.outcome == "note"
    assert remark.subject == "Your rating, row A (Attribution): level 2, emerging"
    assert "source, cue and exactly what is attributed" in remark.reason
    assert "“It has a source.”" in remark.reason
    assert "The next level means: also what lies inside another report" in remark.reason
    highest = score(item(), "The mayor said it.", rated={"A": 3}, why="It has all.").remarks[-1]
    assert "highest level" in highest.reason


def test_samples_come_with_the_first_result_the_lowest_level_first():
    result = score(item(samples=SAMPLES[::-1]), "The mayor said it.")
    assert [sample["level"] for sample in result.extra["samples"]] == [0, 1, 2, 3]
    assert all("CANARY" in sample["why"] for sample in result.extra["samples"])
    assert "rate your own" in result.summary


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("", {}, "Words in your text: 0. Write at least 3"),
        ("Too short", {}, "Words in your text: 2. Write at least 3"),
        ("one two three four five six seven eight nine", {}, "Words in your text: 9. That is 1 too many: cut it to 8"),
        ("The mayor said it.", {"rated": {"A": 1}}, "one sentence why"),
        ("The mayor said it.", {"rated": {"A": 1}, "why": " \n"}, "one sentence why"),
        ("The mayor said it.", {"why": "So."}, "Choose a level for your text first: Attribution"),
        ("The mayor said it.", {"rated": {"A": 1, "B": 1}, "why": "So."}, "could not be read"),
    ],
)
def test_a_text_outside_its_limits_and_half_a_rating_are_refused_in_a_sentence(text, more, said):
    with pytest.raises(ValueError, match=said):
        score(item(), text, **more)


@pytest.mark.parametrize("text", ["one two three", "one two three four five six seven eight"])
def test_a_text_as_short_or_as_long_as_is_allowed_is_taken(text):
    assert score(item(), text).summary


def test_a_text_may_be_rated_on_several_rows():
    exercise = item(rows=["A", "E"])
    with pytest.raises(ValueError, match="Reasoning and confidence"):
        score(exercise, "The mayor said it.", **RATED)
    result = score(exercise, "The mayor said it.", rated={"A": 2, "E": 0}, why="It has a source.")
    assert [remark.subject[:18] for remark in result.remarks] == ["Your rating, row A", "Your rating, row E"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "x" * (LONGEST_TEXT + 1)},
        {"why": "x" * (LONGEST_WHY + 1)},
        {"rated": {"F": 1}},
        {"rated": {"A": 4}},
        {"rated": {"A": None}},
        {"more": 1},
    ],
)
def test_an_answer_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        WriteAnswer.model_validate(wrong)


@given(st.text(max_size=400), st.text(max_size=100))
def test_what_was_typed_is_kept_to_the_letter_also_at_its_edges(text, why):
    given = {"text": f"  {text}\n ", "rated": {}, "why": why}
    kept = WriteAnswer.model_validate(given)
    assert kept.model_dump() == given
    assert KIND.first_part(kept).model_dump() == {"text": given["text"], "rated": {}, "why": ""}


def test_nobody_is_asked_how_sure_they_are():
    assert not item().confidence
    assert KIND.sureness(item(), WriteAnswer(text="The mayor said it.", **RATED), None) == []


def test_nothing_secret_stands_in_the_page():
    page = KIND.page(item(SOURCE, ADMITTED), None)
    assert "CANARY" not in json.dumps(page)
    assert page["asks"] == ["Who says it?"]
    assert "admit" not in json.dumps(page)


def test_whoever_passed_may_see_the_samples():
    assert [sample["level"] for sample in KIND.reveal(item(), None)["samples"]] == [0, 1, 2, 3]


def test_an_earlier_text_is_given_with_the_title_of_its_exercise():
    earlier = Earlier(item(), WriteAnswer(text="It is shut."), committed=False)
    assert KIND.recall.page(item(), earlier) == {"title": "Write", "text": "It is shut."}
