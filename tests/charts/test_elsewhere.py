"""Charts are drawn in a process of their own, the same as here; what goes wrong there is said in words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from every_lesson import named

from exercises.charts import draw_chart, elsewhere
from exercises.charts.elsewhere import DrawingTrouble, draw_elsewhere

HOME = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lesson():
    return named("kupyansk")


def test_a_chart_is_the_same_as_if_it_were_drawn_here(lesson):
    assert draw_elsewhere("peel", lesson) == draw_chart("peel", lesson)


def test_a_students_files_with_the_names_of_modules_are_not_run(lesson, tmp_path, monkeypatch):
    for name in ("json.py", "matplotlib.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('a file of the student was run')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert draw_elsewhere("peel", lesson).rows


def test_showing_charts_leaves_matplotlib_and_its_43_megabytes_out_of_the_kernel(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    code = (
        "import sys, exercises\n"
        "lesson = exercises.open_lesson('kupyansk')\n"
        "assert lesson.chart('two-clocks').face.content()['picture']\n"
        "assert not {'matplotlib', 'numpy', 'nltk'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=HOME, check=True, stdout=subprocess.DEVNULL)


def test_a_lesson_that_vanished_is_said_with_the_reason(lesson, tmp_path):
    with pytest.raises(DrawingTrouble, match=r"could not be drawn.*The file is missing"):
        draw_elsewhere("peel", replace(lesson, folder=tmp_path))


def test_an_unknown_chart_is_said_too(lesson):
    with pytest.raises(DrawingTrouble, match="no such"):
        draw_elsewhere("no such", lesson)


def test_a_drawing_that_takes_too_long_is_given_up(lesson, monkeypatch):
    monkeypatch.setattr(elsewhere, "LONGEST", 0.01)
    with pytest.raises(DrawingTrouble, match="within"):
        draw_elsewhere("peel", lesson)


def test_a_python_that_does_not_start_is_said(lesson, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(DrawingTrouble, match="no-python"):
        draw_elsewhere("peel", lesson)


@pytest.mark.parametrize("said", ["", "not JSON", "{}", "[]", '{"title": 1}'])
def test_a_process_that_says_something_else_is_no_chart(lesson, monkeypatch, said):
    done = subprocess.CompletedProcess([], 0, stdout=said.encode(), stderr=b"")
    monkeypatch.setattr(elsewhere.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(DrawingTrouble, match="could not be drawn"):
        draw_elsewhere("peel", lesson)
