"""The minutes of a notebook are counted by its words and decisions, and one that does not fit is named."""

import pytest
from every_lesson import LESSONS, items_of

from exercises.kinds.effort import SLOW
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder
from exercises.notebook.minutes import TALK, minutes_of
from exercises.notebook.prose import read_prose

NOTEBOOKS = [(lesson, entry) for lesson in LESSONS for entry in lesson.info.notebooks]
HEAD = "---\ntitle: One bridge\nminutes: 20\nable_to: [read]\n---\n"
CHOICE = """  - id: one-{role}
    kind: choose
    title: The bridge
    instruction: Choose.
    role: {role}
    rubric: A
    prompt: Who says it?
    options:
      - {{id: mayor, text: The mayor, right: true, why: "She says it, as the word said shows."}}
      - {{id: baker, text: The baker, why: "{why}"}}
"""


def minutes(folder, body, *choices):
    (folder / "one.md").write_text(HEAD + body, encoding="utf-8")
    written = "exercises:\n" + "".join(choices) if choices else "exercises: []\n"
    (folder / "one.yaml").write_text(written, encoding="utf-8")
    lesson = load_lesson(folder)
    parts = minutes_of(read_prose(folder / "one.md"), load_items(lesson), lesson)
    return sum(part.at(SLOW) for part in parts)


def choice(role, why="He is only spoken about in this sentence."):
    return CHOICE.format(role=role, why=why)


@pytest.mark.parametrize(
    ("lesson", "entry"), NOTEBOOKS, ids=[f"{lesson.id}/{entry.name}" for lesson, entry in NOTEBOOKS]
)
def test_every_notebook_fits_its_minutes_for_a_slow_reader(lesson, entry):
    prose = read_prose(lesson.folder / f"{entry.name}.md")
    parts = minutes_of(prose, items_of(lesson), lesson)
    share = entry.minutes / len(parts)
    assert share <= 35
    assert max(part.at(SLOW) for part in parts) <= share


def test_a_page_of_1300_words_takes_ten_minutes_and_the_talk(small_lesson):
    assert minutes(small_lesson, "word " * 1300) == 10 + TALK


def test_a_pause_makes_two_periods_each_with_its_own_talk(small_lesson):
    half = "word " * 1300
    assert minutes(small_lesson, f"{half}\n\n```{{pause}}\nGo on next time.\n```\n\n{half}") == 2 * (10 + TALK)


def test_what_stands_behind_the_exit_item_in_boxes_and_as_extension_takes_none(small_lesson):
    exit_item = "```{exercise} one-exit\n```\n"
    behind = "\n```{known}\n" + "word " * 1300 + "\n```\n\n" + "word " * 1300 + "\n\n```{exercise} one-extension\n```\n"
    alone = minutes(small_lesson, exit_item, choice("exit"))
    assert minutes(small_lesson, exit_item + behind, choice("exit"), choice("extension")) == alone


def test_what_waits_on_tap_takes_no_minutes(small_lesson):
    place = "```{exercise} one-alone\n```\n"
    short = minutes(small_lesson, place, choice("alone", "He is spoken about. " * 6))
    assert minutes(small_lesson, place, choice("alone", "He is spoken about. " * 70)) == short


def test_a_notebook_that_does_not_fit_is_named_with_its_minutes_and_a_cure(small_lesson):
    minutes(small_lesson, "word " * 2600)
    (problem,) = check_folder(small_lesson)
    assert problem.file.name == "one.md"
    assert "24" in problem.what
    assert "20" in problem.what
    assert "exit item" in problem.cure
