"""What a student meets in an exercise of the kind tiles."""

import pytest

pytestmark = pytest.mark.browser

BODY = {
    "language": "de",
    "into": "fr",
    "origin": "Written for this course",
    "original": [{"word": "Sie", "meaning": "she"}, {"word": "öffnet nicht", "meaning": "opens not"}],
    "tiles": [{"id": one, "text": one} for one in ("not", "she", "opens", "<img src=x onerror=alert(1)>")],
}
LOSS = {
    "tile": "not",
    "whole": ["she", "not", "opens"],
    "at": 1,
    "beside": "She opened it.",
    "why": "The word is gone.",
}
RESULT = {
    "points": 3,
    "out_of": 3,
    "summary": "It says the same.",
    "right": True,
    "remarks": [],
    "extra": {"loss": LOSS},
}


def tile(one, name):
    return one.page.locator(f"[data-tile={name}]")


def put(one, *names):
    for name in names:
        tile(one, name).click()


def test_tiles_go_into_the_line_and_come_out_again(open_alone):
    one = open_alone("tiles", BODY)
    put(one, "she", "opens", "not")
    assert one.answer() == {"line": ["she", "opens", "not"]}
    assert one.spoken() == "not: put in. Your line: she opens not"
    assert one.page.get_by_text("she opens not", exact=True).get_attribute("lang") == "fr"
    put(one, "opens")
    assert one.answer() == {"line": ["she", "not"]}
    one.button("Undo").click()
    assert one.answer() == {"line": ["she", "opens", "not"]}


def test_the_line_is_built_by_keyboard_alone(open_alone):
    one = open_alone("tiles", BODY)
    for name in ("she", "opens", "not"):
        tile(one, name).focus()
        one.page.keyboard.press("Enter")
    one.page.keyboard.press("ArrowLeft")
    assert one.answer() == {"line": ["she", "not", "opens"]}
    assert one.spoken() == "Moved to place 2. Your line: she not opens"
    assert tile(one, "not").evaluate("(tile) => tile === document.activeElement")
    one.page.keyboard.press("ArrowRight")
    one.page.keyboard.press("ArrowRight")
    assert one.answer() == {"line": ["she", "opens", "not"]}


def test_the_small_word_is_lifted_off_after_the_check(open_alone):
    one = open_alone("tiles", BODY, result=RESULT)
    assert not one.page.get_by_text("She opened it.").count()
    put(one, "she", "not", "opens")
    one.be_sure()
    one.button("Check").click()
    one.button("Take “not” away").click()
    assert "What is left: she opens" in one.page.locator(".ws-tiles-loss").inner_text()
    assert one.page.get_by_text("She opened it.").is_visible()
    one.button("Put “not” back").click()
    assert not one.page.get_by_text("She opened it.").count()


def test_the_original_stands_in_its_own_language_and_text_stays_text(open_alone):
    one = open_alone("tiles", BODY)
    assert one.page.locator(".ws-tiles-word").first.get_attribute("lang") == "de"
    assert one.page.locator(".ws-tiles-all img").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_targets_are_large_enough(open_alone, theme):
    one = open_alone("tiles", BODY, theme=theme, width=360, result=RESULT)
    put(one, "she", "not")
    assert one.violations() == []
    assert one.too_small() == []
    one.be_sure()
    one.button("Check").click()
    one.button("Take “not” away").click()
    assert one.violations() == []
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
