"""The levels on rows D and E of the rubric: counted where they can be, self-rated where not."""

import pytest
from desk_lesson import ARCHIVE, EARLY, OLD_GUIDE, TOWN_PAGE, TOWN_RADIO, desk_item, desk_lesson, entry, work

from exercises.kinds.desk import KIND
from exercises.kinds.desk.casework import lay_out
from exercises.kinds.desk.feedback import origins
from exercises.kinds.desk.rubric import outside_check, reasoning, remarks


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def case(lesson, *log, **fields):
    answer = KIND.answer.model_validate({"claims": {"C1": work(*log, **fields)}})
    [found] = lay_out(desk_item(), answer, lesson)
    return found


EXPLAINED = {"reason": "The town pays for the bridge, the archive has the bill.", "rated": {"D": 3, "E": 3}}


@pytest.mark.parametrize(
    ("log", "fields", "level"),
    [
        ((), {"searched_nothing": "bridge"}, 0),
        ((TOWN_PAGE,), {}, 1),
        ((TOWN_PAGE, TOWN_RADIO), {}, 1),
        ((TOWN_PAGE, OLD_GUIDE), {}, 2),
        ((TOWN_PAGE, ARCHIVE), {}, 2),
        ((TOWN_PAGE, ARCHIVE), EXPLAINED, 3),
    ],
)
def test_row_d_counts_origins_nearness_and_asks_for_the_conflict(lesson, log, fields, level):
    assert outside_check(case(lesson, *log, **fields)).level == level


def test_one_source_is_never_more_than_a_beginning(lesson):
    for name in ("town-page", "town-radio", "old-guide", "archive-note"):
        silent = {"supports": (), "contradicts": ()}
        lesson.sources[name] = lesson.sources[name].model_copy(update=silent)
    blog = entry("shop-blog", "neither", "saw-it")
    assert outside_check(case(lesson, blog)).level == 1
    assert outside_check(case(lesson, blog, OLD_GUIDE)).because == "silent"


def test_two_sources_that_are_newer_than_the_first_day_are_not_dated_evidence_for_it(lesson):
    lesson.sources["old-guide"] = lesson.sources["old-guide"].model_copy(update={"date": "2025-06-09"})
    assert outside_check(case(lesson, ARCHIVE, OLD_GUIDE)).because == "undated"


def nearer_guide(lesson, near):
    lesson.sources["old-guide"] = lesson.sources["old-guide"].model_copy(update={"near": near})


def test_sources_that_agree_leave_no_conflict_to_explain_and_the_level_says_so(lesson):
    nearer_guide(lesson, "saw-it")
    desk = case(lesson, ARCHIVE, OLD_GUIDE)
    found = outside_check(desk)
    assert (found.level, found.because) == (3, "agree")
    assert "no conflict to explain" in " ".join(one.reason for one in remarks(desk))


def test_who_only_repeats_is_no_second_voice_for_the_highest_level(lesson):
    assert outside_check(case(lesson, ARCHIVE, OLD_GUIDE)).because == "repeated"
    lesson.sources["town-page"] = lesson.sources["town-page"].model_copy(update={"near": "repeats"})
    lesson.sources["town-radio"] = lesson.sources["town-radio"].model_copy(update={"near": "repeats"})
    assert outside_check(case(lesson, ARCHIVE, OLD_GUIDE)).because == "only_repeated"


def test_the_levels_count_the_same_origins_as_the_result(lesson):
    lesson.sources["old-guide"] = lesson.sources["old-guide"].model_copy(update={"date": None, "date_inferred": None})
    desk = case(lesson, TOWN_PAGE, TOWN_RADIO, ARCHIVE, OLD_GUIDE, **EXPLAINED)
    [told] = origins(desk, "right")
    assert "Independent origins in your log: 2." in told.reason
    assert "because it has no day: C (A guide of 1990, no date)." in told.reason
    assert "Independent origins: 2, and one as near as can be found." in " ".join(one.reason for one in remarks(desk))


def test_to_say_of_oneself_that_the_conflict_is_explained_needs_words(lesson):
    assert outside_check(case(lesson, TOWN_PAGE, ARCHIVE, rated={"D": 3})).level == 2


def test_without_a_reason_row_e_stays_at_nothing_whatever_the_own_rating(lesson):
    assert reasoning(case(lesson, TOWN_PAGE, ARCHIVE, rated={"E": 3})).level == 0


def test_with_a_reason_row_e_is_the_own_rating(lesson):
    assert reasoning(case(lesson, TOWN_PAGE, ARCHIVE, **EXPLAINED)).level == 3
    assert reasoning(case(lesson, TOWN_PAGE, ARCHIVE, reason="It is so.", rated={"E": 0})).level == 0


def test_that_words_stand_there_is_no_level_until_their_writer_gives_one(lesson):
    answer = KIND.answer.model_validate({"claims": {"C1": work(TOWN_PAGE, ARCHIVE, reason="Abc.")}})
    told = {one.subject: one.reason for one in KIND.score(desk_item(), answer, lesson).remarks}
    assert "cannot read what your reason is worth" in told["Claim 1: reasoning and confidence: no level yet"]
    assert [level.row for level in KIND.levels(desk_item(), answer, lesson)] == ["D"]


def test_the_report_says_of_a_level_of_ones_own_that_it_is_ones_own(lesson):
    answer = KIND.answer.model_validate({"claims": {"C1": work(TOWN_PAGE, ARCHIVE, **EXPLAINED)}})
    assert {level.row: level.by for level in KIND.levels(desk_item(), answer, lesson)} == {"D": "counted", "E": "own"}


def test_being_very_sure_from_one_origin_keeps_row_e_low(lesson):
    assert reasoning(case(lesson, TOWN_PAGE, TOWN_RADIO, **EXPLAINED, confidence=4)).because == "too_sure"


def test_both_levels_stand_in_the_result_with_the_own_rating_beside_them(lesson):
    answer = KIND.answer.model_validate({"claims": {"C1": work(TOWN_PAGE, TOWN_RADIO, rated={"D": 3})}})
    told = {one.subject: one.reason for one in KIND.score(desk_item(), answer, lesson).remarks}
    assert "You rated yourself 3." in told["Claim 1: outside check: level 1 of 3"]
    assert "Claim 1: reasoning and confidence: level 0 of 3" in told


def test_a_careful_answer_from_two_origins_stands_higher_than_a_right_one_from_copies(lesson):
    copies = case(lesson, TOWN_PAGE, TOWN_RADIO)
    careful = case(lesson, TOWN_PAGE, entry("old-guide", "supports", "repeats"), so={EARLY: "not-enough"})
    assert outside_check(copies).level < outside_check(careful).level
