"""What a student meets in an exercise of the kind choose."""

import pytest

pytestmark = pytest.mark.browser

OPTIONS = [
    {"id": "a", "text": "The military"},
    {"id": "b", "text": "The reporter <b>"},
    {"id": "c", "text": "An adviser"},
]


def body(several=False):
    return {"prompt": "Who says it?", "quote": "It may rain, she said.", "several": several, "options": OPTIONS}


def test_one_option_is_chosen_and_saved(open_alone):
    one = open_alone("choose", body())
    one.page.get_by_label("The military").check()
    one.page.get_by_label("An adviser").check()
    assert one.answer() == {"chosen": ["c"]}
    assert one.status() == "Saved"


def test_several_options_are_chosen_and_one_is_dropped_again(open_alone):
    one = open_alone("choose", body(several=True))
    for name in ("The military", "An adviser"):
        one.page.get_by_label(name).check()
    one.page.get_by_label("The military").uncheck()
    assert one.answer() == {"chosen": ["c"]}
    assert one.spoken() == "No longer chosen: The military"


def test_a_radio_row_is_worked_by_arrow_keys(open_alone):
    one = open_alone("choose", body())
    one.page.get_by_label("The military").focus()
    one.page.keyboard.press("Space")
    one.page.keyboard.press("ArrowDown")
    assert one.answer() == {"chosen": ["b"]}


def test_checking_without_a_choice_says_what_is_missing(open_alone):
    one = open_alone("choose", body())
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "Choose an answer first."
    assert one.sent() == []


def test_the_stored_answer_is_there_on_opening(open_alone):
    one = open_alone("choose", body(), state={"answer": {"chosen": ["b"]}, "saved_at": "2026-01-01"})
    assert one.page.get_by_label("The reporter <b>").is_checked()


def test_our_answer_is_named_only_after_show_me(open_alone):
    one = open_alone("choose", body(), key={"chosen": ["b"]})
    one.page.get_by_label("The military").check()
    one.be_sure()
    one.button("Check").click()
    assert one.page.get_by_text("Our answer").count() == 0 or not one.page.get_by_text("Our answer").first.is_visible()
    one.button("Show me").click()
    assert one.page.locator(".ws-choose-ours").inner_text().split("\n") == ["The reporter <b>", "Our answer"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("several", [False, True])
def test_axe_finds_nothing_before_and_after_the_result(open_alone, theme, several):
    one = open_alone(
        "choose", body(several), theme=theme, key={"chosen": ["b"]}, hints=["Look."], label="For this course"
    )
    assert one.violations() == []
    one.page.get_by_label("The military").check()
    one.be_sure()
    one.button("Check").click()
    one.button("Show me").click()
    assert one.violations() == []
    assert one.too_small() == []
