"""An answer that the browser kept and the kernel never got is offered when the exercise opens again."""

import json

import pytest
from playwright.sync_api import expect

from choose_hand import DRAFT, after, choose, kept, opened

pytestmark = pytest.mark.browser


def test_an_unsaved_answer_is_offered_on_opening_and_used(open_alone):
    one = opened(open_alone, answers=False)
    choose(one, "Reporter")
    one.open()
    assert one.page.get_by_text("This browser still holds another answer of yours").is_visible()
    assert not one.page.get_by_label("Reporter").is_checked()
    one.page.evaluate("fake.answers = true")
    one.button("Show it and use it").click()
    assert one.page.get_by_label("Reporter").is_checked()
    assert one.answer() == {"chosen": ["b"]}
    assert kept(one) is None


def test_what_the_browser_held_is_shown_in_words_with_what_becomes_of_the_other_one(open_alone):
    one = opened(open_alone, answers=False)
    choose(one, "Reporter")
    one.open()
    one.page.evaluate("fake.reply(fake.sent.find((message) => message.kind === 'tell'))")
    box = one.page.get_by_role("group", name="Answer kept by the browser")
    expect(box.locator(".ws-choice-side")).to_have_text(['The one that this browser holds{"chosen":["b"]}'])
    expect(box).to_contain_text("The one that does not stay goes to Earlier versions")
    assert one.violations() == []


def test_an_unsaved_answer_may_be_put_aside_and_stays_in_the_browser_until_the_kernel_has_it(open_alone):
    one = opened(open_alone, answers=False)
    choose(one)
    one.open()
    one.button("Keep it under Earlier versions").click()
    assert one.button("Show it and use it").count() == 0
    [message] = one.sent()
    assert (message["kind"], message["answer"]) == ("aside", {"chosen": ["a"]})
    assert kept(one) is not None
    one.reply("saved")
    assert kept(one) is None


def test_a_draft_that_equals_the_stored_answer_is_no_question_but_goes_out_again(open_alone):
    state = {"answer": {"chosen": ["a"]}, "confidence": None, "saved_at": "2026-01-01"}
    one = opened(open_alone, state=state, clock=True)
    one.page.evaluate(
        f"localStorage.setItem('{DRAFT}', JSON.stringify({{answer: {{chosen: ['a']}}, confidence: null}}))"
    )
    one.open()
    assert one.button("Show it and use it").count() == 0
    after(one, 1_000)
    assert [(message["kind"], message["answer"]) for message in one.sent("draft")] == [("draft", {"chosen": ["a"]})]
    assert kept(one) is None


def test_a_damaged_draft_does_no_harm(open_alone):
    one = opened(open_alone)
    one.page.evaluate(f"localStorage.setItem('{DRAFT}', '{{broken')")
    one.open()
    assert one.button("Check").is_visible()


def test_a_draft_for_a_checked_exercise_takes_its_place_in_one_message(open_alone):
    state = {"answer": {"chosen": ["a"]}, "phase": "checked", "attempts": 1, "saved_at": "2026"}
    one = opened(open_alone, state=state)
    one.page.evaluate(f"localStorage.setItem('{DRAFT}', JSON.stringify({{answer: {{chosen: ['b']}}, confidence: 2}}))")
    one.open()
    one.button("Show it and use it").click()
    assert one.answer() == {"chosen": ["b"]}
    assert [message["kind"] for message in one.sent()] == ["mine"]
    assert one.button("Check").is_visible()


ASKED = "This browser still holds another answer of yours"
SAVED = "{ ...fake.traits.state, answer: { chosen: ['b'] }, version: 'v2', saved_at: '2026-01-01T10:00:00+00:00' }"


def keep(one, **answer):
    """Leave an answer in the browser, as another view does."""
    content = json.dumps({"answer": answer, "confidence": None, "at": "2026-01-01T10:00:00+00:00"})
    one.page.evaluate("([name, content]) => localStorage.setItem(name, content)", [f"{DRAFT}/other", content])


def test_a_cell_that_runs_again_asks_no_more_about_words_that_arrive_and_stand_there_then(open_alone):
    one = opened(open_alone)
    keep(one, chosen=["b"])
    one.open()
    expect(one.page.get_by_text(ASKED)).to_be_visible()
    one.page.evaluate(f"fake.set('state', {SAVED})")
    expect(one.page.get_by_text(ASKED)).to_have_count(0)
    expect(one.page.locator(".ws-status")).to_have_text("Saved")
    assert one.page.get_by_label("Reporter").is_checked()
    assert kept(one) is None


def test_what_was_chosen_in_another_window_is_asked_about_here_no_more(open_alone):
    one = opened(open_alone)
    keep(one, chosen=["b"])
    one.open()
    one.button("Show it and use it").focus()
    one.page.evaluate("localStorage.clear()")
    expect(one.page.get_by_text(ASKED)).to_have_count(0)
    assert one.page.evaluate("document.activeElement.matches('.ws-exercise')")


@pytest.mark.parametrize(("owes", "times"), [(True, 1), (False, 0)])
def test_what_another_view_could_not_save_before_it_went_is_asked_about_here(open_alone, owes, times):
    one = opened(open_alone)
    keep(one, chosen=["b"])
    about = {"exercise": "one", "lesson": "kupyansk", "code": "amber-heron-42", "view": "other", "owes": owes}
    script = "(detail) => document.dispatchEvent(new CustomEvent('whosays:goodbye', { detail }))"
    one.page.evaluate(script, about)
    expect(one.page.get_by_text(ASKED)).to_have_count(times)
    assert one.page.evaluate("fake.statuses.at(-1).asks") is owes


def test_a_view_that_goes_before_its_answer_was_saved_says_so(open_alone):
    one = opened(open_alone, answers=False)
    said = "new Promise((told) => document.addEventListener('whosays:goodbye', told, { once: true }))"
    script = f"() => {{ const gone = {said}; leave(); return gone.then(({{ detail }}) => detail.owes); }}"
    choose(one)
    assert one.page.evaluate(script) is True
