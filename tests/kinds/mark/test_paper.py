"""A sentence on paper is cut at its given marks and no letter of it is lost; the key tells of the reporting words."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.kinds.items import load_items
from exercises.kinds.mark.paper import key, pieces
from exercises.lesson.load import load_lesson

SENTENCE = {"start": 100, "text": "The mayor said that the bridge may stay closed."}
LAST = 100 + len(SENTENCE["text"])


def mark(first: int, last: int, label: str = "source") -> dict:
    return {"start": first, "end": last, "label": label, "group": 1}


def test_a_given_mark_is_cut_out_with_its_label():
    cut = pieces(SENTENCE, [mark(110, 114, "cue"), mark(100, 109)])
    assert [(piece["text"], piece["label"]) for piece in cut] == [
        ("The mayor", "source"),
        (" ", ""),
        ("said", "cue"),
        (" that the bridge may stay closed.", ""),
    ]


def test_a_mark_of_another_sentence_changes_nothing():
    assert pieces(SENTENCE, [mark(0, 9), mark(LAST, LAST + 5)]) == [{"text": SENTENCE["text"], "label": "", "group": 0}]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=6))
def test_whatever_is_marked_no_letter_of_the_sentence_is_lost_or_doubled(spans):
    marks = [mark(start, min(start + length, LAST)) for start, length in spans if start < LAST]
    assert "".join(piece["text"] for piece in pieces(SENTENCE, marks)) == SENTENCE["text"]


REPORTED = [
    ("neutral", {}, "neutral", []),
    ("neutral", {"also_stance": "distancing"}, "neutral", ["also accepted: keeps a distance"]),
    ("neutral", {"also_accept": [{"also_stance": "forceful"}]}, "neutral", ["also accepted: makes it forceful"]),
    ("reluctant", {"also_accept": [{"verb_stance": "reluctant"}]}, "makes it an admission", []),
    ("forceful", {"refers_to": "the mayor in S1"}, "makes it forceful", ["Points back to: the mayor in S1."]),
]


def reporting(folder, **changes):
    """Give the line of the key that tells of the mayor's attribution, with some fields changed in the file."""
    file = folder / "key.yaml"
    marks = yaml.safe_load(file.read_text(encoding="utf-8"))
    marks["attributions"][0].pop("also_accept", None)
    marks["attributions"][0] |= changes
    file.write_text(yaml.safe_dump(marks, allow_unicode=True), encoding="utf-8")
    lesson = load_lesson(folder)
    marking = next(item for item in load_items(lesson).values() if item.kind == "mark" and item.layer == "attribution")
    return next(part for part in key(marking, lesson) if part.heading == "What the reporting words do").lines[0]


@pytest.mark.parametrize(("stance", "more", "answer", "reasons"), REPORTED)
def test_the_teacher_reads_what_the_reporting_word_does_and_whom_a_pronoun_means(
    small_lesson, stance, more, answer, reasons
):
    line = reporting(small_lesson, verb_stance=stance, **more)
    assert line.answer == answer
    assert [reason for reason in line.reasons if "source" not in reason] == reasons


def test_the_teacher_reads_every_kind_of_source_that_is_accepted(small_lesson):
    line = reporting(small_lesson, source_kind="described", also_accept=[{"source_kind": "named-body"}])
    assert "Kind of source: Described, no name, Named body." in line.reasons
