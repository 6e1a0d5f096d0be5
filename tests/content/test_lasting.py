"""What students learn should last: they recall it on new sentences, get a second case, and leave the article behind."""

import re

import pytest
from every_lesson import LESSONS, items_of
from our_answers import full_answer

from exercises.kinds import KINDS
from exercises.notebook.cells import ChartPlace, ExercisePlace, Passage, TeacherNote
from exercises.notebook.prose import read_prose

REAL = next(lesson for lesson in LESSONS if lesson.info.instead)
PRACTICE = "ritten for this course"
NUMBERED = [(lesson, entry.name) for lesson in LESSONS for entry in lesson.info.notebooks if entry.name[0] == "0"]


def over(first, lessons=LESSONS):
    """Run a test over the notebooks from a number on."""
    some = [one for one in NUMBERED if one[0] in lessons and first <= int(one[1][1])]
    return pytest.mark.parametrize(("lesson", "name"), some, ids=[f"{lesson.id}/{name}" for lesson, name in some])


def recalls(lesson, name):
    return [item for item in items_of(lesson).of(name) if item.role == "recall" or "-recall-" in item.id]


# ---- recall ----

DRAWS_ON = {
    "03": {"close-recall-source": "02", "close-recall-cue": "02", "close-recall-content": "02"},
    "04": {"verb-recall-lost": "01", "verb-recall-cue": "02", "verb-recall-voice": "02"},
    "05": {"sure-recall-owner": "02", "sure-recall-cue": "02", "sure-recall-voice": "03"},
    "06": {"frame-recall-verb": "04", "frame-recall-own": "02", "frame-recall-hedge": "05"},
    "07a": {"behind-recall-near": "03", "behind-recall-verb": "04", "behind-recall-doubt": "05"},
    "07b": {"hold-recall-source": "02", "hold-recall-voice": "02", "hold-recall-hedge": "05"},
    "08": {"check-recall-origin": "07b", "check-recall-said": "07b", "check-recall-may": "05"},
}


@over(3)
def test_three_recall_items_stand_on_sentences_that_nobody_has_met(lesson, name):
    mine = recalls(lesson, name)
    assert len(mine) >= 3
    for item in mine:
        assert PRACTICE in item.label
        new = [item.quote] if item.kind == "choose" else [card.text for card in item.cards]
        others = [one.model_dump_json() for one in items_of(lesson).values() if one.id != item.id]
        known = [lesson.article.text, *(text.text for text in lesson.texts.values()), *others]
        assert all(new)
        assert [text for text in new if any(text in one for one in known)] == []


@over(3, [REAL])
def test_a_recall_item_draws_on_an_earlier_notebook_in_which_its_row_is_practised(lesson, name):
    names = {entry.name.split("_")[0]: entry.name for entry in lesson.info.notebooks}
    sources = DRAWS_ON[name.split("_")[0]]
    assert {item.id for item in recalls(lesson, name)} == set(sources)
    for item in recalls(lesson, name):
        assert sources[item.id] < name.split("_")[0]
        practised = {one.rubric for one in items_of(lesson).of(names[sources[item.id]])}
        assert item.rubric in practised, item.id


# ---- a second worked case, and a way on ----

MOST_STEPS = 90  # words of the steps
NOT_HELPED = {
    "close-rules": "newsroom rules, which have no lines of the card",
    "verb-hunt": "counting verbs, with neither “said” nor “not” put in",
    "frame-louder": "a headline beside its text",
    "frame-spelling": "two languages",
    "frame-route": "two languages",
    "behind-first-move": "what to do on a page before one reads it",
}


def case_of(lesson, name):
    """Give the second case of a notebook."""
    return next(item for item in items_of(lesson).of(name) if item.id.endswith("-second-case"))


def cells_of(lesson, name):
    return read_prose(lesson.folder / f"{name}.md").cells


def places(lesson, name):
    """Give the ids of the exercises as a student meets them."""
    return [cell.id for cell in cells_of(lesson, name) if isinstance(cell, ExercisePlace)]


def scored(item, lesson):
    """Say whether a Check of this exercise earns points."""
    kind = KINDS[item.kind]
    if item.seal or item.kind == "write":
        return False
    return kind.score(item, kind.answer.model_validate(full_answer(item, lesson)), lesson).out_of > 0


@over(2)
def test_a_second_case_is_walked_step_by_step_behind_the_exit_item(lesson, name):
    case, order, cells = case_of(lesson, name), places(lesson, name), cells_of(lesson, name)
    exits = [item.id for item in items_of(lesson).of(name) if item.role == "exit"]
    assert case.role == "extension"
    assert PRACTICE in case.label
    assert order.index(case.id) > max(map(order.index, exits))
    at = next(at for at, cell in enumerate(cells) if isinstance(cell, ExercisePlace) and cell.id == case.id)
    above = cells[at - 1]
    assert isinstance(above, Passage)
    walked = above.text[above.text.index("### A second case, step by step") :]
    assert PRACTICE in walked
    assert len(re.findall(r"^\d\. \*\*", walked, re.MULTILINE)) >= 3
    assert len(walked[walked.index("1. **") :].split()) <= MOST_STEPS


@over(2)
def test_two_misses_lead_to_the_second_case_from_what_is_half_done_or_done_alone(lesson, name):
    tried = [item for item in items_of(lesson).of(name) if item.role in ("faded", "alone")]
    assert any(item.ways.again for item in tried)
    assert {item.ways.again for item in items_of(lesson).of(name)} <= {"", case_of(lesson, name).id}


@over(2, [REAL])
def test_it_is_offered_wherever_it_helps(lesson, name):
    tried = [item for item in items_of(lesson).of(name) if item.role in ("faded", "alone") and scored(item, lesson)]
    assert {item.id for item in tried if not item.ways.again} <= set(NOT_HELPED)
    assert not [item.id for item in tried if item.ways.again and item.id in NOT_HELPED]


@over(2)
def test_who_goes_on_leaves_out_practice_and_nothing_that_is_needed_later(lesson, name):
    items, order, cells = items_of(lesson), places(lesson, name), cells_of(lesson, name)
    leaps = [item for item in items.of(name) if item.ways.on]
    assert leaps
    for item in leaps:
        start, end = order.index(item.id), order.index(item.ways.on)
        left_out, later = order[start + 1 : end], [items[one] for one in order[end:]]
        assert left_out
        assert scored(item, lesson)
        assert item.confidence
        assert {items[one].role for one in (*left_out, item.ways.on)} <= {"worked", "faded", "alone", "compare"}
        assert not [one for one in left_out if items[one].seal]
        behind = next(at for at, cell in enumerate(cells) if isinstance(cell, ExercisePlace) and cell.id == order[end])
        waiting = {cell.after for cell in cells[behind:] if isinstance(cell, ChartPlace)}
        taken_up = {getattr(one, "starts_from", "") for one in later}
        assert not set(left_out) & (waiting | taken_up)


@over(2)
def test_the_teacher_reads_that_both_are_offered(lesson, name):
    notes = [cell.text for cell in cells_of(lesson, name) if isinstance(cell, TeacherNote)]
    assert sum("After two misses" in note and "right at once and sure" in note for note in notes) == 1


# ---- from elsewhere than the article ----

NOT_OF_THE_ARTICLE = {
    "frame-louder": "headlines of six outlets",
    "behind-mirror": "a page of October and a paper of December 2025",
    "hold-same-origin": "three pages with one statement",
    "hold-mirror": "a report of December 2025",
    "check-worked-rule": "sample check 1, on Siversk, written for the course",
    "check-worked-lift": "sample check 1",
    "check-rate-sample": "sample check 2, on September 2025, written for the course",
}
ALSO_OF_HARBOUR = {
    "frame-spelling": "how another page, The Wave, spells",
    "frame-route": "what the spelling of The Wave shows",
    "behind-first-move": "results on another page, the North Shore Daily",
    "behind-fingerprints": "what several pages share",
}
WHOLE = [lesson for lesson in LESSONS if any(entry.name == "finish" for entry in lesson.info.notebooks)]


def share_from_elsewhere(item, lesson):
    """Say how much of an exercise is about something else than the article: cards and claims count by their number."""
    named = NOT_OF_THE_ARTICLE if lesson.id == REAL.id else NOT_OF_THE_ARTICLE | ALSO_OF_HARBOUR
    if PRACTICE in item.label or item.id in named:
        return 1.0
    if item.kind == "desk":
        return sum(not lesson.claims[one.claim].sentence for one in item.claims) / len(item.claims)
    if item.kind == "sort":
        return sum(PRACTICE in card.text for card in item.cards) / len(item.cards)
    return 0.0


@over(4, WHOLE)
def test_half_of_the_exercises_are_about_something_else_than_the_article(lesson, name):
    mine = items_of(lesson).of(name)
    found = sum(share_from_elsewhere(item, lesson) for item in mine)
    assert found >= len(mine) / 2, f"{found:.1f} of {len(mine)}"


def test_what_is_named_as_an_exception_is_one():
    every = {item.id for entry in REAL.info.notebooks for item in items_of(REAL).of(entry.name)}
    other = next(lesson for lesson in WHOLE if lesson.id != REAL.id)
    assert set(ALSO_OF_HARBOUR) <= {item.id for item in items_of(other).values()}
    assert {*NOT_HELPED, *NOT_OF_THE_ARTICLE} <= every
    assert not [name for name in NOT_OF_THE_ARTICLE if PRACTICE in items_of(REAL)[name].label]
