"""What a student meets in an exercise of the kind mark: by mouse and by touch."""

import pytest

from mark_hand import active, body, drag, label, listbox, listed, mark, press, word

pytestmark = pytest.mark.browser

# Mouse and touch


def test_words_are_marked_by_dragging_the_mouse_over_them(open_alone):
    one = open_alone("mark", body())
    drag(one, "Ukrainian", "military")
    assert one.spoken() == "2 selected: “Ukrainian military”"
    label(one, "source")
    assert one.answer() == {"marks": [mark("Ukrainian military")]}
    assert listed(one) == ["source: “Ukrainian military”, sentence 12"]
    assert one.spoken() == "Marked as source: “Ukrainian military”"


def test_dragging_backwards_marks_the_same_words(open_alone):
    one = open_alone("mark", body())
    drag(one, "military", "Ukrainian")
    label(one, "source")
    assert one.answer() == {"marks": [mark("Ukrainian military")]}


def test_a_drag_into_the_next_sentence_ends_with_its_own(open_alone):
    one = open_alone("mark", body())
    drag(one, "loss", "talks")
    label(one, "content")
    assert one.answer() == {"marks": [mark("loss", "content")]}


def test_words_are_marked_by_tapping_the_first_and_the_last(open_alone):
    one = open_alone("mark", body(), touch=True, width=360)
    word(one, "Ukrainian").tap()
    word(one, "military").tap()
    one.page.get_by_role("button", name="source").tap()
    assert one.answer() == {"marks": [mark("Ukrainian military")]}


def test_a_tap_on_the_chosen_word_lets_go_of_it(open_alone):
    one = open_alone("mark", body(), touch=True)
    word(one, "military").tap()
    word(one, "military").tap()
    assert one.spoken() == "Selection cleared."
    assert one.page.locator("[aria-selected=true]").count() == 0


def test_a_label_without_selected_words_says_what_to_do(open_alone):
    one = open_alone("mark", body())
    label(one, "source")
    assert one.spoken() == "No words selected. Choose words first, then a label."
    assert one.sent() == []


def test_a_mark_is_removed_from_the_list_and_the_focus_goes_on(open_alone):
    one = open_alone("mark", body())
    drag(one, "Ukrainian", "military")
    label(one, "source")
    drag(one, "has", "acknowledged")
    label(one, "cue")
    one.button("Remove: source: “Ukrainian military”, sentence 12").click()
    assert one.answer() == {"marks": [mark("has acknowledged", "cue")]}
    assert one.focused() == "Remove"


# What marks may be


def test_the_same_words_under_another_label_change_their_label(open_alone):
    one = open_alone("mark", body())
    listbox(one).focus()
    press(one, "1", "2")
    assert one.answer() == {"marks": [mark("From", "cue")]}


def test_marks_that_touch_become_one(open_alone):
    one = open_alone("mark", body())
    drag(one, "Ukrainian", "military")
    label(one, "source")
    listbox(one).focus()
    word(one, "the").click()
    label(one, "source")
    assert one.answer() == {"marks": [mark("the Ukrainian military")]}


def test_split_content_is_two_marks_of_one_group(open_alone):
    one = open_alone("mark", body())
    drag(one, "From", "Kyiv")
    label(one, "content")
    word(one, "loss").click()
    label(one, "content")
    assert one.answer() == {"marks": [mark("From Kyiv", "content"), mark("loss", "content")]}


def test_nested_and_overlapping_marks_lie_at_different_depths(open_alone):
    marks = [
        mark("Ukrainian military has acknowledged", "content"),
        mark("military", "source"),
        mark("acknowledged the loss", "cue"),
    ]
    one = open_alone("mark", body(), state={"answer": {"marks": marks}, "saved_at": "2026"})
    depths = "(word) => [...word.querySelectorAll('.ws-under')].map((line) => line.getBoundingClientRect().top)"
    for text in ("military", "acknowledged"):
        tops = word(one, text).evaluate(depths)
        assert len(tops) == 2
        assert abs(tops[0] - tops[1]) >= 10


def test_labels_differ_by_pattern_and_by_letter_not_only_by_colour(open_alone):
    marks = [mark("From", "source"), mark("military", "cue"), mark("loss", "content")]
    one = open_alone("mark", body(), state={"answer": {"marks": marks}, "saved_at": "2026"})
    script = """() => [...document.querySelectorAll('.ws-word .ws-under')].map((line) =>
        getComputedStyle(line).borderTopStyle + ' ' + getComputedStyle(line, '::before').content)"""
    assert one.page.evaluate(script) == ['solid "S"', 'dotted "Cu"', 'dashed "Co"']


def test_a_free_exercise_numbers_its_groups(open_alone):
    one = open_alone("mark", body(free=True, asked=2))
    word(one, "military").click()
    press(one, "1")
    one.button("New group").click()
    assert one.spoken() == "Marks go to group 2 now."
    word(one, "adviser").click()
    label(one, "source")
    assert one.answer() == {"marks": [mark("military", group=1), mark("adviser", group=2)]}
    assert listed(one) == ["Group 1, source: “military”, sentence 12", "Group 2, source: “adviser”, sentence 13"]


def test_a_single_group_asks_for_no_number(open_alone):
    one = open_alone("mark", body())
    assert one.button("Group 1").count() == 0


def test_what_a_group_is_stands_above_the_buttons_where_there_are_several(open_alone):
    several = open_alone("mark", body(asked=2)).page
    assert several.get_by_text("Each act of saying is a group of its own").is_visible()
    hedges = open_alone("mark", body(asked=2, labels=("cue", "scope"))).page
    assert hedges.get_by_text("Each signal word is a group of its own").is_visible()
    assert not open_alone("mark", body()).page.get_by_text("is a group of its own").is_visible()


def test_two_asked_groups_can_be_chosen_but_not_more(open_alone):
    one = open_alone("mark", body(asked=2))
    assert one.page.get_by_role("group", name="Group").get_by_role("button").all_inner_texts() == ["Group 1", "Group 2"]


def test_given_marks_are_shown_and_locked(open_alone):
    one = open_alone("mark", body(given=[mark("Ukrainian military")]))
    assert word(one, "military").get_attribute("aria-label") == "military, given source"
    assert one.page.get_by_role("button", name="source").count() == 0
    listbox(one).focus()
    press(one, *["ArrowRight"] * 3, "Delete", "1")
    assert one.spoken() == "There is no mark of yours on this word."
    assert one.sent() == []


# Offsets are code points


@pytest.mark.parametrize(
    "sentence",
    [
        "The 🚚🚚 trucks were marked late.",
        "The cafe\u0301 in Saint-E\u0301tienne was marked late.",
        "قال المتحدث إن marked المدينة آمنة.",
        "👩🏽‍🚒 said marked and 🇺🇦 too.",
    ],
)
def test_a_word_behind_unusual_characters_is_counted_in_code_points(open_alone, sentence):
    one = open_alone("mark", body("First 😀 line.", sentence))
    word(one, "marked").click()
    press(one, "1")
    text = f"First 😀 line.\n{sentence}"
    assert one.answer() == {"marks": [mark("marked", text=text)]}
    assert listed(one) == ["source: “marked”, sentence 13"]


def test_arrows_follow_the_eye_in_a_sentence_that_runs_from_right_to_left(open_alone):
    one = open_alone("mark", body("قال المتحدث إن المدينة آمنة."))
    listbox(one).focus()
    press(one, "ArrowLeft")
    assert active(one) == "المتحدث"
    press(one, "ArrowRight")
    assert active(one) == "قال"


# Result and key


def check_and_show(one):
    word(one, "military").click()
    label(one, "source")
    one.be_sure()
    one.button("Check").click()
    one.button("Show me").click()


def test_our_marks_are_drawn_apart_and_named_after_show_me(open_alone):
    one = open_alone("mark", body(), key={"marks": [mark("the Ukrainian military")]})
    assert one.page.get_by_role("heading", name="Our marks", exact=True).count() == 0
    check_and_show(one)
    assert one.focused() == "Our marks"
    key = one.page.locator(".ws-mark-key")
    assert key.get_by_role("listitem").all_inner_texts() == ["source: “the Ukrainian military”, sentence 12"]
    assert key.locator(".ws-word:has(.ws-under)").all_inner_texts() == ["the", "Ukrainian", "military"]
    assert listed(one) == ["source: “military”, sentence 12"]


def test_a_checked_answer_can_be_read_but_not_changed(open_alone):
    one = open_alone("mark", body())
    word(one, "military").click()
    label(one, "source")
    one.be_sure()
    one.button("Check").click()
    before = len(one.sent())
    listbox(one).focus()
    press(one, "ArrowRight", "1", "Delete")
    word(one, "loss").click()
    assert listed(one) == ["source: “military”, sentence 12"]
    assert len(one.sent()) == before


def test_checking_without_a_mark_says_what_is_missing(open_alone):
    one = open_alone("mark", body())
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "Mark at least one stretch of words first."


def test_marks_that_no_longer_fit_the_text_are_left_out(open_alone):
    marks = [mark("military"), {"group": 1, "label": "source", "start": 5000, "end": 5010}]
    one = open_alone("mark", body(), state={"answer": {"marks": marks}, "saved_at": "2026", "older": True})
    assert listed(one) == ["source: “military”, sentence 12"]


def test_words_of_an_article_are_text_and_never_html(open_alone):
    one = open_alone("mark", body("He said <script>alert(1)</script> and <img src=x>."))
    assert listbox(one).inner_text() == "He said <script>alert(1)</script> and <img src=x>."


# A long text


def test_a_mark_in_a_text_of_10_000_words_touches_only_its_own_sentence(open_alone):
    one = open_alone("mark", body(*["one two three four five six seven eight nine ten"] * 1000))
    script = """() => { window.touched = new Set();
        new MutationObserver((changes) => { for (const { target } of changes) {
            const line = target.closest('.ws-mark-line'); if (line) touched.add(line); } })
          .observe(document.querySelector('.ws-mark-text'), { subtree: true, childList: true, attributes: true }); }"""
    one.page.evaluate(script)
    drag(one, "two", "four")
    press(one, "1")
    assert one.answer()["marks"] == [{"group": 1, "label": "source", "start": 4, "end": 18}]
    assert one.page.evaluate("touched.size") == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_result(open_alone, theme):
    key = {"marks": [mark("the Ukrainian military")]}
    one = open_alone("mark", body(free=True, asked=2, given=[mark("has acknowledged", "cue")]), theme=theme, key=key)
    assert one.violations() == []
    drag(one, "From", "Kyiv")
    assert one.violations() == []
    assert one.too_small() == []
    label(one, "content")
    check_and_show(one)
    assert one.violations() == []


def test_nothing_sticks_out_on_a_phone(open_alone):
    one = open_alone("mark", body(free=True, asked=3), width=360)
    drag(one, "From", "military")
    label(one, "content")
    assert one.page.evaluate("document.documentElement.scrollWidth") == 360
