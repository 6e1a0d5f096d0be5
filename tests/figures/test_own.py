"""The chart of one's own marks: closed before, drawn from what stands now, on the report, and of no other exercise."""

from datetime import date

import pytest
from every_lesson import items_of, named
from keeping import work_in
from our_answers import full_answer
from talk import Line, ask

from exercises.answers.store import Store
from exercises.report.gather import gather
from exercises.report.page import report_file
from exercises.visit import Visit

LESSON = named("your_article")
ITEMS = items_of(LESSON)
MARKED, SORTED = "who-says-what", "how-named"


@pytest.fixture
def visit(tmp_path):
    return Visit(LESSON, ITEMS, Store(tmp_path), "your_article")


def look(visit, after=MARKED):
    (reply,) = ask(visit.figure("your-marks", after), visit.student, {"kind": "look"})
    return reply


def marks(visit, kind="check", words=1):
    answer = full_answer(ITEMS[MARKED], LESSON)
    answer["marks"][0]["end"] = LESSON.article.words(1)[words - 1].end
    Line(visit, visit.exercise(MARKED))(kind, answer)


def test_it_is_closed_until_the_exercise_was_checked(visit):
    assert look(visit) == {"kind": "closed"}
    marks(visit, "draft")
    assert look(visit) == {"kind": "closed"}
    marks(visit)
    assert look(visit)["kind"] == "open"


def test_it_shows_the_marks_as_they_stand_whenever_it_is_looked_at(visit):
    marks(visit)
    (before,) = look(visit)["content"]["rows"]
    Line(visit, visit.exercise(MARKED))("again", {"on": None, "marks": []})
    marks(visit, "draft", words=3)
    (after,) = look(visit)["content"]["rows"]
    assert int(before[1]) - int(after[1]) == 2


def test_a_map_of_reports_that_are_not_sorted_yet_says_so(visit):
    marks(visit)
    Line(visit, visit.exercise(SORTED))("pass", {"cards": [], "placed": {}})
    assert look(visit, SORTED)["content"]["rows"][0] == ["S1", "Not sorted yet", "“Town”", "–"]


def test_where_nothing_is_marked_it_says_what_to_do(visit):
    Line(visit, visit.exercise(MARKED))("pass", {"on": None, "marks": []})
    assert look(visit)["words"] == "There is nothing to draw yet: mark something first."


@pytest.mark.parametrize("after", [None, "bring-text", "check-a-claim"])
def test_it_is_drawn_of_marks_alone(visit, after):
    with pytest.raises(KeyError, match="name with “after” the exercise where they are made"):
        visit.figure("your-marks", after)


def test_the_report_shows_it_with_its_words_and_numbers(visit):
    marks(visit)
    page = report_file(gather(LESSON, ITEMS, work_in(visit.store), date(2026, 1, 1))).text
    assert "What is left without the reports that you marked." in page
    assert 'alt="One bar. Of ' in page
    assert page.count("data:image/svg+xml;base64,") == 1
