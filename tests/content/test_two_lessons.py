"""The lesson to take instead is of equal worth: the same notebooks, kinds, rows and points, and answers kept apart."""

import posixpath
import re

import nbformat
import pytest
from every_lesson import HOME, LESSONS, each_lesson, items_of, named
from keeping import draft_in
from talk import Line

from exercises.answers.gone import gone
from exercises.answers.store import Store
from exercises.answers.work import Draft, Work
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.kinds.rate.forms import form_of
from exercises.notebook.prose import FormPlace, read_prose
from exercises.visit import Visit
from exercises.words import words

REAL = next(lesson for lesson in LESSONS if lesson.info.instead)
OTHER = named(REAL.info.instead)
SHARED = sorted({entry.name for entry in OTHER.info.notebooks} & {entry.name for entry in REAL.info.notebooks})
PRACTICE = "Written for this course"
LINK = re.compile(r"\]\(([^)]+)\)")
FORMS = ("form-a", "form-b")


def weight(lesson, item):
    """Say what an exercise asks for and how much it counts, whatever its words."""
    about = (item.role, item.kind, item.rubric, item.seal, item.confidence)
    if item.kind == "desk":
        return (*about, item.search, item.choose_from, any(placed.given for placed in item.claims), len(item.as_of))
    if item.kind == "write":
        return (*about, item.length, len(item.checks), sorted(sample.level for sample in item.samples))
    if item.kind == "rate" and not any(one.scored for one in item.statements):
        return (*about, len(item.statements), len(item.scale.steps))
    answer = KINDS[item.kind].answer.model_validate(KINDS[item.kind].reveal(item, lesson))
    return (*about, KINDS[item.kind].score(item, answer, lesson).out_of)


def test_there_are_notebooks_to_set_side_by_side():
    assert {"start_here", "01_first_read", "02_who_says_so", "05_how_sure", "07b_does_it_hold"} <= set(SHARED)


@pytest.mark.parametrize("name", SHARED)
def test_a_notebook_has_the_same_title_minutes_and_exercises_in_both(name):
    fronts = [read_prose(lesson.folder / f"{name}.md").front for lesson in (REAL, OTHER)]
    assert (fronts[0].title, fronts[0].minutes, fronts[0].able_to) == (
        fronts[1].title,
        fronts[1].minutes,
        fronts[1].able_to,
    )
    real, other = ([weight(lesson, item) for item in items_of(lesson).of(name)] for lesson in (REAL, OTHER))
    assert other == real


@pytest.mark.parametrize("name", SHARED)
def test_nobody_meets_a_practice_sentence_of_the_one_again_in_the_other(name):
    def practised(lesson):
        items = [item for item in items_of(lesson).of(name) if item.label == PRACTICE and item.kind != "desk"]
        return {item.quote for item in items if getattr(item, "quote", "")} | {
            card.text for item in items if item.kind == "sort" for card in item.cards
        }

    assert practised(REAL)
    assert practised(REAL) & practised(OTHER) == set()


def test_answers_to_exercises_of_one_name_are_kept_apart(tmp_path):
    name = "who-recall-pages"
    store = Store(tmp_path)
    visits = [Visit(lesson, items_of(lesson), store, "02_who_says_so") for lesson in (REAL, OTHER)]
    first, _other = (Line(visit, visit.exercise(name)) for visit in visits)
    first("check", {"chosen": [load_items(REAL)[name].options[0].id]}, 3)
    bars = [Line(visit, visit.bar()).page["exercises"] for visit in visits]
    assert [next(one["phase"] for one in bar if one["id"] == name) for bar in bars] == ["checked", "open"]
    assert draft_in(store, OTHER.id, name) is None


def test_the_other_lesson_is_invented_and_says_so_before_and_beside_every_notebook():
    assert OTHER.info.invented
    assert "invented" in OTHER.info.content_note
    for entry in OTHER.info.notebooks:
        text = (HOME / "notebooks" / entry.to).read_text("utf-8")
        assert "It was written for this course: the place, the people and all sources are invented" in text


def test_every_notebook_names_the_way_to_the_other_lesson_before_it_says_what_it_is_about():
    there = {entry.name: entry.to for entry in OTHER.info.notebooks}
    for entry in REAL.info.notebooks:
        header = nbformat.read(HOME / "notebooks" / entry.to, as_version=4).cells[0].source
        way, _, note = header.partition(words("notebook")["content_note"])
        assert note
        led = [posixpath.normpath(posixpath.join(posixpath.dirname(entry.to), one)) for one in LINK.findall(way)]
        assert led == [there.get(entry.name, there["start_here"])]


@each_lesson
def test_a_form_stands_in_the_notebook_that_begins_a_lesson_and_another_in_the_last_where_it_has_these(lesson):
    places = [
        (entry.name, cell.place)
        for entry in lesson.info.notebooks
        for cell in read_prose(lesson.folder / f"{entry.name}.md").cells
        if isinstance(cell, FormPlace)
    ]
    written = [entry.name for entry in lesson.info.notebooks]
    assert places == [place for place in (("start_here", "first"), ("finish", "last")) if place[0] in written]


def test_the_beginning_of_the_other_lesson_and_the_forms_are_its_own_to_use():
    assert OTHER.info.notebooks[0].name == "start_here"
    assert posixpath.dirname(OTHER.info.notebooks[0].to) == OTHER.id
    assert {"form-a", "form-b"} <= set(items_of(OTHER))
    assert [items_of(OTHER)[name] for name in FORMS] == [items_of(REAL)[name] for name in FORMS]
    assert form_of(OTHER, "first") == form_of(REAL, "first")


@each_lesson
def test_what_was_written_in_any_lesson_of_the_course_is_in_this_course(lesson):
    places = [(other.id, name) for other in LESSONS for name in items_of(other)]
    drafts = [Draft(*place, "d", {"text": "words"}, None, "open", "2026-01-01T10:00:00+00:00") for place in places]
    assert gone(Work("amber-heron-42", tuple(drafts), (), ()), lesson, items_of(lesson)) == {}


def test_a_share_of_a_notebook_tells_nobody_which_of_the_two_lessons_was_taken():
    """The table for a gradebook gives shares: with another number of exercises they would be other shares."""
    counts = [{name: len(tuple(load_items(one).of(name))) for name in SHARED} for one in (REAL, OTHER)]
    assert counts[0] == counts[1]
    assert min(counts[0].values()) > 0
