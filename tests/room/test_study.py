"""A teacher's notebook draws the figures of a class from its file, and leaves that as it was."""

from __future__ import annotations

import json
import re

import pytest
from every_lesson import HOME
from form_lesson import build_form_lesson
from imagined import Class
from rooms import damage
from small_lesson import build_small_lesson

from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room.classes import ClassRefused, class_folder
from exercises.room.register import Register, class_store
from exercises.room.study import open_class

OPENED = re.compile(r"open_class\(.*\)")
TOLD = ("where", "minutes", "exercises")
FIGURES = ("right", "apart", "agreement", "contested", "strips", "bets", "sureness", "forms")


@pytest.fixture
def pupils(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("exercises.room.study.find_lessons", lambda: tmp_path / "lessons")
    lesson = load_lesson(build_small_lesson(tmp_path / "lessons" / "bridge"))
    store = class_store(class_folder("9b"))
    codes = sorted(card.code for card in Register(store).issue(12))
    return Class(store, lesson, load_items(lesson), codes)


def test_a_chart_says_in_words_and_as_a_table_what_it_draws(pupils):
    for place, code in enumerate(pupils.codes):
        pupils.checks(code, "who-speaks", {"chosen": ["mayor" if place < 7 else "reporter"]})
    opened = open_class("9b", "bridge", "one")
    (right,), (split,) = opened.right().charts, opened.contested().charts
    assert right.rows == (("Who speaks?", "7 of 12"),)
    assert split.rows == (("The mayor of Dovhe", "7"), ("The reporter", "5"))
    assert ("7 of 12" in right.alt, right.svg.startswith(b"<?xml")) == (True, True)
    html = opened.right()._repr_html_()
    assert ("<img" in html, "<td>7 of 12</td>" in html, "<script" in html) == (True, True, False)


def test_a_marked_sentence_is_drawn_word_by_word(pupils):
    whole = {"marks": [{"group": 1, "label": "source", "start": 0, "end": 3}]}
    for code in pupils.codes[:6]:
        pupils.checks(code, "mark-the-mayor", whole)
    strips = open_class("9b", "bridge", "one").strips().charts
    assert ("S1: The", "100%") in next(one for one in strips if one.title.endswith("Source")).rows


def test_where_nobody_has_begun_every_figure_says_that_there_is_too_little(pupils):
    opened = open_class("9b", "bridge", "one")
    shown = [getattr(opened, name)()._repr_html_() for name in FIGURES]
    assert ["there are too few answers" in one for one in shown] == [True] * len(FIGURES)


def test_a_class_that_is_not_there_is_said_and_not_made(pupils):
    with pytest.raises(ClassRefused, match="no class 9z"):
        open_class("9z", "bridge", "one")
    assert not class_folder("9z").exists()


def test_no_cell_of_the_notebook_can_be_deleted_and_only_the_one_that_names_the_class_can_be_changed():
    cells = json.loads((HOME / "notebooks" / "teacher.ipynb").read_text("utf-8"))["cells"]
    assert [one["metadata"].get("deletable") for one in cells] == [False] * len(cells)
    free = ["".join(one["source"]) for one in cells if one["metadata"].get("editable") is not False]
    assert ["open_class(" in source for source in free] == [True]


def test_the_notebook_asks_for_figures_that_there_are(pupils):
    cells = json.loads((HOME / "notebooks" / "teacher.ipynb").read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    first, *others = [OPENED.sub('open_class("9b", "bridge", "one")', line) for line in code]
    space = {}
    exec(first, space)
    assert [eval(one, space)._repr_html_() != "" for one in others] == [True] * len(TOLD + FIGURES)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("../f", "bridge", "one"), "“../f” cannot be the name of a class"),
        (("", "bridge", "one"), "“” cannot be the name of a class"),
        (("9b", "tunnel", "one"), "There is no lesson “tunnel”. There are: bridge."),
        (("9b", "../lessons/bridge", "one"), "There is no lesson “../lessons/bridge”"),
        (("9b", "bridge", "9"), "There is no notebook “9”. There are: one."),
        (("9b", "bridge", ""), "There is no notebook “”. There are: one."),
        (("9b", "bridge", "one,one"), "Choose one notebook"),
    ],
)
def test_what_is_not_there_is_named_with_what_there_is_and_without_a_traceback(pupils, asked, sentence):
    with pytest.raises(Exception, match=re.escape(sentence)) as refused:
        open_class(*asked)
    assert refused.value._render_traceback_() == [str(refused.value)]


def test_a_notebook_is_found_by_the_number_that_the_room_takes_too(pupils, monkeypatch):
    named = "exercises.room.choice.short"
    monkeypatch.setattr(named, {"one": "2"}.get)
    pupils.checks(pupils.codes[0], "who-speaks", {"chosen": ["mayor"]})
    for typed in ("2", "02", "one", 2):
        assert len(open_class("9b", "bridge", typed).right().charts) == 1


def test_a_folder_in_which_no_class_was_begun_is_no_class_and_stays_empty(pupils):
    class_folder("9z").mkdir()
    with pytest.raises(ClassRefused, match="no class 9z"):
        open_class("9z", "bridge", "one")
    assert list(class_folder("9z").iterdir()) == []


def test_of_a_damaged_class_it_is_said_what_happened_before_charts_are_empty(pupils, capsys):
    damage(class_folder("9b"))
    open_class("9b", "bridge", "one")
    assert "The file of the class was damaged" in capsys.readouterr().out


def test_who_is_where_and_the_time_stand_in_the_notebook_as_on_the_page(pupils):
    assert "Nobody has begun yet" in open_class("9b", "bridge", "one").where()._repr_html_()
    for code in pupils.codes[:6]:
        pupils.checks(code, "who-speaks", {"chosen": ["mayor"]})
    opened = open_class("9b", "bridge", "one")
    assert all(code in opened.where()._repr_html_() for code in pupils.codes[:6])
    assert "Median time: less than a minute." in opened.minutes()._repr_html_()


def test_who_has_begun_an_exercise_and_done_it_stands_in_the_notebook_as_on_the_page(pupils):
    assert "Nobody has begun yet" in open_class("9b", "bridge", "one").exercises()._repr_html_()
    for code in pupils.codes[:7]:
        pupils.checks(code, "who-speaks", {"chosen": ["mayor"]})
    told = open_class("9b", "bridge", "one").exercises()._repr_html_()
    heads, line = re.findall(r"<th scope=\"col\">(.*?)</th>", told), told.split("Who speaks?")[1].split("</tr>")[0]
    assert heads[:4] == ["Exercise", "Begun", "Done", "Right at the first check"]
    assert re.findall(r"<td>(\d+)</td>", line)[:2] == ["7", "7"]


def test_what_tempted_most_is_told_below_the_chart_with_its_reason(pupils):
    for place, code in enumerate(pupils.codes):
        pupils.checks(code, "who-speaks", {"chosen": ["mayor" if place < 7 else "reporter"]})
    (split,) = open_class("9b", "bridge", "one").contested().charts
    assert "“The reporter” (5). What we say to it: The reporter only passes it on" in split.caption


def test_what_the_page_says_of_sureness_and_of_words_stands_below_these_charts(pupils):
    for code in pupils.codes:
        pupils.checks(code, "who-speaks", {"chosen": ["mayor"]}, sure=4)
        pupils.checks(code, "mark-the-mayor", {"marks": []}, sure=2)
    opened = open_class("9b", "bridge", "one")
    assert "very sure, 12 of 12 answers were right" in opened.sureness().charts[0].caption
    assert any("Missed most" in chart.caption for chart in opened.strips().charts)


def test_a_form_is_told_in_words_below_its_chart(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("exercises.room.study.find_lessons", lambda: tmp_path / "lessons")
    lesson = load_lesson(build_form_lesson(tmp_path / "lessons" / "bridge"))
    store = class_store(class_folder("9b"))
    made = Class(store, lesson, load_items(lesson), sorted(card.code for card in Register(store).issue(6)))
    for code in made.codes:
        ratings = {"ferry-a": 4, "bakery-a": 1}
        made.checks(code, "form-a", {"ratings": ratings, "sure": dict.fromkeys(ratings, 3)}, sure=None)
    (chart,) = open_class("9b", "bridge", lesson.info.notebooks[0].name).forms().charts
    assert "of 100 well supported claims that they rated they accepted 100" in chart.caption
