"""The notebook on a student's own article: from the text to the report, and nothing is lost when another one comes."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from every_lesson import items_of, named
from keeping import work_in
from our_answers import full_answer
from talk import Line
from whole_notebook import faces_at, places_of

from exercises.answers.store import Store
from exercises.kinds import KINDS
from exercises.report.gather import gather
from exercises.report.page import report_file
from exercises.visit import Visit
from exercises.words import words

LESSON = named("your_article")
ITEMS = items_of(LESSON)
NAMES = ("who-says-what", "how-sure-in-yours")
BRING = "bring-text"


@pytest.fixture
def visit(tmp_path):
    return Visit(LESSON, ITEMS, Store(tmp_path), "your_article")


def lines(visit):
    return {name: Line(visit, visit.exercise(name)) for name in (BRING, *NAMES)}


def brought(first=1, last=3):
    return full_answer(ITEMS[BRING], LESSON) | {"first": first, "last": last}


def test_the_notebook_has_a_place_for_each_exercise_and_ends_in_the_report():
    places = places_of(LESSON, "your_article")
    assert [place[1] for place in places if place[0] == "exercise"] == list(ITEMS)
    assert places[-1] == ("report",)


def test_nothing_in_it_is_scored_or_asks_how_sure_one_is():
    for item in ITEMS.values():
        result = KINDS[item.kind].score(item, KINDS[item.kind].answer.model_validate(full_answer(item, LESSON)), LESSON)
        assert (result.out_of, result.right, item.confidence) == (0, False, False)
        assert {remark.outcome for remark in result.remarks} <= {"note"}


def test_before_a_text_is_there_the_other_exercises_know_of_none(visit):
    there = lines(visit)
    assert [there[name].state["earlier"] for name in NAMES] == [None, None]
    assert "first exercise of this notebook" in words("annotate")["no_text"]


def test_the_chosen_part_reaches_the_other_exercises_at_once(visit):
    there = lines(visit)
    there[BRING]("draft", brought(2, 3))
    sentences = [one.text for one in LESSON.article.sentences[1:3]]
    assert [there[name].state["earlier"]["part"]["sentences"] for name in NAMES] == [sentences, sentences]
    there[BRING]("check", brought(2, 3))
    assert there[NAMES[0]].state["earlier"]["part"]["first"] == 2


def test_marks_stay_on_their_own_words_when_another_part_is_chosen(visit):
    there, answer = lines(visit), full_answer(ITEMS[NAMES[0]], LESSON)
    there[BRING]("draft", brought())
    there[NAMES[0]]("check", answer)
    there[BRING]("draft", brought(5, 6))
    state = there[NAMES[0]].state
    assert state["answer"]["on"]["sentences"] == answer["on"]["sentences"]
    assert (state["answer"]["marks"], state["phase"], state["older"]) == (answer["marks"], "half", False)
    assert state["earlier"]["part"]["first"] == 5


def test_marks_that_give_way_lie_under_earlier_versions(visit):
    line, answer = lines(visit)[NAMES[0]], full_answer(ITEMS[NAMES[0]], LESSON)
    line("draft", answer)
    line("aside", answer)
    line("draft", {"on": None, "marks": []})
    assert [one["answer"] for one in line.state["aside"]] == [answer]
    assert line.state["aside"][0]["lines"][0] == "Your article, sentences 1 to 3"


def test_the_report_tells_text_and_marks_as_text(visit):
    there = lines(visit)
    hostile = brought() | {"title": "<script>alert(1)</script>", "origin": "<img src=x>"}
    there[BRING]("check", hostile)
    for name in NAMES:
        there[name]("check", full_answer(ITEMS[name], LESSON))
    page = report_file(gather(LESSON, ITEMS, work_in(visit.store), date(2026, 1, 1))).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "1. Town hall may close the Ostra swimming pool in March" in page
    assert page.count("Source: “Town”") == 1
    assert "teaching specimen" not in page
    assert [name for name in ("radio", "finished", "sure", "supported") if f'id="{name}"' in page] == []


def test_all_of_it_is_answered_without_a_host_and_without_reading_anything_that_detects():
    program = """
import json, sys, tempfile
sys.path.insert(0, sys.argv[1])
from whole_notebook import walk_all
told = walk_all("your_article", tempfile.mkdtemp(), "your_article")["your_article"]["told"]
print(json.dumps([told, [one for one in ("nltk", "docx", "pypdf", "trafilatura", "lxml") if one in sys.modules]]))
"""
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program, str(tests)], cwd=tests.parent, capture_output=True, text=True, check=True
    )
    told, loaded = json.loads(done.stdout.splitlines()[-1])
    assert loaded == []
    wanted = {"draft": "saved", "export": "export", "sureness": "sureness", "count": "counted", "save": "file"}
    wanted["look"] = "open"
    assert [one for one in told if one[2] != wanted.get(one[1], "result")] == []


def test_drafts_come_only_after_the_marks_and_the_second_check_keeps_what_was_settled(visit):
    line, name = lines(visit)[NAMES[0]], NAMES[0]
    answer = full_answer(ITEMS[name], LESSON)
    answer["on"]["language"] = "en"
    line("draft", answer)
    assert "Its rule" not in line.holds() or line.state["result"] is None
    line("check", answer)
    assert line.state["phase"] == "half"
    pairs = line.state["result"]["extra"]["pairs"]
    settled = {
        one["id"]: {
            "choice": "accepted" if one["draft"] else "kept",
            "why": "Read twice.",
            "marks": one["draft"]["marks"] if one["draft"] else [],
            "group": one["group"],
        }
        for one in pairs
        if not one["alike"]
    }
    line("draft", answer | {"settled": dict(list(settled.items())[:1])})
    line("check", answer | {"settled": settled})
    assert (line.state["phase"], line.state["result"]["out_of"]) == ("checked", 0)
    page = report_file(gather(LESSON, ITEMS, work_in(visit.store), date(2026, 1, 1))).text
    assert "Your reason: Read twice." in page


def test_the_sources_that_were_marked_are_cards_to_sort_and_stay_as_they_were_sorted(visit):
    there, name = lines(visit), NAMES[0]
    cards = Line(visit, visit.exercise("how-named"))
    there[name]("draft", full_answer(ITEMS[name], LESSON))
    (card,) = cards.state["earlier"]["cards"]
    assert card["text"] == "“Town” (S1)"
    cards("check", {"cards": [card], "placed": {card["id"]: "described"}})
    there[name]("draft", {"on": None, "marks": []})
    assert (cards.state["phase"], cards.state["answer"]["cards"]) == ("checked", [card])
    assert cards.state["earlier"]["cards"] == []


def test_every_face_of_it_draws_with_work_of_any_shape(visit):
    line = lines(visit)[BRING]
    line("draft", {"title": "x", "sentences": ["One."], "total": 9, "first": 7, "last": 9})
    faces = [face for _, face in faces_at(visit, places_of(LESSON, "your_article"))]
    drawn = visit.draw(*faces)
    assert all(one.page is not None for one in drawn)
    assert drawn[2].state["earlier"] == {"title": "Bring your text", "part": None}
