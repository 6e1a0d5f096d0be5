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


def dosed(subject, *, on_tap="", other=False):
    dose = {"reason": f"It begins. {on_tap}", "at_once": "It begins.", "on_tap": on_tap, "fact": ""}
    return dose | {"subject": subject, "outcome": "note" if other else "right", "other": other}


RESULT = {
    "points": 1,
    "out_of": 1,
    "summary": "Right.",
    "remarks": [dosed("The reporter", on_tap="It goes on."), dosed("An adviser", other=True)],
}


def checked(open_alone):
    one = open_alone("choose", body(), result=RESULT)
    one.page.get_by_label("The military").check()
    one.be_sure()
    one.button("Check").click()
    return one


def test_a_long_reason_goes_on_when_it_is_asked_by_key(open_alone):
    one = checked(open_alone)
    rest = one.page.get_by_text("It goes on.")
    assert not rest.is_visible()
    one.page.locator("summary", has_text="Read on").focus()
    one.page.keyboard.press("Enter")
    assert rest.is_visible()


def test_read_on_says_to_a_screen_reader_about_what(open_alone):
    one = checked(open_alone)
    assert one.page.locator("summary", has_text="Read on").text_content() == "Read on: The reporter"
    assert one.violations() == []


def test_reasons_for_what_nobody_chose_wait_under_one_line(open_alone):
    one = checked(open_alone)
    assert not one.page.get_by_text("An adviser", exact=True).last.is_visible()
    one.page.get_by_text("What you did not choose (1)").click()
    assert one.page.get_by_text("An adviser", exact=True).last.is_visible()
