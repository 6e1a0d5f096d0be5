"""An own article, with the real exchange behind it: what is typed is kept, also where it gives way to something."""

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


def origin(one):
    """Give the field for where the text comes from."""
    return one.page.get_by_label("Where does it come from?")


def test_what_is_typed_into_a_line_is_saved_before_it_is_left_and_is_one_step_to_undo(open_own):
    brings(open_own)
    one = open_own("bring-text")
    origin(one).press_sequentially("Lenz Post")
    assert one.saved()["answer"]["origin"] == "Lenz Post"
    one.button("Undo").click()
    expect(origin(one)).to_have_value("")


def test_what_another_window_saves_writes_over_no_line_that_is_typed_in(open_own):
    brings(open_own)
    one = open_own("bring-text")
    one.cut = True
    origin(one).press_sequentially("Lenz Post")
    brings(open_own, OTHER)
    comes(one)
    expect(origin(one)).to_have_value("Lenz Post")
    one.cut = False
    expect(one.page.get_by_role("group", name="Two answers")).to_contain_text("From: Lenz Post")


def test_a_reason_as_long_as_it_may_be_loses_nothing_when_something_is_typed_before_it(open_own):
    brings(open_own)
    talk = open_own.talk("who-says-what")
    part = {"title": "Bridge", "first": 1, "sentences": SENTENCES, "language": "en"}
    answer = {"on": part, "marks": [{"group": 1, "label": "source", "start": 0, "end": 9}]}
    message = {"kind": "check", "tab": "another-tab", "seq": 1, "code": talk.store.code, "answer": answer}
    assert talk.receive(message)["kind"] == "result"
    one = open_own("who-says-what")
    one.page.locator(".ws-annotate-card").first.get_by_role("radio").first.check()
    why = one.page.get_by_label("Why? One sentence about the words.").first
    why.fill("so " * 160 + "it says at the end.")
    one.saved()
    why.press("Control+Home")
    one.page.keyboard.type("A new beginning. ")
    expect(why).to_have_value(re.compile("^A.*so it says at the end[.]$"))
    assert "at the end." in str(one.saved()["answer"]["settled"])


def paste(one):
    """Give the field for a text that is to be read."""
    return one.page.get_by_label("Paste the article here")


def test_what_is_typed_to_be_read_waits_through_a_reload_until_it_is_read(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("A page of a book.")
    one.reload()
    expect(paste(one)).to_have_value("A page of a book.")
    one.cut = True
    one.button("Read this text").click()
    one.reply("read", read={"title": "", "sentences": ["A page of a book."], "notes": [], "language": "en"})
    expect(one.page.locator(".ws-bring-list li")).to_have_text(["A page of a book."])
    one.cut = False
    one.saved()
    one.reload()
    expect(paste(one)).to_have_value("")


PLACES = "() => Object.keys(localStorage).filter((name) => name.startsWith('unread-'))"
# What another window does meanwhile: it writes to a place of its own.
TYPES = "([place, text]) => localStorage.setItem(place, text)"


def place_of_another_window(one):
    (own,) = one.page.evaluate(PLACES)
    return own.rsplit("/", 1)[0] + "/another"


def test_what_two_windows_left_unread_stands_in_the_field_after_a_reload_each_once(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("Mine.")
    one.page.evaluate(TYPES, [place_of_another_window(one), "Theirs."])
    one.reload()
    assert sorted(paste(one).input_value().split("\n\n")) == ["Mine.", "Theirs."]
    paste(one).press_sequentially(" More.")
    one.reload()
    assert sorted(paste(one).input_value().replace(" More.", "").split("\n\n")) == ["Mine.", "Theirs."]
    assert len(one.page.evaluate(PLACES)) == 1


def test_words_that_another_window_has_typed_since_are_never_taken_away(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("Mine.")
    place = place_of_another_window(one)
    one.page.evaluate(TYPES, [place, "Theirs."])
    one.reload()
    one.page.evaluate(TYPES, [place, "Theirs, and more."])
    paste(one).press_sequentially("!")
    paste(one).fill("")
    one.reload()
    expect(paste(one)).to_have_value("Theirs, and more.")


def test_beside_what_is_not_read_it_is_said_that_only_the_browser_has_it(open_own):
    one = open_own("bring-text")
    told = one.page.locator(".ws-bring-note")
    paste(one).press_sequentially("Mine.")
    expect(told).to_contain_text("only this browser keeps")
    one.reload()
    expect(told).to_contain_text("only this browser keeps")
    paste(one).fill("")
    expect(told).to_be_hidden()


def test_a_text_that_undo_takes_back_waits_in_the_field_again(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("A page of a book.")
    one.cut = True
    one.button("Read this text").click()
    one.reply("read", read={"title": "", "sentences": ["A page of a book."], "notes": [], "language": "en"})
    expect(one.page.locator(".ws-bring-list li")).to_have_text(["A page of a book."])
    one.cut = False
    one.button("Undo").click()
    one.saved()
    one.reload()
    expect(paste(one)).to_have_value("A page of a book.")


def test_a_text_that_was_not_read_waits_for_its_student_alone(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("Mine")
    begin = "(code) => { fake.set('page', { ...fake.traits.page, code }); return code; }"
    mine = one.page.evaluate("fake.traits.page.code")
    one.page.evaluate(begin, "blue-otter-7")
    expect(paste(one)).to_have_value("")
    one.page.evaluate(begin, mine)
    expect(paste(one)).to_have_value("Mine")


def test_a_file_that_is_opened_leaves_what_was_typed(open_own):
    one = open_own("bring-text")
    paste(one).press_sequentially("Typed")
    one.cut = True
    file = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"From a file."}
    one.page.locator("input[type=file]").set_input_files(file)
    one.page.wait_for_function("fake.sent.some(({ kind }) => kind === 'read')")
    one.reply("read", read={"title": "", "sentences": ["From a file."], "notes": [], "language": "en"})
    one.cut = False
    one.saved()
    one.reload()
    expect(paste(one)).to_have_value("Typed")


def test_where_the_browser_keeps_nothing_it_is_said_beside_what_is_typed(open_own):
    one = open_own("bring-text")
    one.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    paste(one).press_sequentially("Typed")
    expect(one.page.locator(".ws-bring-note")).to_contain_text("This browser cannot keep what stands in this box.")
