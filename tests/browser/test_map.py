"""The map of places as a browser draws it: every name can be read, in a notebook, in the dark, on a phone, on paper."""

import re
import shutil
from itertools import combinations

import pytest
from every_lesson import named
from paper_pages import seen
from small_lesson import change

from exercises.charts import draw_chart
from exercises.lesson.load import load_lesson
from exercises.paper.pictures import pictures
from exercises.paper.printing import notebooks_of

pytestmark = pytest.mark.browser

# Where the browser puts the picture, and each text of it with its words.
BOXES = """() => [document.querySelector("svg"), ...document.querySelectorAll("svg text")].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.textContent, box.left, box.top, box.right, box.bottom];
})"""
A4 = {"width": 1031, "height": 718}  # CSS pixels between the margins of a sheet that lies on its side


def sheet(lesson):
    """Give the page of charts of Start here."""
    return pictures(notebooks_of(lesson)[0], lesson)


def overlap(one, other):
    """Say whether two boxes meet; lines of one name stand close, and their letters are lower than their boxes."""
    high = min(one[4], other[4]) - max(one[2], other[2])
    return one[1] < other[3] and other[1] < one[3] and high > 3


def test_the_names_on_paper_run_neither_over_each_other_nor_over_the_edge(browser):
    page = browser.new_page(viewport=A4)
    page.emulate_media(media="print")
    page.set_content(sheet(named("kupyansk")))
    (_, left, top, right, bottom), *texts = page.evaluate(BOXES)
    caption, table = (page.locator(f".picture > {one}").last.bounding_box() for one in ("p", "table"))
    page.close()
    names = {one[0] for one in texts}
    assert {"Kupiansk", "Kupiansk-Vuzlovyi", "Kurylivka", "Kharkiv", "Vovchansk", "river Oskil"} <= names
    assert [one[0] for one in texts if one[1] < left or one[2] < top or one[3] > right or one[4] > bottom] == []
    assert [(one[0], other[0]) for one, other in combinations(texts, 2) if overlap(one, other)] == []
    assert caption["y"] + caption["height"] < A4["height"]
    assert table["height"] < A4["height"]


def test_the_page_lists_the_places_as_the_article_writes_them_in_grey_alone():
    page = sheet(named("kupyansk"))
    for words in ("Kurylivka Kurilovka village about 8 km south-east of Kupiansk", "shows no front line"):
        assert words in seen(page)
    assert {*map(len, map(set, re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", page)))} == {1}


def test_another_coordinate_makes_another_picture_and_another_distance(tmp_path):
    folder = shutil.copytree(named("kupyansk").folder.parent, tmp_path / "lessons") / "kupyansk"
    change(folder / "map.yaml", "latitude: 49.6606", "latitude: 49.5706")
    before, after = sheet(named("kupyansk")), sheet(load_lesson(folder))
    assert "Kurylivka Kurilovka village about 15 km south of Kupiansk" in seen(after)
    assert re.search("<svg.*</svg>", before, re.S)[0] != re.search("<svg.*</svg>", after, re.S)[0]


@pytest.mark.parametrize("options", [{}, {"theme": "dark"}, {"width": 390}], ids=["light", "dark", "phone"])
def test_on_screen_the_map_has_a_white_ground_and_is_as_large_as_its_letters_need(open_figure, options):
    chart = draw_chart("places-map", named("kupyansk"))
    figure = open_figure("places-map", opened=True, **options)
    figure.open_with(chart.plain())
    picture = figure.page.get_by_role("img", name=chart.alt)
    assert picture.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    # The smallest letters are 9.5 of 468 points: at this width they have 12 pixels.
    assert picture.evaluate("one => one.getBoundingClientRect().width") >= 600
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cells = figure.page.get_by_role("cell").all_inner_texts()
    assert [cell for row in chart.rows for cell in row] == cells
