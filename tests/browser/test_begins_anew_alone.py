"""A student begins anew on an own article while the line is cut: what was there is kept until it lies aside."""

from __future__ import annotations

import re

import pytest
from every_lesson import items_of, named
from playwright.sync_api import expect
from talk import Talk

from exercises.answers.store import Store
from exercises.kinds.items import taken_up
from kernel_alone import KernelAlone

pytestmark = pytest.mark.browser
LESSON = named("your_article")
SENTENCES = ["The mayor said that the bridge may close.", "Ann told the paper that she had seen the plan."]
OTHER = ["A union named in the plan said nothing.", "Nobody asked it."]


@pytest.fixture
def open_own(browser, tmp_path):
    """Open exercises on one's own article over one store; all are closed after the test."""
    store, opened = Store(tmp_path / "store"), []

    def talk(name) -> Talk:
        items = items_of(LESSON)
        return Talk(LESSON, items[name], store, earlier=items.get(taken_up(items[name])))

    def open_one(name) -> KernelAlone:
        opened.append(KernelAlone(browser, talk(name)))
        return opened[-1]

    open_one.talk = talk
    yield open_one
    for one in opened:
        one.close()


def brings(opened, sentences=SENTENCES):
    """Bring a text in another view of the same kernel."""
    many, talk = len(sentences), opened.talk("bring-text")
    answer = {"title": "Bridge", "sentences": sentences, "total": many, "first": 1, "last": many, "language": "en"}
    message = {"kind": "draft", "tab": sentences[0][:20], "seq": 1, "code": talk.store.code}
    assert talk.receive(message | {"answer": answer})["kind"] == "saved"


def comes(one):
    """Let the page know what stands in the exercise before it now, as the visit does."""
    one.page.evaluate("(state) => fake.set('state', state)", one.exchange.state())


def kept(one):
    """Give all that the browser keeps, as text."""
    return one.page.evaluate("Object.values(localStorage).join()")


def stays(one, act, words, sign):
    """Do what begins anew while the line is cut: the words are in the browser, and on the page that is opened next."""
    act()
    assert sign in kept(one)
    one.page.goto("about:blank")
    one.cut = False
    one.reload()
    # What was begun anew is offered, too, and before it.
    for _ in range(one.page.evaluate("localStorage.length")):
        one.button("Keep it under Earlier versions").click()
    expect(one.page.get_by_role("group", name="Answer kept by the browser")).to_have_count(0)
    expect(one.page.locator(".ws-earlier")).to_contain_text(words)
    assert kept(one) == ""


def test_a_log_that_gives_way_to_another_claim(open_own):
    brings(open_own)
    one = open_own("check-a-claim")
    one.page.get_by_role("radio").first.check()
    one.saved()
    one.cut = True
    one.button("Add a source").click()
    one.page.get_by_label("Who is behind it?").fill("Office of the river")
    stays(one, one.button("Check another claim").click, "Office of the river", "Office of the river")


def test_own_words_that_give_way_to_another_sentence(open_own):
    brings(open_own)
    one = open_own("check-a-claim")
    one.page.get_by_role("radio").first.check()
    one.saved()
    one.cut = True
    one.page.get_by_label("The claim in your own words").fill("It may close.")
    stays(one, one.page.get_by_role("radio").nth(1).check, "It may close.", "It may close.")


def test_a_text_that_gives_way_to_our_example(open_own):
    brings(open_own)
    one = open_own("bring-text")
    one.cut = True
    one.page.get_by_label("Title").fill("A bridge of mine")
    one.page.keyboard.press("Tab")
    stays(one, one.button("Take our example").click, "A bridge of mine", "A bridge of mine")


def test_marks_that_give_way_to_another_part(open_own):
    brings(open_own)
    one = open_own("who-says-what")
    marks(one, "mayor", "Source")
    one.saved()
    brings(open_own, OTHER)
    comes(one)
    one.cut = True
    marks(one, "said", "Cue")
    stays(one, one.button("Mark the new part").click, "Cue: “said”", '"label":"cue"')


def test_cards_that_give_way_to_what_is_marked_now(open_own):
    brings(open_own)
    marking = open_own("who-says-what")
    marks(marking, "mayor", "Source")
    marking.saved()
    one = open_own("how-named")
    one.page.get_by_role("combobox").first.select_option("named")
    one.saved()
    marks(marking, "Ann", "Source")
    marking.saved()
    comes(one)
    one.cut = True
    one.page.get_by_role("combobox").first.select_option("described")
    stays(one, one.button("Sort what is marked now").click, "Described", '"described"')


def marks(one, word, label):
    """Mark a word."""
    one.page.get_by_role("option", name=word, exact=True).first.click()
    one.page.get_by_role("button", name=re.compile(label)).first.click()
