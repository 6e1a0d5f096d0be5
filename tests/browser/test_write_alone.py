"""What a student meets in an exercise of the kind write; the exchange answers as in a notebook."""

import pytest
from keeping import attempts_in
from playwright.sync_api import expect

from exercises.kinds.write.form import count_words

pytestmark = pytest.mark.browser

TEXT = "The mayor said that the bridge may open."
HOSTILE = "</script><img src=x onerror=alert(1)> \u202eעברית العربية\u202c 😀👩‍👩‍👧 {braces} 'quotes' “curly” \\n"


def write(one, text=TEXT):
    area(one).fill(text)


def area(one):
    return one.page.locator(".ws-write-area")


def check(one, text=TEXT):
    write(one, text)
    one.button("Check").click()
    one.page.locator("[data-phase=half]").wait_for()


def rate(one, level="2, emerging", why="I name her and keep the doubt."):
    one.page.get_by_label(level).check()
    one.page.get_by_label("Why this level?").fill(why)


def count(one):
    return one.page.locator(".ws-write-count").inner_text()


def test_words_are_counted_while_one_writes(open_kernel):
    one = open_kernel("first-item")
    assert count(one) == "0 of 40 words, at least 5"
    area(one).press_sequentially("one two three four five")
    assert count(one) == "5 of 40 words"
    write(one, "word " * 46)
    assert "46 of 40 words: 6 too many" in count(one)


def test_the_limit_is_said_aloud_only_when_it_is_crossed(open_kernel):
    one = open_kernel("first-item")
    write(one, "word " * 39)
    assert one.spoken() == ""
    write(one, "word " * 41)
    assert one.spoken() == "41 of 40 words: 1 too many"
    write(one, "word " * 40)
    assert one.spoken() == "It fits again: 40 of 40 words."


@pytest.mark.parametrize(
    "text", [HOSTILE, "a – b\u00a0c\u2028d", "می‌خواهم мост 3.5", "e\u0301tude\u0085x", "word " * 600]
)
def test_page_and_kernel_count_the_same(open_kernel, text):
    one = open_kernel("second-item")
    write(one, text)
    assert f"{count_words(text)} of 40 words" in count(one)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Too short.", "Words in your text: 2. Write at least 5, or use Skip."),
        ("word " * 600, "Words in your text: 600. That is 560 too many: cut it to 40."),
    ],
)
def test_check_refuses_a_text_outside_its_limits_with_a_sentence(open_kernel, text, said):
    one = open_kernel("first-item")
    write(one, text)
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == said
    assert one.sent("check") == []


@pytest.mark.parametrize(
    "text", [HOSTILE, " edges \n\n", "word " * 600, "\ud83d half an emoji"], ids=["hostile", "edges", "long", "half"]
)
def test_nothing_that_was_written_is_lost_on_a_reload(open_kernel, text):
    one = open_kernel("first-item")
    one.page.evaluate(
        "([area, text]) => { area.value = text; area.dispatchEvent(new Event('input')); }",
        [area(one).element_handle(), text],
    )
    kept = one.saved()["answer"]["text"]
    assert kept == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    one.reload()
    assert area(one).input_value() == kept
    assert one.page.locator("img").count() == 0


def test_a_text_beyond_all_limits_is_kept_in_the_tab_and_that_is_said(open_kernel):
    one = open_kernel("first-item")
    write(one, "x" * 16_000)
    expect(one.page.locator(".ws-status")).to_contain_text("too long to be saved")
    one.reload()
    one.button("Show it and use it").click()
    assert len(area(one).input_value()) == 16_000


def test_after_check_the_text_is_locked_and_samples_with_reasons_stand_below(open_kernel):
    one = open_kernel("first-item")
    write(one)
    one.saved()
    assert "CANARY" not in one.secrets()
    check(one)
    assert one.focused() == "First look"
    assert "rate your own" in one.spoken()
    assert not area(one).is_editable()
    samples = one.page.locator("li.ws-write-sample").all_inner_texts()
    assert [sample.split("\n")[0] for sample in samples] == [
        "Level 0, not yet", "Level 1, beginning", "Level 2, emerging", "Level 3, secure",
    ]  # fmt: skip
    assert all("CANARY" in sample for sample in samples)
    assert one.page.locator(".ws-write-own").inner_text().split("\n")[-1] == TEXT
    assert one.page.locator(".ws-points").count() == 0


def test_the_own_rating_is_committed_with_its_reason_and_shown_back(open_kernel):
    one = open_kernel("first-item")
    check(one)
    rate(one)
    one.button("Keep my rating").click()
    one.page.locator("[data-phase=checked]").wait_for()
    remarks = one.page.locator(".ws-remark").all_inner_texts()
    assert len(remarks) == 4
    assert "level 2, emerging" in remarks[-1]
    assert "“I name her and keep the doubt.”" in remarks[-1]
    assert one.page.locator(".ws-points").count() == 0
    assert set(one.page.locator(".ws-remark").evaluate_all("all => all.map((one) => one.dataset.outcome)")) == {"note"}
    assert one.page.get_by_label("2, emerging").is_disabled()
    assert one.page.locator("li.ws-write-sample").count() == 4
    assert one.button("Show me").is_hidden()  # there is nothing more to show


def test_half_a_rating_is_named_and_gets_the_focus(open_kernel):
    one = open_kernel("first-item")
    check(one)
    one.button("Keep my rating").click()
    assert one.page.locator(".ws-note").inner_text() == "Choose a level for your text first: Attribution."
    one.page.keyboard.press("Space")
    one.button("Keep my rating").click()
    assert one.page.locator(".ws-note").inner_text() == "Say in one sentence why you chose this level."
    one.page.keyboard.type("It names nobody.")
    one.button("Keep my rating").click()
    one.page.locator("[data-phase=checked]").wait_for()
    assert one.exchange.state()["answer"]["rated"] == {"A": 0}


def test_a_rating_in_progress_is_there_after_a_reload_with_samples_and_text(open_kernel):
    one = open_kernel("first-item")
    check(one)
    rate(one, why="Half a sen")
    one.saved()
    one.reload()
    assert one.page.locator("[data-phase=half]").count() == 1
    assert area(one).input_value() == TEXT
    assert one.page.get_by_label("2, emerging").is_checked()
    assert one.page.get_by_label("Why this level?").input_value() == "Half a sen"
    assert one.page.locator("li.ws-write-sample").count() == 4


def test_a_line_that_is_cut_while_rating_loses_nothing(open_kernel):
    one = open_kernel("first-item", clock=True)
    check(one)
    one.cut = True
    rate(one)
    one.page.clock.run_for(1000)
    assert one.status() == "Not saved yet, kept by this browser"
    one.reload()
    one.button("Show it and use it").click()
    assert one.page.get_by_label("2, emerging").is_checked()
    assert one.page.locator("[data-phase=half]").count() == 1
    one.cut = False
    one.page.clock.run_for(3000)
    one.button("Keep my rating").click()
    one.page.locator("[data-phase=checked]").wait_for()
    assert one.exchange.state()["answer"] == {"text": TEXT, "rated": {"A": 2}, "why": "I name her and keep the doubt."}


@pytest.mark.parametrize("lost", ["cut", "deaf"])
def test_a_line_that_is_cut_while_the_text_is_checked_loses_nothing(open_kernel, lost):
    one = open_kernel("first-item", clock=True)
    write(one)
    one.page.clock.run_for(1000)
    setattr(one, lost, True)
    one.button("Check").click()
    one.page.clock.run_for(1000)
    assert one.page.locator("[data-phase=open]").count() == 1
    setattr(one, lost, False)
    one.page.clock.run_for(3000)
    one.page.locator("[data-phase=half]").wait_for()
    assert len(attempts_in(one.exchange.store, "bridge")) == 1


def test_another_answer_with_the_same_notes_is_the_one_that_is_quoted(open_kernel):
    one, theirs = open_kernel("first-item"), TEXT.replace("open", "shut")
    check(one)
    one.page.evaluate(
        """text => {
            const {answer, ...state} = fake.get('state');
            fake.set('state', {...state, version: 'theirs', answer: {...answer, text}});
        }""",
        theirs,
    )
    quoted = one.page.locator(".ws-write-samples").inner_text()
    assert theirs in quoted
    assert TEXT not in quoted


def test_try_again_opens_the_text_and_the_next_check_asks_for_a_new_rating(open_kernel):
    one = open_kernel("first-item")
    check(one)
    rate(one)
    one.button("Try again").click()
    assert one.page.locator(".ws-write-after").is_hidden()
    check(one, "The mayor might open the bridge, she said.")
    assert one.page.locator(".ws-write-levels input:checked").count() == 0
    assert one.page.get_by_label("Why this level?").input_value() == ""


def test_undo_takes_back_words_and_never_what_was_committed(open_kernel):
    one = open_kernel("first-item")
    area(one).press_sequentially("The mayor spoke")
    one.button("Undo").click()
    assert area(one).input_value() == "The mayor"
    one.button("Undo").click()
    one.button("Undo").click()
    assert area(one).input_value() == ""
    check(one)
    one.page.get_by_label("2, emerging").check()
    one.button("Undo").click()
    assert one.page.locator(".ws-write-levels input:checked").count() == 0
    assert one.button("Undo").get_attribute("aria-disabled") == "true"
    one.page.get_by_label("2, emerging").press("Control+z")
    assert one.spoken() == "Nothing to undo."
    assert area(one).input_value() == TEXT


def test_whoever_passes_may_look_at_the_samples(open_kernel):
    one = open_kernel("first-item")
    one.button("Skip").click()
    one.button("Show me").click()
    one.page.locator("li.ws-write-sample").first.wait_for()
    assert one.page.locator("li.ws-write-sample").count() == 4
    assert one.page.locator(".ws-write-rating").is_hidden()
    assert one.page.locator(".ws-write-own").count() == 0


def test_the_whole_exercise_is_worked_by_keyboard(open_kernel):
    one = open_kernel("first-item")
    area(one).focus()
    one.page.keyboard.type(TEXT)
    one.page.keyboard.press("Tab")
    assert one.focused() == "Check"
    one.page.keyboard.press("Enter")
    one.page.locator("[data-phase=half]").wait_for()
    for key in ("Tab", "Space", "ArrowDown", "Tab"):
        one.page.keyboard.press(key)
    one.page.keyboard.type("A speaker and no more.")
    one.page.keyboard.press("Tab")
    assert one.focused() == "Keep my rating"
    one.page.keyboard.press("Enter")
    one.page.locator("[data-phase=checked]").wait_for()
    assert one.exchange.state()["answer"]["rated"] == {"A": 1}


# Then and now


def test_the_earlier_text_stands_beside_the_new_one_as_soon_as_it_is_stored(open_kernel, kernel):
    one = open_kernel("second-item")
    assert one.page.locator(".ws-write-then").is_hidden()
    earlier = {"text": HOSTILE, "rated": {}, "why": ""}
    one.elsewhere(kernel.exchange("first-item"), "draft", 1, answer=earlier)
    assert one.page.locator(".ws-write-then .ws-write-old").evaluate("e => e.textContent") == HOSTILE
    assert "“Tell it in one sentence”" in one.page.locator(".ws-write-then").inner_text()
    assert one.page.locator("img").count() == 0


def test_the_earlier_text_can_be_copied_into_an_empty_sheet_and_that_be_undone(open_kernel, kernel):
    one = open_kernel("second-item")
    one.elsewhere(kernel.exchange("first-item"), "draft", 1, answer={"text": TEXT, "rated": {}, "why": ""})
    one.button("Copy it into the new text").click()
    assert one.saved()["answer"]["text"] == TEXT
    assert one.page.evaluate("document.activeElement.className") == "ws-write-area"
    assert one.button("Copy it into the new text").is_hidden()
    one.button("Undo").click()
    assert area(one).input_value() == ""


def test_a_text_is_rated_on_every_row_that_the_exercise_names(open_kernel):
    one = open_kernel("second-item")
    check(one)
    rows = one.page.locator(".ws-write-row legend").all_inner_texts()
    assert rows == [
        "Rate your own text: Attribution (row A of the rubric)",
        "Rate your own text: Reasoning and confidence (row E of the rubric)",
    ]
    one.page.locator("[data-row=A]").get_by_label("2, emerging").check()
    one.button("Keep my rating").click()
    assert one.page.locator(".ws-note").inner_text() == "Choose a level for your text first: Reasoning and confidence."


# Look


def test_every_focusable_element_keeps_the_notebooks_shortcuts_away(open_kernel):
    one = open_kernel("first-item")
    check(one)
    loose = """() => [...document.querySelectorAll('#here :is(button, input, textarea, [tabindex])')]
                     .filter((one) => one.dataset.lmSuppressShortcuts !== 'true').map((one) => one.outerHTML)"""
    assert one.page.evaluate(loose) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_phase(open_kernel, kernel, theme):
    one = open_kernel("second-item", theme=theme)
    one.elsewhere(kernel.exchange("first-item"), "draft", 1, answer={"text": TEXT, "rated": {}, "why": ""})
    write(one, "word " * 41)
    assert one.violations() == []
    assert one.too_small() == []
    check(one)
    assert one.violations() == []
    assert one.too_small() == []
    for name in ("A", "E"):
        one.page.locator(f"[data-row={name}]").get_by_label("1, beginning").check()
    one.page.get_by_label("Why this level?").fill("It names her.")
    one.button("Keep my rating").click()
    one.page.locator("[data-phase=checked]").wait_for()
    assert one.violations() == []


def test_nothing_sticks_out_on_a_phone(open_kernel, kernel):
    one = open_kernel("second-item", width=360, touch=True)
    one.elsewhere(kernel.exchange("first-item"), "draft", 1, answer={"text": "x" * 300, "rated": {}, "why": ""})
    check(one, "The mayor said " + "o" * 200)
    assert one.page.evaluate("document.documentElement.scrollWidth") == 360
