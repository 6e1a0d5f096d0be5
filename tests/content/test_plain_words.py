"""Students at B1 know nearly every word, and our own words and idioms are explained and used sparingly."""

import json
import re

import pytest
from b1 import MOST, off_the_list
from every_lesson import HOME, LESSONS, items_of

from exercises.kinds import KINDS
from exercises.notebook.idioms import MOST as AMONG
from exercises.notebook.idioms import counted_idioms
from exercises.notebook.prose import read_prose
from exercises.notebook.read import Read, notebook_read, page_read
from exercises.words import words

NOTEBOOKS = [(lesson, entry) for lesson in LESSONS for entry in lesson.info.notebooks]
in_every_notebook = pytest.mark.parametrize(
    ("lesson", "entry"), NOTEBOOKS, ids=[f"{lesson.id}/{entry.name}" for lesson, entry in NOTEBOOKS]
)

COURSE = words("course_words")


def read_by_students(lesson, entry) -> str:
    """Give all that students read in a notebook and its exercises: prose, boxes, tasks and reasons."""
    mine = items_of(lesson).of(entry.name)
    return notebook_read(Read(read_prose(lesson.folder / f"{entry.name}.md"), mine, {}), lesson)


def desks_read(lesson, entry) -> str:
    """Give what the desks of a notebook show of their sources, and the reasons behind their answers."""
    desks = [item for item in items_of(lesson).of(entry.name) if item.kind == "desk"]
    texts = (text for item in desks for text in (*page_read(item, lesson), *KINDS["desk"].secrets(item, lesson)))
    # What two sources have word for word, such as whose station it is, is learned once.
    return "\n".join(dict.fromkeys(texts))


@in_every_notebook
def test_at_most_three_words_of_a_hundred_are_not_known_at_b1(lesson, entry):
    off, every = off_the_list(lesson, read_by_students(lesson, entry))
    assert len(off) <= MOST * every, sorted(off)


@in_every_notebook
def test_with_what_its_desks_show_a_notebook_keeps_to_the_same_three(lesson, entry):
    off, every = off_the_list(lesson, read_by_students(lesson, entry) + desks_read(lesson, entry))
    assert len(off) <= MOST * every, sorted(off)


@in_every_notebook
def test_of_our_idioms_at_most_one_stands_among_200_words(lesson, entry):
    text = read_by_students(lesson, entry)
    found = counted_idioms(text)
    assert found.total() * AMONG <= len(text.split()), found


def test_the_verdict_word_is_no_idiom_and_a_text_that_holds_something_is_one():
    assert counted_idioms("It holds as of 5 May. Does it hold? It does not hold (as of May).").total() == 0
    assert counted_idioms("The sentence holds two sayings, and it held a third.") == {"hold": 2}


@in_every_notebook
def test_every_notebook_explains_the_words_of_the_course_on_tap(lesson, entry):
    header = json.loads((HOME / "notebooks" / entry.to).read_text("utf-8"))["cells"][0]["source"]
    fold = "".join(header).split(COURSE["title"])[1].split("</details>")[0]
    for one in (*COURSE["words"], *COURSE["idioms"]):
        assert one["forms"][0] in fold
        assert one["means"] in fold


@in_every_notebook
def test_no_reason_tempts_without_saying_whom(lesson, entry):
    assert not re.findall(r"\b(?:it|that) tempts\b", read_by_students(lesson, entry), re.IGNORECASE)


@in_every_notebook
def test_a_cue_is_a_word_of_saying_and_nothing_else(lesson, entry):
    for item in items_of(lesson).of(entry.name):
        if item.kind == "mark" and item.layer == "certainty":
            assert "cue" not in item.instruction.lower(), item.id
