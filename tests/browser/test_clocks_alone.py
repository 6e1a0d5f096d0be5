"""What a student does with the slider over two claims."""

import pytest

pytestmark = pytest.mark.browser

CLOCKS = {
    "first": "2025-03-01",
    "last": "2025-04-02",
    "days": ["2025-03-02", "2025-03-20", "2025-04-02"],
    "sources": ["2025-02-01", "2025-03-02", "2025-03-20", "2025-05-01"],
    "claims": [
        {
            "place": "C1, S1",
            "words": "the <b>bridge</b> is shut",
            "by": "the mayor",
            "sources": ["2025-03-02", "2025-03-20"],
            "verdicts": [
                {"day": "2025-03-02", "verdict": "Disputed", "reason": "Two <i>answers</i>."},
                {"day": "2025-03-20", "verdict": "Holds", "reason": "A picture of that day."},
            ],
        },
        {
            "place": "C2, S2",
            "words": "it cost a million",
            "by": "the town",
            "sources": ["2025-05-01"],
            "verdicts": [{"day": "2025-04-02", "verdict": "Cannot be tested", "reason": "No bill."}],
        },
    ],
}


@pytest.fixture
def clocks(open_figure):
    def open_one(**options):
        figure = open_figure("two-clocks-by-day", section="clocks", opened=True, **options)
        figure.open_with(CLOCKS)
        return figure

    return open_one


def told(figure):
    return figure.page.locator(".ws-clock-verdict").all_inner_texts()


def slider(figure):
    return figure.page.get_by_role("slider", name="What was known by")


def test_before_the_first_day_there_is_no_answer_yet(clocks):
    figure = clocks()
    assert told(figure) == ["No answer yet", "No answer yet"]
    assert slider(figure).get_attribute("aria-valuetext") == "1 March 2025"
    assert figure.page.get_by_text("1 of our 4 dated sources were there by then.").is_visible()


def test_by_keyboard_the_day_moves_and_only_a_new_answer_is_said(clocks):
    figure = clocks()
    slider(figure).focus()
    figure.page.keyboard.press("ArrowRight")
    assert told(figure) == ["Disputed", "No answer yet"]
    assert figure.spoken() == "C1, S1: Disputed."
    figure.page.keyboard.press("ArrowRight")
    assert slider(figure).get_attribute("aria-valuetext") == "3 March 2025"
    assert figure.spoken() == "C1, S1: Disputed."
    figure.page.keyboard.press("End")
    assert told(figure) == ["Holds", "Cannot be tested"]
    assert figure.spoken() == "C1, S1: Holds. C2, S2: Cannot be tested."


def test_an_answer_stands_until_a_newer_one_and_says_of_which_day_it_is(clocks):
    figure = clocks()
    figure.button("2 March 2025").click()
    first = figure.page.locator(".ws-clock").first
    assert "Our answer of this day" in first.inner_text()
    slider(figure).press("ArrowRight")
    assert "Our answer of 2 March 2025; nothing newer changed it" in first.inner_text()
    assert "Two <i>answers</i>." in first.inner_text()


def test_a_button_leads_to_each_day_on_which_an_answer_is_new(clocks):
    figure = clocks()
    figure.button("20 March 2025").click()
    assert slider(figure).get_attribute("aria-valuetext") == "20 March 2025"
    assert figure.button("20 March 2025").get_attribute("aria-pressed") == "true"
    assert figure.spoken() == "20 March 2025. C1, S1: Holds. C2, S2: No answer yet."
    assert figure.page.get_by_text("Sources on this claim by then: 2 of 2.").is_visible()
    assert figure.page.get_by_text("Sources on this claim by then: 0 of 1.").is_visible()


def test_going_back_in_time_takes_the_later_answer_away(clocks):
    figure = clocks()
    figure.button("2 April 2025").click()
    slider(figure).press("Home")
    assert told(figure) == ["No answer yet", "No answer yet"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [820, 360])
def test_axe_finds_nothing(clocks, theme, width):
    figure = clocks(theme=theme, width=width)
    figure.button("20 March 2025").click()
    assert figure.violations() == []
    assert figure.too_small() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
