"""Nobody is hurt or outed by a line of the course: counts of people wait, and nobody is asked who they are."""

import re

import pytest
from every_lesson import HOME, LESSONS, each_lesson, items_of, named

from exercises.kinds import KINDS
from exercises.kinds.desk.reading import sources_of

REAL = named("kupyansk")
COUNTS = re.compile(r"\bkilled\b|\bfound dead\b|\blosses since\b|\bsoldiers are left\b|\bcasualties\b|\btoll\b")
ASKS = re.compile(
    r"(who|somebody|anybody|anyone|one of you) (here )?(reads?|speaks?|knows?|can read) (Russian|Ukrainian|German)"
    r"\W+(let|ask|read|may)",
    re.IGNORECASE,
)


@each_lesson
def test_a_claim_that_counts_people_of_a_war_waits_behind_a_warning(lesson):
    counting = {name for name, claim in lesson.claims.items() if COUNTS.search(claim.words)}
    assert {name for name in counting if not lesson.claims[name].grave} == set()


@each_lesson
def test_what_counts_people_killed_lies_with_such_claims_alone(lesson):
    for claim in (claim for claim in lesson.claims.values() if not claim.grave):
        assert [name for name in sources_of(claim, (), lesson) if lesson.sources[name].grave] == [], claim.id
    for item in (item for item in items_of(lesson).values() if item.kind == "desk"):
        for placed in (placed for placed in item.claims if not lesson.claims[placed.claim].grave):
            assert [name for name in placed.sources if lesson.sources[name].grave] == [], item.id


@each_lesson
def test_no_source_names_a_number_of_people_killed_without_its_mark(lesson):
    number = re.compile(r"\d[\d,]* (civilians |soldiers |people )?(killed|dead)|(killed|dead)\D{0,20}\d")
    found = {name for name, source in lesson.sources.items() if number.search(source.says) and not source.teacher_only}
    assert {name for name in found if not lesson.sources[name].grave} == set()


def test_no_desk_of_the_lesson_itself_gives_such_a_claim_without_a_choice():
    desks = [item for item in items_of(REAL).values() if item.kind == "desk"]
    with_grave = [item for item in desks if any(REAL.claims[placed.claim].grave for placed in item.claims)]
    assert with_grave
    for item in with_grave:
        free = [placed for placed in item.claims if not REAL.claims[placed.claim].grave]
        assert 0 < item.choose_from < len(free)


def test_the_page_of_a_desk_says_which_claims_wait():
    item = items_of(REAL)["hold-desk"]
    page = KINDS["desk"].page(item, REAL)
    assert [claim["grave"] for claim in page["claims"]].count(True) == 1


def test_charts_that_count_soldiers_wait_for_a_reader_who_asks():
    assert {chart.id: bool(chart.warning) for chart in REAL.background.count_charts} == {
        "head-counts": True,
        "ring": True,
    }


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_line_asks_for_a_reader_of_a_language(lesson):
    for file in sorted(lesson.folder.rglob("*.md")):
        assert not ASKS.search(" ".join(file.read_text("utf-8").split())), file.name


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_students_predict_and_do_not_bet_on_places_where_people_live(lesson):
    for entry in lesson.info.notebooks:
        assert not re.search(r"\bbets?\b", seen(entry), re.IGNORECASE), entry.name


def seen(entry) -> str:
    """Give the words of a built notebook, without the ids of exercises."""
    text = (HOME / "notebooks" / entry.to).read_text("utf-8")
    return re.sub(r"[a-z0-9]+(-[a-z0-9]+)+", "", text)
