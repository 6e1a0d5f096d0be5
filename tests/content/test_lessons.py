"""Every lesson keeps its promises: plain instructions, minutes that add up, short quotations, named sources."""

import re

import pytest
import textstat
from every_lesson import LESSONS, each_lesson, items_of

NOTEBOOKS = [(lesson, entry) for lesson in LESSONS for entry in lesson.info.notebooks]
HEADING = re.compile(r"^## .*\((\d+) minutes?\)$", re.MULTILINE)
HIGHEST_GRADE = 8

in_every_notebook = pytest.mark.parametrize(
    ("lesson", "entry"), NOTEBOOKS, ids=[f"{lesson.id}/{entry.name}" for lesson, entry in NOTEBOOKS]
)


def blocks_of_a_hundred(words):
    return [words[start : start + 100] for start in range(0, len(words), 100)]


@in_every_notebook
def test_instructions_can_be_read_in_grade_eight(lesson, entry):
    instructions = " ".join(item.instruction for item in items_of(lesson).of(entry.name))
    blocks = blocks_of_a_hundred(instructions.split())
    assert blocks
    for block in blocks:
        # A rest of a few words has no grade worth the name.
        assert len(block) < 30 or textstat.flesch_kincaid_grade(" ".join(block)) <= HIGHEST_GRADE, " ".join(block)


@in_every_notebook
def test_the_minutes_of_the_parts_add_up(lesson, entry):
    minutes = [int(found) for found in HEADING.findall((lesson.folder / f"{entry.name}.md").read_text("utf-8"))]
    assert not minutes or sum(minutes) == entry.minutes


@in_every_notebook
def test_no_exercise_is_without_a_row_of_the_rubric(lesson, entry):
    assert [item.id for item in items_of(lesson).of(entry.name) if not item.rubric] == []


@each_lesson
def test_quotations_of_sources_are_short(lesson):
    quoted = {name: source.quote.original for name, source in lesson.sources.items() if source.quote}
    assert {name: words for name, words in quoted.items() if len(words.split()) > 20} == {}


@each_lesson
def test_every_source_says_who_stands_behind_it_and_its_date_or_that_it_has_none(lesson):
    assert lesson.sources
    for source in lesson.sources.values():
        assert source.position.strip()
        assert source.date or source.date_inferred or source.date_basis, source.id


def right_is_longest(item):
    right = [len(option.text) for option in item.options if option.right]
    return max(right) > max(len(option.text) for option in item.options if not option.right)


@in_every_notebook
def test_the_longest_option_is_the_right_one_in_at_most_half_of_the_choices(lesson, entry):
    choices = [item for item in items_of(lesson).of(entry.name) if item.kind == "choose" and not item.several]
    assert len(choices) < 3 or sum(map(right_is_longest, choices)) * 2 <= len(choices)


@each_lesson
def test_what_the_report_sets_side_by_side_is_written_in_the_lesson(lesson):
    items, places = items_of(lesson), lesson.info.report
    named = [name for name in (places.before, places.after, places.check) if name]
    assert [name for name in named if name not in items or items[name].kind != "write"] == []


@each_lesson
def test_a_hint_of_a_desk_quotes_no_word_that_its_search_is_to_find(lesson):
    for item in (item for item in items_of(lesson).values() if item.kind == "desk"):
        asked = " ".join([item.title, item.instruction, *(lesson.claims[one.claim].words for one in item.claims)])
        quoted = re.findall("“([^”]+)”", " ".join(item.hints))
        assert [word for word in quoted if word.lower() not in asked.lower()] == [], item.id
