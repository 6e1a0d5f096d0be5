"""Which claims of a desk count, what is still missing, and what is refused."""

import pytest
from desk_lesson import (
    EARLY,
    FULL,
    OPINION,
    TOWN_PAGE,
    YEAR,
    check,
    desk_item,
    desk_lesson,
    entry,
    notes,
    work,
)


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"log": []}, "Claim 1 has no evidence yet"),
        ({"log": [], "searched_nothing": "  "}, "Claim 1 has no evidence yet"),
        ({"said": None}, "say whether it was said"),
        ({"so": {EARLY: "disputed"}}, "say whether it is so, as of 10 June 2025"),
        ({"confidence": None}, "say how sure you are"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(lesson, changes, words):
    with pytest.raises(ValueError, match=words):
        check(lesson, C1=work(*FULL) | changes)


def test_an_empty_answer_is_refused(lesson):
    with pytest.raises(ValueError, match="no evidence yet"):
        check(lesson)


@pytest.mark.parametrize(
    "claims",
    [
        {"C9": work(TOWN_PAGE)},
        {"C1": work(entry("elsewhere", "supports", "party"))},
        {"C1": work(TOWN_PAGE, TOWN_PAGE)},
    ],
)
def test_what_does_not_lie_on_the_desk_is_refused(lesson, claims):
    with pytest.raises(ValueError, match="not on this desk"):
        check(lesson, **claims)


def test_with_a_choice_the_chosen_claims_are_enough(lesson):
    item = desk_item(YEAR, OPINION, choose_from=1)
    result = check(lesson, item, C1=work(*FULL), C2={"said": "yes"})
    assert result.out_of == 5
    assert "did not finish it" in notes(result)


@pytest.mark.parametrize(
    ("second", "told"),
    [({"said": "yes"}, ["Claim 2"]), ({}, []), (work(TOWN_PAGE, so={EARLY: "holds"}), [])],
)
def test_only_a_claim_that_was_begun_and_not_finished_is_said_not_to_count(lesson, second, told):
    result = check(lesson, desk_item(YEAR, OPINION, choose_from=1), C1=work(*FULL), C2=second)
    unfinished = [one.subject for one in result.remarks if "did not finish it" in one.reason]
    assert [subject.split(":")[0] for subject in unfinished] == told


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({}, "Claim 1 has no evidence"),
        ({"C2": {"said": "yes"}}, "Claim 2 has no evidence"),
        ({"C1": work(*FULL)}, "Claim 2 has no evidence"),
    ],
)
def test_the_claim_that_was_begun_is_named_before_one_that_was_not(lesson, claims, said):
    with pytest.raises(ValueError, match=said):
        check(lesson, desk_item(YEAR, OPINION), **claims)


def test_with_a_choice_and_nothing_begun_only_the_number_of_claims_is_said(lesson):
    with pytest.raises(ValueError, match=r"Ready so far: 0\.$"):
        check(lesson, desk_item(YEAR, OPINION, choose_from=2))


def test_with_a_choice_too_few_finished_claims_are_refused_and_the_next_step_is_named(lesson):
    item = desk_item(YEAR, OPINION, choose_from=2)
    with pytest.raises(ValueError, match=r"Finish 2 of the claims first\. Ready so far: 1\. Claim 2 has no evidence"):
        check(lesson, item, C1=work(*FULL), C2={"said": "yes"})
