"""How soon the whole article can be marked in JupyterLab, against the same words as plain toggle buttons."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from alone import chromium
from hosts import course, host
from pages import command, open_notebook

PREPARE = """
from exercises.kinds.mark.item import MarkItem
from exercises.exchange.exercise import Exercise
from exercises.jupyter.widget import FaceWidget
from exercises.visit import Visit
from exercises.lesson.load import find_lessons, load_lesson
from exercises.answers.store import Store
import ipywidgets
lesson = load_lesson(find_lessons() / "kupyansk")
item = MarkItem(id="all", kind="mark", title="All", instruction="Mark all.", role="alone", rubric="A",
                sentences=tuple(range(1, 21)), layer="attribution", labels=("source", "cue", "content"), free=True)
visit = Visit(lesson, {item.id: item}, Store(), 'bench')
texts = [lesson.article.quote(word) for number in range(1, 21) for word in lesson.article.words(number)]
"""
OURS = "FaceWidget(visit, Exercise(lesson, item, 'bench'))"
THEIRS = (
    "ipywidgets.HBox([ipywidgets.ToggleButton(description=text) for text in texts], layout={'flex_flow': 'row wrap'})"
)
# Usable: all words are there and the browser has drawn them.
WAIT = """async ([cell, words]) => {
  const { content } = window.jupyterapp.shell.currentWidget;
  content.activeCellIndex = cell;
  const begun = performance.now();
  window.jupyterapp.commands.execute("notebook:run-cell");
  while (content.widgets[cell].node.querySelectorAll(words).length < 571) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""


def notebook(path: Path) -> None:
    cells = [new_code_cell(source, id=f"c{number}") for number, source in enumerate((PREPARE, OURS, THEIRS))]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "x"}}), path)


def measure_opening() -> dict[str, float]:
    """Measure both in the same JupyterLab in turn, medians of three after a warm-up."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        place = course(Path(folder) / "course")
        notebook(place / "notebooks" / "bench.ipynb")
        with host("lab", place, Path(folder) / "store") as started:
            page = browser.new_page()
            open_notebook(page, "lab", started.port, "notebooks/bench.ipynb")
            command(page, "notebook:run-all-cells")
            page.wait_for_function("document.querySelectorAll('.widget-toggle-button').length >= 571", timeout=60_000)
            ours, theirs = [], []
            for _ in range(3):
                ours.append(page.evaluate(WAIT, [1, "[role=option]"]))
                theirs.append(page.evaluate(WAIT, [2, ".widget-toggle-button"]))
    return {
        "whole article as mark, ms": median(ours),
        "whole article as ToggleButtons, ms": median(theirs),
        "mark against ToggleButtons (at most 0.2)": median(ours) / median(theirs),
    }
