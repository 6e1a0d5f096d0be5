"""The bar counts confidence for the student whose page it is, and only for them."""

import json

import pytest
from talk import Line, Talk

from exercises.answers import bounds
from exercises.answers.calibration import ENOUGH
from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.visit import Visit
from exercises.words import words


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def lesson(small_lesson):
    file = small_lesson / "one.yaml"
    text = file.read_text(encoding="utf-8")
    first, second = text[text.index("  - id: who-speaks") : text.index("  - id: mark-the-mayor")], ""
    for number in range(1, ENOUGH):
        second += first.replace("who-speaks", f"who-speaks-{number}")
    file.write_text(text + second, encoding="utf-8")
    return load_lesson(small_lesson)


@pytest.fixture
def bar(lesson, store):
    visit = Visit(lesson, load_items(lesson), store, "one")
    return Line(visit, visit.bar())


def check(lesson, store, exercise, sure, option="mayor"):
    exchange = Talk(lesson, load_items(lesson)[exercise], store, "one")
    message = {"kind": "check", "tab": f"tab-of-{exercise}", "seq": 1, "confidence": sure}
    assert exchange.receive({**message, "answer": {"chosen": [option]}})["kind"] == "result"


def asked(bar):
    return bar.send({"kind": "sureness"})


def choices(lesson):
    return [name for name in load_items(lesson) if name != "mark-the-mayor"]


def test_a_few_answers_are_said_to_be_too_few(lesson, store, bar):
    for exercise in choices(lesson)[: ENOUGH - 1]:
        check(lesson, store, exercise, 4)
    reply = asked(bar)
    assert reply["lines"] == []
    assert "Counted so far: 7" in reply["few"]


def test_enough_answers_are_shown_in_counts_the_surest_first(lesson, store, bar):
    *most, last = choices(lesson)
    for number, exercise in enumerate(most):
        check(lesson, store, exercise, 4, "reporter" if number < 3 else "mayor")
    check(lesson, store, last, 1)
    reply = asked(bar)
    assert all(reply.pop("about").values())
    assert reply == {
        "kind": "sureness",
        "lines": ["Very sure 7 times, right 4", "Guessing once, right 1"],
        "few": "",
    }


def test_what_reads_aloud_is_told_its_words_and_the_language_of_the_lesson(lesson, bar):
    reply = bar.send({"kind": "aloud"})
    assert (reply["kind"], reply["words"]["language"]) == ("aloud", lesson.info.language)
    assert all(reply["words"].values())


def test_counts_stay_those_of_the_student_whose_page_it_is(lesson, store, bar):
    first = store.code
    store.new_code()
    for exercise in choices(lesson):
        check(lesson, store, exercise, 4)
    assert "Counted so far: 0" in asked(bar)["few"]
    store.use_code(first)
    assert "Counted so far: 0" in asked(bar)["few"]


def test_after_not_you_the_page_is_that_of_the_next_student(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    assert bar.send({"kind": "new-code"})["kind"] == "done"
    assert bar.page["code"] == store.code != first
    assert {one["phase"] for one in bar.page["exercises"]} == {"open"}


def test_who_goes_on_under_another_code_learns_how_to_have_earlier_work_and_no_code_of_another(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    said = bar.send({"kind": "use-code", "typed": "calm-otter-11"})["words"]
    assert "Was it you who worked here before? Then your work is still there" in said
    assert first not in said
    assert "worked here before" not in bar.send({"kind": "use-code", "typed": first})["words"]


def test_whose_code_goes_by_one_button_reads_it_before_and_after(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    assert "first write down the code above" in words("bar")["elsewhere"]
    said = bar.send({"kind": "go-on", "typed": "calm-otter-11"})["words"]
    assert f"worked here before, as {first}? Then write that code down" in said
    assert bar.page["code"] == "calm-otter-11"


def test_who_begins_with_a_new_code_reads_no_code_but_that(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    said = bar.send({"kind": "new-code"})["words"]
    assert store.code in said
    assert first not in said


def test_a_code_without_work_is_said_to_be_empty_and_one_with_work_is_not(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    fresh = bar.send({"kind": "use-code", "typed": "calm-otter-11"})["words"]
    assert "Nothing is saved under it here yet" in fresh
    assert "Nothing is saved" not in bar.send({"kind": "use-code", "typed": first})["words"]


def test_a_file_of_another_code_that_is_opened_says_where_the_work_of_this_one_is(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first, text = bar.page["code"], bar.send({"kind": "export"})["text"]
    bar.send({"kind": "new-code"})
    check(lesson, store, choices(lesson)[0], 2)
    second = bar.page["code"]
    said = bar.send({"kind": "import", "text": text})["words"]
    assert (bar.page["code"], f"Was it you who worked here before, as {second}?" in said) == (first, True)


def test_exercises_with_two_answers_are_named(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4, "reporter")
    first = bar.page["code"]
    bar.send({"kind": "new-code"})
    check(lesson, store, choices(lesson)[0], 2, "mayor")
    said = bar.send({"kind": "join", "typed": first})["words"]
    assert f"In this lesson: “{load_items(lesson)[choices(lesson)[0]].title}”." in said


def test_what_is_saved_is_the_work_of_the_student_whose_page_it_is(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = store.code
    store.new_code()
    reply = bar.send({"kind": "export"})
    assert (reply["name"], json.loads(reply["text"])["code"]) == (f"whosays-{first}.json", first)


def test_what_the_page_still_owes_is_in_the_file_and_named_with_where_to_look_for_it(lesson, store, bar):
    name = choices(lesson)[0]
    check(lesson, store, name, 4, "reporter")
    waits = {"lesson": lesson.id, "exercise": name, "answer": {"chosen": ["mayor"]}, "confidence": 4}
    gone = {"lesson": "harbour", "exercise": "two"}
    reply = bar.send({"kind": "export", "owed": [waits], "left": [gone]})
    (beside,) = json.loads(reply["text"])["aside"]
    assert (beside["exercise"], beside["answer"]) == (name, {"chosen": ["mayor"]})
    assert beside["digest"] == json.loads(reply["text"])["drafts"][0]["digest"]
    assert f"not saved here: to “{load_items(lesson)[name].title}”" in reply["words"]
    assert "Perhaps not in this file: your newest words in “harbour: two”" in reply["words"]
    assert "not saved here" not in bar.send({"kind": "export"})["words"]


def test_a_file_that_could_not_be_opened_again_is_made_and_says_so(lesson, store, bar, monkeypatch):
    for name in choices(lesson)[:2]:
        check(lesson, store, name, 4)
    assert "choose Open my work" in bar.send({"kind": "export"})["words"]
    monkeypatch.setattr(bounds, "MOST_AT_HOME", 3)
    reply = bar.send({"kind": "export"})
    assert len(json.loads(reply["text"])["attempts"]) == 2
    assert "it holds 4 answers, tries and earlier versions" in reply["words"]
    assert "Open my work takes no more than 3 here" in reply["words"]


@pytest.mark.parametrize(
    "content", [None, 7, "export", {}, {"kind": "erase"}, {"kind": "import"}, {"kind": "import", "text": 1}]
)
def test_a_message_that_is_not_understood_changes_nothing_and_says_so(bar, content):
    before = bar.page
    assert bar.send(content)["kind"] == "trouble"
    assert bar.page == before


# The door


def test_a_typed_code_brings_its_work_back_however_it_is_written(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    first = bar.page["code"]
    bar.send({"kind": "new-code"})
    reply = bar.send({"kind": "use-code", "typed": f" {first.replace('-', ' ').title()} "})
    assert (reply["kind"], first in reply["words"]) == ("done", True)
    assert (bar.page["code"], store.code) == (first, first)
    assert "checked" in {one["phase"] for one in bar.page["exercises"]}


@pytest.mark.parametrize("typed", ["", "my name is Anna", "amber-heron", "<b>", "x" * 500])
@pytest.mark.parametrize("kind", ["use-code", "join"])
def test_what_is_no_code_is_said_and_the_student_stays(bar, store, kind, typed):
    before = bar.page["code"]
    reply = bar.send({"kind": kind, "typed": typed})
    assert (reply["kind"], "two words and a number" in reply["words"]) == ("trouble", True)
    assert (bar.page["code"], store.code) == (before, before)


def test_work_under_another_code_is_added_to_mine(lesson, store, bar):
    check(lesson, store, choices(lesson)[0], 4)
    other = bar.page["code"]
    bar.send({"kind": "new-code"})
    mine = bar.page["code"]
    assert "New or newer answers: 1" in bar.send({"kind": "join", "typed": other})["words"]
    assert bar.page["code"] == mine
    assert "checked" in {one["phase"] for one in bar.page["exercises"]}


def test_a_notice_stands_in_the_bar_until_it_is_closed(lesson, store, bar):
    store._file.path.write_bytes(b"rubbish " * 2000)
    visit = Visit(lesson, load_items(lesson), store, "one")
    again = Line(visit, visit.bar())
    (notice,) = again.state["notices"]
    assert "was damaged" in notice["words"]
    again.send({"kind": "close-notice", "number": notice["number"]})
    assert again.state["notices"] == []


def test_a_store_for_this_session_is_said_with_what_to_do(lesson, tmp_path):
    store = Store(tmp_path / "for now", temporary="The disk is full.")
    visit = Visit(lesson, load_items(lesson), store, "one")
    said = Line(visit, visit.bar()).state["temporary"]
    assert said.startswith("The disk is full.")
    assert "Save my work" in said
    assert Line(visit, visit.exercise("who-speaks")).state["temporary"]
