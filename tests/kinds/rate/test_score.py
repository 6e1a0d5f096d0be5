"""The kind *rate*: what the page sees, how ratings are scored, and how they are set beside earlier ones."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.kinds.base import Earlier
from exercises.kinds.rate import KIND
from exercises.kinds.rate.item import RateAnswer, RateItem
from exercises.words import words

COMMON = {"id": "r", "kind": "rate", "title": "Rate", "instruction": "Rate them.", "role": "alone", "rubric": "B"}
SCALE = {"low": "not at all", "high": "very well", "steps": ["None", "Weak", "Fair", "Good"]}
FERRY = {
    "id": "ferry",
    "text": "The ferry carried 212 people, the harbour office wrote.",
    "accept": [3, 4],
    "best": 4,
    "why": {"1-2": "CANARY low tempts: no name.", "3": "CANARY fair: who checks?", "4": "CANARY good: it is counted."},
    "cannot_tell": {"counts": "wrong", "why": "CANARY one can tell."},
}
BAKERY = {
    "id": "bakery",
    "text": "The bakery is the best, its owner said.",
    "accept": [1],
    "best": 1,
    "why": {"1": "CANARY none: nothing to look at.", "high": "CANARY a name tempts."},
    "cannot_tell": {"counts": "accepted", "why": "CANARY what is best?"},
}
OPINION = {"id": "tea", "text": "Tea is better.", "scored": False, "why": "CANARY a taste needs no support."}


def item(*statements, **fields):
    given = {"prompt": "How well?", "scale": SCALE, "statements": statements or (FERRY, BAKERY), "cannot_tell": True}
    return RateItem.model_validate(COMMON | given | fields)


def answer(ratings, **more):
    return RateAnswer.model_validate({"ratings": ratings, **more})


def score(exercise, more=None, **ratings):
    return KIND.score(exercise, answer(ratings, **(more or {})), None)


@pytest.mark.parametrize(
    ("rating", "points", "outcome"),
    [
        (4, 1, "right"),
        (3, 1, "accepted"),
        (2, 0.5, "part"),
        (1, 0, "wrong"),
        ("cannot-tell", 0, "wrong"),
    ],
)
def test_our_step_and_accepted_ones_earn_a_point_and_the_one_beside_them_half(rating, points, outcome):
    result = score(item(FERRY), ferry=rating)
    assert (result.points, result.out_of, result.remarks[0].outcome) == (points, 1, outcome)


def test_cannot_tell_earns_its_point_where_it_is_accepted():
    result = score(item(BAKERY), bakery="cannot-tell")
    assert (result.points, result.remarks[0].outcome) == (1, "accepted")
    assert "CANARY what is best?" in result.remarks[0].reason


def test_every_step_gives_its_own_reason_and_then_ours():
    reason = score(item(FERRY), ferry=1).remarks[0].reason
    theirs, ours = "CANARY low tempts: no name.", "CANARY good: it is counted."
    assert reason.splitlines() == ["You chose 1, “None”.", theirs, "We chose 4, “Good”.", ours]
    assert score(item(FERRY), ferry=4).remarks[0].reason.splitlines() == ["You chose 4, “Good”.", ours]


@given(st.sampled_from([1, 2, 3, 4, "cannot-tell"]), st.sampled_from([1, 2, 3, 4, "cannot-tell"]))
def test_whatever_is_chosen_has_a_reason_and_credit_between_nothing_and_all(ferry, bakery):
    result = score(item(), ferry=ferry, bakery=bakery)
    assert 0 <= result.points <= result.out_of == 2
    assert all("CANARY" in remark.reason for remark in result.remarks)
    assert result.right == (result.points >= 1.5)


@pytest.mark.parametrize(("last", "points", "right"), [((4, 4), 3, True), ((4, 2), 2.5, False)])
def test_three_points_of_four_count_as_right_and_half_a_point_less_does_not(last, points, right):
    four = [FERRY | {"id": f"ferry-{number}"} for number in range(4)]
    ratings = dict(zip((one["id"] for one in four), (1, 4, *last), strict=True))
    result = KIND.score(item(*four), answer(ratings), None)
    assert (result.points, result.out_of, result.right) == (points, 4, right)


@pytest.mark.parametrize(("right", "half", "points", "enough"), [(15, 0, 15, True), (14, 1, 14.5, False)])
def test_of_many_statements_too_not_half_a_point_less_than_three_quarters_is_right(right, half, points, enough):
    many = [FERRY | {"id": f"ferry-{number}"} for number in range(20)]
    steps = [4] * right + [2] * half + [1] * (20 - right - half)
    result = KIND.score(item(*many), answer(dict(zip((one["id"] for one in many), steps, strict=True))), None)
    assert (result.points, result.out_of, result.right) == (points, 20, enough)


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_the_statements_may_have_been_shown_in_any_order(order):
    five = item(*(FERRY | {"id": name} for name in sorted(order)))
    result = KIND.score(five, answer(dict.fromkeys(order, 4), order=order), None)
    assert result.points == 5


def test_scored_statements_among_opinions_stay_in_the_order_of_the_page():
    remarks = score(item(FERRY, OPINION), ferry=1, tea=4).remarks
    assert [remark.subject for remark in remarks] == [FERRY["text"], OPINION["text"]]


def test_what_one_cannot_tell_comes_behind_the_lowest_rating():
    remarks = score(item(OPINION, OPINION | {"id": "milk", "text": "Milk is best."}), tea="cannot-tell", milk=1).remarks
    assert [remark.subject for remark in remarks] == ["Milk is best.", "Tea is better."]


def test_an_opinion_is_told_what_was_chosen_and_why_it_is_not_scored_and_nothing_of_ours():
    (remark,) = score(item(OPINION), tea=2).remarks
    assert remark.reason.splitlines() == ["You chose 2, “Weak”.", "CANARY a taste needs no support."]


def test_who_cannot_tell_reads_that_back():
    assert score(item(FERRY), ferry="cannot-tell").remarks[0].reason.startswith("You chose that one cannot tell.\n")


@pytest.mark.parametrize(("count", "said"), [(1, "You rated one statement."), (2, "You rated 2 statements.")])
def test_one_statement_that_is_not_scored_is_not_counted_as_several(count, said):
    opinions = [OPINION | {"id": f"tea-{number}"} for number in range(count)]
    ratings = {one["id"]: 2 for one in opinions}
    assert KIND.score(item(*opinions), answer(ratings), None).summary.startswith(said)


def test_the_summary_counts_in_words():
    assert score(item(), ferry=2, bakery=4).summary == "0 of 2 ratings right, 1 one step off, 1 further off."
    assert score(item(), ferry=3, bakery=1).summary == "2 of 2 ratings right."


def test_what_is_not_scored_has_no_points_and_shows_back_what_was_chosen_the_highest_first():
    result = score(item(OPINION, OPINION | {"id": "milk", "text": "Milk is best."}), tea=2, milk=4)
    assert (result.points, result.out_of) == (0, 0)
    assert [remark.subject for remark in result.remarks] == ["Milk is best.", "Tea is better."]
    assert {remark.outcome for remark in result.remarks} == {"note"}
    assert "Nothing is scored here" in result.summary


def test_an_opinion_among_scored_statements_costs_and_earns_nothing():
    result = score(item(FERRY, OPINION), ferry=4, tea=1)
    assert (result.points, result.out_of, result.right) == (1, 1, True)


@pytest.mark.parametrize(
    ("ratings", "more", "said"),
    [
        ({"ferry": 4}, {}, "Still to rate: number 2."),
        ({}, {}, "Still to rate: number 1, 2."),
        ({"ferry": 4}, {"order": ["bakery", "ferry"]}, "Still to rate: number 1."),
        ({"ferry": 4, "bakery": 5}, {}, "outside the scale"),
        ({"ferry": 4, "bakery": 1, "x": 1}, {}, "no statement “x”"),
        ({"ferry": 4, "bakery": 1}, {"order": ["ferry", "x"]}, "no statement “x”"),
        ({"ferry": 4, "bakery": 1}, {"order": ["ferry", "ferry"]}, "order of the statements"),
        ({"ferry": 4, "bakery": 1}, {"order": ["ferry", "bakery", "ferry"]}, "order of the statements"),
    ],
)
def test_ratings_that_the_exercise_cannot_have_are_refused_in_a_sentence(ratings, more, said):
    with pytest.raises(ValueError, match=said):
        score(item(), more, **ratings)


def test_cannot_tell_is_refused_where_it_is_not_offered():
    plain = {name: value for name, value in FERRY.items() if name != "cannot_tell"}
    with pytest.raises(ValueError, match="outside the scale"):
        score(item(plain, cannot_tell=False), ferry="cannot-tell")


@pytest.mark.parametrize(
    "wrong",
    [
        {"ratings": {"ferry": 0}},
        {"ratings": {"ferry": 8}},
        {"ratings": {"ferry": True}},
        {"ratings": {"ferry": "3"}},
        {"ratings": {"": 1}},
        {"ratings": {str(number): 1 for number in range(21)}},
        {"sure": {"ferry": 5}},
        {"order": ["x"] * 21},
    ],
)
def test_an_answer_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        RateAnswer.model_validate(wrong)


def test_confidence_is_asked_once_or_for_each_statement_and_never_where_nothing_is_scored():
    assert item().confidence
    assert not item(each_sure=True).confidence
    assert not item(OPINION).confidence


def test_each_statement_pairs_its_own_confidence_with_whether_it_was_right():
    each = item(FERRY, BAKERY, OPINION, each_sure=True)
    given = answer(
        {"ferry": 3, "bakery": 2, "tea": 1},
        sure={"ferry": 4, "bakery": 1, "tea": 2},
    )
    assert KIND.sureness(each, given, None) == [(4, True), (1, False)]
    with pytest.raises(ValueError, match="Still to say: number 2, 3"):
        KIND.score(each, answer({"ferry": 3, "bakery": 2, "tea": 1}, sure={"ferry": 4}), None)


def test_confidence_in_ratings_that_are_not_complete_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Still to rate: number 2"):
        KIND.sureness(item(each_sure=True), answer({"ferry": 4}, sure={"ferry": 4, "bakery": 1}), None)


def test_confidence_asked_once_goes_with_the_whole_answer():
    assert KIND.sureness(item(), answer({"ferry": 4, "bakery": 1}), None) is None
    assert KIND.sureness(item(OPINION), answer({"tea": 4}), None) == []


def test_nothing_secret_stands_in_the_page():
    page = KIND.page(item(shuffle=True), None)
    assert "CANARY" not in json.dumps(page)
    assert all(set(statement) == {"id", "text", "context"} for statement in page["statements"])


def test_our_steps_in_the_shape_of_the_students_are_right():
    ours = RateAnswer.model_validate(KIND.reveal(item(), None))
    assert KIND.score(item(), ours, None).points == 2


def test_the_remarks_come_in_the_order_in_which_the_student_saw_the_statements():
    result = score(item(shuffle=True), {"order": ["bakery", "ferry"]}, ferry=4, bakery=1)
    assert [remark.subject for remark in result.remarks] == [BAKERY["text"], FERRY["text"]]


# Beside an earlier rating

SAID = OPINION | {"id": "bus", "text": "The driver said the bus was full."}
INSISTED = SAID | {"text": "The driver insisted the bus was full."}


def beside(now, before, *, committed=True, statement=INSISTED):
    later = item(statement)
    earlier = Earlier(item(SAID), answer({"bus": before}), committed=committed) if before else None
    given = answer({"bus": now})
    return KIND.recall.result(later, given, earlier, KIND.score(later, given, None))


@pytest.mark.parametrize(
    ("now", "before", "said", "counted"),
    [
        (4, 2, "Here you went higher.", "ratings: 1 higher."),
        (1, 2, "Here you went lower.", "ratings: 1 lower."),
        (2, 2, "Here you chose the same.", "ratings: 1 the same."),
        ("cannot-tell", 2, "between a step and “cannot tell”", "ratings: 1 changed in another way."),
    ],
)
def test_a_result_says_how_the_rating_shifted_against_the_other_words(now, before, said, counted):
    result = beside(now, before)
    reason = result.remarks[0].reason
    assert said in reason
    assert "“The driver said the bus was full.”" in reason
    assert "you chose 2, “Weak”" in reason
    assert counted in result.summary
    assert result.extra == {"earlier": {"bus": before}}


def test_the_shift_is_told_beside_the_right_statement_whatever_the_order():
    tea = OPINION | {"text": "Tea, the driver insisted, is better."}
    later = item(INSISTED, tea)
    earlier = Earlier(item(SAID, OPINION), answer({"bus": 1, "tea": 4}), committed=True)
    given = answer({"bus": 1, "tea": 2})
    result = KIND.recall.result(later, given, earlier, KIND.score(later, given, None))
    told = {remark.subject: remark.reason for remark in result.remarks}
    assert "chose the same" in told[INSISTED["text"]]
    assert "you went lower" in told[tea["text"]]


@pytest.mark.parametrize(("before", "committed"), [(None, True), (2, False)])
def test_without_a_committed_earlier_rating_that_is_said_and_nothing_compared(before, committed):
    result = beside(4, before, committed=committed)
    assert "no earlier rating" in result.summary
    assert result.extra == {}


def test_a_step_after_cannot_tell_is_a_change_of_another_kind():
    result = beside(4, "cannot-tell")
    assert "you chose that one cannot tell" in result.remarks[0].reason
    assert "1 changed in another way" in result.summary


@pytest.mark.parametrize("before", [len(SCALE["steps"]) + 1, 7])
def test_an_earlier_rating_on_a_longer_scale_of_an_older_edition_is_left_out(before):
    result = beside(4, before)
    assert result.extra == {"earlier": {}}
    assert "no earlier rating" in result.summary
    assert "Earlier" not in result.remarks[0].reason


def test_a_step_has_one_number_on_the_page_in_the_result_and_in_the_answer_told():
    levels = words("rubric")["steps"]
    scale = {"low": levels[0], "high": levels[-1], "steps": levels}
    exercise = item(FERRY, scale=scale)
    (told,) = KIND.tell(exercise, answer({"ferry": 2}), None)
    reason = score(exercise, ferry=2).remarks[0].reason
    assert KIND.page(exercise, None)["first"] == 0
    assert (f"1, {levels[1]}" in told or f"1, “{levels[1]}”" in told, f"1, “{levels[1]}”" in reason) == (True, True)
