"""What the frame does with an answer that this edition of an exercise cannot show."""

import pytest
from keeping import keep
from playwright.sync_api import expect

from exercises.answers.work import Draft

pytestmark = pytest.mark.browser

BODY = {"bins": [{"id": "a", "title": "A"}], "ordered": False, "cards": [{"id": "one", "text": "One."}]}
STRANGE = {"placed": None}  # the view cannot look into a table that is none


def stands_there(one, answer):
    """Let an answer stand there, whatever it holds."""
    lesson, name = one.exchange.lesson.id, one.exchange.item.id
    keep(one.exchange.store, Draft(lesson, name, "another edition", answer, None, "open", "2026-01-01T10:00:00+00:00"))
    one.reload()


def test_it_stays_stored_until_one_begins_anew(open_alone):
    one = open_alone("sort", BODY, state={"answer": STRANGE})
    assert "this page cannot show all of it. It is kept." in one.page.locator(".ws-note").inner_text()
    assert not one.button("Check").is_visible()
    assert one.page.locator("select").first.is_disabled()
    assert one.sent("draft") == []
    one.button("Try again").click()
    one.page.get_by_label("One.").select_option(label="A")
    assert one.answer() == {"placed": {"one": "a"}}
    assert (one.sent()[0]["kind"], one.sent()[0]["answer"]) == ("again", {"placed": {}})


def test_it_lies_under_earlier_versions_once_one_begins_anew(open_kernel):
    one = open_kernel("bet")
    stands_there(one, {"chosen": 7})
    assert "this one then goes to Earlier versions" in one.page.locator(".ws-note").inner_text()
    one.button("Try again").click()
    expect(one.page.locator(".ws-earlier")).to_contain_text("Earlier versions (1)")
    one.page.get_by_label("It will open in May").check()
    one.page.wait_for_function("fake.sent.at(-1).kind === 'draft'")
    assert one.saved()["answer"] == {"chosen": ["opens"]}
    one.reload()
    assert one.page.get_by_label("It will open in May").is_checked()
    expect(one.page.locator(".ws-earlier")).to_contain_text("Earlier versions (1)")


def test_an_earlier_version_that_cannot_be_shown_leaves_the_answer_that_stands(open_alone):
    old = {"id": "a1", "answer": STRANGE, "confidence": None, "lines": [], "at": "2026-01-01", "why": "file"}
    one = open_alone("sort", BODY, state={"answer": {"placed": {"one": "a"}}, "saved_at": "2026", "aside": [old]})
    one.page.locator(".ws-earlier summary").click()
    one.button("Use this one").click()
    assert "this version of the course cannot show it" in one.page.locator(".ws-note").inner_text()
    assert one.page.get_by_label("One.").input_value() == "a"
    assert one.page.get_by_label("One.").is_enabled()
    assert (one.button("Check").is_visible(), one.sent()) == (True, [])
