"""Whoever takes the invented lesson meets the war nowhere: not on its pages, not on its paper, not on the way there."""

import posixpath
import re
import sys
from datetime import date

import nbformat
import pytest
from every_lesson import HOME, LESSONS, items_of, named
from keeping import work_in
from paper_pages import seen
from talk import Line
from whole_notebook import messages_to

from exercises.answers.store import Store
from exercises.kinds import KINDS
from exercises.notebook.prose import read_prose
from exercises.report import gather, render
from exercises.room.document import document_of
from exercises.visit import Visit

sys.path.insert(0, str(HOME / "tests" / "room"))

from rooms import opened

OTHER = named(next(lesson.info.instead for lesson in LESSONS if lesson.info.instead))
THE_WAR = re.compile(
    r"\b(wars?|wartime|soldiers?|troops|army|front line|ukrain\w*|russia\w*|kyiv|moscow|kup[iy]ansk)\b", re.I
)
LINK = re.compile(r"\]\(([^)#]+)")
TEACHERS = re.compile(r"^(guide|plan_\w+|test_key_\w+|marking_key|index)\.html$")

each_notebook = pytest.mark.parametrize("entry", OTHER.info.notebooks, ids=lambda entry: entry.name)


def told(text):
    return sorted({found[0].lower() for found in THE_WAR.finditer(text)})


def cells_of(entry):
    return [cell.source for cell in nbformat.read(HOME / "notebooks" / entry.to, as_version=4).cells]


@each_notebook
def test_no_notebook_tells_of_the_war_or_leads_out_of_the_lesson(entry):
    whole = "\n".join(cells_of(entry))
    assert told(whole) == []
    folder = posixpath.dirname(entry.to)
    there = [posixpath.normpath(posixpath.join(folder, link)) for link in LINK.findall(whole)]
    assert [link for link in there if not link.startswith(f"{OTHER.id}/")] == []


def test_the_sheets_for_parents_and_heads_do_not_tell_of_it(paper_of):
    paper = paper_of(OTHER.id)
    sheets = [
        name for name in ("letter.html", "feedback.html", "adoption.html", "pilot.html") if told(seen(paper[name]))
    ]
    assert sheets == []


@each_notebook
def test_no_page_of_the_room_tells_of_it(entry):
    prose = read_prose(OTHER.folder / f"{entry.name}.md")
    addresses = {one.to: f"/{lesson.id}/{one.name}" for lesson in LESSONS for one in lesson.info.notebooks}
    page = document_of(OTHER, entry, prose, addresses, head="").html
    assert told(page) == []
    assert [led for led in re.findall(r'href="/(\w+)/', page) if led != OTHER.id] == []


def test_no_exercise_tells_of_it_before_or_after_it_is_checked():
    for item in items_of(OTHER).values():
        kind = KINDS[item.kind]
        assert told(str(kind.page(item, OTHER)) + str(kind.paper.key(item, OTHER))) == [], item.id


def test_the_slides_before_the_first_lesson_and_all_paper_for_students_leave_it_out(paper_of):
    paper = paper_of(OTHER.id)
    assert OTHER.info.content_note in seen(paper["before.html"])
    assert {
        name: told(seen(page)) for name, page in paper.items() if not TEACHERS.match(name) and told(seen(page))
    } == {}


def test_a_class_that_takes_this_lesson_alone_reads_of_no_other_one_in_its_list(tmp_path):
    with opened([OTHER.folder], tmp_path) as room:
        _, _, page = room.guest().comes_in().ask("GET", "/")
    assert OTHER.info.title in page
    assert [told(page), "Another lesson" in page] == [[], False]


def test_a_report_with_every_exercise_tells_the_form_and_leaves_the_war_out(tmp_path):
    store, items = Store(tmp_path), items_of(OTHER)
    visit = Visit(OTHER, items, store)
    for item in items.values():
        face = visit.exercise(item.id)
        for act in (act for act in messages_to("exercise", face, OTHER) if act["kind"] in ("seal", "check")):
            reply = Line(visit, face)(act["kind"], act["answer"], act["confidence"])
            assert reply["kind"] in ("result", "saved"), reply
    page = render(gather(OTHER, items, work_in(store), date(2026, 11, 30)))
    assert "Well supported: you accepted 6 of 6" in seen(page)
    assert told(seen(page)) == []
