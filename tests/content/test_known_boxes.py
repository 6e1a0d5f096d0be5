"""What is known stands at the end of every notebook and gives nothing away; the false admission is mended once."""

import re

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
FIRST = "01_first_read"
TEACHER = re.compile(r"```\{teacher\}.*?```", re.S)
# Words that would tell what the one who is bet on had said.
ANSWERS = {
    "kupyansk": ("under Ukrainian control", "under its control", "denied", "denial", "they controlled it", "W6"),
    "harbour": ("not confirm", "nicht", "pile driving", "denied"),
}
# The sentence in which a denial is printed as an admission, and the day of the article.
ADMISSION = {"kupyansk": ("S12", "as of 21 November 2025"), "harbour": ("S10", "as of 5 March 2026")}


def boxes(lesson, notebook, *, folded=None):
    cells = read_prose(lesson.folder / f"{notebook}.md").cells
    known = [cell for cell in cells if isinstance(cell, Box) and cell.kind == "known"]
    return [" ".join(box.text.split()) for box in known if folded is None or box.folded == folded]


def has_a_bet(lesson, notebook):
    return notebook == FIRST and any(item.seal for item in items_of(lesson).of(notebook))


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_every_notebook_says_what_is_known_in_the_open_but_beside_the_bet(lesson, notebook):
    assert boxes(lesson, notebook)
    assert bool(boxes(lesson, notebook, folded=False)) != has_a_bet(lesson, notebook)


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_a_notebook_with_a_desk_says_no_verdict_in_the_open(lesson, notebook):
    if any(item.kind == "desk" for item in items_of(lesson).of(notebook)):
        said = " ".join(boxes(lesson, notebook, folded=False)).lower()
        assert [verdict for verdict in VERDICTS if verdict in said] == []


@pytest.mark.parametrize(("lesson", "notebook"), NOTEBOOKS)
def test_whoever_reads_the_false_admission_reads_that_there_was_none(lesson, notebook):
    sentence, day = ADMISSION[lesson.id]
    text = "".join((lesson.folder / f"{notebook}{ending}").read_text("utf-8") for ending in (".md", ".yaml"))
    if sentence in text and notebook != FIRST:
        [box] = [box for box in boxes(lesson, notebook, folded=False) if sentence in box]
        assert "There was none" in box
        assert day in box


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_first_notebook_tells_it_in_full_and_no_later_box_tells_it_again(lesson):
    sentence, day = ADMISSION[lesson.id]
    full = {entry.name for entry in lesson.info.notebooks
            if any("had not" in box or "“has acknowledged" in box for box in boxes(lesson, entry.name))}  # fmt: skip
    assert full == {FIRST}
    [box] = [box for box in boxes(lesson, FIRST) if sentence in box]
    assert day in box


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_nothing_before_the_bet_and_nothing_in_the_open_beside_it_says_what_the_speaker_had_said(lesson):
    first = [entry.name for entry in lesson.info.notebooks].index(FIRST)
    before = "".join((lesson.folder / f"{entry.name}{ending}").read_text("utf-8")
                     for entry in lesson.info.notebooks[:first] for ending in (".md", ".yaml"))  # fmt: skip
    text = (lesson.folder / f"{FIRST}.md").read_text("utf-8").split("{exercise} first-bet")[0]
    ahead = [item for item in items_of(lesson).of(FIRST) if item.role == "recall"]
    shown = TEACHER.sub("", " ".join([before, text, *(item.model_dump_json() for item in ahead)]))
    assert [words for words in ANSWERS[lesson.id] if words in shown] == []
