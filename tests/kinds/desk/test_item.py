"""The item of a desk: what an author may write, and what the student's answer may hold."""

import pytest
from desk_lesson import ALL, EARLY, LATE, desk_item, desk_lesson
from pydantic import ValidationError

from exercises.kinds.desk import KIND
from exercises.kinds.desk.item import days_asked
from exercises.kinds.desk.reading import our_log, sources_of


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def test_a_sound_desk_has_no_problems(lesson):
    assert KIND.problems(desk_item(), lesson) == []


def test_the_end_of_a_claim_is_the_day_of_its_last_verdict(lesson):
    assert days_asked(desk_item(), lesson.claims["C1"]) == (EARLY, LATE)


def test_an_end_that_brings_nothing_new_is_not_asked_for(lesson):
    assert days_asked(desk_item(as_of=["2025-07-01", "end"]), lesson.claims["C1"]) == ("2025-07-01",)


def test_an_opinion_is_asked_for_the_same_days_so_that_the_form_tells_nothing(lesson):
    assert days_asked(desk_item(), lesson.claims["C2"]) == (EARLY,)


def test_our_log_points_each_copy_at_the_first_of_its_origin(lesson):
    log = {one.source: one for one in our_log(ALL, lesson.claims["C1"], lesson)}
    assert log["town-radio"].same_as == "town-page"
    assert [one.source for one in log.values() if one.same_as is None] == [
        "town-page", "old-guide", "archive-note", "shop-blog",
    ]  # fmt: skip
    assert log["shop-blog"].shows == "neither"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"as_of": ["end", EARLY]}, "not in order"),
        ({"as_of": [EARLY, EARLY]}, "not in order"),
        ({"as_of": ["21 November"]}, "is no date"),
        ({"as_of": []}, "at least 1"),
        ({"choose_from": 2}, "2 of 1 claims"),
        ({"confidence": True}, "at each claim"),
    ],
)
def test_an_item_that_cannot_work_is_refused(fields, words):
    with pytest.raises(ValidationError, match=words):
        desk_item(**fields)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"claim": "C7", "sources": ALL}, "There is no claim C7."),
        ({"claim": "C1", "sources": ("town-paje", *ALL[1:])}, "Did you mean “town-page”?"),
        ({"claim": "C1", "sources": ("town-page", "town-page", "old-guide")}, "stands twice"),
        ({"claim": "C1", "sources": ("town-page",)}, "has 1 sources"),
        ({"claim": "C1", "sources": ("archive-note", "shop-blog")}, "no source of 2025-05-02 or earlier"),
    ],
)
def test_what_does_not_fit_the_lesson_is_said_with_its_cure(lesson, claim, words):
    [problem] = KIND.problems(desk_item(claim), lesson)
    assert words in problem


def test_a_day_before_the_first_verdict_is_not_asked_for(lesson):
    claim = lesson.claims["C1"]
    assert days_asked(desk_item(as_of=["2025-05-01", "end"]), claim) == (EARLY, LATE)
    assert days_asked(desk_item(as_of=["2025-05-01"]), claim) == (EARLY,)


def test_a_claim_that_stands_twice_is_a_problem(lesson):
    claim = {"claim": "C1", "sources": ALL}
    assert any("C1 stands twice" in problem for problem in KIND.problems(desk_item(claim, claim), lesson))


def test_a_draft_may_be_empty_or_half_done():
    assert KIND.answer.model_validate({}).claims == {}
    half = KIND.answer.model_validate({"claims": {"C1": {"log": [], "searched_nothing": "the year", "so": {}}}})
    assert half.claims["C1"].searched_nothing == "the year"


@pytest.mark.parametrize(
    "claims",
    [
        {"C1": {"said": "perhaps"}},
        {"C1": {"so": {EARLY: "true"}}},
        {"C1": {"confidence": 5}},
        {"C1": {"searched_nothing": "x" * 301}},
        {"C1": {"log": [{"source": "town-page", "shows": "supports"}]}},
        {"C1": {"log": [{"source": "a", "shows": "neither", "near": "party"}] * 41}},
        {"C1": {"verdict": "holds"}},
        {"C1": {"reason": "x" * 601}},
        {"C1": {"rated": {"D": 4}}},
        {"C1": {"rated": {"A": 1}}},
        {"C1": {"look": {"scanned": -1}}},
        {str(number): {} for number in range(101)},
    ],
)
def test_an_answer_of_the_wrong_shape_is_refused(claims):
    with pytest.raises(ValidationError):
        KIND.answer.model_validate({"claims": claims})


def test_at_a_desk_with_search_sources_may_be_left_out_and_the_evidence_comes_first(lesson):
    item = desk_item({"claim": "C1"}, search=True)
    assert KIND.problems(item, lesson) == []
    assert sources_of(lesson.claims["C1"], item.claims[0].sources, lesson) == ("town-page", "archive-note")


def test_without_search_a_claim_needs_sources(lesson):
    assert any("has 0 sources" in problem for problem in KIND.problems(desk_item({"claim": "C2"}), lesson))


def test_a_source_for_teachers_only_is_on_no_desk(lesson):
    hidden = lesson.sources["old-guide"].model_copy(update={"teacher_only": True})
    lesson.sources["old-guide"] = hidden
    assert any("old-guide is for teachers only" in problem for problem in KIND.problems(desk_item(), lesson))
    assert "old-guide" not in KIND.page(desk_item({"claim": "C1"}, search=True), lesson)["sources"]
