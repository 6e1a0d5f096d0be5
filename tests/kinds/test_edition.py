"""An answer depends on its own exercise and on what that points to, and on nothing else of the lesson."""

import random
from dataclasses import fields, replace

import pytest
from every_lesson import items_of, named
from our_answers import full_answer
from pydantic import BaseModel
from small_lesson import change

from exercises.kinds import KINDS
from exercises.kinds.edition import edition_of, is_older, plain
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

LESSONS = ["kupyansk", "harbour"]


def editions(lesson, items):
    return {name: edition_of(item, lesson) for name, item in items.items()}


def seen(item, lesson):
    """Give all that a student could see of an exercise before and after its Check, with our answer and a bad one."""
    kind = KINDS[item.kind]
    answers = [kind.answer.model_validate(full_answer(item, lesson)), kind.answer.model_validate({})]
    return [kind.page(item, lesson), kind.reveal(item, lesson), *(scored(kind, item, one, lesson) for one in answers)]


def scored(kind, item, answer, lesson):
    try:
        return kind.score(item, answer, lesson)
    except ValueError as refusal:
        return str(refusal)


# Changes of a lesson: one word, number or list somewhere in its models is another one.


def leaves(value, path=()):
    """Give the places in a lesson's data at which a text stands."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, (*path, name))
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from leaves(one, (*path, number))
    elif isinstance(value, str) and " " in value:
        yield path


def changed(value, path):
    """Give the same data with another word at one place."""
    if not path:
        return f"{value} Changed."
    first, *rest = path
    if isinstance(value, BaseModel):
        return value.model_copy(update={first: changed(getattr(value, first), rest)})
    if isinstance(value, dict):
        return {**value, first: changed(value[first], rest)}
    return type(value)(changed(one, rest) if number == first else one for number, one in enumerate(value))


def mutants(lesson, count):
    """Give the lesson with one text of its claims, sources, origins or background changed, at random places."""
    parts = ("claims", "sources", "origins", "background")
    places = [(part, path) for part in parts for path in leaves(getattr(lesson, part))]
    for part, path in random.Random(7).sample(places, count):
        yield (
            ".".join(map(str, (part, *path))),
            replace(lesson, editions={}, **{part: changed(getattr(lesson, part), path)}),
        )


@pytest.mark.parametrize("name", LESSONS)
def test_whatever_changes_for_a_student_makes_another_edition(name):
    lesson, items = named(name), items_of(named(name))
    before = {one: (edition_of(item, lesson), seen(item, lesson)) for one, item in items.items()}
    touched = 0
    for place, mutant in mutants(lesson, 10):
        for one, item in items.items():
            edition, shown = before[one]
            if seen(item, mutant) != shown:
                touched += 1
                assert edition_of(item, mutant) != edition, f"{one} shows {place} and keeps its edition"
    assert touched > 5


@pytest.mark.parametrize("name", LESSONS)
def test_a_word_changed_in_one_exercise_touches_no_other(name):
    lesson, items = named(name), dict(items_of(named(name)))
    before = editions(lesson, items)
    one = next(iter(items))
    items[one] = items[one].model_copy(update={"title": "Another title"})
    assert {name for name, edition in editions(lesson, items).items() if edition != before[name]} == {one}


def test_editions_are_the_same_in_every_run(small_lesson):
    first, again = load_lesson(small_lesson), load_lesson(small_lesson)
    assert editions(first, load_items(first)) == editions(again, load_items(again))
    assert len(fields(first)) == len(fields(again))


@pytest.mark.parametrize("mark", ["line ends", "byte-order mark", "comment", "ways", "another exercise"])
def test_what_changes_no_exercise_changes_no_edition(small_lesson, mark):
    before = load_lesson(small_lesson)
    edition = edition_of(load_items(before)["mark-the-mayor"], before)
    file = small_lesson / "one.yaml"
    text = file.read_text("utf-8")
    if mark == "line ends":
        file.write_bytes(text.replace("\n", "\r\n").encode())
    elif mark == "byte-order mark":
        file.write_text("\ufeff" + text, "utf-8")
    elif mark == "comment":
        file.write_text(f"# Mended by a teacher.\n{text}", "utf-8")
    elif mark == "ways":
        change(file, "    title: Mark the mayor\n", "    title: Mark the mayor\n    ways: {on: who-speaks}\n")
    else:
        change(file, "title: Who speaks", "title: Who is it that speaks")
    after = load_lesson(small_lesson)
    assert edition_of(load_items(after)["mark-the-mayor"], after) == edition


def test_a_field_that_is_new_in_the_course_leaves_the_editions_that_do_without_it(small_lesson):
    lesson = load_lesson(small_lesson)
    item = load_items(lesson)["mark-the-mayor"]
    assert "so_later" not in plain(item)
    assert "whose_later" in plain(item)
    assert "also_accept" not in plain(lesson.sources["town-page"])
    used = item.model_copy(update={"so_later": "one"})
    assert plain(used)["so_later"] == "one"
    assert edition_of(used, replace(lesson, editions={})) != edition_of(item, lesson)


OLD = "0123456789abcdef"  # how the whole lesson was named before exercises had editions


@pytest.mark.parametrize(
    ("digest", "answer", "scored", "older"),
    [
        (OLD, {"chosen": ["mayor"]}, True, False),
        (OLD, {"chosen": []}, False, False),
        (OLD, {"chosen": []}, True, True),
        (OLD, {"marks": []}, False, True),
        ("e.0123456789abcd", {"chosen": ["mayor"]}, True, True),
        ("anything else", {"chosen": ["mayor"]}, True, True),
    ],
)
def test_an_answer_from_before_counts_as_of_today_if_it_can_be_shown_and_scored(
    small_lesson, digest, answer, scored, older
):
    lesson = load_lesson(small_lesson)
    item = load_items(lesson)["who-speaks"]
    assert is_older(digest, answer, item, lesson, scored=scored) is older
    assert not is_older(edition_of(item, lesson), answer, item, lesson, scored=scored)
