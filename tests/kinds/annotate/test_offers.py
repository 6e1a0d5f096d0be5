"""Marks on one's own text can be taken along as they stand in the end, on the part that was marked."""

import json

import pytest

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.checked import Checked
from exercises.kinds.offers import offers, take
from exercises.lesson.load import load_lesson

ITEM = AnnotateItem(
    id="own-marks",
    kind="annotate",
    title="Mark",
    instruction="Mark it.",
    role="alone",
    rubric="A",
    text_of="own-text",
    layer="attribution",
    labels=("source", "cue", "content"),
)
SENTENCES = ["The mayor said “it may open.”", "It is 😀 shut, <b>she</b> added."]
TEXT = "\n".join(SENTENCES)
PART = {"title": "Mine", "first": 7, "sentences": SENTENCES, "language": "en"}


def mark(words, label, group=1):
    start = TEXT.index(words)
    return {"group": group, "label": label, "start": start, "end": start + len(words)}


@pytest.fixture
def work(small_lesson):
    lesson = load_lesson(small_lesson)

    def made(*marks, on=PART, **more):
        answer = AnnotateAnswer.model_validate({"on": on, "marks": marks, **more})
        return Checked(ITEM, answer, lesson, "amber-heron-42", "2026-11-23T12:00:00.123+02:00", shown=False)

    return made


def taken(work):
    return json.loads(take(work, "annotations").text)


def quoted(collection):
    """Give what is quoted, by whom it was marked, and check that each place in the text holds the words."""
    for one in collection["first"]["items"]:
        exact, place = one["target"]["selector"]
        assert TEXT[place["start"] : place["end"]] == exact["exact"]
        yield exact["exact"], one["body"]["value"], one["target"]["scope"]["label"]


def test_marks_are_taken_along_with_the_number_of_their_sentence_in_the_whole_text(work):
    own = work(mark("The mayor", "source"), mark("shut", "content", 2))
    assert [one["files"] for one in offers(own)] == [[{"format": "annotations", "what": "annotations"}]]
    collection = taken(own)
    assert list(quoted(collection)) == [("The mayor", "Source", "Sentence 7"), ("shut", "Content", "Sentence 8")]
    assert "From a text that the student brought, Mine, sentences 7 to 8." in collection["label"]
    assert "specimen" not in json.dumps(collection)


def test_what_was_settled_stands_and_what_was_dropped_does_not(work):
    accepted = {"choice": "accepted", "why": "Yes.", "marks": [mark("she", "source"), mark("added", "cue")]}
    dropped = {"choice": "dropped", "why": "No.", "group": 1}
    own = work(mark("The mayor", "source"), settled={"d1": accepted, "g1": dropped})
    assert [words for words, *_ in quoted(taken(own))] == ["she", "added"]


def test_a_title_puts_no_sign_that_hides_or_turns_the_writing_into_our_sentence(work):
    label = taken(work(mark("shut", "content"), on=PART | {"title": "My \u202etext\u200b"}))["label"]
    assert "brought, My text, sentences 7 to 8." in label


@pytest.mark.parametrize(("guessed", "said"), [("de", "de"), ("other", None), ("unknown", None)])
def test_the_language_is_named_only_where_it_is_known(work, guessed, said):
    collection = taken(work(mark("shut", "content"), on=PART | {"language": guessed}))
    assert collection["first"]["items"][0]["target"]["source"].get("language") == said


def test_without_a_mark_nothing_is_offered(work):
    beyond = {"group": 1, "label": "source", "start": 0, "end": 10_000}
    assert offers(work()) == offers(work(on=None)) == offers(work(beyond)) == []
