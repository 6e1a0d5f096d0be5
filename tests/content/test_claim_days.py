"""A page is read in one way for claims that say the same or the opposite, and speaks for its own days only."""

import pytest
from every_lesson import each_lesson, named

KUPYANSK = named("kupyansk")

# How things stood from a day on, where voices of that day speak against each other: nobody could know it earlier.
NOT_BEFORE = {"C23": "2025-11-20", "C25": "2025-11-20", "K2": "2025-11-20", "W22": "2025-11-20"}


@pytest.mark.parametrize(("name", "day"), NOT_BEFORE.items())
def test_a_page_that_is_older_than_what_a_claim_is_about_speaks_neither_for_nor_against_it(name, day):
    earlier = [source for source in KUPYANSK.sources.values() if source.day and source.day < day]
    assert [source.id for source in earlier if name in (*source.supports, *source.contradicts)] == []
    assert any(name in source.context for source in earlier)


def test_a_page_on_a_ring_speaks_for_the_ring_of_its_own_days_and_alike_for_claim_and_denial():
    ring, none, ours = "W43", "K8", "C25"
    told = set()
    for source in KUPYANSK.sources.values():
        says = ring in source.supports, ring in source.contradicts
        assert (none in source.contradicts, none in source.supports) == says, source.id
        later = bool(source.day and source.day >= NOT_BEFORE[ours])
        assert not (later and any(says)), source.id
        told |= {later} if any(says) or {ours} & {*source.supports, *source.contradicts} else set()
    assert told == {True, False}


def test_who_says_outright_that_the_city_is_russian_speaks_against_ukrainian_control_on_whatever_day():
    plain = [one for one in KUPYANSK.sources.values() if {"C10", "K7"} & {*one.supports, *one.contradicts}]
    held = [one for one in plain if "K7" in one.contradicts]
    assert len(held) > 5
    assert [one.id for one in held if "K3" not in one.contradicts] == []
    early = [one for one in held if one.day and one.day <= "2025-12-02" and not one.origin.startswith("sibling")]
    assert [one.id for one in early if "K2" not in one.contradicts or "W22" not in one.supports] == []


@each_lesson
def test_who_may_say_no_to_was_it_said_may_say_that_a_claim_about_saying_does_not_hold(lesson):
    about = [claim for claim in lesson.claims.values() if claim.judged and claim.about_saying]
    both = [claim for claim in about if "no" in (claim.said.answer, *claim.said.also_accept)]
    assert both
    for claim in both:
        assert all("does-not-hold" in (one.verdict, *claim.accepted_on(one.as_of)) for one in claim.so), claim.id
