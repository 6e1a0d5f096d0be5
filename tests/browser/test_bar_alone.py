"""The bar alone: what counts as done, and confidence shown back, folded away until a student asks for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from exercises.bar.bar import ABOUT_SURENESS
from exercises.words import words

pytestmark = pytest.mark.browser
BUTTON = "How sure, how often right?"
ABOUT = {"about": {name: words("bar")[name] for name in ABOUT_SURENESS}}
COUNTS = ABOUT | {"kind": "sureness", "lines": ["Very sure 9 times, right 5", "Guessing once, right 0"], "few": ""}
FEW = ABOUT | {"kind": "sureness", "lines": [], "few": "Counted so far: 3. That is too few to say anything."}
ONE = {"title": "One", "role": "alone", "phase": "open", "begun": False}
EXERCISES = [ONE | {"id": f"one-{number}"} for number in (1, 2)]


@pytest.fixture
def bar(open_alone):
    def opened(**options):
        return open_alone("bar", {}, answers=False, exercises=EXERCISES, notice="", **options)

    return opened


def reply(bar, message):
    bar.page.evaluate("(message) => fake.tell('msg:custom', message)", message)


def panel(bar):
    return bar.page.get_by_role("region", name=BUTTON)


def status(bar, exercise, phase, **more):
    place = {"lesson": "kupyansk", "notebook": "02_who_says_so", "code": "amber-heron-42"}
    detail = place | {"view": f"tab-{exercise}", "exercise": exercise, "title": "One", "phase": phase}
    detail |= {"state": "saved", "words": "Saved", "begun": True, "asks": False, "owes": False} | more
    bar.page.evaluate("(detail) => document.dispatchEvent(new CustomEvent('whosays:status', { detail }))", detail)


def leave(bar, view):
    bar.page.evaluate(
        "(view) => document.dispatchEvent(new CustomEvent('whosays:goodbye', { detail: { view } }))", view
    )


def says(bar, sentence):
    expect(bar.page.locator(".ws-bar-saved")).to_have_text(sentence)


def test_counts_are_folded_away_and_nothing_is_counted_until_asked(bar):
    one = bar()
    status(one, "one-1", "checked")
    expect(panel(one)).to_have_count(0)
    assert one.sent("sureness") == []


def test_the_button_opens_and_closes_by_keyboard_and_says_so(bar):
    one = bar()
    for _ in range(4):
        one.page.keyboard.press("Tab")
    assert one.focused() == BUTTON
    one.page.keyboard.press("Enter")
    reply(one, COUNTS)
    expect(panel(one)).to_contain_text("Very sure 9 times, right 5")
    expect(one.button(BUTTON)).to_have_attribute("aria-expanded", "true")
    one.page.keyboard.press("Space")
    expect(panel(one)).to_have_count(0)
    expect(one.button(BUTTON)).to_have_attribute("aria-expanded", "false")
    expect(one.button(BUTTON)).to_have_attribute("data-lm-suppress-shortcuts", "true")


def test_counts_come_without_a_percentage_and_say_what_was_counted(bar):
    one = bar()
    one.button(BUTTON).click()
    reply(one, COUNTS)
    said = panel(one).inner_text()
    assert "all notebooks of this lesson" in said
    assert "only your first Check of each exercise" in said
    assert "%" not in said


def test_what_counts_is_one_short_sentence_and_the_rest_waits_until_it_is_asked_for(bar):
    one = bar()
    one.button(BUTTON).click()
    reply(one, COUNTS)
    quiet = [text for text in panel(one).locator(".ws-bar-quiet").all_inner_texts() if "first Check" in text]
    assert [len(text.split()) <= 20 for text in quiet] == [True]
    expect(panel(one).get_by_text("three quarters")).to_be_hidden()
    panel(one).get_by_text("What counts and what does not").click()
    for more in ("each part counts", "sealed answers", "three quarters"):
        expect(panel(one).get_by_text(more)).to_be_visible()


def test_few_answers_are_said_to_be_too_few(bar):
    one = bar()
    one.button(BUTTON).click()
    reply(one, FEW)
    expect(panel(one)).to_contain_text("too few to say anything")
    expect(panel(one).get_by_role("listitem")).to_have_count(0)
    expect(panel(one)).not_to_contain_text("You know more than you think", use_inner_text=True)


def test_each_check_is_counted_while_the_fold_is_open(bar):
    one = bar()
    one.button(BUTTON).click()
    reply(one, FEW)
    status(one, "one-1", "checked")
    status(one, "one-1", "checked")  # the same again, as after a save
    status(one, "one-2", "open")
    assert len(one.sent("sureness")) == 2
    reply(one, COUNTS)
    expect(panel(one)).to_contain_text("Guessing once, right 0")


def test_another_student_is_counted_anew(bar):
    one = bar()
    one.button(BUTTON).click()
    one.page.evaluate("fake.set('page', { ...fake.traits.page, code: 'blue-otter-7' })")
    assert len(one.sent("sureness")) == 2


# The door, and what is said of the file of answers


def test_an_empty_code_is_asked_for_beside_the_field(bar):
    one = bar()
    one.button("Not you?").click()
    one.button("Use this code").click()
    assert one.page.get_by_role("alert").filter(has_text="Type a code first.").is_visible()
    assert one.sent("use-code") == []


def test_a_code_is_typed_and_sent_by_keyboard_and_stays_in_the_field_until_it_was_taken(bar):
    one = bar()
    one.button("Not you?").click()
    one.page.keyboard.type("Amber heron 43")
    one.page.keyboard.press("Enter")
    assert one.sent("use-code") == [{"kind": "use-code", "typed": "Amber heron 43"}]
    reply(one, {"kind": "trouble", "words": "This is not a code."})
    assert one.page.get_by_label("Code, such as").input_value() == "Amber heron 43"
    reply(one, {"kind": "done", "words": "You now work as amber-heron-43."})
    expect(one.page.get_by_label("Code, such as")).to_be_hidden()
    assert one.focused().startswith("Not you?")


@pytest.mark.parametrize("kind", ["done", "trouble"])
def test_a_reply_takes_nobody_out_of_what_is_typed_elsewhere_by_then(bar, kind):
    one = bar()
    one.button("Not you?").click()
    one.page.keyboard.type("Amber heron 43")
    one.page.keyboard.press("Enter")
    one.page.evaluate(
        "document.body.append(Object.assign(document.createElement('textarea'), { ariaLabel: 'answer' }))"
    )
    one.page.get_by_label("answer").focus()
    one.page.keyboard.type("My wo")
    reply(one, {"kind": kind, "words": "This is told."})
    one.page.keyboard.type("rds")
    assert one.page.get_by_label("answer").input_value() == "My words"


def test_work_of_another_code_is_asked_for_and_an_empty_field_asks_for_nothing(bar):
    one = bar()
    one.button("Not you?").click()
    one.button("Add the work of this code to mine").click()
    assert one.sent("join") == []
    one.page.keyboard.type("calm-otter-11")
    one.button("Add the work of this code to mine").click()
    assert one.sent("join") == [{"kind": "join", "typed": "calm-otter-11"}]


@pytest.mark.parametrize("button", ["Start with a new code", "Use this code", "Save my work"])
def test_before_anything_leaves_or_changes_the_exercises_are_told_to_send_their_last_words(bar, button):
    one = bar()
    one.page.evaluate("document.addEventListener('whosays:leave', () => fake.sent.push({ kind: 'last words' }))")
    one.button("Not you?").click()
    one.page.keyboard.type("calm-otter-11")
    one.button(button).click()
    assert next(message["kind"] for message in one.sent()) == "last words"


def test_the_bar_does_not_say_saved_before_there_is_an_answer(bar):
    one = bar()
    said = one.page.locator(".ws-bar-saved")
    assert said.inner_text() == "No answer yet"
    status(one, "one-1", "open")
    assert said.inner_text() == "Saved"


def test_only_what_is_saved_has_the_sign_of_it(bar):
    one = bar()

    def sign():
        return one.page.evaluate("getComputedStyle(document.querySelector('.ws-bar-saved'), '::before').content")

    assert sign() == '"○"'
    status(one, "one-1", "open")
    assert sign() == '"●"'
    one.page.evaluate("fake.set('state', { notices: [], elsewhere: { code: '' }, temporary: 'The disk is full.' })")
    expect(one.page.locator(".ws-bar-saved")).to_have_text("Kept for now only")
    assert sign() == '"○"'


@pytest.mark.parametrize("button", ["Save my work", "Not you?"])
def test_a_wish_that_the_notebook_does_not_answer_is_not_left_without_a_word(bar, button):
    one = bar(clock=True)
    one.button(button).click()
    if button == "Not you?":
        one.button("Start with a new code").click()
    said = one.page.locator(".ws-bar-notice")
    one.page.clock.run_for(3_000)
    expect(said).to_contain_text("The notebook has not done that yet")
    reply(one, {"kind": "done", "words": "You now work as calm-otter-11."})
    one.page.clock.run_for(60_000)
    expect(said).to_have_text("You now work as calm-otter-11.")


NOTICES = {
    "notices": [{"number": 7, "words": "The file was damaged."}],
    "elsewhere": {"code": "calm-otter-11", "words": "Here, calm-otter-11 was chosen last."},
    "temporary": "The disk is full.",
}


def test_answers_that_no_exercise_shows_are_a_fold_away_by_keyboard_and_stay_open_when_more_is_said(bar):
    one = bar()
    answers = [{"title": "first-item", "lines": ["forty words", "about the mayor"]}]
    gone = {"gone": {"words": "Exercises that are not in this lesson any more: 1.", "answers": answers}}
    one.page.evaluate("(state) => fake.set('state', state)", gone)
    board = one.page.locator(".ws-bar-notices")
    expect(board).to_contain_text("not in this lesson any more: 1.")
    expect(board.get_by_text("forty words")).to_be_hidden()
    board.locator("summary").focus()
    one.page.keyboard.press("Enter")
    expect(board.get_by_text("about the mayor")).to_be_visible()
    one.page.evaluate("(state) => fake.set('state', state)", gone | {"temporary": "The disk is full."})
    expect(board.get_by_text("forty words")).to_be_visible()
    assert one.violations() == []


def test_notices_are_said_until_they_are_closed_and_the_way_out_is_beside_them(bar):
    one = bar(state=NOTICES)
    one.button("I have read this").click()
    one.button("Use that code here").click()
    sent = [dict(message.items()) for message in one.sent()]
    assert sent == [{"kind": "close-notice", "number": 7}, {"kind": "go-on", "typed": "calm-otter-11"}]
    assert one.page.locator(".ws-bar-saved").inner_text() == "Kept for now only"
    one.page.evaluate("fake.set('state', { notices: [], elsewhere: { code: '' }, temporary: '' })")
    expect(one.page.locator(".ws-bar-notices")).to_be_empty()


def test_whoever_works_by_keyboard_goes_on_in_the_bar_when_a_notice_goes(bar):
    one = bar(state=NOTICES)
    one.button("I have read this").focus()
    one.page.evaluate("(left) => fake.set('state', left)", NOTICES | {"notices": []})
    assert one.page.evaluate("document.activeElement.matches('.ws-bar')")
    one.button("Use that code here").focus()
    one.page.evaluate("(left) => fake.set('state', left)", NOTICES | {"temporary": ""})
    assert one.focused() == "Use that code here"
    one.page.evaluate("fake.set('state', { notices: [], elsewhere: { code: '' }, temporary: '' })")
    assert one.page.evaluate("document.activeElement.matches('.ws-bar')")


def test_a_file_of_one_student_is_not_offered_to_the_next_or_after_something_else_was_done(bar):
    one = bar()
    for after in ("another student", "another message"):
        reply(one, {"kind": "export", "name": "whosays-amber-heron-42.json", "text": '{"code": "amber-heron-42"}'})
        expect(one.button("Copy as text")).to_be_visible()
        if after == "another student":
            one.page.evaluate("fake.set('page', { ...fake.traits.page, code: 'calm-otter-11' })")
        else:
            reply(one, {"kind": "done", "words": "Opened."})
        expect(one.page.get_by_role("button", name="Copy as text")).to_have_count(0)
        assert "amber-heron-42" not in one.page.locator(".ws-copy").inner_html()


def test_why_a_code_was_not_taken_stands_beside_the_field(bar):
    one = bar()
    one.button("Not you?").click()
    one.page.keyboard.type("no code")
    one.button("Use this code").click()
    reply(one, {"kind": "trouble", "words": "This is not a code."})
    field = one.page.get_by_label("Code, such as")
    expect(field).to_have_accessible_description("This is not a code.")
    expect(one.page.locator(".ws-bar-notice")).to_be_hidden()
    expect(field).to_have_value("no code")


def test_an_exercise_that_asks_is_named_in_the_bar(bar):
    one = bar()
    status(one, "one-2", "open", state="unsaved", words="Not saved: first choose", asks=True)
    says(one, "The exercise “One” asks which answer to keep")


def test_a_copied_cell_that_is_saved_does_not_speak_for_the_one_that_is_not(bar):
    one = bar()
    status(one, "one-1", "open", state="trouble", words="This answer is too long.")
    status(one, "one-1", "open", view="tab-of-the-copy")
    says(one, "This answer is too long.")
    leave(one, "tab-one-1")
    says(one, "Saved")


def test_what_a_view_that_went_still_owed_is_not_called_saved_until_another_one_tells_of_it(bar):
    one = bar()
    status(one, "one-1", "open", state="trouble", words="This answer is too long.", owes=True)
    one.page.evaluate("document.addEventListener('whosays:ask', () => fake.sent.push({ kind: 'how do you stand' }))")
    leave(one, "tab-one-1")
    says(one, "Perhaps not saved: your answer to “One”. Run its cell again to see it.")
    assert len(one.sent("how do you stand")) == 1
    status(one, "one-1", "open", view="tab-of-the-new-cell")
    says(one, "Saved")


def test_what_another_kernel_shows_of_another_student_or_lesson_is_not_told_here(bar):
    one = bar()
    status(one, "one-1", "checked", view="theirs", code="calm-otter-11", state="unsaved")
    status(one, "one-1", "checked", view="another lesson", lesson="bridge", state="unsaved")
    says(one, "No answer yet")
    expect(one.page.locator(".ws-bar-count")).to_have_text("0 of 2 done")


def test_what_exercises_told_of_a_student_before_the_bar_knew_of_them_still_counts(bar):
    one = bar()
    one.page.evaluate("document.addEventListener('whosays:ask', () => fake.sent.push({ kind: 'how do you stand' }))")
    status(one, "one-1", "open", state="unsaved", code="calm-otter-11")
    one.page.evaluate("fake.set('page', { ...fake.traits.page, code: 'calm-otter-11' })")
    assert one.sent("how do you stand")


@pytest.mark.parametrize("kind", ["done", "trouble"])
def test_words_that_only_the_browser_has_under_a_code_are_told_when_its_work_is_added(bar, kind):
    one = bar()
    draft = '{"answer": {"text": "kept"}, "confidence": null, "at": "2026-01-01T00:00:00Z"}'
    one.page.evaluate("(draft) => localStorage.setItem('whosays/calm-otter-11/kupyansk/one/tab', draft)", draft)
    kept = one.page.get_by_text("This browser still keeps words of calm-otter-11 that may not be saved yet")
    for typed, times in (("Calm otter 11", 1), ("calm-otter-12", 0)):
        if one.page.get_by_label("Code, such as").is_hidden():
            one.button("Not you?").click()
        one.page.get_by_label("Code, such as").fill(typed)
        one.button("Add the work of this code to mine").click()
        reply(one, {"kind": kind, "words": "So it is."})
        expect(kept).to_have_count(times)


def test_of_a_longer_paste_into_the_field_for_a_code_nothing_is_cut_off(bar):
    one = bar()
    one.button("Not you?").click()
    one.page.keyboard.insert_text("My code is on the card that I got, and it is " + "calm-otter-11 " * 3)
    one.button("Use this code").click()
    assert len(one.sent("use-code")[0]["typed"]) > 60


def test_a_file_that_the_browser_did_not_save_can_be_copied(bar):
    one = bar()
    reply(one, {"kind": "export", "name": "whosays-amber-heron-42.json", "text": '{"format": "whosays-answers"}'})
    expect(one.page.locator(".ws-bar-notice")).to_contain_text("was asked to save whosays-amber-heron-42.json")
    one.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    one.button("Copy as text").click()
    field = one.page.get_by_label("The file as text")
    expect(field).to_be_focused()
    assert field.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)").startswith('{"format"')


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [820, 360])
def test_the_bar_fits_is_readable_and_big_enough_to_touch(bar, theme, width):
    one = bar(theme=theme, width=width, state=NOTICES)
    one.button(BUTTON).click()
    one.button("Not you?").click()
    reply(one, COUNTS)
    assert one.violations() == []
    assert one.too_small() == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sealed_exercise_is_done_and_a_text_without_its_rating_is_not(bar):
    one = bar()
    for phase, done in (("sealed", 1), ("open", 0), ("half", 0), ("checked", 1), ("passed", 1)):
        status(one, "one-1", phase)
        expect(one.page.locator(".ws-bar-count")).to_have_text(f"{done} of 2 done")
