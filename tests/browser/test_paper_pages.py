"""How the paper comes out of a printer: the number of sides, and everything inside the margins."""

import re
from pathlib import Path

import pytest

from alone import chromium
from exercises.paper import print_lesson

KUPYANSK = Path(__file__).parents[2] / "lessons" / "kupyansk"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def paper(tmp_path_factory) -> Path:
    return print_lesson(KUPYANSK, tmp_path_factory.mktemp("paper"))[-1].parent


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_worksheet_has_at_most_four_sides_and_the_article_one(paper, size):
    with chromium() as browser:
        page = browser.new_page()

        def sides(name: str) -> int:
            page.goto((paper / name).as_uri())
            return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))

        assert 1 <= sides("worksheet_05_how_sure.html") <= 4
        assert sides("article.html") == 1
