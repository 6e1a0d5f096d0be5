"""“Mark the machine”: the cards, marks and numbers of the exercises are those of the detector as it is now."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from nltk.metrics import precision, recall

from exercises.detect.hedges import flag_hedges
from exercises.figures.machine import TEXT
from exercises.items import items_of, load_items
from exercises.kinds import KINDS
from exercises.lesson import load_lesson

LESSON = load_lesson(Path(__file__).parents[2] / "lessons" / "kupyansk")
ITEMS = load_items(LESSON)
REPORT, KEY = LESSON.texts[TEXT], LESSON.key[TEXT]
FLAGS = flag_hedges(REPORT.text)
CARDS = ITEMS["sure-machine-flags"].cards
HEDGES = {entry.id: entry.parts["cue"] for entry in KEY.certainty if entry.entry.direction == "hedge"}


def found():
    """Give the hedges of the key of which the detector flags at least one word."""
    return {name for name, cue in HEDGES.items() if any(flag.span.touches(part) for flag in FLAGS for part in cue)}


MISSED = HEDGES.keys() - found()


def stands_on(flag):
    """Give the entry of the key on which a flag stands: a hedge, or a tempting word that is none."""
    tempting = {entry.id: entry.parts["quote"] for entry in KEY.not_certainty}
    (name,) = [name for name, parts in (HEDGES | tempting).items() if any(flag.span.touches(part) for part in parts)]
    return name


def test_there_is_one_card_for_each_flag_in_the_order_of_the_draft():
    assert len(CARDS) == len(FLAGS) == 6
    for number, (card, flag) in enumerate(zip(CARDS, FLAGS, strict=True), start=1):
        assert card.text.startswith(f"Flag {number}, “{flag.word}”: ")
        assert flag.word in card.text.split(": ", 1)[1]


@pytest.mark.parametrize(("card", "flag"), zip(CARDS, FLAGS, strict=True), ids=[card.id for card in CARDS])
def test_a_flag_is_kept_if_the_key_marks_a_hedge_there_and_else_the_key_says_why_it_is_none(card, flag):
    name = stands_on(flag)
    assert card.quote_of == name
    assert card.bin == ("keep" if name in HEDGES else "drop")
    assert not card.also_accept


def test_half_of_the_flags_are_to_keep_and_the_word_alone_does_not_tell_which():
    kept = {card.bin: [flag.word.lower() for other, flag in zip(CARDS, FLAGS, strict=True) if other.bin == card.bin]
            for card in CARDS}  # fmt: skip
    assert len(kept["keep"]) == len(kept["drop"]) == 3
    assert set(kept["keep"]) & set(kept["drop"]) == {"may", "about"}


def test_each_word_that_tempts_the_machine_is_named_in_the_key_and_nothing_else_is():
    assert {stands_on(flag) for flag in FLAGS} - HEDGES.keys() == {entry.id for entry in KEY.not_certainty}


def test_the_two_hedges_to_find_are_among_at_least_three_that_it_misses():
    item = ITEMS["sure-machine-missed"]
    assert len(MISSED) >= 3
    assert set(item.targets) == {name for name in MISSED if KEY.entry(name).sentence in item.sentences}
    assert len(item.targets) == 2


def test_no_word_of_a_missed_hedge_is_on_the_list_and_the_list_misses_s16_as_the_notes_say():
    pieces = [REPORT.quote(part) for name in MISSED for part in HEDGES[name]]
    assert [flag for piece in pieces for flag in flag_hedges(piece)] == []
    (cue,) = LESSON.key["article"].entry("H16a").parts["cue"]
    assert not any(flag.span.touches(cue) for flag in flag_hedges(LESSON.article.text))


def test_the_words_that_the_notebook_names_are_on_the_list_and_said_and_if_are_not():
    prose = (LESSON.folder / "05_how_sure.md").read_text("utf-8")
    (named,) = re.findall(r"It has a list of words, such as (.*?)\. ", prose)
    words = re.findall(r"\*(\w+)\*", named)
    assert [flag.word for flag in flag_hedges(" ".join(words))] == words
    assert len(words) >= 3
    assert flag_hedges("said if") == ()


def share(name):
    """Give the share that the right option of an exercise names."""
    (right,) = [option.text for option in ITEMS[name].options if option.right]
    part, whole = re.fullmatch(r"(\d+) of (\d+)", right).groups()
    return int(part), int(whole)


def test_precision_and_recall_are_those_that_nltk_counts():
    ours, its = set(HEDGES), {stands_on(flag) for flag in FLAGS}
    assert len(its) == len(FLAGS)
    assert share("sure-machine-right") == (len(found()), len(FLAGS))
    assert share("sure-machine-found") == (len(found()), len(HEDGES))
    assert float(Fraction(*share("sure-machine-right"))) == precision(ours, its)
    assert float(Fraction(*share("sure-machine-found"))) == recall(ours, its)
    assert precision(ours, its) != recall(ours, its)


def test_the_sentences_that_are_named_hold_the_hedges_that_it_missed():
    named = [int(number) for number in re.findall(r"\d+", ITEMS["sure-machine-found"].prompt)]
    assert named == sorted(KEY.entry(name).sentence for name in MISSED)


def test_each_exercise_says_that_the_report_was_written_for_the_course():
    labels = {item.id: item.label for item in ITEMS.values() if item.id.startswith("sure-machine-")}
    assert len(labels) == 6
    assert set(labels.values()) == {LESSON.labels[TEXT]}


def test_nothing_names_the_two_hedges_to_find_before_they_are_asked_for():
    item = ITEMS["sure-machine-missed"]
    pieces = [REPORT.quote(part) for name in item.targets for part in HEDGES[name]]
    others = [other for other in items_of(LESSON, "05_how_sure") if other.id != item.id]
    pages = [str(KINDS[other.kind].page(other, LESSON)) for other in others]
    assert [piece for piece in pieces for page in pages if piece in page] == []


def test_a_remark_on_the_report_does_not_call_its_sentences_by_the_names_of_the_articles():
    item = ITEMS["sure-machine-missed"]
    kind = KINDS["mark"]
    result = kind.score(item, kind.answer.model_validate(kind.reveal(item, LESSON)), LESSON)
    assert result.right
    assert [remark.subject.split(",")[0] for remark in result.remarks] == ["Sentence 5", "Sentence 7"]
