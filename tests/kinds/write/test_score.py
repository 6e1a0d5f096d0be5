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
    "asks": "Name who says it.",
    "uses": ["mayor"],
    "why": "CANARY a listener can ask her.",
    "otherwise": "CANARY nobody answers for it.",
}
PLAIN = {
    "id": "plain",
    "asks": "Use a plain verb.",
    "avoids": ["admit*"],
    "told": False,
    "why": "CANARY plain verbs do not judge.",
    "otherwise": "CANARY this verb judges.",
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


def test_each_computed_check_earns_a_point_and_gives_its_own_reason():
    result = score(item(SOURCE, PLAIN), "The mayor admitted it.", **RATED)
    assert (result.points, result.out_of) == (1, 2)
    source, plain, _ = result.remarks
    assert (source.outcome, source.reason) == ("right", "Found: “mayor”. CANARY a listener can ask her.")
    assert (plain.outcome, plain.reason) == ("missed", "Found: “admitted”. CANARY this verb judges.")


def test_checks_of_form_are_counted_where_there_are_any():
    text = "The mayor admitted it."
    assert score(item(SOURCE, PLAIN), text).summary.startswith("1 of 2 checks of form met. ")
    assert "checks of form" not in score(item(), text).summary


def test_the_writers_own_rating_is_the_level_of_each_row():
    rated = WriteAnswer(text="The mayor said so.", **RATED)
    assert KIND.levels(item(SOURCE), rated, None) == [Level("A", 2, "own")]


def test_what_was_not_found_needs_no_quotation():
    missed, met = score(item(SOURCE, PLAIN), "It is shut now.").remarks
    assert (missed.outcome, missed.reason) == ("missed", "CANARY nobody answers for it.")
    assert (met.outcome, met.reason) == ("right", "CANARY plain verbs do not judge.")


@given(st.integers(0, 3), st.text(min_size=1, max_size=40).filter(str.strip))
def test_no_point_depends_on_the_level_or_the_words_of_the_own_rating(level, why):
    result = score(item(SOURCE), "The mayor said it.", rated={"A": level}, why=why)
    assert (result.points, result.out_of, result.right) == (1, 1, True)


def test_without_checks_the_one_point_is_for_having_written_and_rated():
    assert score(item(), "The mayor said it.").points == 0
    result = score(item(), "The mayor said it.", **RATED)
    assert (result.points, result.out_of) == (1, 1)


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
        ("", {}, "0 words. Write at least 3"),
        ("Too short", {}, "2 words. Write at least 3"),
        ("one two three four five six seven eight nine", {}, "9 words, 1 too many: cut it to 8"),
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


def test_one_of_several_words_is_enough_for_a_check_and_one_check_of_several_is_not_enough_to_be_right():
    either = SOURCE | {"uses": ["nurse", "mayor"]}
    assert score(item(either), "The mayor said it.").right
    one_of_two = score(item(either, PLAIN), "The mayor admitted it.")
    assert (one_of_two.points, one_of_two.out_of, one_of_two.right) == (1, 2, False)


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
    page = KIND.page(item(SOURCE, PLAIN), None)
    assert "CANARY" not in json.dumps(page)
    assert page["asks"] == ["Name who says it."]
    assert "admit" not in json.dumps(page)


def test_whoever_passed_may_see_the_samples():
    assert [sample["level"] for sample in KIND.reveal(item(), None)["samples"]] == [0, 1, 2, 3]


def test_an_earlier_text_is_given_with_the_title_of_its_exercise():
    earlier = Earlier(item(), WriteAnswer(text="It is shut."), committed=False)
    assert KIND.recall.page(item(), earlier) == {"title": "Write", "text": "It is shut."}
