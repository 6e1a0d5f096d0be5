"""How the paper comes out of a printer: how many sides it has, and that nothing runs over its page."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from every_lesson import each_lesson, named
from paper_pages import seen
from pypdf import PdfReader

from exercises.answers.code import ADJECTIVES, ANIMALS
from exercises.lesson.guide import read_guide
from exercises.paper import print_lesson

KUPYANSK = Path(__file__).parents[2] / "lessons" / "kupyansk"
NOTEBOOKS = [entry.name for entry in named("kupyansk").info.notebooks]
NARROW = {"width": 695, "height": 1000}  # CSS pixels between the margins of A4, which is narrower than Letter
# Boxes that are wider than their column, page or cell by more than a frame, with the beginning of what is in them.
OVER = """() => [...document.body.querySelectorAll("*")].filter((one) => {
  const box = one.getBoundingClientRect(), block = getComputedStyle(one).display !== "inline" && !one.closest("svg");
  const columns = one.parentElement.closest(".columns, .part"), across = getComputedStyle(one).columnSpan === "all";
  const inside = !columns || across || one.closest(".wide") ? innerWidth : (columns.clientWidth - 26) / 2;
  if (block && [...one.getClientRects()].some((part) => part.width > inside + 3)) return true;
  return box.right > innerWidth + 3 || (block && one.scrollWidth > one.clientWidth + 3 && one.clientWidth);
}).map((one) => one.tagName + " " + one.textContent.trim().slice(0, 60))"""
# A box and its word, or a number and its blank, that do not stand on one line.
PARTED = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (const one of walk.currentNode.data.matchAll(/[□☐]\\s?[^\\s□☐]+|[^\\s_]+ _{2,4}(?!_)/g)) {
    const range = document.createRange();
    range.setStart(walk.currentNode, one.index);
    range.setEnd(walk.currentNode, one.index + one[0].length);
    const tops = [...range.getClientRects()].map((box) => box.top);
    if (Math.max(...tops) - Math.min(...tops) > 8) found.push(one[0]);
  }
  return found;
}"""
# A slide's size in points, and how far down its last words stand, as a part of the page.
SLIDES = """(high) => [...document.querySelectorAll(".slide")].map((slide) => {
  const ends = [...slide.querySelectorAll("*")].map((one) => one.getBoundingClientRect().bottom);
  const part = (Math.max(...ends) - slide.getBoundingClientRect().top) / high;
  return [slide.querySelector(".where").textContent, parseFloat(slide.style.fontSize), part];
})"""
WALL = {"width": 942, "height": 703}  # CSS pixels of a slide inside its margins: as wide as Letter, as high as A4
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sides(browser, tmp_path_factory):
    """Give the number of sides of a page on some size of paper."""
    folder = print_lesson(KUPYANSK, tmp_path_factory.mktemp("paper"))[-1].parent
    page = browser.new_page()

    def pdf(name: str, size: str) -> bytes:
        page.goto((folder / name).as_uri())
        return page.pdf(format=size, prefer_css_page_size=True)

    def count(name: str, size: str) -> int:
        return len(re.findall(rb"/Type\s*/Page\b", pdf(name, size)))

    count.folder = folder
    count.texts = lambda name, size: [one.extract_text() for one in PdfReader(BytesIO(pdf(name, size))).pages]
    yield count
    page.close()


@each_lesson
def test_nothing_runs_over_its_page_column_or_cell_and_no_box_is_parted_from_its_word(lesson, browser, tmp_path):
    files = [file for file in print_lesson(lesson.folder, tmp_path / "paper") if not file.name.startswith("slides_")]
    page = browser.new_page(viewport=NARROW)
    page.emulate_media(media="print")
    over, parted = {}, {}
    for file in files:
        page.goto(file.as_uri())
        if found := page.evaluate(OVER):
            over[file.name] = found[:3]
        if found := page.evaluate(PARTED):
            parted[file.name] = found[:3]
    page.close()
    assert over == {}
    assert parted == {}


def test_the_longest_code_that_can_be_drawn_fits_on_its_card(sides, browser):
    longest = " ".join([max(ADJECTIVES, key=len), max(ANIMALS, key=len), "90"])
    page = browser.new_page(viewport=NARROW)
    page.emulate_media(media="print")
    page.goto((sides.folder / "code_cards.html").as_uri())
    page.evaluate("(code) => { document.querySelector('.thecode').textContent = code; }", longest)
    assert page.evaluate(OVER) == []
    page.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_worksheet_has_at_most_four_sides_and_the_article_one(sides, size):
    counted = {name: sides(f"worksheet_{name}.html", size) for name in NOTEBOOKS}
    assert {name: count for name, count in counted.items() if not 1 <= count <= 4} == {}
    assert sides("article.html", size) == 1
    assert 1 <= sides("plain.html", size) <= 2


def test_what_students_read_on_a_worksheet_is_set_in_eleven_points(sides, browser):
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto((sides.folder / "worksheet_02_who_says_so.html").as_uri())
    points = "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    for what in (".task > p", ".prompt", ".options li", ".tomark", ".cards td:last-child", "main > p:not(.small)"):
        sizes = page.locator(what).evaluate_all(points)
        assert sizes, what
        assert min(sizes) >= 11, what
    page.goto((sides.folder / "plain.html").as_uri())
    assert min(page.locator("main, p").evaluate_all(points)) >= 11
    page.close()


@each_lesson
def test_no_slide_is_longer_than_its_page_and_none_is_set_smaller_than_it_has_to_be(lesson, browser, tmp_path):
    files = [file for file in print_lesson(lesson.folder, tmp_path / "paper") if file.name.startswith("slides_")]
    page = browser.new_page(viewport=WALL)
    page.emulate_media(media="print")
    told = []
    for file in files:
        page.goto(file.as_uri())
        told += page.evaluate(SLIDES, WALL["height"])
    page.close()
    assert len(told) > len(lesson.info.notebooks)
    assert [slide for slide in told if slide[2] > 1] == []
    largest = max(points for _, points, _ in told)
    assert [slide for slide in told if slide[1] < largest and slide[2] < 0.55] == []


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_slide_fits_on_one_page(sides, size):
    for name in NOTEBOOKS:
        slides = (sides.folder / f"slides_{name}.html").read_text("utf-8").count('<section class="slide')
        assert sides(f"slides_{name}.html", size) == slides, name
    assert [sides(name, size) for name in ("before.html", "vote_cards.html")] == [4, 1]


def test_no_side_of_a_worksheet_is_begun_for_one_line_and_few_have_a_fourth_one(sides):
    for name in NOTEBOOKS:
        pages = sides.texts(f"worksheet_{name}.html", "A4")
        assert len(pages[-1].split()) > 50, name
    fourth = [name for name in NOTEBOOKS if sides(f"worksheet_{name}.html", "A4") == 4]
    # In 6 five cards stay with their boxes: that is a side more, and no sheet.
    assert set(fourth) <= {"06_names_and_frames", "07b_does_it_hold", "08_check_desk"}


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_sentence_to_mark_that_stands_alone_is_not_torn_over_two_sides(sides, size):
    found = 0
    for name in NOTEBOOKS:
        exercises = (
            (sides.folder / f"worksheet_{name}.html").read_text("utf-8").split('<section class="exercise mark">')
        )
        sentences = [re.findall(r'<p class="tomark">(.*?)</p>', one.split("</section>")[0]) for one in exercises[1:]]
        pages = [bare(text) for text in sides.texts(f"worksheet_{name}.html", size)]
        for sentence in (one[0] for one in sentences if len(one) == 1):
            found += 1
            assert [bare(seen(sentence)) in page for page in pages].count(True) == 1, sentence
    assert found


def bare(text: str) -> str:
    """Leave letters and digits alone, written out, as a PDF and a page part words in other ways."""
    return re.sub(r"[^\w]", "", unicodedata.normalize("NFKC", text))


def test_parents_have_room_to_write_on_the_lines_of_the_letter_after_the_course(sides, browser):
    page = browser.new_page(viewport=NARROW)
    page.emulate_media(media="print")
    page.goto((sides.folder / "feedback.html").as_uri())
    lines = page.locator("i.rule").evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert len(lines) == 5
    assert min(lines) > 25  # CSS pixels: 7 mm
    page.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_lesson_plan_has_two_sides_at_most_and_a_sheet_to_tick_one(sides, size):
    assert {name for name in NOTEBOOKS if not 1 <= sides(f"plan_{name}.html", size) <= 2} == set()
    assert {name for name in NOTEBOOKS if sides(f"ticked_{name}.html", size) != 1} == set()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_teachers_texts_have_as_many_sides_as_promised(sides, size):
    tests = [name for name in NOTEBOOKS if name[0].isdigit()]
    assert {name for name in tests if sides(f"test_{name}.html", size) != 1} == set()
    assert {name for name in tests if sides(f"testkey_{name}.html", size) != 1} == set()
    guide = read_guide(KUPYANSK)
    assert {name for name in guide.further if sides(f"test_{name}.html", size) != 1} == set()
    assert {name for name in guide.further if sides(f"testkey_{name}.html", size) != 1} == set()
    assert {
        (name, page)
        for name in guide.searches
        for page in ("search", "searchkey")
        if sides(f"{page}_{name}.html", size) != 1
    } == set()
    texts = ("marks", "pilot", "letter", "feedback", "adoption", "marking", "marking_key")
    assert {name: sides(f"{name}.html", size) for name in texts} == dict(zip(texts, [1, 1, 1, 1, 2, 2, 2], strict=True))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@each_lesson
def test_what_a_head_of_school_reads_has_two_sides_at_most(lesson, size, browser, tmp_path):
    if not read_guide(lesson.folder).chapters["adoption"]:
        return
    page = browser.new_page()
    page.goto((print_lesson(lesson.folder, tmp_path / "paper")[-1].parent / "adoption.html").as_uri())
    assert len(PdfReader(BytesIO(page.pdf(format=size, prefer_css_page_size=True))).pages) <= 2
    page.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_short_key_of_a_plan_is_on_one_side(sides, size):
    for name in NOTEBOOKS:
        answers = re.findall(
            r'<span class="number">(\d+)</span>', (sides.folder / f"plan_{name}.html").read_text("utf-8")
        )
        pages = [" ".join(text.split()) for text in sides.texts(f"plan_{name}.html", size)]
        (key,) = [text.split("Short key", 1)[1] for text in pages if "Short key" in text]
        assert [number for number in answers if not re.search(rf"\b{number}\b", key)] == [], name


def test_a_table_to_write_in_is_never_torn_and_thirty_codes_fill_one_sheet(sides, browser):
    page = browser.new_page()
    page.emulate_media(media="print")
    for name in ("worksheet_07b_does_it_hold", "worksheet_08_check_desk", "search_01_first_read"):
        page.goto((sides.folder / f"{name}.html").as_uri())
        breaks = page.locator("table.blank").evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
        assert set(breaks) == {"avoid"}, name
    page.close()
    assert {sides("code_cards.html", size) for size in ("A4", "Letter")} == {1}


def test_a_sealed_bet_ends_its_sheet_so_that_what_it_asks_is_not_in_sight(browser, kinds_lesson, tmp_path):
    folder = print_lesson(kinds_lesson, tmp_path / "paper")[-1].parent
    page = browser.new_page()
    page.goto((folder / "worksheet_one.html").as_uri())
    page.emulate_media(media="print")
    first, second = page.locator("main").all()
    assert "A guess about the bridge" in first.inner_text()
    assert "Tell it in one sentence" not in first.inner_text()
    assert "Tell it in one sentence" in second.inner_text()
    assert second.evaluate("part => getComputedStyle(part).breakBefore") == "page"
    page.close()
