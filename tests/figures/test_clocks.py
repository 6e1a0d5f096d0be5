"""The slider over two claims: what our answer was on a day, and how many sources there were by then."""

from __future__ import annotations

from every_lesson import named

from exercises.figures.clocks import two_clocks_by_day

LESSON = named("kupyansk")
CLOCKS = two_clocks_by_day(LESSON)


def test_it_runs_from_the_day_before_the_first_answer_to_the_day_of_the_last():
    assert (CLOCKS["first"], CLOCKS["last"]) == ("2025-11-20", "2026-03-12")


def test_it_stops_on_every_day_on_which_an_answer_is_new():
    verdicts = {verdict.as_of for name in ("C10", "C12") for verdict in LESSON.claims[name].so}
    assert CLOCKS["days"] == sorted(verdicts)


def test_every_dated_answer_of_both_claims_is_there_with_its_reason():
    for told, name in zip(CLOCKS["claims"], ("C10", "C12"), strict=True):
        claim = LESSON.claims[name]
        assert told["words"] == claim.quote
        assert [(one["day"], one["reason"]) for one in told["verdicts"]] == [
            (one.as_of, one.reason) for one in claim.so
        ]
    assert [one["verdict"] for one in CLOCKS["claims"][0]["verdicts"]][-1] == "Does not hold"


def test_sources_of_a_claim_are_some_of_all_and_those_without_a_date_are_left_out():
    dated = [source for source in LESSON.sources.values() if source.day]
    assert len(CLOCKS["sources"]) == len(dated)
    for told in CLOCKS["claims"]:
        assert 0 < len(told["sources"]) < len(dated)
        assert set(told["sources"]) <= set(CLOCKS["sources"])


def test_evidence_of_a_verdict_counts_among_the_sources_that_were_there_on_its_day():
    for told, name in zip(CLOCKS["claims"], ("C10", "C12"), strict=True):
        assert LESSON.claims[name].so
        for verdict in LESSON.claims[name].so:
            assert sum(day <= verdict.as_of for day in told["sources"]) >= len(verdict.evidence)
