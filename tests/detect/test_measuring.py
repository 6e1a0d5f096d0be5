"""The figures of the detectors are those that one counts by hand on a few sentences written for this test."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from exercises.detect.measuring.counting import Score, exact, read_rows, words_of
from exercises.detect.measuring.table import MEASURES, common_mistakes, table


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


@pytest.fixture
def folder(tmp_path):
    for name, rows in SETS.items():
        (tmp_path / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_a_score_counts_in_per_cent():
    score = Score(1, 2, 4) + Score(1, 2, 0)
    assert (score.precision, score.recall, score.f1) == (50, 50, 50)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (0, 0, 0)


def test_punctuation_at_the_edges_of_a_mark_does_not_count():
    text = "“It isn’t clear”, he said."
    assert words_of(text, [(0, 17)]) == words_of(text, [(1, 15)]) == [frozenset({0, 1, 2})]
    assert words_of(text, [(15, 17)]) == []
    assert exact(words_of(text, [(0, 17)]), words_of(text, [(1, 15), (18, 20)])) == Score(1, 1, 2)


def test_the_table_has_a_line_for_every_figure(folder):
    lines = list(table(folder))
    assert "| hedges, news, without conditions: exact cue | 33.3 | 50.0 | 40.0 | F1 80 |" in lines
    assert "| hedges, news, with conditions: exact cue | 50.0 | 66.7 | 57.1 |  |" in lines
    assert "| hedges, wiki, without conditions: exact cue | 0.0 | 0.0 | 0.0 | F1 80 |" in lines
    assert "| loaded words: exact words | 50.0 | 100.0 | 66.7 | precision 58 at recall 20 |" in lines
    assert "| claims worth a check | 100.0 | 50.0 | 66.7 | F1 71 |" in lines


def test_a_set_that_is_not_there_is_left_out(tmp_path):
    assert len(list(table(tmp_path))) == 2


def test_a_half_takes_every_second_row(folder):
    assert [row["lean"] for row in read_rows(folder / "loaded.jsonl", "odd")] == ["right"]
    assert "| claims worth a check | 100.0 | 100.0 | 100.0 | F1 71 |" in list(table(folder, "even"))


def test_mistakes_are_told_as_words_and_names_of_rules(folder):
    assert set(common_mistakes("certainty", folder)) == {
        "1 missed: leak",
        "1 missed: gone",
        "1 not marked by people: reportedly",
        "1 not marked by people: may",
    }
    assert list(common_mistakes("loaded", folder)) == ["1 not marked by people: shameful"]
    assert list(common_mistakes("claims", folder)) == ["1 missed: fragment"]


def test_the_command_prints_the_same_table_twice(folder):
    command = [sys.executable, "-m", "exercises.detect.measuring", str(folder)]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert first == second == "".join(f"{line}\n" for line in table(folder))


def test_the_goals_are_named_for_every_detector():
    assert set(MEASURES) == {"certainty", "loaded", "claims"}
