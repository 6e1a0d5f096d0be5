"""The kind *choose*: what the page sees, how choices are scored, and what does not fit."""

import json

import pytest
from pydantic import ValidationError

from exercises.kinds.choose import KIND
from exercises.kinds.choose.item import ChooseAnswer, ChooseItem

COMMON = {"id": "c", "kind": "choose", "title": "Choose", "instruction": "Choose one.", "role": "alone", "rubric": "A"}
A = {"id": "a", "text": "Two bakers", "right": True, "why": "CANARY: they do the telling here."}
B = {"id": "b", "text": "The paper", "why": "CANARY: it only passes the news on."}
C = {"id": "c", "text": "Both of them", "accepted": True, "why": "CANARY: the paper answers for one thing."}
D = {"id": "d", "text": "The town", "why": "CANARY: a town does not speak."}
A2 = A | {"id": "a2", "text": "The bakers of Velden", "why": "CANARY: this names the same people."}


def item(*options, **fields):
    return ChooseItem.model_validate(COMMON | {"prompt": "Who says it?", "options": options or (B, A, C, D)} | fields)


def score(exercise, *chosen):
    return KIND.score(exercise, ChooseAnswer(chosen=chosen), None)


def outcomes(result):
    return [remark.outcome for remark in result.remarks]


@pytest.mark.parametrize(("chosen", "points", "outcome"), [("a", 1, "right"), ("c", 1, "accepted"), ("b", 0, "wrong")])
def test_one_choice_is_right_accepted_or_wrong(chosen, points, outcome):
    result = score(item(), chosen)
    assert (result.points, result.out_of, result.right) == (points, 1, bool(points))
    assert outcomes(result)[0] == outcome


def test_every_option_gets_its_reason_the_chosen_one_first():
    result = score(item(), "d")
    assert result.remarks[0].subject == "You chose: The town"
    assert {remark.reason for remark in result.remarks} == {option["why"] for option in (A, B, C, D)}


def test_after_a_wrong_choice_the_remarks_say_which_option_is_ours():
    (ours,) = [remark for remark in score(item(), "d").remarks if "Two bakers" in remark.subject]
    assert "our choice" in ours.subject


@pytest.mark.parametrize("chosen", ["a", "b", "c", "d"])
def test_an_option_not_chosen_is_called_ours_or_counting_if_it_is_and_no_other(chosen):
    said = {"Two bakers": "our choice", "Both of them": "counts too"}
    first, *others = [remark.subject for remark in score(item(), chosen).remarks]
    for subject in others:
        meant = [word for text, word in said.items() if text in subject]
        assert [word for word in said.values() if word in subject] == meant
    assert not any(word in first for word in said.values())


def test_several_choices_earn_the_right_ones_minus_the_wrong_ones():
    exercise = item(A, A2, B, D, several=True)
    assert score(exercise, "a", "a2").right
    assert score(exercise, "a", "a2", "b").points == 1
    assert score(exercise, "a", "b", "d").points == 0
    assert score(exercise, "a").summary == "1 of 2 found."


def test_a_right_option_left_out_of_several_is_missed():
    assert outcomes(score(item(A, A2, B, several=True), "a")) == ["right", "missed", "note"]


@pytest.mark.parametrize("chosen", ["c", "d"])
def test_with_one_choice_our_option_beside_the_chosen_one_is_not_called_missed(chosen):
    first, *others = outcomes(score(item(), chosen))
    assert first == {"c": "accepted", "d": "wrong"}[chosen]
    assert others == ["note"] * 3


def test_an_accepted_option_among_several_neither_earns_nor_costs():
    exercise = item(A, A2, B, C, several=True)
    assert score(exercise, "a", "a2", "c").points == score(exercise, "a", "a2").points == 2


def test_choosing_everything_never_earns_everything_where_a_wrong_option_exists():
    result = score(item(A, A2, B, several=True), "a", "a2", "b")
    assert result.points < result.out_of
    assert not result.right


@pytest.mark.parametrize(("chosen", "said"), [(["x"], "“x”"), ([], "Choose first"), (["a", "b"], "one option only")])
def test_a_choice_that_the_exercise_cannot_have_is_refused_in_a_sentence(chosen, said):
    with pytest.raises(ValueError, match=said):
        score(item(), *chosen)


@pytest.mark.parametrize("wrong", [{"chosen": ["a"] * 13}, {"chosen": [""]}, {"chosen": "a"}, {"picked": ["a"]}])
def test_an_answer_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        ChooseAnswer.model_validate(wrong)


def test_nothing_secret_stands_in_the_page():
    page = KIND.page(item(), None)
    assert "CANARY" not in json.dumps(page)
    assert all(set(option) == {"id", "text"} for option in page["options"])


def test_our_choice_in_the_shape_of_the_students_is_right():
    for exercise in (item(), item(A, A2, B, several=True)):
        assert KIND.score(exercise, ChooseAnswer.model_validate(KIND.reveal(exercise, None)), None).right


def test_a_sound_exercise_has_no_problems():
    assert KIND.problems(item(), None) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((B, D), "No option is right"),
        ((A, A2, B), "Only one option can be chosen"),
        ((A, B, B | {"text": "Other", "why": "Another reason for the same id."}), "“b” stands twice"),
        ((A, B, D | {"text": "The paper"}), "Two options read “The paper”"),
        ((A | {"accepted": True}, B), "both right and accepted"),
        ((A, B, D | {"why": " canary: it only  passes the news on."}), "“b” and “d” share one reason"),
        ((A, B | {"why": "No, that is not right."}), "“b” explains nothing"),
        ((A, B | {"why": "Too short."}), "“b” explains nothing"),
    ],
)
def test_what_does_not_fit_is_said_with_a_cure(options, said):
    (found,) = KIND.problems(item(*options), None)
    assert said in found
    assert found.endswith(".")
