"""The machine's draft: the practice text with the flags that the detector raises today."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from every_lesson import LESSONS, named

from exercises.detect.certainty import mark_certainty
from exercises.detect.prepared import prepare
from exercises.figures.machine import TEXT, machine_draft
from exercises.lesson.text import Text

HOME = Path(__file__).parents[2]
LESSON = named("kupyansk")


def lesson_with(*lines):
    return replace(LESSON, texts=LESSON.texts | {TEXT: Text.from_lines(TEXT, lines)})


def flags(draft):
    return [(piece["flag"], piece["text"]) for one in draft["sentences"] for piece in one["pieces"] if piece["flag"]]


@pytest.fixture(scope="module", params=[one for one in LESSONS if TEXT in one.texts], ids=lambda lesson: lesson.id)
def lesson(request):
    return request.param


@pytest.fixture(scope="module")
def draft(lesson):
    return machine_draft(lesson)


def test_the_pieces_together_are_the_sentences(draft, lesson):
    for one, sentence in zip(draft["sentences"], lesson.texts[TEXT].sentences, strict=True):
        assert (one["number"], "".join(piece["text"] for piece in one["pieces"])) == (sentence.number, sentence.text)


def test_every_flag_of_the_detector_is_there_and_counted(draft, lesson):
    text = lesson.texts[TEXT].text
    hedges = [cue.span for cue in mark_certainty(prepare(text)) if cue.direction == "hedge"]
    assert flags(draft) == [(number, text[one.start : one.end]) for number, one in enumerate(hedges, start=1)]
    assert draft["flags"] == len(hedges) > 0


def test_it_says_that_the_words_were_written_for_the_course(draft):
    assert draft["label"] == "Written for this course"


def test_flags_at_the_edges_of_a_sentence_and_side_by_side_stay_apart():
    draft = machine_draft(lesson_with("Perhaps maybe 🚌 it might.", "Nothing.", "It remains to be seen"))
    assert flags(draft) == [(1, "Perhaps"), (2, "maybe"), (3, "might"), (4, "remains to be seen")]
    assert [piece["text"] for piece in draft["sentences"][0]["pieces"]] == [
        "Perhaps",
        " ",
        "maybe",
        " 🚌 it ",
        "might",
        ".",
    ]


def test_a_text_without_flags_is_shown_as_it_is():
    assert machine_draft(lesson_with("The bus is late.")) == {
        "label": "Written for this course",
        "flags": 0,
        "sentences": [{"number": 1, "pieces": [{"text": "The bus is late.", "flag": 0}]}],
    }


def test_nltk_stays_out_of_the_kernel(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    code = (
        "import sys, exercises\n"
        "figure = exercises.open_lesson('kupyansk').chart('machine-draft').face\n"
        "assert figure.content()['flags']\n"
        "assert 'nltk' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=HOME, check=True, stdout=subprocess.DEVNULL)
