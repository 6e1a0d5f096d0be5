"""The concordance: every line of a word is there, whole, with its place and who speaks in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from every_lesson import named

from exercises.detect.attribution.drafts import draft_attributions
from exercises.figures.concordance import _drafts as machine_drafts
from exercises.figures.concordance import concordance
from exercises.lesson.load import load_lesson

HOME = Path(__file__).parents[2]
LESSON = named("kupyansk")
WORDS = {entry["word"]: entry for entry in concordance(LESSON)["words"]}


def sentences():
    """Give place and words of every sentence of the article and the practice texts, in order."""
    for name, text in LESSON.texts.items():
        for sentence in text.sentences:
            yield (f"S{sentence.number}" if name == "article" else ""), sentence.text


def speakers(word):
    return [(line["place"], line["who"]) for line in WORDS[word]["lines"]]


@pytest.mark.parametrize("word", WORDS)
def test_no_line_is_missed_and_none_is_made_up(word):
    anywhere = re.compile(rf"\b({'|'.join(WORDS[word]['forms'])})\b", re.IGNORECASE)
    expected = [(place, text) for place, text in sentences() for _ in anywhere.finditer(text)]
    lines = [(line["place"], line["left"] + line["hit"] + line["right"]) for line in WORDS[word]["lines"]]
    assert lines == expected


def test_in_the_article_claimed_goes_to_speakers_of_both_sides():
    assert ("S5", "the unnamed official") in speakers("claimed")
    assert ("S13", "Ukrainian officials") in speakers("claimed")


def test_the_plainest_verb_stands_only_in_practice_sentences_and_the_denial_nowhere():
    assert {place for place, _ in speakers("said")} == {""}
    assert speakers("denied") == []


def test_a_word_that_reports_nothing_has_no_speaker():
    assert ("S16", "") in speakers("confirmation")
    assert ("S20", "") in speakers("suggest")


def test_where_the_key_names_no_holder_the_words_of_the_source_stand():
    assert ("", "the town engineer") in speakers("told")


def drafts(word):
    return {line["place"]: line["draft"] for line in WORDS[word]["lines"] if line["place"]}


def test_a_line_has_the_machines_draft_of_who_speaks_with_its_known_errors():
    assert drafts("acknowledged") == {"S12": "the Ukrainian military"}
    assert drafts("claimed")["S5"] == "they"  # a pronoun: it knows no people
    assert drafts("admission")["S14"] is None  # a noun of saying is passed over
    assert drafts("reportedly")["S3"] == ""  # a report of which nobody is named


@pytest.mark.parametrize(
    ("lesson", "word", "place", "said"),
    [
        ("kupyansk", "claimed", "S5", "S5 has “they”"),
        ("kupyansk", "admission", "S14", "“the admission” (S14) it passes over"),
        ("harbour", "confirmed", "S7", "S7 has Marlo Tegg"),
        ("harbour", "called", "S10", "“called” (S10) it passes over"),
    ],
)
def test_the_notes_tell_of_the_draft_what_the_machine_does(lesson, word, place, said):
    notes = (named(lesson).folder / "04_said_claimed_admitted.md").read_text("utf-8")
    assert said in notes
    lines = next(entry["lines"] for entry in concordance(named(lesson))["words"] if entry["word"] == word)
    (draft,) = [line["draft"] for line in lines if line["place"] == place]
    assert (draft is None) if "passes over" in said else (draft in said)


def test_each_text_has_the_drafts_that_it_has_alone():
    for name, text in LESSON.texts.items():
        alone = [(one.cue, text.quote(one.source) if one.source else "") for one in draft_attributions(text.text)]
        assert machine_drafts(LESSON)[name] == alone, name


def test_a_word_at_the_beginning_of_a_sentence_and_in_curly_quotation_marks_is_found(small_lesson):
    (small_lesson / "background.yaml").write_text("concordance: [[they, claimed]]\n", "utf-8")
    practice = "texts:\n  - id: p-new\n    label: New\n    sentences: ['They ‘claimed’ it.']\n"
    (small_lesson / "practice.yaml").write_text(practice, "utf-8")
    (entry,) = concordance(load_lesson(small_lesson))["words"]
    hits = [(line["left"], line["hit"], line["right"]) for line in entry["lines"] if not line["place"]]
    assert hits == [("", "They", " ‘claimed’ it."), ("They ‘", "claimed", "’ it.")]


def test_nltk_stays_unloaded_until_the_concordance_is_looked_at():
    program = (
        "import sys; from exercises.jupyter.session import Session; assert 'nltk' not in sys.modules;"
        "from exercises.figures.live import figure_of; from exercises.lesson.load import *;"
        "lesson = load_lesson(find_lessons() / 'kupyansk'); figure = figure_of('concordance', lesson, '');"
        "assert figure.content(); assert 'nltk' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], cwd=HOME, check=True)
