"""The page that lists all paper: a teacher finds what is needed when, and what each notebook has."""

import re

import pytest
from every_lesson import each_lesson
from hypothesis import given
from hypothesis import strategies as st
from paper_pages import seen

from exercises.paper.listing import GROUPS, OF_A_NOTEBOOK, kind_of
from exercises.words import words


def group(page: str, heading: str) -> str:
    return page.split(f"<h2>{heading}</h2>")[1].split("<h2>")[0]


@each_lesson
def test_the_index_names_every_page_once_by_its_title_and_not_by_the_name_of_its_file(lesson, paper_of):
    paper = paper_of(lesson.id)
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', paper["index.html"])
    assert sorted(file for file, _ in links) == sorted({*paper, "code_cards.html"} - {"index.html"})
    assert [title for _, title in links if ".html" in title or "_" in title] == []


@each_lesson
def test_all_that_a_notebook_has_stands_in_one_line_and_nothing_of_another_one(lesson, paper_of):
    paper = paper_of(lesson.id)
    rows = re.findall(r"<tr><th>.*?</tr>", group(paper["index.html"], "Notebook by notebook"), flags=re.S)
    entries = lesson.info.notebooks
    assert [seen(row).startswith(entry.numbered) for row, entry in zip(rows, entries, strict=True)] == [True] * len(
        rows
    )
    for row, entry in zip(rows, entries, strict=True):
        assert set(re.findall(r'href="([^"]+)"', row)) == {name for name in paper if entry.name in name}


def test_what_is_needed_before_and_after_the_course_is_told_apart(paper):
    page = paper["index.html"]
    assert "letter.html" in group(page, "Before the course")
    assert "code_cards.html" in group(page, "Before the course")
    after = re.findall(r'href="([^"]+)"', group(page, "After the course"))
    assert after[0] == "feedback.html"
    reviews = ["test_review_1.html", "testkey_review_1.html", "test_review_4.html", "testkey_review_4.html"]
    assert after[1:] == reviews
    assert "adoption.html" in group(page, "For colleagues and the head of school")


def test_each_kind_of_paper_is_explained_once(paper):
    text, said = seen(paper["index.html"]), words("paper")
    assert [kind for kind in OF_A_NOTEBOOK if text.count(said["documents"][kind]) != 1] == []


def test_every_kind_of_paper_has_a_place_in_the_index():
    placed = {*OF_A_NOTEBOOK, *(kind for group in GROUPS.values() for kind in group)}
    keys = {kind.replace("test", "testkey") for kind in placed if kind.split("_")[0] == "test"}
    assert set(words("paper")["documents"]) == placed | keys


@pytest.mark.parametrize(
    ("stem", "kind"),
    [("test_review_1", "test_review"), ("testkey_01_first_read", "testkey"), ("guide", "guide")],
)
def test_a_page_is_of_the_kind_that_its_name_begins_with(stem, kind):
    assert kind_of(stem, words("paper")["documents"]) == kind


@given(st.sampled_from(sorted(words("paper")["documents"])), st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True))
def test_whatever_follows_the_kind_in_a_name_the_kind_is_found(kind, rest):
    assert kind_of(f"{kind}_{rest}", words("paper")["documents"]).startswith(kind)
