"""The searches that a teacher leads: eight invented results, copies among them, and a key that says what stays open."""

from pathlib import Path

import pytest
from b1 import MOST, off_the_list
from every_lesson import each_lesson, named
from paper_pages import KUPYANSK, printed, seen
from small_lesson import change

from exercises.lesson.guide import read_guide
from exercises.notebook.check import check_folder
from exercises.notebook.prose import TeacherNote, read_prose

SEARCHES = read_guide(KUPYANSK).searches
SEARCH = """claim: The bridge was closed.
day: '2025-05-09'
words: [bridge closed, bridge notice]
results:
  - {site: Post, title: Closed, day: '2025-05-02', lines: It was closed., why: CANARY It names nobody.}
  - {site: Link, title: Closed too, day: '2025-05-03', lines: The Post has it., copies: 1, why: CANARY A copy.}
""" + "".join(
    f"  - {{site: Site {place}, title: Open {place}, day: '2025-05-04', lines: Cars go., why: CANARY Own eyes.}}\n"
    for place in range(6)
)
SEARCH += """open: [1, 3]
open_why: CANARY Two origins.
nearest: 3
nearest_why: CANARY It was there.
stays_open: CANARY The reason.
live: CANARY Type its name.
"""

each_search = pytest.mark.parametrize("name", SEARCHES)


@pytest.fixture
def lesson_with_search(small_lesson: Path) -> Path:
    (small_lesson / "guide" / "searches").mkdir(parents=True)
    search_of(small_lesson).write_text(SEARCH, encoding="utf-8")
    return small_lesson


def search_of(folder: Path) -> Path:
    return folder / "guide" / "searches" / "one.yaml"


def test_notebooks_1_7b_and_8_have_a_search():
    assert list(SEARCHES) == ["01_first_read", "07b_does_it_hold", "08_check_desk"]


@each_search
def test_some_results_are_copies_and_the_two_to_open_are_none(name):
    search = SEARCHES[name]
    assert 3 <= sum(len(copies) for copies in search.copied.values()) <= 4
    assert not any(search.results[number - 1].copies for number in (*search.open, *search.also_open, search.nearest))


@each_search
def test_what_stands_on_top_is_neither_nearest_nor_to_be_opened_first(name):
    assert 1 not in (*SEARCHES[name].open, SEARCHES[name].nearest)


def test_the_two_to_open_are_not_told_by_the_length_of_their_lines():
    longest = [
        max(range(8), key=lambda place: len(search.results[place].lines.split())) + 1 in search.open
        for search in SEARCHES.values()
    ]
    assert not all(longest)


@each_search
def test_the_sheet_is_labelled_has_eight_results_and_a_log_of_four_lines_and_no_key(name, paper_of):
    page, search = paper_of("kupyansk")[f"search_{name}.html"], SEARCHES[name]
    sheet = seen(page)
    assert "Written for this course: places, people, pages and events are invented." in sheet
    assert sheet.index("Look over all eight results before you choose") < sheet.index(search.results[0].title)
    assert page.count('class="result"') == 8
    assert page.split("log blank")[1].count("<tr><td>") == 4
    for told in (
        search.open_why,
        search.nearest_why,
        search.stays_open,
        search.live,
        *(one.why for one in search.results),
    ):
        assert told not in sheet
        assert told in seen(paper_of("kupyansk")[f"searchkey_{name}.html"])
    for one in search.results:
        assert one.site in sheet
        assert one.lines in sheet


@each_search
def test_at_most_three_words_of_a_hundred_on_the_sheet_are_not_known_at_b1(name):
    search = SEARCHES[name]
    read = "\n".join([search.claim, *(f"{one.title}. {one.lines}" for one in search.results)])
    off, every = off_the_list(named("kupyansk"), read)
    assert len(off) <= MOST * every, sorted(off)


@each_lesson
def test_the_notes_of_its_notebook_name_the_sheet_in_the_guide_and_on_the_plan(lesson, paper_of):
    paper = paper_of(lesson.id)
    for name in read_guide(lesson.folder).searches:
        cells = read_prose(lesson.folder / f"{name}.md").cells
        notes = " ".join(cell.text for cell in cells if isinstance(cell, TeacherNote))
        assert f"search_{name}.html" in notes
        assert f"search_{name}.html" in seen(paper[f"plan_{name}.html"])


@each_lesson
def test_the_index_says_what_each_sheet_and_each_key_is(lesson, paper_of):
    paper = paper_of(lesson.id)
    for name in read_guide(lesson.folder).searches:
        assert f'<a href="search_{name}.html">search</a>' in paper["index.html"]
        assert f'<a href="searchkey_{name}.html">key of the search</a>' in paper["index.html"]
    told = seen(paper["index.html"])
    assert "search For students: a claim" in told
    assert "key of the search For the teacher" in told


def test_a_changed_key_changes_the_key_and_not_the_sheet(lesson_with_search, tmp_path):
    before = printed(lesson_with_search, tmp_path / "before")
    change(search_of(lesson_with_search), "nearest: 3", "nearest: 4")
    after = printed(lesson_with_search, tmp_path / "after")
    assert before["search_one.html"] == after["search_one.html"]
    assert before["searchkey_one.html"] != after["searchkey_one.html"]
    assert "CANARY" not in before["search_one.html"]
    assert "Which copy which 2 → 1" in seen(before["searchkey_one.html"])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("copies: 1", "copies: 2", "result 2 copies one that has no words of its own"),
        ("day: '2025-05-09'", "day: '2025-05-03'", "is newer than the page"),
        ("open: [1, 3]", "open: [3, 3]", "stand twice"),
        ("nearest: 3", "nearest: 9", "nearest"),
    ],
)
def test_one_that_does_not_fit_is_refused_with_its_file(lesson_with_search, old, new, says):
    change(search_of(lesson_with_search), old, new)
    problems = check_folder(lesson_with_search)
    assert {problem.file.name for problem in problems} == {"one.yaml"}
    assert says in " ".join(map(str, problems))
