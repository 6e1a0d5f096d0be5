"""The figures of the detectors are those that one counts by hand on a few sentences written for this test."""

from __future__ import annotations

import json

import pytest

from exercises.detect.measure import MEASURES, table
from exercises.detect.measuring.certainty import news, wiki
from exercises.detect.measuring.claims import claims
from exercises.detect.measuring.loaded import loaded


def span(text, part):
    return [text.index(part), text.index(part) + len(part)]


def hedge(text, domain, **marked):
    return {
        "text": text,
        "domain": domain,
        "cues": [span(text, part) for part in marked],
        "types": list(marked.values()),
    }


SETS = {
    "hedges.jsonl": [
        hedge("The boat may sink.", "news", may="modal_probable"),
        hedge("The boat reportedly sank in about 3 hours.", "news"),
        hedge("If it rains, the boat may leak.", "news", If="hypo_condition", leak="modal_probable"),
        hedge("The boat is gone.", "wiki", gone="modal_probable"),
    ],
    "loaded.jsonl": [
        {"text": "The disastrous plan.", "lean": "left", "words": [[4, 14]]},
        {"text": "The shameful plan.", "lean": "right", "words": []},
    ],
    "claims.jsonl": [
        {"text": "The town spent 3 million euros on the bridge.", "label": 1},
        {"text": "What a day!", "label": 1},
    ],
}


def test_hedges_count_to_the_word_and_conditions_count_apart():
    figures = news(SETS["hedges.jsonl"])
    assert figures["exact cue without conditions, precision"] == pytest.approx(100 / 3)
    assert figures["exact cue without conditions, recall"] == 50
    assert figures["exact cue without conditions, F1"] == 40
    assert figures["exact cue with conditions, F1"] == pytest.approx(400 / 7)


def test_each_domain_counts_alone():
    assert wiki(SETS["hedges.jsonl"])["exact cue without conditions, F1"] == 0


def test_loaded_words_are_counted_for_all_outlets_and_for_each_side():
    assert loaded(SETS["loaded.jsonl"]) == {
        "exact words, precision": 50,
        "exact words, recall": 100,
        "outlets of the left, precision": 100,
        "outlets of the right, precision": 0,
        "outlets of the center, precision": 0,
    }


def test_a_claim_counts_where_people_said_so_too():
    figures = claims(SETS["claims.jsonl"])
    assert (figures["worth a check, precision"], figures["worth a check, recall"]) == (100, 50)


def test_the_table_has_a_line_for_every_figure_with_its_goal_and_is_the_same_twice(tmp_path):
    for name, rows in SETS.items():
        (tmp_path / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    lines = list(table(tmp_path, MEASURES))
    assert "| worth a check, recall | 100.0 | 0.0 | 50.0 |  |" in lines
    assert "| exact words, precision | 100.0 | 0.0 | 50.0 | 58 |" in lines
    assert lines == list(table(tmp_path, MEASURES))
