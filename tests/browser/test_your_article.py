"""A student brings an article that nobody has seen, by mouse, by keys and on a phone, marks it, and keeps a report."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from every_lesson import HOME
from made_files import word
from playwright.sync_api import expect
from ports import free_port, wait_for

from alone import COLOURS, DARK, axe_finds
from article_hand import ARTICLE, BRING, CLAIM, MARK, NAMED, Student
from exercises.words import words
from pages import exercise, tab_into, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
HOSTILE = "<img src=x onerror=alert(1)> said </script><b>so</b>. She said {braces} ‘odd’ 😀."


@contextmanager
def served(folder: Path):
    """Serve the notebook, which keeps its answers in a folder."""
    port, program = free_port(), HOME / "tests" / "second_host" / "server.py"
    with (folder / "host.log").open("w") as log:
        started = [sys.executable, str(program), str(port), "your_article", str(folder / "store")]
        process = subprocess.Popen(started, cwd=HOME, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/your_article")
            yield f"http://127.0.0.1:{port}/your_article"
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture
def student(page, tmp_path):
    """Somebody who has done nothing yet."""
    with served(tmp_path) as address:
        faults, asked = [], []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        expect(page.locator("body")).to_have_attribute("data-ready", "true")
        yield Student(page)
        assert faults == []
        here = (address.rpartition("/")[0], "blob:", "data:", "ws:")
        assert [url for url in asked if not url.startswith(here)] == []


def test_a_pasted_article_is_marked_and_stands_in_the_report(student):
    student.pastes(ARTICLE)
    expect(student.sentences()).to_have_count(4)
    student.page.get_by_label("Where does it come from?").fill("Lenz Post, 5 June")
    student.button("Check").click()
    expect(exercise(student.page, BRING)).to_contain_text("You work on the whole text. Sentences: 4.")
    student.marks("Ada", "Korn", "Source")
    student.marks("said", "said", "Cue", sentence=2)
    student.button("Check", MARK).click()
    expect(exercise(student.page, MARK)).to_contain_text("Groups that you marked: 1 (Source: 1, Cue: 1).")
    expect(exercise(student.page, MARK)).to_contain_text("Group 1, not marked: Content")
    student.settles_everything()
    expect(exercise(student.page, MARK)).to_contain_text(
        "You and the machine marked alike: 0. Differences that you settled"
    )
    expect(exercise(student.page, MARK)).to_contain_text("Your reason: I read it twice.")
    student.sorts("described", "named")
    student.button("Check", NAMED).click()
    expect(exercise(student.page, NAMED)).to_contain_text("Described: a role or a group, without a name: 1")
    student.is_saved()
    report = student.saves_a_report()
    for told in (
        "From: Lenz Post, 5 June",
        "According to a union, nobody asked the staff.",
        "Source: “Ada Korn” (S2)",
        "“said” (S1): other words stand",
    ):
        assert told in report, told


def test_what_was_settled_stays_through_try_again_other_marks_and_a_reload(student):
    student.pastes(ARTICLE)
    student.button("Check").click()
    student.marks("Ada", "Korn", "Source")
    student.marks("said", "said", "Cue", sentence=2)
    student.button("Check", MARK).click()
    student.settles_everything()
    expect(exercise(student.page, MARK)).to_contain_text("Differences that you settled: 3")
    student.button("Try again", MARK).click()
    # With every mark out for a moment, what was settled is still there.
    for _ in range(2):
        exercise(student.page, MARK).get_by_role("button", name=re.compile("^Remove:")).first.click()
    student.is_saved()
    student.page.reload()
    student.marks("said", "said", "Cue", sentence=2)
    student.button("Check", MARK).click()
    expect(student.cards()).to_have_count(3, timeout=30_000)
    for card in student.cards().all():
        expect(card.get_by_label("Why? One sentence about the words.")).to_have_value("I read it twice.")
    expect(student.cards().first.get_by_label("Other words stand")).to_be_checked()
    student.button("Keep what I settled", MARK).click()
    expect(exercise(student.page, MARK)).to_contain_text("Differences that you settled: 3")


def test_all_of_it_goes_by_keys(student):
    page, keys = student.page, student.page.keyboard
    tab_into(page, BRING)
    page.keyboard.insert_text(ARTICLE)
    tab_to(page, "Read this text")
    keys.press("Enter")
    expect(student.sentences()).to_have_count(4)
    expect(exercise(page, BRING).locator(".ws-bring-part")).to_be_focused()
    keys.press("Tab")
    tab_to(page, "to")
    keys.press("Control+a")
    keys.type("2")
    tab_to(page, "Check")
    expect(student.sentences()).to_have_count(2)
    keys.press("Enter")
    expect(exercise(page, BRING)).to_contain_text("You work on sentences 1 to 2 of 4")
    expect(exercise(page, MARK).get_by_role("listbox")).to_have_count(2)
    tab_into(page, MARK)
    keys.press("End")
    keys.press("1")
    tab_to(page, "Check")
    keys.press("Enter")
    expect(exercise(page, MARK)).to_contain_text("Groups that you marked: 1 (Source: 1).")
    tab_to(page, "What stands?")
    keys.press("Space")
    keys.press("ArrowDown")
    tab_to(page, "Why?")
    keys.type("It names a town.")
    for _ in range(2):
        keys.press("Tab")
        tab_to(page, "What stands?")
        keys.press("Space")
        tab_to(page, "Why?")
        keys.type("I read it twice.")
    student.is_saved()
    page.reload()
    expect(student.cards().first.get_by_label("Why?")).to_have_value("It names a town.")
    expect(student.cards().first.get_by_label("Other words stand")).to_be_checked()
    tab_into(page, MARK)
    tab_to(page, "Keep what I settled")
    keys.press("Enter")
    expect(exercise(page, MARK)).to_contain_text("Differences that you settled: 3")


def test_marks_stay_on_their_words_and_the_new_part_begins_when_it_is_asked_for(student):
    student.pastes(ARTICLE)
    student.page.get_by_label("to", exact=True).fill("2")
    student.page.get_by_label("to", exact=True).press("Enter")
    expect(exercise(student.page, MARK).get_by_role("listbox")).to_have_count(2)
    student.marks("Ada", "Korn", "Source")
    student.button("Next part").click()
    place = exercise(student.page, MARK)
    expect(place).to_contain_text("You have chosen another part since: sentences 3 to 4.")
    expect(place).to_contain_text("Group 1, Source: “Ada Korn”, sentence 2")
    student.button("Mark the new part", MARK).click()
    expect(place.get_by_role("listbox", name="Sentence 4")).to_be_visible()
    expect(place).to_contain_text("Earlier versions (1)")
    student.is_saved()
    student.page.reload()
    expect(exercise(student.page, MARK).get_by_role("listbox", name="Sentence 4")).to_be_visible()


def test_what_is_checked_says_at_once_that_another_part_was_chosen(student):
    page = student.page
    student.pastes(ARTICLE)
    page.get_by_label("to", exact=True).fill("2")
    page.get_by_label("to", exact=True).press("Enter")
    student.marks("Ada", "Korn", "Source")
    student.marks("said", "said", "Cue", sentence=2)
    student.button("Check", MARK).click()
    student.settles_everything()
    student.sorts("described", "named")
    student.button("Check", NAMED).click()
    expect(exercise(page, NAMED)).to_contain_text("Described: a role")
    exercise(page, CLAIM).get_by_role("radio").first.check()
    student.button("Next part").click()
    page.get_by_label("to", exact=True).fill("3")
    page.get_by_label("to", exact=True).press("Enter")
    expect(exercise(page, BRING)).to_contain_text("You work on sentence 3 of 4")
    expect(exercise(page, MARK)).to_contain_text("You have chosen another part since: sentence 3 alone.")
    expect(exercise(page, MARK)).to_contain_text("To mark the new part, choose Try again first.")
    expect(exercise(page, CLAIM)).to_contain_text("You have chosen another part or text since.")
    student.button("Try again", MARK).click()
    student.button("Mark the new part", MARK).click()
    student.marks("According", "According", "Cue")
    expect(exercise(page, NAMED)).to_contain_text("To sort what is marked now, choose Try again first.")


def test_a_word_file_is_read_and_another_text_keeps_the_one_before(student):
    student.pastes(ARTICLE)
    expect(student.sentences()).to_have_count(4)
    student.opens("a.docx", word("The bridge is shut.", "Nobody said why.", title="Shut"))
    expect(student.sentences()).to_have_text(["The bridge is shut.", "Nobody said why."])
    expect(student.page.get_by_label("Title")).to_have_value("Shut")
    expect(exercise(student.page, BRING)).to_contain_text("Earlier versions (1)")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"%PDF-1.4", "This PDF is damaged"),
        ("a.txt", b" ", "This file is empty"),
        ("a.txt", b"a" * 5_000_001, "This file is larger than 5 MB"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_text_before_stays(student, name, data, why):
    student.pastes(ARTICLE)
    expect(student.sentences()).to_have_count(4)
    student.opens(name, data)
    expect(exercise(student.page, BRING).locator(".ws-bring-note")).to_contain_text(why)
    expect(student.sentences()).to_have_count(4)


@pytest.mark.timeout(0)
def test_a_text_of_200_000_words_is_read_or_the_page_says_that_it_took_too_long(student):
    student.pastes("Somebody said so at last. " * 40_000)
    # Reading has a minute, which a busy computer may need for other things.
    said = ("You work on sentences 1 to 12 of 40000", words("exchange")["read_trouble"])
    expect(exercise(student.page, BRING)).to_contain_text(re.compile("|".join(map(re.escape, said))), timeout=0)


def test_of_a_text_that_is_too_long_to_be_kept_the_chosen_part_is(student):
    # 4,000 sentences are more than a work file keeps; what is read at most, the test above tries.
    student.pastes("Somebody said so at last. " * 4_000)
    expect(exercise(student.page, BRING)).to_contain_text("You work on sentences 1 to 12 of 4000", timeout=0)
    expect(exercise(student.page, BRING)).to_contain_text("so only the part below is kept")
    student.page.get_by_label("From sentence").fill("3990")
    student.page.get_by_label("From sentence").press("Enter")
    expect(exercise(student.page, BRING)).to_contain_text("You work on sentences 3990 to 4000")
    student.button("Check").click()
    expect(exercise(student.page, BRING)).to_contain_text("only your part is kept with your work")
    student.is_saved()
    student.page.reload()
    expect(student.sentences()).to_have_count(11)
    student.button("Try again").click()
    expect(exercise(student.page, BRING)).to_contain_text("To choose another part, bring the text again.")


def test_a_text_that_is_not_english_is_marked_by_hand_and_says_what_drafting_is_for(student):
    student.pastes("Мер сказав, що міст закрито. Ніхто не знає, чому.")
    expect(exercise(student.page, BRING)).to_contain_text("Drafting is for English; marking by hand works.")
    student.marks("Мер", "Мер", "Source")
    student.button("Check", MARK).click()
    expect(exercise(student.page, MARK)).to_contain_text("Drafting is for English")
    student.button("Keep what I settled", MARK).click()
    expect(exercise(student.page, MARK).locator(".ws-note")).to_contain_text("tick the box below it")
    exercise(student.page, MARK).get_by_label("I have read this.").check()
    student.button("Keep what I settled", MARK).click()
    expect(exercise(student.page, MARK)).to_contain_text("Your marks are kept as they are.")


def test_what_looks_like_markup_reaches_the_page_as_text(student):
    student.pastes(HOSTILE)
    expect(student.sentences().first).to_contain_text("<img src=x onerror=alert(1)> said")
    expect(exercise(student.page, MARK)).to_contain_text("</script><b>so</b>")
    assert student.page.locator("img").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody_on_a_phone_either(student, theme):
    page = student.page
    page.set_viewport_size({"width": 390, "height": 844})
    if theme == "dark":
        style = "".join(f"--jp-{name}:{value};" for name, value in DARK.items())
        page.add_style_tag(content=f":root{{{style}}} body{{background:#212121;color:#fff}}")
    student.button("Take our example").click()
    expect(exercise(page, MARK).get_by_role("listbox").first).to_be_visible()
    student.button("Check").click()
    student.marks("Ostra", "Ostra", "Source")
    student.button("Check", MARK).click()
    expect(student.cards().first).to_be_visible(timeout=30_000)
    student.cards().first.get_by_label("Other words stand").check()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = axe_finds(page, **({"runOnly": COLOURS} if theme == "dark" else {}))
    assert [one for one in found if "page-has-heading-one" not in one and "region" not in one] == []
