"""A notebook as a page: all of its prose, nothing for the teacher, a place for each face, links that lead there."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from canary import secrets_of_lesson
from every_lesson import LESSONS, items_of
from markupsafe import Markup
from whole_notebook import places_of

from exercises.notebook.prose import ArticlePlace, Passage, TeacherNote, read_prose
from exercises.room.document import document_of
from exercises.words import speaking

EVERY = [
    pytest.param(lesson, entry, id=f"{lesson.id}-{entry.name}") for lesson in LESSONS for entry in lesson.info.notebooks
]
ADDRESSES = {entry.to: f"/{lesson.id}/{entry.name}" for lesson in LESSONS for entry in lesson.info.notebooks}


def written(lesson, entry, prose=None, addresses=ADDRESSES):
    with speaking("en", "room"):
        found = prose or read_prose(lesson.folder / f"{entry.name}.md")
        return document_of(lesson, entry, found, addresses, Markup())


def told(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def plain(markdown):
    return re.findall(r"[A-Za-z]{4,}", re.sub(r"\]\([^)]*\)", "]", markdown))


@pytest.mark.parametrize(("lesson", "entry"), EVERY)
def test_a_page_holds_every_word_of_the_prose_for_students_and_none_for_the_teacher(lesson, entry):
    cells = read_prose(lesson.folder / f"{entry.name}.md").cells
    page = told(written(lesson, entry).html)
    passages = [cell.text for cell in cells if isinstance(cell, Passage)]
    assert [word for text in passages for word in plain(text) if word not in page] == []
    notes = [told(line)[:60] for cell in cells if isinstance(cell, TeacherNote) for line in cell.text.splitlines()]
    assert [note for note in notes if len(note) == 60 and note in page] == []


@pytest.mark.parametrize(("lesson", "entry"), EVERY)
def test_the_same_faces_stand_there_in_the_same_order_as_in_the_notebook(lesson, entry):
    document = written(lesson, entry)
    assert [(one.method, *one.given) for one in document.places] == places_of(lesson, entry.name)
    assert re.findall(r'data-face="(\d+)"', document.html) == [str(number) for number in range(len(document.places))]


@pytest.mark.parametrize(("lesson", "entry"), EVERY)
def test_links_lead_to_pages_and_no_word_names_what_a_page_has_not(lesson, entry):
    page = written(lesson, entry).html
    led = re.findall(r'href="([^"]*)"', page)
    assert [one for one in led if one.startswith("/") and one != "/" and one not in ADDRESSES.values()] == []
    assert [one for one in led if one.endswith(".ipynb")] == []
    assert [word for word in ("Run All", "Jupyter", "kernel", "menu") if word in told(page)] == []


@pytest.mark.parametrize(("lesson", "entry"), EVERY)
def test_no_reason_and_no_verdict_stands_in_a_page(lesson, entry):
    page = told(written(lesson, entry).html)
    assert [secret for secret in secrets_of_lesson(lesson, items_of(lesson).values()) if secret in page] == []


def test_what_looks_like_html_reaches_the_page_as_text():
    lesson = LESSONS[0]
    entry = lesson.info.notebooks[0]
    prose = read_prose(lesson.folder / f"{entry.name}.md")
    cells = (Passage("<script>alert(1)</script> and <img src=x onerror=alert(1)>\n\n<b>\n\n[a](javascript:x)", 1),)
    page = written(lesson, entry, replace(prose, cells=cells)).html
    assert [one for one in ("<img", "<script", "<b>", 'href="javascript') if one in page] == []
    assert "<script>alert(1)</script> and <img" in html.unescape(page)


@pytest.mark.parametrize(("lesson", "entry"), [one for one in EVERY if one.values[0].info.instead])
def test_every_page_of_a_lesson_that_has_another_of_equal_worth_leads_there(lesson, entry):
    other = f'href="/{lesson.info.instead}/'
    assert other in written(lesson, entry).html


@pytest.mark.parametrize(("lesson", "entry"), EVERY)
def test_each_sentence_is_there_in_plain_words_where_the_article_can_be_looked_up_and_nowhere_else(lesson, entry):
    page = written(lesson, entry).html
    there = any(isinstance(cell, ArticlePlace) for cell in read_prose(lesson.folder / f"{entry.name}.md").cells)
    words = told(page)
    assert [plain in words for plain in lesson.plain.values()] == [there] * len(lesson.texts["article"].sentences)
    assert page.count('<details class="ws-plain">') == (len(lesson.plain) if there else 0)
    assert page.count("the exercises ask about the sentence above") == (len(lesson.plain) if there else 0)


@pytest.mark.parametrize(("lesson", "entry"), [one for one in EVERY if one.values[0].info.instead])
def test_where_the_other_lesson_is_not_served_no_link_leads_there_and_the_page_says_whom_to_ask(lesson, entry):
    served = {name: page for name, page in ADDRESSES.items() if page.startswith(f"/{lesson.id}/")}
    page = written(lesson, entry, addresses=served).html
    led = [one for one in re.findall(r'href="([^"]*)"', page) if "ipynb" in one or lesson.info.instead in one]
    links = read_prose(lesson.folder / f"{entry.name}.md").links
    other = [one for one in links if f"{lesson.info.instead}/" in one.address]
    assert (led, told(page).count("ask your teacher for it")) == ([], 1)
    assert told(page).count("(not open here: ask your teacher)") == len(other)
    assert "ask your teacher for it" not in told(written(lesson, entry).html)
