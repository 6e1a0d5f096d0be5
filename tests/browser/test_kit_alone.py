"""What the frame does for every exercise: saving, checking, hints, and saying how it stands."""

import pytest

from choose_hand import after, check, choose, opened

pytestmark = pytest.mark.browser

# Saving


def without_storage(one):
    one.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")


def test_saved_is_said_only_after_the_acknowledgement(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    assert one.status() == "No answer yet"
    choose(one)
    after(one, 500)
    assert one.status() == "Not saved yet, kept by this browser"
    one.reply("saved")
    assert one.status() == "Saved"


def test_a_message_is_sent_again_with_the_same_number_until_it_is_acknowledged(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    after(one, 5000)
    numbers = [message["seq"] for message in one.sent("draft")]
    assert len(numbers) == 3
    assert len(set(numbers)) == 1
    one.reply("saved")
    after(one, 5000)
    assert len(one.sent("draft")) == 3


def test_a_page_that_missed_another_answer_shows_it_with_the_reply_to_its_next_question(open_alone):
    one = opened(open_alone, clock=True)
    after(one, 6000)
    asked = one.sent("ping")[-1]
    missed = """(asked) => { const { page, state } = fake.traits, { code, tab, seq } = asked;
      const now = { ...state, answer: { chosen: ["b"] }, version: "another", saved_at: "2026-01-01T10:00:00+00:00" };
      fake.tell("msg:custom", { kind: "pong", tab, seq, page, state: now }); }"""
    one.page.evaluate(missed, asked)
    assert (asked["code"], asked["base"]) == ("amber-heron-42", None)
    assert one.page.get_by_label("Reporter").is_checked()
    assert one.status() == "Saved"


@pytest.mark.parametrize("hours", [-2, 2])
def test_a_clock_that_is_set_holds_no_answer_back_and_breaks_no_connection(open_alone, hours):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    after(one, 500)
    one.set_clock(hours)
    after(one, 2500)
    assert len(one.sent("draft")) == 2
    assert one.status() == "Not saved yet, kept by this browser"
    one.reply("saved")
    after(one, 5500)
    assert one.sent("ping")


def test_a_newer_draft_goes_out_when_the_one_before_it_is_acknowledged(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one, "Military")
    after(one, 1000)
    choose(one, "Reporter")
    after(one, 6000)
    assert {message["answer"]["chosen"][0] for message in one.sent("draft")} == {"a"}
    one.reply("saved", version="v1")
    last = one.sent("draft")[-1]
    assert (last["answer"], last["seq"], last["base"]) == ({"chosen": ["b"]}, 2, "v1")


def test_quick_changes_are_sent_as_one_draft(open_alone):
    one = opened(open_alone, clock=True)
    # However slow this machine is, the three changes are made in one moment.
    one.page.clock.pause_at(one.page.evaluate("Date.now()") + 1000)
    choose(one, "Military")
    choose(one, "Reporter")
    one.be_sure("Guessing")
    after(one, 500)
    [draft] = one.sent()
    assert (draft["kind"], draft["answer"], draft["confidence"]) == ("draft", {"chosen": ["b"]}, 1)
    assert 8 <= len(draft["tab"]) <= 40


def test_replies_to_another_tab_change_nothing(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    after(one, 500)
    one.reply("saved", tab="another-tab")
    assert one.status() == "Not saved yet, kept by this browser"


def test_a_full_disk_is_said_and_the_answer_goes_out_again(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    after(one, 500)
    one.reply("trouble", words="The disk is full.")
    assert one.status() == "The disk is full."
    assert one.spoken() == "The disk is full."
    before = len(one.sent("draft"))
    after(one, 2500)
    assert len(one.sent("draft")) == before + 1
    one.reply("saved")
    assert one.status() == "Saved"


def test_a_refused_answer_is_said_and_never_called_saved(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    after(one, 500)
    one.reply("refused", words="This answer is too long.")
    assert one.status() == "This answer is too long."
    after(one, 5000)
    assert len(one.sent("draft")) == 1
    assert one.status() == "This answer is too long."


def test_a_silent_kernel_is_said_in_words_and_its_return_too(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    after(one, 20_000)
    assert one.sent("ping") != []
    assert one.status().startswith("No connection to the notebook: what you change now is not saved.")
    assert one.spoken() == ""  # the bar says it, once for all exercises
    choose(one)
    after(one, 500)
    assert one.status().startswith("Not saved: no connection to the notebook. This browser keeps your answer")
    assert one.spoken() == one.status()
    one.reply("saved")
    assert one.status() == "Saved"


def test_without_storage_a_silent_kernel_is_no_reason_to_run_the_cells(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    without_storage(one)
    choose(one)
    after(one, 20_000)
    assert "this browser keeps no copy. Copy your answer to a safe place before you reload" in one.status()
    assert "Run All Cells" not in one.status()


def test_a_kernel_that_answers_pings_counts_as_connected(open_alone):
    one = opened(open_alone, clock=True)
    after(one, 60_000)
    assert 10 <= len(one.sent("ping")) <= 13
    assert one.status() == "No answer yet"


def test_the_bar_hears_every_change_and_may_ask(open_alone):
    one = opened(open_alone, clock=True)
    choose(one)
    after(one, 500)
    heard = one.page.evaluate("fake.statuses")
    assert [status["state"] for status in heard] == ["saved", "unsaved", "saved"]
    assert len({status.pop("view") for status in heard}) == 1
    assert heard[-1] == {
        "exercise": "one",
        "lesson": "kupyansk",
        "notebook": "02_who_says_so",
        "code": "amber-heron-42",
        "title": "Who says it?",
        "phase": "open",
        "begun": True,
        "asks": False,
        "owes": False,
        "state": "saved",
        "words": "Saved",
    }
    one.page.evaluate("document.dispatchEvent(new CustomEvent('whosays:ask'))")
    assert one.page.evaluate("fake.statuses.length") == len(heard) + 1
    said = "new Promise((told) => document.addEventListener('whosays:goodbye', told, { once: true }))"
    view = one.page.evaluate(
        f"() => {{ const gone = {said}; leave(); return gone.then(({{ detail }}) => detail.view); }}"
    )
    assert view == one.page.evaluate("fake.statuses.at(-1).view")


def test_a_browser_without_storage_says_to_stay_on_the_page(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    without_storage(one)
    choose(one)
    assert one.status() == "Not saved yet: stay on this page"
    after(one, 500)
    one.reply("saved")
    assert one.status().startswith("Saved. This browser keeps no copy: after a change, stay here")


def test_leaving_sends_what_is_still_unsent(open_alone):
    one = opened(open_alone, clock=True)
    choose(one)
    one.page.evaluate("leave()")
    assert one.sent("draft")[0]["answer"] == {"chosen": ["a"]}


# Check, Try again, Show me, Skip


def test_check_asks_how_sure_one_is(open_alone):
    one = opened(open_alone)
    choose(one)
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "First say how sure you are."
    assert one.page.get_by_label("Guessing").evaluate("(radio) => radio === document.activeElement")
    assert one.sent("check") == []


def test_an_exercise_without_confidence_does_not_ask(open_alone):
    one = opened(open_alone, confidence=False)
    choose(one)
    assert one.page.get_by_text("How sure are you?").is_hidden()
    one.button("Check").click()
    assert one.sent("check")[0]["confidence"] is None


def test_the_result_gets_the_focus_and_its_summary_is_read_out(open_alone):
    one = opened(open_alone)
    check(one)
    assert one.focused() == "Result"
    assert one.spoken() == "One of two is right."
    remarks = one.page.get_by_role("region", name="Result").get_by_role("listitem").all_inner_texts()
    assert "Right" in remarks[0]
    assert "The words name the speaker." in remarks[0]
    assert "Missed" in remarks[1]
    assert "Said: yes." in remarks[1]


def test_the_answer_is_locked_while_it_is_checked_and_sent_only_once(open_alone):
    one = opened(open_alone, answers="drafts", clock=True)
    check(one)
    one.button("Check").click(force=True)
    one.button("Check").click(force=True)
    assert len(one.sent("check")) == 1
    assert one.page.get_by_label("Reporter").is_disabled()


def test_a_refused_check_opens_the_exercise_again(open_alone):
    one = opened(open_alone, answers="drafts")
    check(one)
    one.reply("refused", words="Choose one option.")
    assert one.page.get_by_label("Reporter").is_enabled()
    assert one.page.locator(".ws-note").inner_text() == "Choose one option."


def test_the_answer_of_a_refused_check_is_saved_by_itself_and_the_reason_stays_in_view(open_alone):
    one = opened(open_alone, answers="drafts")
    check(one)
    one.reply("refused", words="Something in this exercise went wrong.")
    one.page.wait_for_function("fake.sent.at(-1).kind === 'draft'")
    assert one.sent()[-1]["answer"] == one.sent("check")[0]["answer"]
    one.reply("saved")
    assert one.status() == "Saved"
    assert one.page.locator(".ws-note").inner_text() == "Something in this exercise went wrong."


def test_try_again_opens_the_answer_and_takes_the_result_away(open_alone):
    one = opened(open_alone)
    check(one)
    one.button("Try again").click()
    assert one.page.get_by_role("heading", name="Result").count() == 0
    assert one.page.get_by_label("Military").is_enabled()
    assert one.page.get_by_label("Military").evaluate("(radio) => radio === document.activeElement")
    assert one.sent()[-1]["kind"] == "again"


def test_show_me_comes_only_after_an_attempt(open_alone):
    one = opened(open_alone, key={"chosen": ["b"]})
    assert one.button("Show me").is_hidden()
    check(one)
    one.button("Show me").click()
    assert one.focused() == "Our reasons"
    assert one.page.locator(".ws-choose-ours").count() == 1


def test_pass_needs_no_answer_and_can_be_taken_back(open_alone):
    one = opened(open_alone)
    one.button("Skip").click()
    assert one.focused() == "Skipped"
    assert one.sent()[-1]["kind"] == "pass"
    one.button("Try again").click()
    assert one.button("Check").is_visible()


def test_a_checked_exercise_is_as_it_was_after_a_reload(open_alone):
    result = {"points": 1, "out_of": 1, "summary": "Right.", "right": True, "remarks": []}
    state = {"answer": {"chosen": ["a"]}, "confidence": 4, "phase": "checked", "result": result, "saved_at": "2026"}
    one = opened(open_alone, state=state | {"attempts": 1})
    assert one.page.get_by_text("Points: 1 of 1").is_visible()
    assert one.page.get_by_label("Very sure", exact=True).is_checked()
    assert one.page.evaluate("document.activeElement === document.body")


def test_an_answer_to_an_older_edition_says_so(open_alone):
    one = opened(open_alone, state={"answer": {"chosen": ["a"]}, "older": True, "saved_at": "2026"})
    assert one.page.get_by_text("This exercise has changed since you answered.").is_visible()


def test_where_an_answer_to_an_older_edition_is_open_nothing_is_said_of_a_button_that_is_not_there(open_alone):
    state = {"answer": {"chosen": ["a"]}, "older": True, "saved_at": "2026"}
    one = opened(open_alone, state=state)
    assert one.page.get_by_text("Look at your answer again before you go on.").is_visible()
    assert not one.button("Try again").is_visible()
    assert not one.page.get_by_text("choose Try again").is_visible()
    one.page.evaluate("fake.set('state', {...fake.get('state'), phase: 'checked', attempts: 1})")
    assert one.page.get_by_text("To answer the new exercise, choose Try again.").is_visible()
    assert one.button("Try again").is_visible()


# Hints, undo, keys


def test_hints_come_one_by_one_and_are_read_out(open_alone):
    one = opened(open_alone, hints=["Look at the verb.", "Who could be wrong?"])
    one.button("Hint").click()
    assert one.spoken() == "Look at the verb."
    assert one.page.get_by_text("Who could be wrong?").count() == 0
    one.button("Next hint (1 of 2 shown)").click()
    assert one.spoken() == "Who could be wrong?"
    assert one.button("All hints shown").is_visible()


def test_undo_goes_back_step_by_step(open_alone):
    one = opened(open_alone)
    choose(one, "Military")
    choose(one, "Reporter")
    one.page.keyboard.press("Control+z")
    assert one.page.get_by_label("Military").is_checked()
    one.button("Undo").click()
    assert one.answer() == {"chosen": []}
    one.page.keyboard.press("Control+z")
    assert one.spoken() == "Nothing to undo."


def test_saving_by_keyboard_says_that_work_saves_itself(open_alone):
    one = opened(open_alone)
    one.page.get_by_label("Military").focus()
    one.page.evaluate("window.addEventListener('keydown', (event) => { window.heard = event.key; })")
    one.page.keyboard.press("Control+s")
    assert (
        one.page.locator(".ws-note").inner_text()
        == "You need not press Save: the line below the buttons says whether your answer is saved."
    )
    assert one.page.evaluate("window.heard") == "Control"  # the s itself goes no further than the exercise


def test_every_focusable_element_keeps_the_notebooks_shortcuts_away(open_alone):
    one = opened(open_alone, hints=["Look."], key={"chosen": ["b"]})
    check(one)
    loose = """() => [...document.querySelectorAll('#here *')].filter((one) => one.matches('button, input, [tabindex]'))
                     .filter((one) => one.dataset.lmSuppressShortcuts !== 'true').map((one) => one.outerHTML)"""
    assert one.page.evaluate(loose) == []


def test_a_label_says_that_words_were_written_for_this_course(open_alone):
    one = opened(open_alone, label="Written for this course")
    assert one.page.get_by_text("Written for this course").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_notices_and_hints(open_alone, theme):
    one = opened(open_alone, theme=theme, answers=False, hints=["Look."], state={"older": True})
    choose(one)
    one.open()
    one.button("Hint").click()
    one.button("Check").click()
    assert one.button("Show it and use it").is_visible()
    assert one.violations() == []
    assert one.too_small() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_saving_failed(open_alone, theme):
    one = opened(open_alone, theme=theme, answers=False)
    choose(one)
    one.page.wait_for_function("fake.sent.length")
    one.reply("trouble", words="The disk is full.")
    assert one.violations() == []


def test_nothing_sticks_out_on_a_phone(open_alone):
    one = opened(open_alone, width=360, hints=["Look."])
    check(one)
    assert one.page.evaluate("document.documentElement.scrollWidth") == 360
