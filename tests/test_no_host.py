"""The whole course goes without a host: nothing of Jupyter and nothing that draws is loaded, and all is answered."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from every_lesson import named
from whole_notebook import NOTEBOOKS, places_of

PROGRAM = Path(__file__).parent / "whole_notebook.py"
WANTED = {
    "sureness": "sureness",
    "export": "export",
    "count": "counted",
    "save": "file",
    "look": "open",
    "draft": "saved",
}


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    command = [sys.executable, str(PROGRAM), "kupyansk", str(tmp_path_factory.mktemp("answers")), *NOTEBOOKS]
    done = subprocess.run(command, cwd=PROGRAM.parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_message_of_every_face_is_answered_as_it_should(walked):
    wrong = [
        (notebook, *one)
        for notebook, found in walked.items()
        for one in found["told"]
        if one[2] != WANTED.get(one[1], "result")
    ]
    assert wrong == []


def test_all_eight_kinds_figures_bar_and_report_were_there(walked):
    names = {one[0] for found in walked.values() for one in found["told"]}
    kinds = {"mark", "choose", "sort", "rate", "write", "tiles", "desk", "compare"}
    assert names == {*kinds, "bar", "figure", "report"}


def test_a_sealed_answer_was_opened_in_its_place(walked):
    assert ["choose", "open", "result"] in walked["01_first_read"]["told"]


def test_every_figure_of_the_lesson_was_there(walked):
    lesson = named("kupyansk")
    figures = {
        entry.name: {place[1] for place in places_of(lesson, entry.name) if place[0] == "figure"}
        for entry in lesson.info.notebooks
    }
    assert set().union(*figures.values()) == set().union(*(figures[notebook] for notebook in walked))
