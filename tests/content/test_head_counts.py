"""Numbers of soldiers and of people killed wait behind the word of warning, wherever they could meet a student."""

from collections.abc import Iterator

import pytest
from every_lesson import LESSONS, each_lesson, items_of, named

from exercises.kinds import KINDS
from exercises.lesson.checks.people import counts_people
from exercises.notebook.cells import Passage
from exercises.notebook.prose import read_prose

REAL = named("kupyansk")


def counts_heads(text: str) -> bool:
    """Say whether a text gives a number of soldiers, of their units, or of people killed."""
    return bool(counts_people(text, REAL.info.wording.counted))


def words_of(value: object) -> Iterator[str]:
    """Give every text in some plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words_of(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words_of(one)


@pytest.mark.parametrize(
    "text",
    [
        "about 40 Russian soldiers in the north",
        "18 battalions inside",
        "about 5,000 trapped Ukrainians",
        "several hundred Russian soldiers are cut off",
        "fewer than 40 Russian radio users",
        "Twenty-two radios; several dozen men at most".lower(),
        "up to 3,000 Ukrainian dead",
        "Putin's fifteen battalions",
        "sixty Russian soldiers",
        "three divisions and nine regiments",
        "12 servicemen",
        "about 40 Russian military personnel",
        "up to 120 prisoners",
        "forty fighters",
        "Russian losses of up to 1,200",
        "22 radios",
        "40 invaders",
        "the last 40 occupiers",
        "about 40 defenders",
        "30 marines",
        "twenty paratroopers",
        "a group of 30 saboteurs",
        "two companies",
        "a platoon of 30",
        "a garrison of 3,500",
        "the lives of 40",
        "200 surrendered",
        "5,000 trapped",
        "scores of Russians",
        "tens of soldiers",
    ],
)
def test_such_a_number_is_known_when_it_is_met(text):
    assert counts_heads(text)


@each_lesson
def test_what_a_student_sees_of_a_source_has_no_such_number_unless_it_waits(lesson):
    # All but the number itself, which waits; the note stands in the result, for every claim of the source.
    told = {source.id: [*words_of(source.model_dump(exclude={"counts", "id", "url", "archived"}))]
            for source in lesson.sources.values() if not source.grave and not source.teacher_only}  # fmt: skip
    found = {name: [text for text in texts if counts_heads(text)] for name, texts in told.items()}
    assert {name: texts for name, texts in found.items() if texts} == {}


@each_lesson
def test_a_number_that_a_source_gives_stands_apart_and_belongs_to_a_claim_that_waits(lesson):
    for source in (source for source in lesson.sources.values() if source.counts):
        about = [lesson.claims[name] for name in (*source.supports, *source.contradicts, *source.context)]
        assert any(claim.grave for claim in about), source.id


@each_lesson
def test_no_claim_and_no_answer_to_one_has_such_a_number_unless_it_waits(lesson):
    for claim in (claim for claim in lesson.claims.values() if not claim.grave):
        answers = (claim.said.reason, claim.said.also_accept_why, claim.also_accept_why, claim.note)
        told = [claim.words, *filter(None, answers), *(verdict.reason for verdict in claim.so)]
        assert [text for text in told if counts_heads(text)] == [], claim.id


@each_lesson
def test_no_question_option_card_or_reason_has_such_a_number(lesson):
    # What has a label is invented: its soldiers are nobody's.
    found = {item.id: [text for text in words_of(item.model_dump()) if counts_heads(text)]
             for item in items_of(lesson).values() if not item.label}  # fmt: skip
    assert {name: texts for name, texts in found.items() if texts} == {}


@each_lesson
def test_no_reason_of_the_key_has_such_a_number(lesson):
    marks = [mark for layers in lesson.key.values() for layer in (layers.attributions, layers.voice, layers.certainty)
             for mark in layer]  # fmt: skip
    assert marks
    told = {mark.id: [*words_of(mark.entry.model_dump())] for mark in marks}
    assert [name for name, texts in told.items() if any(map(counts_heads, texts))] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_passage_of_a_notebook_has_such_a_number(lesson):
    for entry in lesson.info.notebooks:
        cells = read_prose(lesson.folder / f"{entry.name}.md").cells
        shown = [cell.text for cell in cells if isinstance(cell, Passage)]
        assert [text for text in shown if counts_heads(text)] == [], entry.name


def test_the_page_gives_the_number_in_a_field_of_its_own_that_no_search_reads():
    page = KINDS["desk"].page(items_of(REAL)["hold-desk"], REAL)
    shown = page["sources"]["24tv-trehubov-dec14"]
    assert "100 to 200" in shown["counts"]
    assert "100" not in shown["says"]
