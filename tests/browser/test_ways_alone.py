"""Behind a result one can go to another exercise of the page, by mouse and by keyboard."""

import pytest

from alone import axe_finds
from choose_hand import check, opened

pytestmark = pytest.mark.browser

WAYS = {"again": {"id": "another-case", "title": "Another case"}, "on": {"id": "gone-elsewhere", "title": "Last one"}}
OTHER = """() => document.querySelector("main").insertAdjacentHTML("beforeend", `<div style="margin-top: 2000px"
  data-exercise="another-case"><h3 class="ws-title">Another case</h3></div>`)"""


@pytest.fixture
def offered(open_alone):
    """Open an exercise, check it, and let a way be offered then."""

    def open_one(way, **options):
        one = opened(open_alone, ways=WAYS, **options)
        one.page.evaluate(OTHER)
        check(one)
        one.page.evaluate("(way) => fake.set('state', { ...fake.traits.state, way })", way)
        return one

    return open_one


def test_before_anything_is_offered_no_way_is_shown(offered):
    one = offered("")
    assert one.page.locator(".ws-result").is_visible()
    assert one.page.locator(".ws-way").count() == 0


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_the_way_leads_to_the_title_of_the_other_exercise_and_stays_there(offered, by):
    one = offered("again")
    if by == "mouse":
        one.button("Another case").click()
    else:
        one.button("Another case").press("Enter")
    # Where keys are held, a click is followed by a look at the focus: it has been taken when this is answered.
    one.page.evaluate("new Promise((done) => setTimeout(() => setTimeout(done)))")
    assert one.page.evaluate("document.activeElement.textContent") == "Another case"
    assert one.page.evaluate("document.activeElement.getBoundingClientRect().top") < one.page.viewport_size["height"]


def test_where_the_other_exercise_is_not_drawn_yet_the_page_says_what_to_do(offered):
    one = offered("on")
    one.button("Last one").click()
    assert "Scroll down until you see this title." in one.page.locator(".ws-way").inner_text()


def test_the_way_goes_with_the_result(offered):
    one = offered("again")
    one.button("Try again").click()
    assert not one.page.locator(".ws-way").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_offer(offered, theme):
    one = offered("again", theme=theme)
    assert one.button("Another case").is_visible()
    assert axe_finds(one.page) == []
