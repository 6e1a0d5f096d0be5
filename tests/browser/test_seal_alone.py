"""What a student meets where an answer is sealed, and where it is opened; the exchange answers as in a notebook."""

import re

import pytest
from keeping import attempts_in
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TIME = re.compile(r"^Sealed at \d\d:\d\d\. It opens later in this notebook\.$")


def fill(one, option="It will open in May"):
    one.page.get_by_label(option).check()
    one.be_sure("Very sure")


def seal(one, option="It will open in May"):
    fill(one, option)
    one.button("Seal my answer").click()
    one.page.locator("[data-phase=sealed]").wait_for()


def open_it(one):
    one.button("Open my answer").click()
    one.page.locator("[data-phase=checked]").wait_for()


def buttons(one):
    return one.page.locator(".ws-buttons button:visible").all_inner_texts()


def test_an_answer_is_sealed_instead_of_checked_and_that_is_said_beforehand(open_kernel):
    one = open_kernel("bet")
    assert buttons(one) == ["Seal my answer", "Hint", "Undo", "Skip"]
    described = one.button("Seal my answer").evaluate(
        "e => document.getElementById(e.getAttribute('aria-describedby')).textContent"
    )
    assert described.startswith("Sealing locks your answer and how sure you are")
    one.button("Seal my answer").click()
    assert one.page.locator(".ws-note").inner_text() == "Choose an answer first."
    one.page.get_by_label("It will open in May").check()
    one.button("Seal my answer").click()
    assert one.page.locator(".ws-note").inner_text() == "First say how sure you are."
    assert one.sent("seal") == []


def test_a_sealed_answer_is_locked_shows_its_time_and_gives_nothing_away(open_kernel):
    one = open_kernel("bet")
    seal(one)
    assert one.focused() == "Sealed"
    assert TIME.match(one.spoken())
    assert TIME.match(one.page.locator(".ws-result .ws-summary").inner_text())
    assert one.page.get_by_label("It will open in May").is_checked()
    assert one.page.get_by_label("It will open in May").is_disabled()
    assert one.page.get_by_label("Very sure", exact=True).is_disabled()
    assert buttons(one) == []
    assert one.page.locator(".ws-remark").count() == 0
    assert "CANARY" not in one.secrets()


def test_neither_a_reload_nor_undo_nor_a_kept_draft_opens_or_changes_it(open_kernel):
    one = open_kernel("bet")
    seal(one)
    one.page.evaluate(
        """() => localStorage.setItem(`whosays/${fake.get('page').code}/bridge/bet`,
             JSON.stringify({ answer: { chosen: ['stays'] }, confidence: 1, at: '2026-01-01T10:00:00Z' }))"""
    )
    one.reload()
    assert one.page.locator("[data-phase=sealed]").count() == 1
    assert one.button("Show it and use it").count() == 0
    assert one.page.get_by_text("You cannot use it: this exercise is sealed").is_visible()
    one.page.get_by_role("heading", name="Sealed").focus()
    one.page.keyboard.press("Control+z")
    assert one.exchange.state()["answer"] == {"chosen": ["opens"]}
    assert "CANARY" not in one.secrets()


def test_a_seal_whose_reply_was_lost_is_set_once(open_kernel):
    one = open_kernel("bet", clock=True)
    fill(one)
    one.page.clock.run_for(1000)
    one.deaf = True
    one.button("Seal my answer").click()
    one.page.clock.run_for(500)
    assert one.page.get_by_label("It will open in May").is_disabled()
    one.deaf = False
    one.page.clock.run_for(3000)
    one.page.locator("[data-phase=sealed]").wait_for()
    assert [attempt.what for attempt in attempts_in(one.exchange.store, "bridge")] == ["seal"]


def test_where_it_is_opened_nothing_is_to_be_seen_before_something_is_sealed(open_kernel):
    one = open_kernel("bet", opening=True)
    assert one.page.get_by_text("Nothing is sealed here yet.").is_visible()
    assert one.page.get_by_label("It will open in May").is_hidden()
    assert buttons(one) == []
    assert "CANARY" not in one.secrets()


def test_the_place_where_it_is_opened_hears_of_the_seal(open_kernel, kernel):
    one = open_kernel("bet", opening=True)
    one.elsewhere(kernel.exchange("bet"), "seal", 1, answer={"chosen": ["stays"]}, confidence=2)
    assert one.page.get_by_text("Your answer was sealed at").is_visible()
    assert buttons(one) == ["Open my answer"]
    assert "CANARY" not in one.secrets()


def test_opening_shows_answer_confidence_time_and_the_result_with_its_reasons(open_kernel):
    seal(open_kernel("bet"), "It will stay closed")
    one = open_kernel("bet", opening=True)
    one.button("Open my answer").press("Enter")
    expect(one.page.get_by_role("heading", name="Result")).to_be_focused()
    assert one.page.get_by_label("It will stay closed").is_checked()
    assert re.search(
        r"You sealed this at \d\d:\d\d \(very sure\)\. After that, this course did not let you change it\.",
        one.page.locator(".ws-since").first.inner_text(),
    )
    remarks = one.page.locator(".ws-remark").all_inner_texts()
    assert len(remarks) == 2
    assert all("CANARY" in remark for remark in remarks)
    said = one.page.locator(".ws-result").inner_text()
    assert "earns no points" in said
    assert "Points:" not in said


def test_after_opening_it_cannot_be_sealed_anew_and_the_way_back_is_said(open_kernel):
    seal(open_kernel("bet"))
    for opening in (True, False):
        one = open_kernel("bet", opening=opening)
        if opening:
            open_it(one)
        assert buttons(one) == ["Show me"]
        assert "choose “Not you?” in the bar" in one.page.locator(".ws-since").last.inner_text()
    one.button("Show me").click()
    expect(one.page.locator(".ws-choose-ours")).to_contain_text("Our answer")
    assert buttons(one) == []


def test_what_is_opened_below_shows_above_too(open_kernel, kernel):
    one = open_kernel("bet")
    seal(one)
    one.elsewhere(kernel.exchange("bet", opening=True), "open", 1)
    assert one.page.get_by_role("heading", name="Result").is_visible()
    assert one.page.locator(".ws-remark").count() == 2


def test_passing_stays_possible_and_can_be_taken_back_until_our_answer_was_seen(open_kernel):
    one = open_kernel("bet")
    one.button("Skip").click()
    one.page.locator("[data-phase=passed]").wait_for()
    assert buttons(one) == ["Try again"]
    one.button("Try again").click()
    assert "Seal my answer" in buttons(one)
    one.button("Skip").click()
    one.page.locator("[data-phase=passed]").wait_for()
    below = open_kernel("bet", opening=True)
    assert buttons(below) == ["Show me"]
    assert "CANARY" not in below.secrets()
    below.button("Show me").click()
    expect(below.page.locator(".ws-choose-ours")).to_contain_text("Our answer")
    assert below.exchange.state()["phase"] == "shown"


def test_a_seal_of_another_day_names_the_day(open_kernel, kernel):
    seal(open_kernel("bet"))
    one = open_kernel("bet", opening=True)
    one.page.evaluate("fake.set('state', {...fake.get('state'), sealed_at: '2025-11-20T10:12:00+00:00'})")
    assert re.search(
        r"sealed at \d\d:\d\d on (19|20|21) November 2025\.", one.page.locator(".ws-seal-line").inner_text()
    )


def test_a_seal_on_an_older_edition_says_so_and_offers_try_again_above(open_kernel):
    one = open_kernel("bet")
    seal(one)
    one.page.evaluate("fake.set('state', {...fake.get('state'), older: true})")
    assert buttons(one) == ["Try again"]
    below = open_kernel("bet", opening=True)
    below.page.evaluate("fake.set('state', {...fake.get('state'), older: true})")
    assert "another version" in below.page.locator(".ws-seal-line").inner_text()
    assert buttons(below) == []


def test_the_bar_hears_from_the_exercise_and_from_the_place_below_each_under_its_own_name(open_kernel):
    one = open_kernel("bet")
    seal(one)
    assert one.page.evaluate("fake.statuses.at(-1).phase") == "sealed"
    below = open_kernel("bet", opening=True)
    open_it(below)
    assert below.page.evaluate("fake.statuses.at(-1).phase") == "checked"
    assert below.page.evaluate("fake.statuses.at(-1).view") != one.page.evaluate("fake.statuses.at(-1).view")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_from_the_open_exercise_to_the_opened_answer(open_kernel, theme):
    one = open_kernel("bet", theme=theme)
    assert one.violations() == []
    seal(one)
    assert one.violations() == []
    below = open_kernel("bet", opening=True, theme=theme)
    assert below.violations() == []
    assert below.too_small() == []
    open_it(below)
    assert below.violations() == []


@pytest.mark.parametrize("opening", [False, True])
def test_nothing_sticks_out_on_a_phone(open_kernel, opening):
    seal(open_kernel("bet", width=360, touch=True))
    one = open_kernel("bet", opening=opening, width=360, touch=True)
    if opening:
        one.button("Open my answer").tap()
        one.page.locator("[data-phase=checked]").wait_for()
    assert one.page.evaluate("document.documentElement.scrollWidth") == 360
