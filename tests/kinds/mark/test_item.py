"""What the page sees of an exercise *mark*, which answers can be read, and what does not fit the lesson."""

import json

import pytest
from pydantic import ValidationError
from small_lesson import change

from exercises.kinds.mark import KIND
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.lesson.load import load_lesson

COMMON = {"id": "m", "kind": "mark", "title": "Mark", "instruction": "Mark it.", "role": "alone", "rubric": "A"}
ONE_MARK = {"group": 1, "label": "cue", "start": 0, "end": 3}


def item(**fields):
    usual = {"sentences": [1], "layer": "attribution", "labels": ["source", "cue", "content"], "targets": ["A01a"]}
    return MarkItem.model_validate(COMMON | usual | fields)


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


def problems(lesson, **fields):
    return KIND.problems(item(**fields), lesson)


def test_nothing_secret_stands_in_the_page(small_lesson):
    key = (small_lesson / "key.yaml").read_text()
    for why in ("The office says who answers for it.", "This verb adds nothing of its own.", "Anyone can look it up."):
        key = key.replace(why, f"CANARY {why}")
    (small_lesson / "key.yaml").write_text(key.replace('mayor of Dovhe"}', 'mayor of Dovhe", why: "CANARY too"}'))
    change(small_lesson / "claims.yaml", "A forecast gets no verdict.", "CANARY forecast")
    page = json.dumps(KIND.page(item(), load_lesson(small_lesson)))
    assert "CANARY" not in page
    assert "A01a" not in page
    assert "neutral" not in page


def test_the_page_shows_given_marks_but_no_others(lesson):
    page = KIND.page(item(given=["source"]), lesson)
    (mark,) = page["given"]
    assert lesson.article.text[mark["start"] : mark["end"]] == "The mayor of Dovhe"
    assert mark["group"] == 1


def test_the_page_can_be_sent_as_json_with_words_in_offsets_of_the_whole_text(lesson):
    page = json.loads(json.dumps(KIND.page(item(sentences=[2], targets=["A02a"]), lesson)))
    (sentence,) = page["sentences"]
    start, end = sentence["words"][0]
    assert lesson.article.text[start:end] == "The"
    assert start == sentence["start"] > 0
    assert [label["key"] for label in page["labels"]] == ["1", "2", "3"]


def test_our_answer_has_the_shape_of_the_students_and_leaves_out_given_marks(lesson):
    revealed = KIND.reveal(item(given=["source"]), lesson)
    assert {mark.label for mark in MarkAnswer.model_validate(revealed).marks} == {"cue", "content"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"end": 0},
        {"start": -1},
        {"start": "0"},
        {"start": 1.5},
        {"group": 0},
        {"group": True},
        {"group": 10**6},
        {"label": ""},
        {"label": "x" * 21},
        {"more": 1},
    ],
)
def test_a_mark_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        MarkAnswer.model_validate({"marks": [ONE_MARK | wrong]})


def test_more_than_400_marks_cannot_be_read():
    MarkAnswer.model_validate({"marks": [ONE_MARK] * 400})
    with pytest.raises(ValidationError):
        MarkAnswer.model_validate({"marks": [ONE_MARK] * 401})


def test_a_sound_exercise_has_no_problems(small_lesson):
    change(small_lesson / "practice.yaml", "She speaks.", "The words tell who speaks.")
    lesson = load_lesson(small_lesson)
    assert problems(lesson) == []
    assert problems(lesson, so_later="one") == []
    assert problems(lesson, free=True, targets=[], sentences=[1, 2, 3]) == []
    assert problems(lesson, layer="certainty", labels=["cue", "scope"], targets=["H01a"]) == []
    assert problems(lesson, text="p-ferry", targets=["PF01a"]) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "p-fery"}, "Did you mean “p-ferry”?"),
        ({"sentences": [1, 9]}, "no sentence 9"),
        ({"sentences": [1, 1]}, "Sentence 1 stands twice"),
        ({"targets": ["A01b"]}, "Did you mean “A01a”?"),
        ({"targets": ["H01a"]}, "another layer"),
        ({"targets": ["A02a"]}, "stands in sentence 2"),
        ({"targets": ["A01a", "A01a"]}, "“A01a” stands twice"),
        ({"targets": []}, "Nothing is asked for"),
        ({"labels": ["source", "scope"]}, "no label “scope”"),
        ({"labels": ["cue", "cue"]}, "“cue” stands twice"),
        ({"labels": ["cue"], "given": ["source"]}, "not under “labels”"),
        ({"given": ["source", "cue", "content"]}, "Every label is given"),
        ({"free": True}, "“targets” does nothing"),
        ({"free": True, "targets": [], "given": ["cue"]}, "cannot give marks"),
        ({"sentences": [2], "targets": ["A02a"], "labels": ["source"]}, "no words for any label"),
        ({"so_later": "ones"}, "“so_later” names no notebook of this lesson: “ones”. Did you mean “one”?"),
        (
            {"so_later": "one", "layer": "certainty", "labels": ["scope"], "targets": ["H01a"]},
            "“so_later” does nothing",
        ),
        ({"hints": ["No."]}, "helps nobody"),
    ],
)
def test_what_does_not_fit_is_said_with_a_cure(lesson, fields, said):
    found = problems(lesson, **fields)
    assert any(said in sentence for sentence in found)
    assert all(sentence.endswith((".", "?")) for sentence in found)


def test_a_reason_that_explains_nothing_is_named(small_lesson):
    change(small_lesson / "key.yaml", "This verb adds nothing of its own.", "This is the right answer.")
    (found,) = problems(load_lesson(small_lesson))
    assert "cue of “A01a” explains nothing" in found


def test_all_problems_come_in_one_go(lesson):
    assert len(problems(lesson, sentences=[1, 9], targets=["A77z"], labels=["scope"], hints=["No."])) == 4
