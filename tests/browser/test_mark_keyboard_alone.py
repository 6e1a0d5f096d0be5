"""Everything in an exercise of the kind mark can be done by keyboard."""

import pytest

from mark_hand import active, body, listbox, mark, press, word

pytestmark = pytest.mark.browser


def test_a_mark_is_made_wholly_by_keyboard(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    assert active(one) == "From"
    press(one, "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "1")
    assert one.answer() == {"marks": [mark("Ukrainian military")]}
    assert one.spoken() == "Marked as source: “Ukrainian military”"


def test_home_end_and_arrows_move_by_word(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    press(one, "End")
    assert active(one) == "loss"
    press(one, "ArrowLeft")
    assert active(one) == "the"
    press(one, "Home")
    assert active(one) == "From"
    press(one, "ArrowLeft")
    assert active(one) == "From"


def test_up_and_down_go_to_the_listbox_of_another_sentence(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    press(one, "ArrowDown", "End")
    assert active(one) == "on"
    press(one, "ArrowUp")
    assert active(one) == "From"


def test_shift_with_end_and_home_extends(open_alone):
    one = open_alone("mark", body())
    listbox(one, 13).focus()
    press(one, "ArrowRight", "Shift+End", "3")
    assert one.answer() == {"marks": [mark("adviser told reporters that talks go on", "content")]}


def test_a_number_key_without_a_selection_labels_the_active_word(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    press(one, "End", "3")
    assert one.answer() == {"marks": [mark("loss", "content")]}


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_takes_the_mark_under_the_active_word_away(open_alone, key):
    one = open_alone("mark", body(), state={"answer": {"marks": [mark("Ukrainian military")]}, "saved_at": "2026"})
    listbox(one).focus()
    press(one, *["ArrowRight"] * 4, key)
    assert one.answer() == {"marks": []}
    press(one, key)
    assert one.spoken() == "There is no mark of yours on this word."


def test_undo_brings_a_removed_mark_back(open_alone):
    one = open_alone("mark", body(), state={"answer": {"marks": [mark("From")]}, "saved_at": "2026"})
    listbox(one).focus()
    press(one, "Delete", "Control+z")
    assert one.answer() == {"marks": [mark("From")]}


def test_escape_clears_the_selection(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    press(one, "Shift+ArrowRight", "Escape")
    assert one.page.locator("[aria-selected=true]").count() == 0
    assert one.spoken() == "Selection cleared."


def test_a_marked_word_says_its_label(open_alone):
    one = open_alone("mark", body(asked=2))
    listbox(one).focus()
    press(one, "1")
    assert word(one, "From").get_attribute("aria-label") == "From, source, Group 1"
