"""A teacher makes a lesson by clicking: accepts, mends and drops drafts, builds it, and takes it as a student."""

from __future__ import annotations

import re
import sys
from types import SimpleNamespace

import pytest
from drafted_lesson import make
from every_lesson import HOME
from playwright.sync_api import expect

from alone import axe_finds
from classroom_hand import comes_in, opens
from exercises.notebook.drafts import count_drafts
from exercises.notebook.ready import ready_of

sys.path.insert(0, str(HOME / "tests" / "room"))

from rooms import opened
from test_drafts_page import KEY, served

pytestmark = [pytest.mark.browser]
REPORT = """The bakery of Dovhe sold 1,200 loaves a week last year, according to its owner.
The town wrote in a letter that it has measured nothing. Neighbours said that the smell may have become stronger.
It is unclear whether the oven will stay.
"""


@pytest.fixture
def folder(tmp_path):
    return make(tmp_path / "lessons" / "bakery", REPORT, invented=True)


@pytest.fixture
def desk(page, folder):
    with served(folder) as port:
        page.goto(f"http://127.0.0.1:{port}/?key={KEY}")
        yield page


def open_draft(page, name):
    page.locator("summary", has_text=re.compile(rf"^{name}\b")).click()
    return page.locator("details[open]", has=page.locator("summary", has_text=re.compile(rf"^{name}\b")))


def test_by_clicking_alone_a_text_becomes_notebooks_that_a_student_works_on(desk, folder, tmp_path):
    one = open_draft(desk, "A01a")
    one.get_by_label("source", exact=True).fill("owner")
    one.get_by_role("button", name="Accept").click()
    expect(desk.get_by_role("status")).to_contain_text("Accepted: A01a.")
    open_draft(desk, "H03a").get_by_role("button", name="Drop").click()
    expect(desk.get_by_role("status")).to_contain_text("Dropped: H03a.")
    expect(desk.locator(".mend-file")).not_to_contain_text("H03a")
    desk.get_by_role("button", name="Undo").click()
    expect(desk.locator(".mend-file")).to_contain_text("H03a")
    for name in ("claims.yaml", "05_how_sure.yaml"):
        assert any(draft.file.name == name for draft in count_drafts(folder))
    while (left := desk.locator(".mend-draft:not(.mend-done) > summary:not(:has-text('claim,'))")).count():
        name = left.first.evaluate("(one) => { one.parentElement.open = true; return one.parentElement.id; }")
        details = desk.locator(f"[id='{name}']")
        for field in details.locator("textarea").all():
            if field.input_value().startswith("Still open"):
                field.fill("We looked.")
        for choice in details.locator("select[name$='|proper']").all():
            choice.select_option("true")
        entry = details.locator("summary").inner_text().split()[0]
        details.get_by_role("button", name="Accept").click()
        expect(desk.get_by_role("status")).to_contain_text(f"Accepted: {entry}.")
    assert [draft.file.name for draft in count_drafts(folder)] == ["claims.yaml"]
    assert "01_first_read" in [entry.name for entry in ready_of(folder).lesson.info.notebooks]
    takes_it(desk, folder, tmp_path)


def takes_it(page, folder, tmp_path):
    """Take the first notebook as a student of a class."""
    with opened([folder], tmp_path / "class") as room:
        lesson, card = SimpleNamespace(address=f"http://{room.host}"), room.register.issue(1)[0]
        comes_in(page, lesson, (card.code, card.pin))
        opens(page, lesson, "/bakery/01_first_read")
        exercise = page.locator(".ws-exercise", has=page.get_by_text("Count the speakers", exact=True))
        expect(exercise).to_contain_text("its owner")


def test_it_is_fit_for_everybody_and_for_a_narrow_screen(desk):
    open_draft(desk, "A01a")
    assert axe_finds(desk) == []
    desk.emulate_media(color_scheme="dark")
    assert axe_finds(desk) == []
    desk.set_viewport_size({"width": 360, "height": 700})
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_of_it_goes_by_keyboard(desk):
    summary = desk.locator("summary", has_text=re.compile(r"^A01a"))
    summary.focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_have_value("its owner")
    accept = desk.locator("details[open]").get_by_role("button", name="Accept")
    accept.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status")).to_contain_text("Accepted: A01a.")


def pick(desk, number, words):
    """Pick words of a sentence with the mouse, and give the form for a new entry of it."""
    place = desk.locator(f"#s-{number} .mend-words")
    place.evaluate(
        """(place, words) => {
        const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }
    }""",
        words,
    )
    place.dispatch_event("mouseup")
    return desk.locator(f"#s-{number} .mend-new")


def test_words_typed_into_a_new_entry_stay_when_others_are_picked_to_be_copied(desk):
    field = pick(desk, 2, "wrote in").get_by_label("Words of this sentence")
    pick(desk, 2, "a letter")
    expect(field).to_have_value("a letter")
    field.fill("The town wrote")
    pick(desk, 2, "wrote in")
    expect(field).to_have_value("The town wrote")


def asks_before_leaving(desk):
    """Say whether the page would ask before it is reloaded or closed."""
    return desk.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_a_page_with_words_that_went_nowhere_yet_asks_before_it_is_left(desk):
    assert not asks_before_leaving(desk)
    one = open_draft(desk, "A01a")
    one.get_by_label("why.source", exact=True).fill("A long thought.")
    assert asks_before_leaving(desk)
    desk.get_by_role("button", name="claims.yaml", exact=True).click()
    expect(desk.locator("[aria-current]")).to_have_text("claims.yaml")
    expect(desk.get_by_label("why.source", exact=True).first).to_have_value("A long thought.")
    assert not asks_before_leaving(desk)
    desk.locator("details[open]").get_by_label("source_kind").first.select_option("named-body")
    assert asks_before_leaving(desk)


def test_a_button_of_a_command_that_was_ended_says_so_and_what_was_typed_is_still_there(desk, folder):
    one = open_draft(desk, "A01a")
    one.get_by_label("why.source", exact=True).fill("A long thought.")
    desk.route("**/*", lambda route: route.abort())
    one.get_by_role("button", name="Accept").click()
    expect(desk.get_by_role("status")).to_contain_text("Start the command again")
    expect(one.get_by_label("why.source", exact=True)).to_have_value("A long thought.")
    desk.unroute("**/*")
    one.get_by_role("button", name="Accept").click()
    expect(desk.get_by_role("status")).to_contain_text("Accepted: A01a.")
    assert "A long thought." in (folder / "key.yaml").read_text("utf-8")


def test_words_picked_in_the_article_become_an_entry_that_is_filled_in_and_accepted(desk, folder):
    words = desk.locator("#s-2 .mend-words")
    new = pick(desk, 2, "wrote in a letter")
    expect(new.get_by_label("Words of this sentence")).to_have_value("wrote in a letter")
    new.get_by_label("What they are").select_option(label="a word of saying: who says what")
    new.get_by_role("button", name="Make a draft of it").click()
    expect(desk.get_by_role("status")).to_contain_text("New draft: A02a.")
    one = desk.locator("details[open]", has_text="A02a")
    one.get_by_label("source", exact=True).fill("The town")
    one.get_by_label("source_kind").select_option("named-body")
    one.get_by_label("content one on each line", exact=True).fill("it has measured nothing")
    for part in ("source", "cue", "content"):
        one.get_by_label(f"why.{part}", exact=True).fill(f"This is the {part} of what the town says.")
    one.get_by_role("button", name="Accept").click()
    expect(desk.get_by_role("status")).to_contain_text("Accepted: A02")
    expect(words.locator(".mend-attributions-cue.mend-accepted")).to_have_text("wrote in a letter")
    assert "The town" in (folder / "key.yaml").read_text("utf-8")
