"""The kind *annotate*: marks stand on the words that they were made on, are counted, and are never right or wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.kinds.annotate import KIND
from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem

ITEM = AnnotateItem(
    id="a",
    kind="annotate",
    title="Mark",
    instruction="Mark it.",
    role="alone",
    rubric="A",
    text_of="b",
    layer="attribution",
    labels=("source", "cue", "content"),
)
PART = {
    "title": "Mine",
    "first": 7,
    "sentences": ["The mayor said it may open.", "It is 😀 shut."],
    "language": "unknown",
}
TEXT = "\n".join(PART["sentences"])


def mark(words, label, group=1):
    start = TEXT.index(words)
    return {"group": group, "label": label, "start": start, "end": start + len(words)}


def answer(*marks, on=PART):
    return AnnotateAnswer.model_validate({"on": on, "marks": marks})


WHOLE = answer(mark("The mayor", "source"), mark("said", "cue"), mark("it may open", "content"))


def test_marks_are_counted_and_nothing_is_scored():
    result = KIND.score(ITEM, WHOLE, None)
    said = "Groups that you marked: 1 (Source: 1, Cue: 1, Content: 1). Sentences with marks: 1 of 2."
    assert result.summary == said
    assert (result.points, result.out_of, result.right) == (0, 0, False)


def test_of_equal_words_in_a_sentence_it_is_told_which_are_marked():
    part = PART | {"sentences": ["They said “no no no”, he said."]}
    start = "They said “no no no”, he said.".index("no no") + 3
    marks = [{"group": 1, "label": "cue", "start": at, "end": at + 4} for at in (5, 25)]
    told = KIND.tell(
        ITEM, answer(*marks, {"group": 2, "label": "content", "start": start, "end": start + 5}, on=part), None
    )
    assert told[1:] == [
        "1. Cue: “said” (S7, word 2)",
        "1. Cue: “said” (S7, word 7)",
        "2. Content: “no no” (S7, words 4 to 5)",
    ]


def test_a_group_that_lacks_a_part_is_asked_about_and_not_judged():
    asked, _ = KIND.score(ITEM, answer(mark("said", "cue")), None).remarks
    assert (asked.subject, asked.outcome) == ("Group 1, not marked: Source, Content", "note")
    assert "A report can name no source" in asked.reason


def test_marks_are_told_with_their_words_and_the_number_of_their_sentence_in_the_whole_text():
    told = KIND.tell(ITEM, answer(mark("shut", "content", 2), mark("The mayor", "source")), None)
    assert told == [
        "Mine, sentences 7 to 8",
        "1. Source: “The mayor” (S7)",
        "2. Content: “shut” (S8)",
    ]
    assert KIND.tell(ITEM, AnnotateAnswer(), None) == []


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (AnnotateAnswer(), "Mark at least one stretch of words"),
        (answer(), "Mark at least one stretch of words"),
        (answer(mark("said", "scope")), "no label “scope”"),
        (answer({"group": 1, "label": "cue", "start": 0, "end": 900}), "lies outside the text"),
        (answer({"group": 1, "label": "cue", "start": 20, "end": 30}), "crosses from one sentence into the next"),
    ],
)
def test_marks_that_cannot_be_are_refused_in_words(given, why):
    with pytest.raises(ValueError, match=why):
        KIND.score(ITEM, given, None)


def test_a_label_that_the_exercise_does_not_have_is_told_apart():
    assert KIND.unknown(ITEM, answer(mark("said", "scope")), None) == ["1. Scope: “said” (S7)"]
    assert KIND.unknown(ITEM, WHOLE, None) == []


def test_a_layer_has_its_own_labels():
    wrong = ITEM.model_copy(update={"layer": "certainty"})
    assert KIND.problems(ITEM, None) == []
    assert [one.split("“")[2].split("”")[0] for one in KIND.problems(wrong, None)] == ["source", "content"]
    assert "Add it." in KIND.problems(ITEM.model_copy(update={"labels": ("source",)}), None)[0]


LINES = some.text(some.characters(exclude_categories=["Cc", "Zl", "Zp", "Cs"]), min_size=1, max_size=30)


@given(some.lists(LINES.filter(str.strip), min_size=1, max_size=5), some.integers(0, 160), some.integers(1, 40))
def test_on_any_words_a_mark_is_told_or_refused_in_one_sentence(lines, start, length):
    given = answer({"group": 1, "label": "cue", "start": start, "end": start + length}, on=PART | {"sentences": lines})
    assert KIND.tell(ITEM, given, None)
    try:
        said = KIND.score(ITEM, given, None).summary
    except ValueError as refused:
        said = str(refused)
    assert said.endswith(".")
