"""What the remarks on a desk say: of our answer, and of each source that a student logged."""

from dataclasses import replace

import pytest
from desk_lesson import OLD_GUIDE, TOWN_PAGE, check, desk_item, desk_lesson, work


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def remark(result, words):
    return next(one for one in result.remarks if words in one.subject and one.outcome != "note")


def test_what_our_answer_rests_on_and_does_not_lie_on_the_desk_is_named(lesson):
    here = desk_item({"claim": "C1", "sources": ["town-page", "old-guide"]})
    told = [remark(check(lesson, item, C1=work(TOWN_PAGE, OLD_GUIDE)), "10 June 2025") for item in (here, None)]
    assert "It also rests on what is not on this desk: Archive of Dovhe, 1 June 2025." in told[0].reason
    assert "not on this desk" not in told[1].reason


def test_a_day_in_a_reason_is_read_in_words(lesson):
    claim = lesson.claims["C1"]
    dated = claim.said.model_copy(update={"reason": "Searched on 2026-11-23."})
    known = replace(lesson, claims=lesson.claims | {"C1": claim.model_copy(update={"said": dated})})
    told = " ".join(one.reason for one in check(known, C1=work(TOWN_PAGE)).remarks)
    assert "Searched on 23 November 2026." in told
    assert "2026-11-23" not in told


def test_a_reading_of_a_source_that_is_not_ours_gets_a_reason(lesson):
    wrong = OLD_GUIDE | {"shows": "contradicts"}
    told = remark(check(lesson, C1=work(TOWN_PAGE, wrong)), "your log on C").reason
    assert "we read it as “It supports the claim”. If it is right, the claim is more likely to be so." in told
