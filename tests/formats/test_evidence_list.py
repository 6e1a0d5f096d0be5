"""The evidence list says in plain text all that the claim card shows, and what the student saw in each source."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from desk_files import REASON, checked_desk
from desk_lesson import ALL, desk_item
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.formats.claim_card import claim_card
from exercises.kinds.checked import Checked
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.offers import checked_claim
from exercises.kinds.offers import take


def text(work):
    return take(work, "evidence/C1").text


@pytest.fixture
def work(tmp_path):
    return checked_desk(tmp_path / "bridge")


def test_each_source_stands_with_publisher_date_what_it_shows_how_near_it_is_and_its_origin(work):
    assert """B (Radio Dovhe, 2 May 2025)
  It contradicts the claim.
  It was told by one of those involved.
  Same origin as A (Town of Dovhe, 1 May 2025).
C (A guide of 1990, 1 April 2025)
  It supports the claim.
  It repeats what others published.
  An origin of its own.
""" in text(work)


def test_the_list_says_that_it_is_practice_whose_it_is_and_what_the_articles_words_are(work):
    listed = text(work)
    assert "Practice. Not a published fact check." in listed
    assert "Checked by amber-heron-42 on 24 November 2026." in listed
    assert "Words of the article, sentence 2. Teaching specimen: contains errors." in listed


def test_both_answers_stand_with_their_dates(work):
    assert "Was it said? It has no speaker\n  Answered by a student on 24 November 2026." in text(work)
    assert "Is it so, as of 2 May 2025? Disputed, no independent check\n" in text(work)
    assert "Is it so, as of 10 June 2025? Holds\n" in text(work)


def test_our_dated_answers_stand_beside_them_only_if_they_were_shown(tmp_path, work):
    assert "The course’s answer" not in text(work)
    shown = text(checked_desk(tmp_path / "shown", shown=True))
    assert "The course’s answer: It has no speaker (as of 2 May 2025)." in shown
    assert "The course’s answer: Disputed, no independent check (as of 2 May 2025). It also accepts: Cannot be" in shown
    assert "The course’s answer: Holds (as of 10 June 2025)." in shown


def test_a_search_without_a_find_is_told_as_what_it_is(tmp_path):
    listed = text(checked_desk(tmp_path / "bridge", log=[], searched_nothing="bridge 1902\nphotograph"))
    assert "Not found is not the same as false." in listed
    assert "Searched, and found nothing:\n    bridge 1902\n    photograph\n" in listed


def test_a_log_that_was_filled_in_by_the_course_says_so(tmp_path):
    item = desk_item({"claim": "C1", "sources": ("town-page", "town-radio", "archive-note"), "given": True})
    listed = text(checked_desk(tmp_path / "bridge", item=item, log=[]))
    assert "This log was filled in by the course." in listed
    assert "Sources logged: 3. Independent origins: 2, as the course counts them." in listed


def test_the_students_reason_stands_on_lines_of_its_own(work):
    first, second = REASON.splitlines()
    assert f"Why, in the student’s own words:\n    {first}\n    {second}\n" in text(work)


def words_of(card):
    lines = [card["practice"], card["words"], card["about"], card["evidence"], *card["foot"]]
    for one in card["answers"]:
        lines += [one["question"], one["answer"], *one["notes"], one["ours"]]
    return lines


@pytest.mark.parametrize("shown", [False, True])
def test_the_words_for_those_who_cannot_see_the_card_hold_every_word_on_it(tmp_path, shown):
    file = take(checked_desk(tmp_path / "bridge", shown=shown), "card/C1")
    assert (file.name, file.type) == ("whosays-amber-heron-42-C1-card.png", "image/png")
    assert [words for words in words_of(file.card) if words not in file.text] == []


def test_the_card_is_fair_by_itself(work):
    card = claim_card(checked_claim(work, "C1"))
    assert card["practice"] == "Practice. Not a published fact check."
    assert card["words"] == "“the bridge has stood since 1902”"
    assert card["about"].endswith("Teaching specimen: contains errors.")
    assert [one["question"] for one in card["answers"]] == [
        "Was it said?",
        "Is it so, as of 2 May 2025?",
        "Is it so, as of 10 June 2025?",
    ]
    assert "Independent origins: 3" in card["evidence"]
    assert "amber-heron-42" in card["foot"][0]


def test_no_verdict_stands_large_on_the_card_of_a_forecast(tmp_path):
    base = checked_desk(tmp_path / "bridge")
    item = desk_item({"claim": "C2", "sources": ALL}, as_of=["2025-05-02"])
    claim = base.answer.claims["C1"].model_copy(update={"so": {"2025-05-02": "does-not-hold"}})
    forecast = Checked(item, DeskAnswer(claims={"C2": claim}), base.lesson, base.code, base.when, shown=True)
    so = claim_card(checked_claim(forecast, "C2"))["answers"][1]
    assert (so["answer"], so["ours"]) == ("Not judged here", "")
    assert so["notes"][0] == "Opinions, reasons and forecasts get no verdict. The student’s answer was: Does not hold."
    assert (
        claim_card(checked_claim(forecast, "C2"))["about"]
        == "A statement, in the words of the course. Stated on 1 May 2025."
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return checked_desk(tmp_path_factory.mktemp("any") / "bridge")


@settings(max_examples=60)
@given(reason=st.text(st.sampled_from('ab </>{}\n"\u0301\u202eש🙂'), max_size=60).map("a".__add__))
def test_whatever_a_student_writes_stays_on_its_own_lines(desk, reason):
    claim = desk.answer.claims["C1"].model_copy(update={"reason": reason})
    listed = text(Checked(desk.item, DeskAnswer(claims={"C1": claim}), desk.lesson, desk.code, desk.when, shown=False))
    held = re.search(r"own words:\n(.*?)\n\nSources logged", listed, re.S).group(1)
    assert [line[:4] for line in held.split("\n")] == ["    "] * (reason.count("\n") + 1)
    assert "\n".join(line[4:] for line in held.split("\n")) == reason.replace("\u202e", "")


def test_an_invented_claim_and_its_sources_say_so(work):
    sources = {
        name: source.model_copy(update={"label": "Invented for the course"})
        for name, source in work.lesson.sources.items()
    }
    lesson = replace(work.lesson, sources=sources, info=work.lesson.info.model_copy(update={"invented": True}))
    listed = text(replace(work, lesson=lesson))
    assert "place, people and sources are invented" in listed
    assert listed.count("  Invented for the course\n") == 4
    assert "invented" not in text(work).lower()
