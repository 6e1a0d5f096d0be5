"""Two windows show one exercise: no answer is overwritten, and what the student does not choose can be had back."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NAME = "first-item"
FORTY = "The mayor said that the bridge may open, and nobody else said so."


@pytest.fixture
def windows(open_kernel):
    """Open the same exercise in two windows, the second of which saves forty words."""
    one, two = open_kernel(NAME), open_kernel(NAME)
    write(two, FORTY)
    two.saved()
    return one, two


def write(window, text):
    window.page.locator(".ws-write-text textarea, textarea").first.fill(text)


def written(window):
    return window.page.locator(".ws-write-text textarea, textarea").first.input_value()


def another_file(kernel, folder):
    """Replace the file of answers by one in which the same student wrote forty words."""
    other = kernel.with_empty_store(folder / "other")
    other.store.use_code(kernel.store.code)
    message = {"kind": "draft", "tab": "another-tab", "seq": 1, "answer": {"text": FORTY, "rated": {}, "why": ""}}
    other.exchange(NAME).receive(message)
    (folder / "other" / "store" / "answers.sqlite").replace(folder / "store" / "answers.sqlite")


def question(window):
    return window.page.get_by_role("group", name="Two answers")


def stored(window):
    return window.exchange.state()["answer"]["text"]


def earlier(window):
    return window.page.locator(".ws-earlier")


def test_both_answers_are_shown_and_nothing_is_said_to_be_saved(windows):
    one, _ = windows
    write(one, "x")
    expect(question(one)).to_contain_text("Which one do you want to keep?")
    expect(question(one)).to_contain_text(FORTY)
    expect(question(one)).to_contain_text("The one on this page")
    assert one.page.locator(".ws-status").get_attribute("data-state") == "unsaved"
    assert "first choose in the box above" in one.status()
    assert stored(one) == FORTY


def test_the_answer_from_there_stays_and_mine_is_under_earlier_versions_also_after_a_reload(windows):
    one, _ = windows
    write(one, "x")
    one.button("Keep the other one").click()
    expect(question(one)).to_have_count(0)
    assert written(one) == FORTY
    one.reload()
    expect(earlier(one)).to_contain_text("Earlier versions (1)")
    earlier(one).locator("summary").click()
    expect(earlier(one)).to_contain_text("One of two answers that met here")
    one.button("Use this one").click()
    one.saved()
    assert (written(one), stored(one)) == ("x", "x")
    # What stands again is no earlier version.
    expect(earlier(one)).to_contain_text("Earlier versions (1)")
    expect(earlier(one)).to_contain_text(FORTY)
    expect(one.page.locator(".ws-note")).to_contain_text("This answer is shown here again. Choose Check")


def test_my_answer_stays_and_the_other_is_under_earlier_versions_in_both_windows(windows):
    one, two = windows
    write(one, "x")
    one.button("Keep the one on this page").click()
    one.saved()
    assert stored(one) == "x"
    two.reload()
    assert written(two) == "x"
    expect(earlier(two)).to_contain_text(FORTY)


def test_an_earlier_version_goes_only_when_the_student_says_yes(windows):
    one, _ = windows
    write(one, "x")
    one.button("Keep the other one").click()
    earlier(one).locator("summary").click()
    one.button("Throw away").click()
    expect(one.button("No, keep it")).to_be_focused()
    one.button("No, keep it").click()
    expect(one.button("Throw away")).to_be_focused()
    one.button("Throw away").click()
    expect(earlier(one)).to_contain_text("Earlier versions (1)")
    one.button("Yes, throw it away").click()
    expect(earlier(one)).to_be_hidden()
    assert one.exchange.state()["aside"] == []


def test_all_of_it_goes_by_keyboard(windows):
    one, _ = windows
    one.page.locator("textarea").first.focus()
    one.page.keyboard.type("x")
    expect(question(one)).to_be_focused()
    one.page.keyboard.press("Tab")
    expect(one.button("Keep the other one")).to_be_focused()
    one.page.keyboard.press("Tab")
    one.page.keyboard.press("Enter")
    one.saved()
    assert stored(one) == "x"
    assert one.page.evaluate("document.activeElement !== document.body")


def test_a_check_in_the_other_window_is_not_undone_by_a_letter_here(windows):
    one, two = windows
    two.button("Check").click()
    expect(two.page.locator(".ws-exercise")).to_have_attribute("data-phase", "half")
    write(one, "x")
    expect(question(one)).to_contain_text(FORTY)
    assert one.exchange.state()["phase"] == "half"
    one.button("Keep the other one").click()
    expect(one.page.locator(".ws-exercise")).to_have_attribute("data-phase", "half")


def test_what_is_shown_when_the_file_of_answers_is_replaced_is_asked_about_and_not_lost(open_kernel, kernel, tmp_path):
    one = open_kernel(NAME)
    write(one, "shown when the file was replaced")
    one.saved()
    another_file(kernel, tmp_path)
    one.page.evaluate("(state) => fake.set('state', state)", one.exchange.state())
    expect(question(one)).to_contain_text("shown when the file was replaced")
    expect(question(one)).to_contain_text(FORTY)
    one.button("Keep the other one").click()
    assert (written(one), stored(one)) == (FORTY, FORTY)
    expect(earlier(one)).to_contain_text("shown when the file was replaced")


def test_of_an_earlier_version_that_is_used_nothing_is_said_that_the_store_does_not_know_yet(windows):
    one, _ = windows
    write(one, "x")
    one.button("Keep the other one").click()
    one.saved()
    one.cut = True
    earlier(one).locator("summary").click()
    one.button("Use this one").click()
    expect(one.page.locator(".ws-note")).to_have_text(
        "This answer is shown here again. Choose Check to see its result."
        " If another one stood here, it goes to Earlier versions."
    )
    assert one.page.evaluate("document.activeElement.matches('summary')")
    one.cut = False
    one.saved()
    expect(earlier(one)).to_contain_text(FORTY)


def test_a_late_draft_of_a_line_that_was_cut_asks_too(open_kernel):
    one, two = open_kernel(NAME), open_kernel(NAME)
    one.cut = True
    write(one, "typed while the line was cut")
    write(two, FORTY)
    two.saved()
    one.cut = False
    expect(question(one)).to_contain_text("typed while the line was cut")
    assert stored(one) == FORTY


def test_what_another_window_saved_is_shown_here_when_nothing_was_typed(windows):
    one, _ = windows
    one.page.evaluate("(state) => fake.set('state', state)", one.exchange.state())
    assert written(one) == FORTY
    expect(one.page.locator(".ws-note")).to_contain_text("Your answer from another place is shown here now")


@pytest.mark.parametrize(("theme", "width"), [("light", 360), ("dark", 820)])
def test_question_and_earlier_versions_are_sound_and_fit(open_kernel, theme, width):
    one, two = open_kernel(NAME, theme=theme, width=width), open_kernel(NAME)
    write(two, FORTY)
    two.saved()
    write(one, "x")
    expect(question(one)).to_be_visible()
    assert (one.violations(), one.too_small()) == ([], [])
    one.button("Keep the other one").click()
    earlier(one).locator("summary").click()
    assert (one.violations(), one.too_small()) == ([], [])
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
