"""What a student meets where a chart waits for an exercise."""

import base64

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><circle cx="4" cy="1" r="1"/></svg>'
CHART = {
    "title": "Who speaks.",
    "caption": "One row for each kind.",
    "alt": "Two marks in the first row.",
    "heads": ["Sentence", "Source"],
    "rows": [["S1", "the mayor of <b>Dovhe</b>"], ["S2", "–"]],
    "picture": base64.b64encode(SVG.encode()).decode(),
}
CLOSED = "This chart opens when you have checked “Who owns the words?”."


def test_a_closed_chart_says_what_opens_it_and_shows_nothing_else(open_figure):
    figure = open_figure("attribution-map")
    figure.tell("closed")
    assert figure.notice() == CLOSED
    assert figure.page.locator("img, table").count() == 0


def test_it_opens_by_itself_when_the_exercise_was_checked(open_figure):
    figure = open_figure("attribution-map")
    figure.tell("closed")
    figure.exercise_says("checked")
    assert figure.looks() == 2
    figure.tell("drawing")
    assert figure.notice() == "Drawing …"
    figure.tell("open", content=CHART)
    assert figure.notice() == ""
    assert figure.page.get_by_role("img", name=CHART["alt"]).evaluate("one => one.naturalWidth") > 0
    assert figure.page.locator("figcaption").inner_text() == "Who speaks. One row for each kind."
    assert figure.page.get_by_role("cell").all_inner_texts() == ["S1", "the mayor of <b>Dovhe</b>", "S2", "–"]
    assert figure.spoken() == "The chart is open."


def test_the_page_alone_opens_nothing(open_figure):
    figure = open_figure("attribution-map")
    figure.exercise_says("checked")
    figure.tell("closed")
    assert figure.notice() == CLOSED


def test_other_exercises_and_mere_typing_make_it_ask_nothing(open_figure):
    figure = open_figure("attribution-map")
    figure.tell("closed")
    figure.exercise_says("checked", exercise="who-exit")
    figure.exercise_says("open")
    assert figure.looks() == 1


def test_a_student_may_ask_and_hears_that_it_is_too_early(open_figure):
    figure = open_figure("attribution-map")
    figure.tell("closed")
    figure.button("Open it").focus()
    figure.page.keyboard.press("Enter")
    assert figure.looks() == 2
    figure.tell("closed")
    assert figure.spoken() == figure.notice() == "Not open yet. First check “Who owns the words?”, or skip it."


def test_whoever_asked_by_keyboard_stands_at_the_chart_when_it_opens(open_figure):
    figure = open_figure("attribution-map")
    figure.tell("closed")
    figure.button("Open it").focus()
    figure.page.keyboard.press("Enter")
    figure.open_with(CHART)
    assert "Who speaks." in figure.focused()


def test_what_was_done_on_an_earlier_day_is_drawn_at_once(open_figure):
    figure = open_figure("attribution-map", opened=True)
    assert (figure.notice(), figure.looks()) == ("Drawing …", 1)
    figure.open_with(CHART)
    assert figure.page.get_by_role("table").is_visible()


def test_a_picture_that_gets_too_wide_while_its_box_stays_as_it_was_scrolls_by_keyboard(open_figure):
    figure = open_figure("attribution-map")
    figure.open_with(CHART)
    box = figure.page.get_by_role("group", name="The picture of the chart")
    box.evaluate("(one) => { one.style.height = '80px'; }")
    expect(box).not_to_have_attribute("tabindex", "0")
    box.locator("img").evaluate("(one) => { one.style.cssText = 'width: 2000px; max-width: none; height: 40px'; }")
    expect(box).to_have_attribute("tabindex", "0")


def test_a_fault_is_said_in_words_and_can_be_tried_again(open_figure):
    figure = open_figure("attribution-map", opened=True)
    figure.tell("drawing")
    figure.tell("trouble", words="The chart could not be drawn <i>now</i>.")
    assert figure.notice() == figure.spoken() == "The chart could not be drawn <i>now</i>."
    figure.button("Open it").click()
    figure.open_with(CHART)
    assert figure.page.get_by_role("table").is_visible()


def test_a_kernel_that_does_not_answer_is_asked_again_and_then_said_to_be_gone(open_figure):
    figure = open_figure("attribution-map", clock=True)
    figure.page.clock.run_for(6_000)
    assert figure.looks() == 2
    figure.page.clock.run_for(20_000)
    assert figure.notice().startswith("No answer from the notebook.")
    figure.tell("closed")
    assert figure.notice() == CLOSED


@pytest.mark.parametrize("hours", [-2, 2])
def test_a_clock_that_is_set_makes_no_kernel_silent_and_none_gone(open_figure, hours):
    figure = open_figure("attribution-map", clock=True)
    figure.set_clock(hours)
    figure.page.clock.run_for(6_000)
    assert figure.looks() == 2
    assert not figure.notice().startswith("No answer from the notebook.")


def test_a_drawing_that_never_ends_is_said_too(open_figure):
    figure = open_figure("attribution-map", opened=True, clock=True)
    figure.tell("drawing")
    figure.page.clock.run_for(60_000)
    assert figure.notice() == "Drawing …"
    figure.page.clock.run_for(40_000)
    assert figure.notice().startswith("No answer from the notebook.")


def test_when_another_student_begins_it_closes_and_asks_again(open_figure):
    figure = open_figure("attribution-map", opened=True)
    figure.open_with(CHART)
    page = figure.about | {"code": "blue-otter-7", "open": False}
    figure.page.evaluate("(page) => fake.set('page', page)", page)
    assert figure.page.get_by_role("table").count() == 0
    assert (figure.notice(), figure.looks()) == (CLOSED, 2)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [820, 360])
def test_axe_finds_nothing_closed_and_open(open_figure, theme, width):
    figure = open_figure("attribution-map", theme=theme, width=width)
    figure.tell("closed")
    assert figure.violations() == []
    figure.open_with(CHART)
    assert figure.violations() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_view_that_left_the_page_asks_no_more(open_figure):
    figure = open_figure("attribution-map", clock=True)
    figure.page.evaluate("leave()")
    figure.exercise_says("checked")
    figure.page.clock.run_for(30_000)
    assert figure.looks() == 1


def test_a_long_table_is_folded_until_a_student_opens_it(open_figure):
    figure = open_figure("attribution-map", opened=True)
    rows = [[f"S{number}", "–"] for number in range(1, 28)]
    figure.open_with({**CHART, "rows": rows})
    assert figure.page.get_by_role("cell").count() == 0
    figure.page.get_by_text("The same as a table (27 rows)").press("Enter")
    assert figure.page.get_by_role("cell").count() == 54
    assert figure.violations() == []


WARNING = "This chart counts soldiers in a war. You need not look at it."


def test_a_chart_behind_a_warning_is_asked_for_by_nobody_but_the_student(open_figure):
    figure = open_figure("ring", warning=WARNING)
    figure.exercise_says("checked")
    assert (figure.notice(), figure.looks()) == (WARNING, 0)
    figure.button("Show it").focus()
    figure.page.keyboard.press("Enter")
    figure.open_with(CHART)
    assert "Who speaks." in figure.focused()


def test_a_chart_behind_a_warning_stays_closed_on_a_later_day(open_figure):
    figure = open_figure("ring", warning=WARNING, opened=True)
    assert (figure.notice(), figure.looks()) == (WARNING, 0)
    figure.button("Show it").click()
    assert figure.looks() == 1


@pytest.mark.parametrize(("width", "said"), [(820, False), (360, True)])
def test_a_picture_that_goes_on_out_of_sight_says_so(open_figure, width, said):
    figure = open_figure("attribution-map", width=width)
    figure.open_with(CHART)
    assert figure.page.get_by_text("It goes on to the right").first.is_visible() == said
