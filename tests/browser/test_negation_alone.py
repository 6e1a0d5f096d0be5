"""What a student does with the *not* button."""

import pytest

pytestmark = pytest.mark.browser

ASK, NOTHING = "Is the ferry still sold?", "Nothing of the sale is left."


def sentence(why="", *, stands=False):
    pieces = [
        ("The sale of the ferry", "", stands),
        (" ", "", False),
        ("was hailed", "was not hailed", False),
        (".", "", False),
    ]
    named = [dict(zip(("text", "negated", "stands"), piece, strict=True)) for piece in pieces]
    return {"number": 8, "pieces": named, "why": why}


@pytest.fixture
def button(open_figure):
    def open_one(one, **options):
        figure = open_figure("not-button", section="negation", opened=True, **options)
        figure.open_with({"ask": ASK, "nothing": NOTHING if one["why"] else "", "sentences": [one]})
        return figure

    return open_one


def text(figure):
    return figure.page.locator(".ws-not-text").inner_text()


def test_the_not_goes_in_and_out_by_keyboard_and_nothing_says_what_follows(button):
    figure = button(sentence())
    figure.button("Put “not” in: S8").focus()
    figure.page.keyboard.press("Enter")
    assert text(figure) == figure.spoken() == "The sale of the ferry was not hailed."
    assert figure.page.locator("mark:visible, .ws-not-why:visible").count() == 0
    figure.page.keyboard.press("Space")
    assert text(figure) == figure.spoken() == "The sale of the ferry was hailed."
    assert figure.focused() == "Put “not” in"


@pytest.mark.parametrize(("theme", "width"), [("light", 820), ("dark", 360)])
def test_once_judged_it_marks_what_is_standing_says_why_and_axe_finds_nothing(button, theme, width):
    figure = button(sentence("The sale sits in a noun.", stands=True), theme=theme, width=width)
    assert figure.page.locator("mark:visible").count() == 0
    figure.button("Put “not” in: S8").click()
    assert figure.page.locator("mark:visible").inner_text() == "The sale of the ferry"
    assert figure.spoken().endswith("Still standing: “The sale of the ferry”. The sale sits in a noun.")
    assert figure.violations() == []
    assert figure.too_small() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_question_and_what_is_said_where_nothing_stands_are_those_of_the_lesson(button):
    figure = button(sentence("The sale was only reported."))
    assert figure.page.get_by_text(ASK).is_visible()
    figure.button("Put “not” in: S8").click()
    assert figure.spoken().endswith(f"{NOTHING} The sale was only reported.")


def test_on_paper_both_wordings_stand_and_the_button_goes(button):
    figure = button(sentence())
    figure.page.emulate_media(media="print")
    assert figure.page.get_by_role("button").count() == 0
    assert figure.page.get_by_text("The sale of the ferry was hailed.").is_visible()
    assert figure.page.get_by_text("The sale of the ferry was not hailed.").is_visible()
