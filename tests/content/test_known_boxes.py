"""What is known stands at the end of every notebook, mends S12 in the open, and gives no verdict of a desk away."""

from pathlib import Path

import pytest

from exercises.items import items_of
from exercises.lesson import load_lesson
from exercises.prose import Box, read_prose
from exercises.words import words

LESSON = load_lesson(Path(__file__).parents[2] / "lessons" / "kupyansk")
NOTEBOOKS = [entry.name for entry in LESSON.info.notebooks]
VERDICTS = [verdict.split(",")[0].lower() for verdict in words("remarks")["verdict"].values()]


def boxes(notebook, *, folded=None):
    cells = read_prose(LESSON.folder / f"{notebook}.md").cells
    known = [cell for cell in cells if isinstance(cell, Box) and cell.kind == "known"]
    return [" ".join(box.text.split()) for box in known if folded is None or box.folded == folded]


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_every_notebook_says_in_the_open_what_is_known(notebook):
    assert boxes(notebook, folded=False)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_with_a_desk_says_no_verdict_in_the_open(notebook):
    if any(item.kind == "desk" for item in items_of(LESSON, notebook)):
        said = " ".join(boxes(notebook, folded=False)).lower()
        assert [verdict for verdict in VERDICTS if verdict in said] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_whoever_reads_s12_reads_in_the_open_that_kyiv_had_not_acknowledged_the_loss(notebook):
    text = (LESSON.folder / f"{notebook}.md").read_text("utf-8") + (LESSON.folder / f"{notebook}.yaml").read_text(
        "utf-8"
    )
    if "S12" in text:
        [box] = [box for box in boxes(notebook, folded=False) if "S12" in box]
        assert "had not" in box
        assert "as of 21 November 2025" in box
