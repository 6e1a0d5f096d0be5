"""Students at B1 know nearly every word, and our own words and idioms are explained and used sparingly."""

import json
import re

import pytest
from cefrpy import CEFRAnalyzer, CEFRLevel
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

MOST = 0.03
WORD = re.compile(r"(?<![\w'-])[A-Za-z]+(?:'[a-z]+)?(?![\w-])")
ENDINGS = [("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")]
ENDINGS += [("er", ""), ("er", "e"), ("est", ""), ("ly", "")]
# Forms of words from A1 and A2 that the list has under their first form, or not at all.
FORMS = {"found", "known", "cannot", "neither", "isn't", "doesn't", "cellar", "app", "website", "media"}
LEVELS = CEFRAnalyzer()
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


def known(word) -> bool:
    """Say whether a word or its first form stands on the list at B1 or below."""
    bases = [word.split("'")[0]]
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            bases += [stem + instead, *([stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else [])]
    levels = [LEVELS.get_average_word_level_CEFR(base) for base in bases]
    return any(level is not None and level <= CEFRLevel.B1 for level in levels)


def explained(lesson) -> set[str]:
    """Give the article's own words and those that a student can look up."""
    terms = [entry.term for entry in lesson.background.glossary]
    terms += [form for part in ("words", "idioms") for one in COURSE[part] for form in one["forms"]]
    text = " ".join([lesson.texts["article"].text, *terms]).replace("’", "'")
    return {word.lower() for word in re.findall(r"[A-Za-z']+", text)}


def off_the_list(lesson, text) -> tuple[list[str], int]:
    """List the words of a text that are not known at B1 and explained nowhere; and count all its words."""
    looked_up, found = explained(lesson) | FORMS, WORD.findall(re.sub(r"[’]", "'", text))
    lower = {word for word in found if word.islower()}
    off = []
    for word in found:
        # A word that only ever has a capital is a name.
        name = not word.islower() and word.lower() not in lower
        if len(word) > 2 and not name and word.lower() not in looked_up and not known(word.lower()):
            off.append(word.lower())
    return off, len(found)


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
