"""A lesson has two forms of its own, or takes those of the lesson that it borrows from; they never stand twice."""

import pytest
from form_lesson import build_borrowing_lesson, build_form_lesson
from keeping import draft_in
from small_lesson import change
from talk import Line

from exercises.answers.store import Store
from exercises.kinds.items import check_lesson, load_items
from exercises.kinds.rate.forms import form_of
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder
from exercises.visit import Visit

RATED = {"ratings": {"ferry-a": 4, "bakery-a": 1}, "sure": {"ferry-a": 3, "bakery-a": 3}}


@pytest.fixture
def lender(tmp_path):
    return build_form_lesson(tmp_path / "lessons" / "bridge")


@pytest.fixture
def borrower(lender):
    return build_borrowing_lesson(lender.parent / "lake")


def visit_in(folder, store):
    lesson = load_lesson(folder)
    return Visit(lesson, load_items(lesson), store, "one")


def told(folder):
    return [(one.file.parent.name, one.file.name, one.line, one.what) for one in check_folder(folder)]


def test_a_lesson_that_borrows_has_the_same_forms_and_no_file_of_them(lender, borrower):
    assert told(borrower) == []
    assert not (borrower / "forms.yaml").exists()
    theirs, ours = load_items(load_lesson(lender)), load_items(load_lesson(borrower))
    assert [ours[name] for name in ("form-a", "form-b")] == [theirs[name] for name in ("form-a", "form-b")]


def test_one_word_beside_the_forms_says_for_both_lessons_which_comes_first(lender, borrower):
    change(lender / "lesson.yaml", "first_form: A", "first_form: B")
    for folder in (lender, borrower):
        assert form_of(load_lesson(folder), "first") == "form-b"


def test_the_same_form_is_answered_in_each_lesson_by_itself(lender, borrower, tmp_path):
    store = Store(tmp_path / "store")
    visits = [visit_in(folder, store) for folder in (lender, borrower)]
    Line(visits[0], visits[0].form("first"))("check", RATED)
    states = [Line(visit, visit.form("first")).state["phase"] for visit in visits]
    assert states == ["checked", "open"]
    assert draft_in(store, "lake", "form-a") is None


def test_a_lesson_with_forms_of_its_own_keeps_them(lender):
    own = build_form_lesson(lender.parent / "lake")
    change(own / "lesson.yaml", "first_form: A\n", "first_form: B\nborrows_from: bridge\n")
    change(own / "forms.yaml", "Two claims (form a)", "Two claims about a lake")
    lesson = load_lesson(own)
    assert (form_of(lesson, "first"), load_items(lesson)["form-a"].title) == ("form-b", "Two claims about a lake")


def test_a_fault_in_borrowed_forms_is_told_where_they_stand(lender, borrower):
    line = change(lender / "forms.yaml", "id: form-b", "id: form-a")
    assert [(folder, file, where) for folder, file, where, _ in told(borrower)] == [("bridge", "forms.yaml", line)]


def test_without_a_word_on_which_form_comes_first_the_lesson_that_holds_them_is_named(lender, borrower):
    change(lender / "lesson.yaml", "first_form: A\n", "")
    (problem,) = check_lesson(borrower)
    assert problem.file == lender / "lesson.yaml"
    assert "first_form: A" in problem.cure


def test_a_lesson_that_is_not_there_lends_nothing(borrower):
    line = change(borrower / "lesson.yaml", "borrows_from: bridge", "borrows_from: brigde")
    (problem,) = check_folder(borrower)
    assert (problem.file.name, problem.line) == ("lesson.yaml", line)
    assert problem.what == "There is no other lesson “brigde” to borrow from"
    assert "“bridge”" in problem.cure


def test_a_lesson_borrows_from_another_one_and_not_from_itself(borrower):
    line = change(borrower / "lesson.yaml", "borrows_from: bridge", "borrows_from: lake")
    assert ("lake", "lesson.yaml", line, "There is no other lesson “lake” to borrow from") in told(borrower)


def test_a_form_that_the_other_lesson_lacks_is_missed_in_the_prose(lender, borrower):
    change(lender / "lesson.yaml", "first_form: A\n", "")
    (lender / "forms.yaml").unlink()
    (problem,) = check_folder(borrower)
    assert (problem.file.name, problem.what) == ("one.md", "a form stands here and the lesson has none")
    assert "borrows_from" in problem.cure


def test_answers_to_a_borrowed_form_are_no_strangers_in_the_bar_of_the_lender(lender, borrower, tmp_path):
    store = Store(tmp_path / "store")
    lent, own = visit_in(borrower, store), visit_in(lender, store)
    Line(lent, lent.form("first"))("check", RATED)
    assert Line(own, own.bar()).state["gone"] is None
