"""All notebooks run from top to bottom without the network; the browser tests run them in kernels."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
# The teacher's own is for a class that is there: tests/room/test_study.py runs it.
FILES = sorted(file for file in NOTEBOOKS.rglob("*.ipynb") if file.name != "teacher.ipynb")
SOME = FILES[::5]  # Their cells are written by one builder.
VIEW = "application/vnd.jupyter.widget-view+json"
PROGRAM = Path(__file__).parent / "run_all.py"


def run(folder, *files):
    """Run notebooks in a process of their own; give what each of their cells showed."""
    names = [str(file) for file in (PROGRAM, folder / "store", *files)]
    own = os.environ | {"IPYTHONDIR": str(folder / "ipython")}
    done = subprocess.run([sys.executable, *names], env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return run(tmp_path_factory.mktemp("run"), *FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_notebook_runs_offline_from_top_to_bottom_and_every_cell_shows_something(file, told):
    first, *cells = told[str(file)]
    assert first["printed"].startswith("Ready: ")
    assert cells
    assert [cell for cell in (first, *cells) if cell["fault"] or cell["complained"] or VIEW not in cell["shown"]] == []


@pytest.fixture(scope="module")
def told_backwards(tmp_path_factory):
    folder = tmp_path_factory.mktemp("backwards")
    copies = {file: folder / f"{number}.ipynb" for number, file in enumerate(SOME)}
    for file, copy in copies.items():
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        copy.write_text(json.dumps({"cells": cells[::-1]}), encoding="utf-8")
    told = run(folder, *copies.values())
    return {file: told[str(copy)] for file, copy in copies.items()}


@pytest.mark.parametrize("file", SOME, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_cells_of_a_notebook_run_in_any_order(file, told_backwards):
    cells = told_backwards[file]
    assert cells[0]["printed"].startswith("Ready: ")
    assert [cell for cell in cells if cell["fault"] or cell["complained"] or VIEW not in cell["shown"]] == []


def test_where_no_answer_can_be_kept_every_cell_shows_its_exercise_all_the_same(tmp_path):
    (tmp_path / "store").write_text("in the way", encoding="utf-8")
    start = NOTEBOOKS / "start_here.ipynb"
    cells = run(tmp_path, start)[str(start)]
    assert [cell for cell in cells if cell["fault"] or cell["complained"] or VIEW not in cell["shown"]] == []


def test_a_notebook_that_asked_for_the_network_would_be_noticed(tmp_path):
    asks = {"cell_type": "code", "source": ["import socket\n", "socket.create_connection(('192.0.2.1', 80))"]}
    (tmp_path / "asks.ipynb").write_text(json.dumps({"cells": [asks]}), encoding="utf-8")
    (cell,) = run(tmp_path, tmp_path / "asks.ipynb")[str(tmp_path / "asks.ipynb")]
    assert "asked for the network" in cell["fault"]
