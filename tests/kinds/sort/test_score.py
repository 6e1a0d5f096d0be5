"""The kind *sort*: what the page sees, how places are scored, and what does not fit."""

import json

import pytest
from pydantic import ValidationError

from exercises.kinds.sort import KIND
from exercises.kinds.sort.item import SortAnswer, SortItem
from exercises.lesson.load import load_lesson

COMMON = {"id": "s", "kind": "sort", "title": "Sort", "instruction": "Place them.", "role": "alone", "rubric": "B"}
BINS = [{"id": name, "title": name.title()} for name in ("low", "middle", "high", "top")]
MAYOR = {"id": "mayor", "text": "The mayor said so.", "bin": "low", "why": "CANARY: name and job are given."}
NURSE = {
    "id": "nurse",
    "text": "A nurse said so.",
    "bin": "high",
    "also_accept": ["top"],
    "why": "CANARY: the job tells you enough.",
    "tempting": {"low": "CANARY: there is no name on it."},
}
FOUR = [MAYOR | {"id": f"card-{number}"} for number in range(4)]
ALL_LOW = {card["id"]: "low" for card in FOUR}


def item(*cards, **fields):
    return SortItem.model_validate(COMMON | {"bins": BINS, "cards": cards or (MAYOR, NURSE)} | fields)


def score(exercise, **placed):
    return KIND.score(exercise, SortAnswer(placed=placed), None)


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


@pytest.mark.parametrize(
    ("nurse", "points", "outcome"), [("high", 2, "right"), ("top", 2, "accepted"), ("low", 1, "wrong")]
)
def test_each_card_is_right_accepted_or_wrong(nurse, points, outcome):
    result = score(item(), mayor="low", nurse=nurse)
    assert (result.points, result.out_of) == (points, 2)
    assert result.remarks[1].outcome == outcome


def test_the_reason_says_why_the_chosen_bin_tempts():
    reason = score(item(), mayor="low", nurse="low").remarks[1].reason
    assert NURSE["tempting"]["low"] in reason
    assert NURSE["why"] in reason
    assert "“Low”" in reason
    assert "“High”" in reason


def test_a_bin_that_was_not_chosen_keeps_its_tempting_reason_to_itself():
    assert NURSE["tempting"]["low"] not in score(item(), nurse="middle").remarks[1].reason


def test_one_step_off_earns_half_only_on_a_scale():
    assert score(item(ordered=True), mayor="middle", nurse="high").points == 1.5
    assert score(item(ordered=False), mayor="middle", nurse="high").points == 1
    assert score(item(ordered=True), mayor="high", nurse="high").points == 1


def test_a_card_that_was_not_placed_is_missed_and_its_reason_names_our_bin():
    result = score(item(), mayor="low")
    assert result.remarks[1].reason.splitlines() == ["You did not place this card; we chose “High”.", NURSE["why"]]
    assert result.remarks[1].outcome == "missed"
    assert result.summary == "1 of 2 cards right, 1 not placed."


def test_one_step_off_an_accepted_bin_earns_half_too():
    # From “low” it is one step to the accepted “middle”, but three to our “top”.
    far = MAYOR | {"bin": "top", "also_accept": ["middle"]}
    result = score(item(far, ordered=True), mayor="low")
    assert (result.points, result.remarks[0].outcome) == (0.5, "part")


@pytest.mark.parametrize("chosen", range(len(BINS)))
@pytest.mark.parametrize("ours", range(len(BINS)))
def test_on_a_scale_only_the_bins_on_both_sides_of_ours_earn_half(ours, chosen):
    card = MAYOR | {"bin": BINS[ours]["id"]}
    earned = {0: 1, 1: 0.5}.get(abs(ours - chosen), 0)
    assert score(item(card, ordered=True), mayor=BINS[chosen]["id"]).points == earned


def test_the_summary_counts_each_card_once_and_an_accepted_one_as_right():
    cards = [MAYOR, NURSE, *(MAYOR | {"id": name} for name in ("near", "far", "left"))]
    result = score(item(*cards, ordered=True), mayor="low", nurse="top", near="middle", far="top")
    assert result.summary == "2 of 5 cards right, 1 one step off, 1 in another place, 1 not placed."


def test_three_points_of_four_count_as_right():
    result = score(item(*FOUR, ordered=True), **ALL_LOW | {"card-0": "top"})
    assert (result.points, result.out_of, result.right) == (3, 4, True)


def test_half_a_point_less_than_three_of_four_does_not_count_as_right():
    result = score(item(*FOUR, ordered=True), **ALL_LOW | {"card-0": "top", "card-1": "middle"})
    assert (result.points, result.out_of, result.right) == (2.5, 4, False)


@pytest.mark.parametrize(("right", "half", "points", "enough"), [(30, 0, 30, True), (29, 1, 29.5, False)])
def test_of_many_cards_too_not_half_a_point_less_than_three_quarters_is_right(right, half, points, enough):
    names = [f"card-{number}" for number in range(40)]
    many = [MAYOR | {"id": name, "bin": "low", "also_accept": []} for name in names]
    places = ["low"] * right + ["middle"] * half + ["top"] * (40 - right - half)
    result = score(item(*many, ordered=True), **dict(zip(names, places, strict=True)))
    assert (result.points, result.out_of, result.right) == (points, 40, enough)


@pytest.mark.parametrize(
    ("placed", "said"), [({"x": "low"}, "no card “x”"), ({"mayor": "x"}, "no place “x”"), ({}, "Place the cards first")]
)
def test_places_that_the_exercise_cannot_have_are_refused_in_a_sentence(placed, said):
    with pytest.raises(ValueError, match=said):
        score(item(), **placed)


@pytest.mark.parametrize(
    "wrong", [{"placed": {str(n): "low" for n in range(41)}}, {"placed": {"": "low"}}, {"placed": []}]
)
def test_an_answer_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        SortAnswer.model_validate(wrong)


def test_nothing_secret_stands_in_the_page():
    page = KIND.page(item(), None)
    assert "CANARY" not in json.dumps(page)
    assert all(set(card) == {"id", "text"} for card in page["cards"])


def test_our_places_in_the_shape_of_the_students_are_right():
    answer = SortAnswer.model_validate(KIND.reveal(item(), None))
    assert KIND.score(item(), answer, None).points == 2


def test_a_sound_exercise_has_no_problems(lesson):
    quoting = [
        MAYOR | {"text": "S2: “about 40,000 crowns”", "quote_of": 2},
        NURSE | {"quote_of": "PF01a", "text": "late"},
    ]
    assert KIND.problems(item(*quoting), lesson) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"bin": "hihg"}, "Did you mean “high”?"),
        ({"also_accept": ["topp"]}, "Did you mean “top”?"),
        ({"tempting": {"lo": "It seems to be little."}}, "Did you mean “low”?"),
        ({"also_accept": ["high", "top"]}, "also accepts its own bin"),
        ({"tempting": {"top": "It seems to be a lot."}}, "nobody would ever read it"),
        ({"why": "Wrong."}, "explains nothing"),
        ({"tempting": {"low": "No."}}, "does not say why “low” tempts"),
        ({"tempting": {"low": NURSE["why"]}}, "one reason twice"),
        ({"why": MAYOR["why"]}, "“mayor” and “nurse” share one reason"),
        ({"id": "mayor"}, "“mayor” stands twice"),
        ({"quote_of": 2}, "does not occur in sentence 2"),
        ({"quote_of": "PF01b"}, "Did you mean “PF01a”?"),
        ({"quote_of": "PF09a"}, "does not have. If you took that entry out, take the card out, too."),
    ],
)
def test_what_does_not_fit_is_said_with_a_cure(lesson, change, said):
    (found,) = KIND.problems(item(MAYOR, NURSE | change), lesson)
    assert said in found
