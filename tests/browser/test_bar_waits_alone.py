"""The bar alone, while it waits: nothing is typed under the code before, and a file names what it may not hold."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WORK = {"name": "work.json", "mimeType": "application/json", "buffer": b"{}"}


@pytest.fixture
def bar(open_alone):
    def opened(**options):
        return open_alone("bar", {}, answers=False, exercises=[], notice="", largest=5_000_000, **options)

    return opened


def reply(bar, message):
    bar.page.evaluate("(message) => fake.tell('msg:custom', message)", message)


def open_work(bar):
    bar.page.locator(".ws-bar-file").set_input_files(WORK)
    bar.page.wait_for_function("fake.sent.some(({ kind }) => kind === 'import')")


HOLDS = """document.addEventListener('whosays:hold', ({ detail: { code, on } }) =>
  fake.sent.push({ kind: 'hold', code, on }))"""


def held(bar):
    return [(one["code"], one["on"]) for one in bar.sent("hold")]


@pytest.mark.parametrize("kind", ["done", "trouble"])
def test_while_another_student_may_begin_nothing_can_be_typed_under_the_code_before(bar, kind):
    one = bar()
    one.page.evaluate(HOLDS)
    one.button("Not you?").click()
    one.page.keyboard.type("calm-otter-11")
    one.button("Use this code").click()
    assert held(one) == [("amber-heron-42", True)]
    reply(one, {"kind": kind, "words": "This is told."})
    assert held(one)[1:] == [("amber-heron-42", False)]


def test_a_reply_to_something_else_unlocks_nothing_before_the_file_is_opened(bar):
    one = bar()
    one.page.evaluate(HOLDS)
    one.button("Save my work").click()
    open_work(one)
    reply(one, {"kind": "export", "name": "work.json", "text": "{}", "words": ""})
    assert held(one) == [("amber-heron-42", True)]
    reply(one, {"kind": "done", "words": "You now work as calm-otter-11."})
    assert held(one)[1:] == [("amber-heron-42", False)]


def test_without_a_reply_the_exercises_are_unlocked_after_a_minute(bar):
    one = bar(clock=True)
    one.page.evaluate(HOLDS)
    one.button("Not you?").click()
    one.button("Start with a new code").click()
    one.page.clock.run_for(50_000)
    assert len(held(one)) == 1
    one.page.clock.run_for(20_000)
    assert held(one)[1:] == [("amber-heron-42", False)]


def test_a_guest_of_a_class_goes_on_while_a_file_is_opened(bar):
    one = bar(guest=True)
    one.page.evaluate(HOLDS)
    open_work(one)
    assert held(one) == []


TYPES = """(text) => document.addEventListener("whosays:owed", ({ detail: { code, stands, owed } }) => {
  if (code !== fake.traits.page.code) return;
  const one = { lesson: "kupyansk", exercise: "one-1", answer: { text: window.typed ?? text }, confidence: null };
  stands.push({ ...one, title: "Mend it" });
  owed.push(one);
})"""


def test_what_an_exercise_still_owes_goes_along_and_what_is_typed_since_is_named_also_when_it_is_copied(bar):
    one = bar()
    one.page.evaluate(TYPES, "not saved")
    one.button("Save my work").click()
    (asked,) = one.sent("export")
    assert ([owed["answer"]["text"] for owed in asked["owed"]], asked["left"]) == (["not saved"], [])
    said = one.page.locator(".ws-bar-notice")
    reply(one, {"kind": "export", "name": "work.json", "text": "{}", "words": "It also holds two answers."})
    expect(said).to_contain_text("It also holds two answers.")
    one.page.evaluate("window.typed = 'not saved and more'")
    one.button("Copy as text").click()
    expect(said).to_contain_text("Perhaps not in this file: what was changed in “Mend it”")
    one.button("Save my work").click()
    reply(one, {"kind": "export", "name": "work.json", "text": "{}", "words": ""})
    expect(said).not_to_contain_text("Perhaps")
