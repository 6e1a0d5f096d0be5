"""How the paper comes out of a printer: how many sides it has, and that nothing runs over its page."""

import re
from pathlib import Path

import pytest
from every_lesson import items_of, named

from exercises.paper import print_lesson

KUPYANSK = Path(__file__).parents[2] / "lessons" / "kupyansk"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sides(browser, tmp_path_factory):
    """Give the number of sides of a page on some size of paper."""
    folder = print_lesson(KUPYANSK, tmp_path_factory.mktemp("paper"))[-1].parent
    page = browser.new_page()

    def count(name: str, size: str, without: str = "") -> int:
        page.goto((folder / name).as_uri())
        if without:
            page.add_style_tag(content=f"{without} {{ display: none }}")
        return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size, prefer_css_page_size=True)))

    yield count
    page.close()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_lesson_has_at_most_four_sides_before_its_extension_and_the_article_one(sides, size):

    for entry in named("kupyansk").info.notebooks:
        # Half of the sheet behind a sealed answer may stay empty: nobody is to read on.
        most = 6 if entry.name == "03_how_close" else 4
        assert 1 <= sides(f"worksheet_{entry.name}.html", size, without=".extension") <= most, entry.name
    assert sides("article.html", size) == 1


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_slide_fits_on_one_page(sides, size, request):

    assert sides("slides.html", size) == len(items_of(named("kupyansk")))
    assert sides("vote_cards.html", size) == 1


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
