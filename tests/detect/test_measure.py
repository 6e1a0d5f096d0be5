"""Figures say how far the machine's drafts are from people's marks, and a second run gives the same table."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from exercises.detect.measure import MEASURES, table
from exercises.detect.scoring import Tally, Words, exact, jaccard, overlapping, pairs

TEXT = "Ann Reed said that the mill was closed."


def marked(content):
    start = TEXT.index(content)
    parts = {"source_parts": [[0, 8]], "cue_parts": [[9, 13]], "content_parts": [[start, start + len(content)]]}
    return {"id": "1", "text": TEXT, "spans": [{**parts, "type": "indirect", "cue_class": "reporting"}]}


def figures(tmp_path, *rows):
    (tmp_path / "attribution.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    lines = list(table(tmp_path, MEASURES))
    return {line.split(" | ")[0].removeprefix("| "): line.split(" | ")[3] for line in lines if line.count(" | ") > 3}


def test_marks_that_agree_give_all_points(tmp_path):
    found = figures(tmp_path, marked("that the mill was closed"), marked("that the mill was closed"))
    assert found["source, cue and content, F1"] == found["cue, overlap, F1"] == "100.0"


def test_content_with_less_than_half_in_common_is_missed_though_the_cue_is_found(tmp_path):
    found = figures(tmp_path, marked("closed"))
    assert (found["cue, overlap, F1"], found["content, half in common, F1"]) == ("100.0", "0.0")


def test_a_draft_on_a_mark_of_another_class_neither_gains_nor_loses(tmp_path):
    other = marked("that the mill was closed")
    other["spans"][0]["cue_class"] = "other"
    found = figures(tmp_path, marked("that the mill was closed"), other)
    assert found["cue, overlap, F1"] == "100.0"


def test_a_folder_without_marks_gives_an_empty_table(tmp_path):
    assert len(list(table(tmp_path, MEASURES))) == 2


def test_the_command_prints_the_same_table_twice(tmp_path):
    (tmp_path / "attribution.jsonl").write_text(json.dumps(marked("that the mill was closed")), "utf-8")
    runs = [
        subprocess.run(
            [sys.executable, "-m", "exercises.detect.measure", str(tmp_path)], capture_output=True, check=True
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert b"PolNeAR" in runs[0].stdout


def test_words_are_touched_whole_and_punctuation_never_counts():
    words = Words("It’s “closed”, he said.")
    assert words.of([(5, 6)]) == frozenset()
    assert words.of([(7, 8), (0, 4)]) == frozenset([0, 1])


def test_each_mark_is_paired_once_and_the_larger_gain_first():
    assert pairs(["ab", "b"], ["b", "ab"], lambda one, other: len(set(one) & set(other))) == [(0, 1), (1, 0)]


def test_precision_recall_and_f1_are_in_percent():
    tally = Tally(1, 2, 4)
    assert (tally.precision, tally.recall, tally.f1) == (50, 25, pytest.approx(33.33, abs=0.01))
    assert Tally().f1 == 0


def test_exact_marks_and_overlaps_differ():
    people, machine = [frozenset([1, 2])], [frozenset([2]), frozenset()]
    assert exact(people, machine).hits == 0
    assert (overlapping(people, machine).hits, overlapping(people, machine).marked) == (1, 1)
    assert jaccard(people[0], machine[0]) == 0.5
