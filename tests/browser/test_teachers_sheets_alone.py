"""The teacher's sheets on paper: as many sides as promised, on A4 and on Letter, and nothing runs over an edge."""

import re

import pytest
from paper_pages import KUPYANSK

from exercises.paper import print_lesson

pytestmark = pytest.mark.browser

SIDES = {"test_": 2, "testkey_": 2, "marking": 2, "marks": 1, "adoption": 2, "pilot": 1, "feedback": 1, "letter": 1}
WIDTH = 695  # pixels between the margins of A4, which are narrower than those of Letter
OVER = """() => [...document.body.querySelectorAll("*")]
  .filter(one => one.getBoundingClientRect().right > document.body.getBoundingClientRect().right + 1 ||
    one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display != "inline")
  .map(one => one.textContent.trim().slice(0, 60))"""


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    files = print_lesson(KUPYANSK, tmp_path_factory.mktemp("paper"))
    return [(file, most) for file in files for name, most in SIDES.items() if file.name.startswith(name)]


@pytest.fixture
def page(browser):
    one = browser.new_page(viewport={"width": WIDTH, "height": 1000})
    yield one
    one.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_no_sheet_has_more_sides_than_promised(sheets, page, size):
    assert len(sheets) == 9 + 9 + 2 + 5
    too_long = {}
    for file, most in sheets:
        page.goto(file.as_uri())
        sides = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))
        if sides > most:
            too_long[file.name] = sides
    assert too_long == {}


def test_nothing_on_a_sheet_runs_over_its_edge(sheets, page):
    page.emulate_media(media="print")
    over = {}
    for file, _most in sheets:
        page.goto(file.as_uri())
        if found := page.evaluate(OVER):
            over[file.name] = found
    assert over == {}
