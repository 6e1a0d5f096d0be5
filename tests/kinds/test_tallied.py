"""What is counted of a class knows every part of our own answer, and gives it the worth that the score gives it."""

from __future__ import annotations

import pytest
from every_lesson import LESSONS, items_of
from our_answers import full_answer

from exercises.kinds import KINDS

TALLIED = [
    (lesson, item) for lesson in LESSONS for item in items_of(lesson).values() if KINDS[item.kind].tallied is not None
]
named = pytest.mark.parametrize(("lesson", "item"), TALLIED, ids=lambda one: one.id)


@named
def test_our_own_answer_is_counted_in_full_and_as_right(lesson, item):
    kind = KINDS[item.kind]
    parts = kind.tallied.parts(item, lesson)
    given = kind.tallied.given(item, kind.answer.model_validate(full_answer(item, lesson)), lesson)
    worths = {part.id: {choice.id: choice.worth for choice in part.choices} for part in parts}
    assert set(given) <= set(worths)
    assert {worths[part][one] for part, chosen in given.items() for one in chosen} <= {"right", "accepted", "open"}
    assert any(given.values())


@named
def test_parts_and_choices_have_names_of_their_own_and_words(lesson, item):
    parts = KINDS[item.kind].tallied.parts(item, lesson)
    assert len({part.id for part in parts}) == len(parts)
    assert all(len({choice.id for choice in part.choices}) == len(part.choices) > 0 for part in parts)
    assert all(part.text and all(choice.text for choice in part.choices) for part in parts)


@named
def test_an_empty_answer_and_one_of_strange_names_are_counted_without_a_fault(lesson, item):
    kind = KINDS[item.kind]
    known = {part.id for part in kind.tallied.parts(item, lesson)}
    strange = {
        "choose": {"chosen": ["nothing-of-ours"]},
        "sort": {"placed": {"no-card": "no-bin"}},
        "rate": {"ratings": {"no-statement": 1}},
        "compare": {"steps": {"no-question": "nowhere"}},
        "desk": {"claims": {"C999": {"said": "yes"}}},
        "mark": {"marks": []},
    }
    for answer in ({}, strange[item.kind]):
        assert set(kind.tallied.given(item, kind.answer.model_validate(answer), lesson)) <= known
