"""The report's place in the notebook: what it says it holds, and the file it hands over."""

import pytest
from talk import Line

from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.report import place as module
from exercises.visit import Visit
from exercises.words import words


@pytest.fixture
def visit(kernel):
    return Visit(kernel.lesson, kernel.items, kernel.store, "one")


@pytest.fixture
def place(visit):
    return Line(visit, visit.report())


def check(visit, name="support"):
    answer = {"ratings": {"ferry": 4, "bakery": 1}, "sure": {"ferry": 3, "bakery": 3}}
    assert Line(visit, visit.exercise(name))("check", answer)["kind"] == "result"


def test_saving_hands_over_the_report_as_of_now_and_counts_again(visit, place):
    assert "Exercises checked: 0" in place.page["lines"]
    check(visit)
    file = place.send({"kind": "save"})
    assert (file["kind"], file["name"]) == ("file", f"whosays-{visit.store.code}-report.html")
    assert "How well supported?" in file["text"]
    assert "Exercises checked: 1" in place.page["lines"]


def test_an_exercise_with_words_that_are_not_saved_is_named_beside_the_report(visit, place):
    check(visit)
    item = visit.items["first-item"]
    one = {"lesson": visit.lesson.id, "exercise": item.id, "answer": {"text": "New words"}, "confidence": None}
    said = place.send({"kind": "save", "owed": [one], "left": []})["words"]
    assert f"Perhaps not in this report: your newest words in “{item.title}”" in said
    saved = {"ratings": {"ferry": 4, "bakery": 1}, "sure": {"ferry": 3, "bakery": 3}}
    assert place.send({"kind": "save", "owed": [one | {"exercise": "support", "answer": saved}]})["words"] == ""
    assert place.send({"kind": "save"})["words"] == ""


def test_counting_again_shows_what_was_done_since(visit, place):
    check(visit)
    assert place.send({"kind": "count"}) == {"kind": "counted"}
    assert "Exercises checked: 1" in place.page["lines"]


def test_a_lesson_that_somebody_edits_meanwhile_stays_in_the_report_as_it_was_opened(
    kinds_lesson, tmp_path, monkeypatch
):
    lesson = load_lesson(kinds_lesson)
    visit = Visit(lesson, load_items(lesson), Store(tmp_path / "store"), "one")
    place = Line(visit, visit.report())
    check(visit)
    for file in kinds_lesson.glob("*.yaml"):
        file.write_text("half of a line", encoding="utf-8")
    monkeypatch.setattr("exercises.files.reading.read_source", lambda *_: pytest.fail("The report read a file."))
    assert "How well supported?" in place.send({"kind": "save"})["text"]
    assert "Exercises checked: 1" in place.page["lines"]


def test_nothing_of_the_answers_is_in_the_notebook_before_the_file_is_asked_for(visit):
    check(visit)
    assert "CANARY" not in Line(visit, visit.report()).holds()


def test_when_somebody_else_has_begun_the_report_stays_that_of_the_student_whose_page_it_is(visit, place):
    check(visit)
    first = visit.store.code
    visit.store.new_code()
    file = place.send({"kind": "save"})
    assert file["name"] == f"whosays-{first}-report.html"
    assert "How well supported?" in file["text"]
    visit.begin(visit.store.code)
    assert "Exercises checked: 0" in place.page["lines"]
    assert place.send({"kind": "save"})["name"] == f"whosays-{visit.store.code}-report.html"


@pytest.mark.parametrize("content", [None, [], "save", {"kind": "export"}, {"kind": "save", "to": "/etc"}])
def test_a_message_that_is_not_understood_changes_nothing_and_says_so(place, content):
    assert place.send(content) == {"kind": "trouble", "words": words("report")["shape"]}


def test_a_report_that_is_too_large_is_refused_in_words(place, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE", 10)
    assert place.send({"kind": "save"})["words"] == words("report")["large"]
