"""An answer that the browser kept and the kernel never got is offered when the exercise opens again."""

import pytest

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
