"""The ways of the words in the lessons: enough of them came through whole, and none leads out of the course."""

import json
from itertools import pairwise

import pytest
from every_lesson import LESSONS, items_of

from exercises.kinds.compare import KIND
from exercises.kinds.compare.item import NOWHERE

WAYS = {lesson.id: [item for item in items_of(lesson).values() if item.kind == "compare"] for lesson in LESSONS}
with_a_way = pytest.mark.parametrize(
    "lesson", [lesson for lesson in LESSONS if WAYS[lesson.id]], ids=lambda lesson: lesson.id
)
TRACES = [
    pytest.param(lesson, trace, id=f"{lesson.id}-{trace.id}") for lesson in LESSONS for trace in lesson.background.trace
]


@with_a_way
def test_at_least_half_of_what_could_have_changed_came_through_whole(lesson):
    changes = [question for item in WAYS[lesson.id] for question in item.questions if question.states]
    whole = [question for question in changes if question.at == NOWHERE]
    assert changes
    assert 2 * len(whole) >= len(changes)


@with_a_way
@pytest.mark.parametrize("place", [NOWHERE, 0, -1])
def test_who_always_chooses_the_same_place_fails(lesson, place):
    points = out_of = 0.0
    for item in WAYS[lesson.id]:
        versions = [version["id"] for version in KIND.page(item, lesson)["versions"]]
        step = NOWHERE if place == NOWHERE else versions[place]
        chosen = {question.id: step for question in item.asked}
        answer = KIND.answer(steps=chosen, basis=dict.fromkeys(chosen, "shown"))
        result = KIND.score(item, answer, lesson)
        points, out_of = points + result.points, out_of + result.out_of
    assert points < 0.75 * out_of


@with_a_way
def test_shown_and_inferred_are_both_asked_for(lesson):
    assert {question.basis for item in WAYS[lesson.id] for question in item.asked} == {"shown", "inferred"}


@with_a_way
def test_a_way_names_sites_and_links_none(lesson):
    assert [item.id for item in WAYS[lesson.id] if "://" in json.dumps(KIND.page(item, lesson))] == []


@pytest.mark.parametrize(("lesson", "trace"), TRACES)
def test_a_version_tells_itself_and_not_what_another_one_lost(lesson, trace):
    comparing = ("same ", "no longer", "instead", "becomes", "has become", "unlike", "kept", "left out", "dropped")
    assert [one.source for one in trace.versions if any(word in one.says for word in comparing)] == []


def test_where_no_hour_is_shown_among_versions_of_one_day_the_order_is_called_inferred():
    inferred = [
        bool(later.order_inferred)
        for lesson, trace in (one.values for one in TRACES)
        for earlier, later in pairwise(trace.versions)
        if lesson.sources[earlier.source].day == lesson.sources[later.source].day
        if lesson.sources[later.source].date is None
    ]
    assert set(inferred) == {True}
