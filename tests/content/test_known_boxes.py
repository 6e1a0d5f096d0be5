"""What is known stands at the end of every notebook, mends the false admission in the open, and gives nothing away."""

import pytest
from every_lesson import LESSONS, items_of

from exercises.notebook.prose import Box, read_prose
from exercises.words import words

NOTEBOOKS = [
    pytest.param(lesson, entry.name, id=f"{lesson.id}-{entry.name}")
    for lesson in LESSONS
    for entry in lesson.info.notebooks
]
VERDICTS = [verdict.split(",")[0].lower() for verdict in words("remarks")["verdict"].values()]
# The sentence in which a denial is printed as an admission, and the day of the article.
ADMISSION = {"kupyansk": ("S12", "as of 21 November 2025"), "harbour": ("S10", "as of 5 March 2026")}


def boxes(lesson, notebook, *, folded=None):
    cells = read_prose(lesson.folder / f"{notebook}.md").cells
    known = [cell for cell in cells if isinstance(cell, Box) and cell.kind == "known"]
    return [" ".join(box.text.split()) for box in known if folded is None or box.folded == folded]


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_every_notebook_says_in_the_open_what_is_known(lesson, notebook):
    assert boxes(lesson, notebook, folded=False)


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_a_notebook_with_a_desk_says_no_verdict_in_the_open(lesson, notebook):
    if any(item.kind == "desk" for item in items_of(lesson).of(notebook)):
        said = " ".join(boxes(lesson, notebook, folded=False)).lower()
        assert [verdict for verdict in VERDICTS if verdict in said] == []


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_whoever_reads_the_false_admission_reads_in_the_open_that_there_was_none(lesson, notebook):
    sentence, day = ADMISSION[lesson.id]
    text = "".join((lesson.folder / f"{notebook}{ending}").read_text("utf-8") for ending in (".md", ".yaml"))
    if sentence in text:
        [box] = [box for box in boxes(lesson, notebook, folded=False) if sentence in box]
        assert "had not" in box
        assert day in box
