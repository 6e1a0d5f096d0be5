"""All seals of a class open at once, each by the rules of its exercise; what cannot be opened stays as it is."""

from __future__ import annotations

import asyncio

import pytest
from imagined import Class
from kinds_lesson import build_kinds_lesson

from exercises.answers.student import Student
from exercises.answers.whole_class import ClassReader
from exercises.room.assets import Assets
from exercises.room.figures.counting import Counting
from exercises.room.library import Library
from exercises.room.register import Register, class_store
from exercises.room.seals import open_all, sealed


@pytest.fixture
def store(tmp_path):
    return class_store(tmp_path / "class")


@pytest.fixture
def library(store, tmp_path):
    return Library([build_kinds_lesson(tmp_path / "lessons" / "bridge")], Assets(), store)


def act(library, code, kind, **content):
    """Do what a page asks of the exercise that can be sealed; give the replies."""
    replies, visit = [], library.visit(library.document("bridge", "one"), code)
    message = {"kind": kind, "tab": "tab-of-guest", "seq": 1, "answer": {"chosen": ["opens"]}, "code": code}
    visit.show(visit.exercise("bet"), lambda *_: None).receive(message | content, replies.append)
    return replies


def test_only_what_is_sealed_is_opened_and_scored_as_if_the_student_had_opened_it(library, store):
    one, two, three = (card.code for card in Register(store).issue(3))
    act(library, one, "seal", confidence=4)
    act(library, two, "seal", confidence=1)
    act(library, three, "draft", confidence=2)
    assert [code for code, _, _ in sealed(library, store)] == sorted([one, two])
    assert (asyncio.run(open_all(library, store)), sealed(library, store)) == (2, [])
    attempts = {code: [made.what for made in Student(store, code).work().attempts] for code in (one, two, three)}
    assert attempts == {one: ["seal", "check"], two: ["seal", "check"], three: []}
    assert Student(store, three).work().draft("bridge", "bet").phase == "open"


def test_an_answer_of_a_lesson_that_is_not_there_any_more_stays_sealed(library, store, tmp_path):
    (card,) = Register(store).issue(1)
    act(library, card.code, "seal", confidence=4)
    other = Library([build_kinds_lesson(tmp_path / "lessons" / "harbour")], Assets(), store)
    del other.shelves["bridge"]
    assert (asyncio.run(open_all(other, store)), len(sealed(library, store))) == (0, 1)
    # The teacher is not told of what cannot be opened here.
    assert sealed(other, store) == []


def test_the_teacher_opens_them_and_moves_no_student_and_counts_no_time(library, store, tmp_path):
    codes = [card.code for card in Register(store).issue(5)]
    shelf = library.shelves["bridge"]
    pupils = Class(store, shelf.lesson, shelf.items, codes)
    for code in codes:
        pupils.seals(code, "bet", {"chosen": ["opens"]})
        pupils.draft(code, "first-item", minute=6)
    seen = looked(library, store)
    assert [one.exercise for one in seen.lessons[0].students] == ["Tell it in one sentence"] * 5
    with library.speaking():
        assert asyncio.run(open_all(library, store)) == 5
    after = looked(library, store)
    assert [one.exercise for one in after.lessons[0].students] == ["Tell it in one sentence"] * 5
    assert [one.minutes for one in after.lessons[0].notebooks] == [one.minutes for one in seen.lessons[0].notebooks]
    assert [one.touched for one in after.lessons[0].notebooks] == [one.touched for one in seen.lessons[0].notebooks]


def looked(library, store):
    return Counting(library.shelves.values()).board(ClassReader(store).read(Register(store).codes()))
