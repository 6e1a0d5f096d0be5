"""Scores and remarks of a desk, as a student meets them."""

from dataclasses import replace

import pytest
from desk_lesson import (
    ALL,
    ARCHIVE,
    EARLY,
    FULL,
    LATE,
    OLD_GUIDE,
    OPINION,
    TOWN_PAGE,
    TOWN_RADIO,
    YEAR,
    check,
    desk_item,
    desk_lesson,
    entry,
    notes,
    work,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from exercises.kinds.desk import KIND
from exercises.kinds.desk.score import sureness
from exercises.lesson.models.lesson import SideEntry


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def remark(result, words):
    [found] = [one for one in result.remarks if words in one.subject and one.outcome != "note"]
    return found


def test_the_key_earns_every_point(lesson):
    key = KIND.reveal(desk_item(), lesson)["claims"]["C1"] | {"confidence": 4}
    result = check(lesson, C1=key)
    assert (result.points, result.out_of, result.right) == (5, 5, True)


def test_said_each_date_log_and_origins_are_a_point_each(lesson):
    result = check(lesson, C1=work(*FULL))
    assert (result.points, result.out_of) == (5, 5)
    assert result.summary.startswith("3 of 3 answers agree")
    assert "Independent origins in your logs: 3" in result.summary


def test_a_wrong_verdict_costs_its_point_and_says_ours_with_reason_and_day(lesson):
    result = check(lesson, C1=work(*FULL, so={EARLY: "disputed", LATE: "does-not-hold"}))
    wrong = remark(result, "Is it so, as of 10 June 2025?")
    assert result.points == 4
    assert (wrong.outcome, result.right) == ("wrong", False)
    assert "The archive found the bill of the builder." in wrong.reason
    assert wrong.fact == "As of 10 June 2025: Holds."


def test_an_accepted_alternative_earns_the_point_and_says_why(lesson):
    result = check(lesson, C1=work(*FULL, so={EARLY: "cannot-be-tested", LATE: "holds"}))
    accepted = remark(result, "as of 2 May 2025")
    assert (accepted.outcome, result.points, result.right) == ("accepted", 5, True)
    assert "The bridge was rebuilt twice." in accepted.reason


def test_alternatives_are_named_to_those_who_answered_like_us(lesson):
    right = remark(check(lesson, C1=work(*FULL)), "as of 2 May 2025")
    assert "We also accept “Cannot be tested as worded”" in right.reason


def test_our_own_answer_stays_ours_where_it_is_accepted_for_another_day(lesson):
    lesson.claims["C1"] = lesson.claims["C1"].model_copy(update={"also_accept": ("disputed", "holds")})
    result = check(lesson, C1=work(*FULL))
    assert remark(result, "as of 2 May 2025").outcome == remark(result, "as of 10 June 2025").outcome == "right"


def test_an_alternative_can_be_limited_to_an_early_day(lesson):
    claim = lesson.claims["C1"]
    lesson.claims["C1"] = claim.model_copy(update={"also_accept_until": EARLY})
    so = {EARLY: "cannot-be-tested", LATE: "cannot-be-tested"}
    result = check(lesson, C1=work(*FULL, so=so))
    assert remark(result, "as of 2 May 2025").outcome == "accepted"
    assert remark(result, "as of 10 June 2025").outcome == "wrong"


def test_not_enough_evidence_from_a_thin_log_is_half_right_and_said_kindly(lesson):
    result = check(lesson, C1=work(ARCHIVE, so={EARLY: "disputed", LATE: "not-enough"}))
    careful = remark(result, "as of 10 June 2025")
    assert careful.outcome == "part"
    assert careful.reason.startswith("By that day your log holds too little to say more")


def test_copies_of_one_origin_leave_the_log_thin(lesson):
    result = check(lesson, C1=work(TOWN_PAGE, TOWN_RADIO, so={EARLY: "disputed", LATE: "not-enough"}))
    assert remark(result, "as of 10 June 2025").outcome == "part"


def test_not_enough_evidence_from_a_full_log_earns_nothing_where_the_claim_is_settled(lesson):
    result = check(lesson, C1=work(*FULL, so={EARLY: "not-enough", LATE: "not-enough"}))
    assert remark(result, "as of 2 May 2025").outcome == "part"
    assert remark(result, "as of 10 June 2025").outcome == "wrong"
    assert result.points == 3.5


def test_a_verdict_from_later_sources_only_gets_a_note(lesson):
    result = check(lesson, C1=work(ARCHIVE))
    assert "Nobody could use it on that day" in notes(result)
    assert "Nobody could use it" not in notes(check(lesson, C1=work(ARCHIVE, TOWN_PAGE)))


def test_whoever_logged_nothing_used_nothing_from_later(lesson):
    assert "Nobody could use it" not in notes(check(lesson, C1=work(searched_nothing="the year of the bridge")))


def test_whoever_says_that_there_is_not_enough_used_nothing_from_later_and_gets_no_such_note(lesson):
    result = check(lesson, C1=work(ARCHIVE, so={EARLY: "not-enough", LATE: "holds"}))
    assert "Nobody could use it" not in notes(result)


def test_not_enough_evidence_from_a_full_log_earns_half_where_disputed_can_be_defended_too(lesson):
    lesson.claims["C1"] = lesson.claims["C1"].model_copy(update={"also_accept": ("disputed",)})
    result = check(lesson, C1=work(*FULL, so={EARLY: "disputed", LATE: "not-enough"}))
    assert remark(result, "as of 10 June 2025").outcome == "part"
    assert result.points == 4.5  # said, early verdict, log and origins are a point each; being careful is half of one


def test_undated_sources_cannot_carry_a_dated_verdict_either(lesson):
    result = check(lesson, C1=work(entry("shop-blog", "neither", "saw-it")))
    assert notes(result).count("has no date") == 2


def test_a_right_verdict_from_copies_of_one_origin_earns_less_than_being_careful(lesson):
    copies = (TOWN_PAGE, TOWN_RADIO)
    lucky = check(lesson, C1=work(*copies))
    careful = check(lesson, C1=work(*copies, so={EARLY: "not-enough", LATE: "not-enough"}))
    carried = check(lesson, C1=work(*FULL))
    # A point each for said and for the log, half a point for one origin; the two verdicts earn 1/4, 1/2 or 1 each.
    assert (lucky.points, careful.points) == (2.5 + 2 / 4, 2.5 + 2 / 2)
    assert carried.points == 5
    assert "your log is too thin" in remark(lucky, "as of 10 June 2025").reason


def test_a_verdict_that_agrees_counts_as_agreeing_even_if_the_log_is_thin(lesson):
    assert check(lesson, C1=work(TOWN_PAGE, TOWN_RADIO)).right


def test_what_changed_between_the_days_is_said(lesson):
    [change] = [one for one in check(lesson, C1=work(*FULL)).remarks if "what changed" in one.subject]
    assert "On 2 May 2025 our answer is “Disputed, no independent check”" in change.reason
    assert "On 10 June 2025 our answer is “Holds”. The claim is the same." in change.reason


def test_copies_counted_twice_are_followed_back_to_their_origin(lesson):
    apart = entry("town-radio", "contradicts", "was-told")
    told = remark(check(lesson, C1=work(TOWN_PAGE, apart, OLD_GUIDE)), "independent origins").reason
    assert "Radio Dovhe ← The town hall of Dovhe, 1 May 2025" in told
    assert "Follow each one back" not in remark(check(lesson, C1=work(*FULL)), "independent origins").reason


def test_whose_interest_is_told_back_beside_ours_and_never_scored(lesson):
    wondered = [one | {"interest": "own"} for one in FULL]
    result = check(lesson, C1=work(*wondered))
    assert result.points == check(lesson, C1=work(*FULL)).points
    assert "you wrote “Its own name or business”. At stake: None seen." in remark(result, "your log on D").reason


def test_the_board_names_the_side_with_the_result_only(lesson):
    board = check(lesson, desk_item(YEAR, OPINION, choose_from=1), C1=work(*FULL)).extra["board"]
    assert [(row["claim"], row["side"]) for row in board] == [("C1", "in the article")]


@pytest.mark.parametrize(("kind", "about"), [("attribution", "said"), ("factual-checkable", "world")])
def test_the_board_keeps_claims_that_somebody_said_something_apart(lesson, kind, about):
    claims = {name: claim.model_copy(update={"kind": kind}) for name, claim in lesson.claims.items()}
    board = check(replace(lesson, claims=claims), C1=work(*FULL)).extra["board"]
    assert [row["about"] for row in board] == [about]


def test_the_board_names_a_side_as_the_lesson_does(lesson):
    shops = SideEntry(id="shops", gains="The shops", board="the shops' side")
    info = lesson.info.model_copy(update={"sides": (shops,)})
    claims = {name: claim.model_copy(update={"side": "shops"}) for name, claim in lesson.claims.items()}
    sided = replace(lesson, info=info, claims=claims)
    board = check(sided, C1=work(*FULL)).extra["board"]
    assert [row["side"] for row in board] == ["the shops' side"]
    assert board[0]["days"][1] == {"day": LATE, "yours": "holds", "ours": "holds"}


def test_with_search_any_source_may_be_logged_and_unread_pairs_are_not_scored(lesson):
    item = desk_item({"claim": "C1"}, search=True)
    blog = entry("shop-blog", "supports", "saw-it")
    result = check(lesson, item, C1=work(TOWN_PAGE, ARCHIVE, blog))
    [told] = [one for one in result.remarks if "A shop on the river road" in one.subject]
    assert (told.outcome, "we did not read this source for this claim" in told.reason) == ("note", True)
    assert result.points == check(lesson, item, C1=work(TOWN_PAGE, ARCHIVE)).points


def test_with_search_a_log_like_ours_earns_as_much_as_one_from_a_laid_desk(lesson):
    assert check(lesson, desk_item({"claim": "C1"}, search=True), C1=work(*FULL)).points == 5


@pytest.mark.parametrize(
    ("logged", "outcome"),
    [
        (ARCHIVE, "right"),
        (ARCHIVE | {"near": "repeats"}, "part"),
        (ARCHIVE | {"shows": "contradicts"}, "part"),
        (ARCHIVE | {"near": "repeats", "shows": "contradicts"}, "wrong"),
    ],
)
def test_an_entry_of_the_log_is_right_half_right_or_wrong_by_its_two_cells(lesson, logged, outcome):
    assert remark(check(lesson, C1=work(TOWN_PAGE, logged)), "Archive of Dovhe").outcome == outcome


def test_a_log_without_a_source_on_the_claim_earns_nothing(lesson):
    item = desk_item({"claim": "C1"}, search=True)
    blog = entry("shop-blog", "neither", "saw-it")
    said = check(lesson, item, C1=work(blog, so={EARLY: "not-enough", LATE: "not-enough"}))
    assert said.points == 1 + 0.5 + 0.5


def test_a_verdict_that_changed_needs_something_newer_in_the_log(lesson):
    old = check(lesson, C1=work(TOWN_PAGE, OLD_GUIDE))
    assert "where the answer has changed, also something newer" in remark(old, "as of 10 June 2025").reason
    assert remark(old, "as of 2 May 2025").outcome == "right"
    assert remark(check(lesson, C1=work(TOWN_PAGE, OLD_GUIDE, ARCHIVE)), "as of 10 June 2025").outcome == "right"


def test_a_verdict_needs_a_voice_on_each_side_that_it_rests_on(lesson):
    second = lesson.sources["shop-blog"].model_copy(update={"date": "2025-04-20", "supports": ("C1",)})
    lesson.sources["shop-blog"] = second
    one_sided = check(lesson, C1=work(OLD_GUIDE, entry("shop-blog", "supports", "saw-it")))
    assert remark(one_sided, "as of 2 May 2025").outcome == "part"
    untested = work(OLD_GUIDE, entry("shop-blog", "supports", "saw-it"), so={EARLY: "cannot-be-tested", LATE: "holds"})
    assert remark(check(lesson, C1=untested), "as of 2 May 2025").outcome == "accepted"


def test_neither_luck_nor_care_tells_how_well_one_knows_how_sure_to_be(lesson):
    copies = (TOWN_PAGE, TOWN_RADIO)
    lucky, careful = work(*copies), work(*copies, so={EARLY: "not-enough", LATE: "not-enough"})
    answers = [KIND.answer.model_validate({"claims": {"C1": one}}) for one in (lucky, careful)]
    assert sureness(desk_item(), answers[0], lesson) == sureness(desk_item(), answers[1], lesson)


def test_an_accepted_answer_from_a_thin_log_is_not_called_ours(lesson):
    thin = check(lesson, C1=work(TOWN_PAGE, TOWN_RADIO, so={EARLY: "cannot-be-tested", LATE: "holds"}))
    assert remark(thin, "as of 2 May 2025").reason.startswith("Your answer is one that we accept")


def test_how_one_looked_is_told_back_as_information(lesson):
    item = desk_item({"claim": "C1"}, search=True)
    look = {"scanned": 4, "first": 2, "behind": ["archive-note"]}
    told = notes(check(lesson, item, C1=work(TOWN_PAGE, ARCHIVE, look=look)))
    assert "You had 4 results in view before you opened the first one; that one stood in place 2." in told
    assert "You read who stands behind 1 of the 2 sources in your log." in told
    assert "results in view" not in notes(check(lesson, C1=work(*FULL, look=look)))


def test_two_from_one_origin_count_once(lesson):
    result = check(lesson, C1=work(*FULL))
    origins = remark(result, "independent origins")
    assert origins.outcome == "right"
    assert "A (Town of Dovhe, 1 May 2025) and B (Radio Dovhe, 2 May 2025) go back to one origin" in origins.reason
    assert "they count once" in origins.reason
    assert "Independent origins in your log: 3." in origins.reason


def test_counting_a_copy_twice_costs_a_share_of_the_point(lesson):
    apart = entry("town-radio", "contradicts", "was-told")
    result = check(lesson, C1=work(TOWN_PAGE, apart, OLD_GUIDE, ARCHIVE))
    assert result.points == 4.5
    assert remark(result, "independent origins").outcome == "part"


def test_putting_two_origins_together_is_said(lesson):
    joined = entry("archive-note", "supports", "measured-it", "old-guide")
    origins = remark(check(lesson, C1=work(OLD_GUIDE, joined)), "independent origins")
    assert (origins.outcome, "do not go back to one origin" in origins.reason) == ("wrong", True)


def test_one_origin_is_only_half_a_check(lesson):
    result = check(lesson, C1=work(TOWN_PAGE, TOWN_RADIO))
    assert remark(result, "independent origins").outcome == "part"
    assert "look for a second one" in remark(result, "independent origins").reason


def test_copies_that_point_at_each_other_are_one_group(lesson):
    round_about = [TOWN_PAGE | {"same_as": "town-radio"}, TOWN_RADIO, OLD_GUIDE, ARCHIVE]
    assert remark(check(lesson, C1=work(*round_about)), "independent origins").outcome == "right"


def test_each_logged_source_is_read_again_with_stake_and_origin(lesson):
    wrong = entry("archive-note", "contradicts", "saw-it")
    result = check(lesson, C1=work(TOWN_PAGE, wrong))
    read = remark(result, "your log on D (Archive of Dovhe, 1 June 2025)")
    assert read.outcome == "wrong"
    assert "you logged “It contradicts the claim”; we read it as “It supports the claim”" in read.reason
    assert "we read it as “It measured or counted it”" in read.reason
    assert "At stake: None seen." in read.reason
    assert remark(result, "your log on A").outcome == "right"


def test_a_search_without_a_find_opens_the_answers_and_earns_no_log(lesson):
    result = check(lesson, C1=work(searched_nothing="bridge 1902"))
    assert (result.points, result.out_of) == (1.5, 5)
    assert "“not found” is not “false”" in remark(result, "2. Log").reason


def test_a_search_without_a_find_is_worth_something_where_nothing_on_the_desk_settles_it(lesson):
    item = desk_item({"claim": "C1", "sources": ("shop-blog", "archive-note")})
    lesson.sources["archive-note"] = lesson.sources["archive-note"].model_copy(update={"supports": ()})
    assert check(lesson, item, C1=work(searched_nothing="bridge 1902")).points == 4


def test_an_opinion_is_not_judged_and_its_note_says_why(lesson):
    opinion = work(entry("town-page", "supports", "party"), so={EARLY: "holds"}, said="yes")
    result = check(lesson, desk_item(OPINION), C2=opinion)
    assert result.out_of == 3
    assert "A forecast gets no verdict." in notes(result)
    assert any(one.fact == "Not judged here." for one in result.remarks)


def test_an_opinion_earns_a_point_for_who_said_it_for_the_log_and_for_origins_alone(lesson):
    key = KIND.reveal(desk_item(OPINION), lesson)["claims"]["C2"] | {"confidence": 4, "so": {EARLY: "holds"}}
    result = check(lesson, desk_item(OPINION), C2=key)
    assert (result.points, result.out_of) == (3, 3)


@pytest.mark.parametrize(
    ("said", "outcome"), [("not-applicable", "right"), ("not-found", "accepted"), ("yes", "wrong")]
)
def test_whether_it_was_said_is_right_accepted_or_wrong(lesson, said, outcome):
    claim = lesson.claims["C1"]
    ours = claim.said.model_copy(update={"also_accept": ("not-found",), "also_accept_why": "Nobody has the plate."})
    lesson.claims["C1"] = claim.model_copy(update={"said": ours})
    part = remark(check(lesson, C1=work(*FULL, said=said)), "Was it said?")
    assert (part.outcome, "Nobody has the plate." in part.reason) == (outcome, True)


def test_a_worked_claim_is_scored_on_its_questions_only(lesson):
    result = check(lesson, desk_item(YEAR | {"given": True}), C1=work())
    assert (result.points, result.out_of) == (3, 3)
    assert "go back to one origin" in notes(result)


def test_a_note_on_a_claim_is_told_once_and_worth_nothing(lesson):
    lesson.claims["C1"] = lesson.claims["C1"].model_copy(update={"note": "The year stands on a plate."})
    opinion = work(TOWN_PAGE, so={EARLY: "holds"})
    both = check(lesson, desk_item(YEAR, OPINION), C1=work(*FULL), C2=opinion)
    assert notes(both).count("The year stands on a plate.") == 1
    assert notes(both).count("A forecast gets no verdict.") == 1
    alone = check(lesson, C1=work(*FULL))
    assert (alone.points, alone.out_of) == (5, 5)


def test_reasons_name_other_claims_in_words(lesson):
    claim = lesson.claims["C1"]
    said = claim.said.model_copy(update={"reason": "See C2 for the rest."})
    lesson.claims["C1"] = claim.model_copy(update={"said": said})
    told = remark(check(lesson, C1=work(*FULL)), "Was it said?")
    assert "See “The bridge will stay closed until May.” for the rest." in told.reason


def test_confidence_is_paired_with_right_answers_claim_by_claim(lesson):
    item = desk_item(YEAR, OPINION)
    opinion = work(TOWN_PAGE, so={EARLY: "holds"}, said="no", confidence=2)
    answer = KIND.answer.model_validate({"claims": {"C1": work(*FULL), "C2": opinion}})
    assert sureness(item, answer, lesson) == [(3, True), (2, False)]


def test_confidence_in_a_claim_that_is_not_finished_is_not_counted(lesson):
    answer = KIND.answer.model_validate({"claims": {"C1": work(*FULL), "C2": {"said": "yes"}}})
    assert sureness(desk_item(YEAR, OPINION), answer, lesson) == [(3, True)]


logs = some.lists(
    some.builds(
        entry,
        some.sampled_from(ALL),
        some.sampled_from(["supports", "contradicts", "neither"]),
        some.sampled_from(["saw-it", "measured-it", "party", "was-told", "repeats"]),
        some.sampled_from([None, *ALL]),
    ),
    min_size=1,
    unique_by=lambda one: one["source"],
)
verdicts = some.sampled_from(["holds", "does-not-hold", "disputed", "cannot-be-tested", "not-enough"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=logs, early=verdicts, late=verdicts)
def test_any_finished_answer_lies_between_nothing_and_everything_and_each_part_has_a_reason(lesson, log, early, late):
    result = check(lesson, C1=work(*log, so={EARLY: early, LATE: late}))
    assert 0 <= result.points <= result.out_of == 5
    assert len([one for one in result.remarks if one.outcome != "note"]) == 3 + len(log) + 1
