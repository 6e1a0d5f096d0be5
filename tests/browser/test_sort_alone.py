"""What a student meets in an exercise of the kind sort."""

import pytest

pytestmark = pytest.mark.browser

CARDS = [
    {"id": "bridge", "text": "The bridge closed on Monday."},
    {"id": "scandal", "text": "It is a scandal."},
    {"id": "mayor", "text": "The mayor <img src=x onerror=alert(1)> spoke."},
]
BINS = [{"id": "claim", "title": "A claim"}, {"id": "comment", "title": "A comment"}]


def body(ordered=False):
    return {"bins": BINS, "ordered": ordered, "cards": CARDS}


def put(one, card, place):
    one.page.get_by_label(card).select_option(label=place)


def bin_of(one, title):
    return one.page.get_by_role("list", name=title).get_by_role("listitem")


def sort_all(one):
    put(one, "The bridge", "A claim")
    put(one, "scandal", "A comment")
    put(one, "The mayor", "A claim")


def test_a_card_moves_into_its_bin_and_the_rest_is_counted(open_alone):
    one = open_alone("sort", body())
    put(one, "The bridge", "A claim")
    assert one.answer() == {"placed": {"bridge": "claim"}}
    assert bin_of(one, "A claim").count() == 1
    assert one.page.get_by_text("Cards to sort: 2").is_visible()
    assert one.spoken() == "Moved to A claim. Cards still to sort: 2."


def test_a_card_is_taken_out_again(open_alone):
    one = open_alone("sort", body())
    put(one, "The bridge", "A claim")
    put(one, "The bridge", "Choose ...")
    assert one.answer() == {"placed": {}}
    assert one.page.get_by_text("Cards to sort: 3").is_visible()


def test_the_focus_stays_on_a_card_that_is_moved_by_keyboard(open_alone):
    one = open_alone("sort", body())
    one.page.get_by_label("scandal").focus()
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowDown")
    assert one.answer() == {"placed": {"scandal": "comment"}}
    assert one.page.get_by_label("scandal").evaluate("(select) => select === document.activeElement")


def test_a_card_may_be_dragged_by_mouse(open_alone):
    one = open_alone("sort", body())
    words = one.page.get_by_text("It is a scandal.", exact=True)
    words.drag_to(one.page.get_by_role("heading", name="A comment"))
    assert one.answer() == {"placed": {"scandal": "comment"}}


def test_undo_puts_the_last_card_back(open_alone):
    one = open_alone("sort", body())
    put(one, "The bridge", "A claim")
    put(one, "scandal", "A comment")
    one.button("Undo").click()
    assert one.answer() == {"placed": {"bridge": "claim"}}


def test_checking_with_cards_left_says_how_many(open_alone):
    one = open_alone("sort", body())
    put(one, "The bridge", "A claim")
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "Every card needs a bin: 2 still to sort."


def test_words_of_a_lesson_are_text_and_never_html(open_alone):
    one = open_alone("sort", body())
    card = one.page.locator("[data-card=mayor] .ws-sort-text")
    assert card.inner_text() == "The mayor <img src=x onerror=alert(1)> spoke."
    assert one.page.locator("img").count() == 0


def test_our_answer_stands_on_each_card_after_show_me(open_alone):
    one = open_alone("sort", body(), key={"placed": {"bridge": "claim", "scandal": "comment", "mayor": "comment"}})
    sort_all(one)
    one.be_sure()
    one.button("Check").click()
    assert one.page.locator(".ws-sort-key").first.is_hidden()
    one.button("Show me").click()
    assert one.page.locator("[data-card=bridge] .ws-sort-key").inner_text() == "We put it here too"
    assert one.page.locator("[data-card=mayor] .ws-sort-key").inner_text() == "We put it in: A comment"
    assert one.focused() == "Our answer stands on each card"


def test_nothing_sticks_out_on_a_phone(open_alone):
    one = open_alone("sort", body(), width=360)
    put(one, "The bridge", "A claim")
    assert one.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_result(open_alone, theme):
    one = open_alone("sort", body(ordered=True), theme=theme, key={"placed": {"bridge": "comment"}})
    put(one, "The bridge", "A claim")
    assert one.violations() == []
    assert one.too_small() == []
    sort_all(one)
    one.be_sure()
    one.button("Check").click()
    one.button("Show me").click()
    assert one.violations() == []


@pytest.mark.parametrize(("width", "lines"), [(1200, 2), (820, 2), (360, 4)])
def test_four_bins_stand_two_by_two_and_on_a_phone_below_each_other(open_alone, width, lines):
    bins = [{"id": f"bin-{number}", "title": f"Box {number}"} for number in range(4)]
    one = open_alone("sort", body() | {"bins": bins}, width=width)
    places = [one.page.get_by_role("heading", name=f"Box {number}").bounding_box() for number in range(4)]
    assert len({place["y"] for place in places}) == lines
