"""A student checks a claim of their own text: by keys alone, in both colours, on a phone; nothing typed is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from every_lesson import HOME
from playwright.sync_api import expect
from ports import free_port, wait_for

from alone import COLOURS, DARK, axe_finds
from pages import choose_by_arrows, exercise, tab_into, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
PLACE = "check-a-claim"
HOSTILE = "<img src=x onerror=alert(1)> {braces} https://a.example/x"
CLAIM = "Around 300 people reportedly signed a letter against the plan."


@pytest.fixture
def student(page, tmp_path):
    """Somebody who has brought the example, and has checked nothing yet."""
    port, program = free_port(), HOME / "tests" / "second_host" / "server.py"
    started = [sys.executable, str(program), str(port), "your_article", str(tmp_path / "store")]
    faults, asked = [], []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with (tmp_path / "host.log").open("w") as log:
        process = subprocess.Popen(started, cwd=HOME, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}/your_article"
            wait_for(address)
            page.goto(address)
            expect(page.locator("body")).to_have_attribute("data-ready", "true")
            page.get_by_role("button", name="Take our example").click()
            expect(place(page).get_by_label(CLAIM)).to_be_visible()
            yield page
        finally:
            process.terminate()
            process.wait(20)
    assert faults == []
    here = (address.rpartition("/")[0], "blob:", "data:", "ws:")
    assert [url for url in asked if not url.startswith(here)] == []


def place(page):
    return exercise(page, PLACE)


def is_saved(page):
    expect(page.locator(".ws-bar")).to_have_attribute("data-state", "saved")


def chooses(page, words=CLAIM):
    place(page).get_by_label(words).check()


def types_a_day(page, day):
    """Type a day as the field of this browser wants it: month, day, year."""
    year, month, number = day.split("-")
    page.keyboard.type(f"{month}{number}{year}")


def logs(page, number, who, shows="It supports the claim", near="party", same=None):
    place(page).get_by_role("button", name="Add a source").click()
    form = place(page).locator(".ws-evidence-source").nth(number - 1)
    form.get_by_label("Who is behind it?").fill(who)
    form.get_by_label("The day on which you read it").fill("2026-02-01")
    form.get_by_label("What does it show? (in your words)").fill("A count of 312 names.")
    form.get_by_label(shows).check()
    form.get_by_label("How near is it").select_option(near)
    if same:
        form.get_by_label("Does it go back to the same origin").select_option(same)


def answers(page):
    place(page).get_by_label("For which day do you answer?").fill("2026-02-02")
    place(page).get_by_label("Yes", exact=True).check()
    place(page).get_by_label("Holds", exact=True).check()
    place(page).get_by_role("radio", name="Quite sure").check()


def test_all_of_it_goes_by_keys(student):
    keys = student.keyboard
    tab_into(student, PLACE)
    tab_to(student, "Show what a machine would check")
    keys.press("Enter")
    expect(place(student).locator(".ws-evidence-draft").first).to_be_visible(timeout=30_000)
    tab_to(student, "Take sentence 10")
    keys.press("Enter")
    expect(place(student).locator("blockquote")).to_have_text(CLAIM)
    tab_to(student, "Add a source")
    keys.press("Enter")
    tab_to(student, "Who is behind it?")
    keys.type("The town hall")
    tab_to(student, "The day on which you read it")
    types_a_day(student, "2026-02-01")
    tab_to(student, "What does it show? (in your words)")
    keys.type("A count of 312 names.")
    choose_by_arrows(student, "What does it show about this claim?", "supports")
    tab_to(student, "How near is it")
    keys.type("It measured")
    tab_to(student, "For which day do you answer?")
    types_a_day(student, "2026-02-02")
    choose_by_arrows(student, "Was it said?", "yes")
    choose_by_arrows(student, "Is it so, as of 2 February 2026?", "holds")
    choose_by_arrows(student, "How sure are you", "3")
    tab_to(student, "Check")
    keys.press("Enter")
    expect(place(student)).to_contain_text("Sources in your log: 1. Origins, when copies count once: 1.")
    expect(place(student)).to_contain_text("Nearest source: The town hall")
    expect(place(student)).to_contain_text("You answered “Holds” from one origin.")
    is_saved(student)
    student.reload()
    expect(place(student).get_by_label("Who is behind it?")).to_have_value("The town hall")
    expect(place(student)).to_contain_text("Nearest source: The town hall")


def test_copies_of_one_origin_count_once_and_undo_brings_a_source_back(student):
    chooses(student)
    logs(student, 1, "The town hall")
    logs(student, 2, "Ostra Post", near="repeats", same="s1")
    count = place(student).locator(".ws-evidence-count")
    expect(count).to_have_text("Sources: 2. Origins, when copies count once: 1.")
    place(student).get_by_role("button", name="Take source 1 out").click()
    expect(count).to_have_text("Sources: 1. Origins, when copies count once: 1.")
    expect(place(student).get_by_role("heading", name="2. Your log")).to_be_focused()
    place(student).get_by_role("button", name="Undo").click()
    expect(place(student).get_by_label("Who is behind it?").first).to_have_value("The town hall")
    expect(place(student).get_by_label("Does it go back to the same origin").nth(1)).to_have_value("s1")


def test_what_is_missing_is_said_before_a_check(student):
    place(student).get_by_role("button", name="Check", exact=True).click()
    expect(place(student).locator(".ws-note")).to_contain_text("Choose a claim first.")
    chooses(student)
    expect(place(student)).to_contain_text("Log a source or a search first. Then you can answer.")
    place(student).get_by_label("Searched and found nothing?").fill("Ostra letter 300")
    answers(student)
    place(student).get_by_role("button", name="Check", exact=True).click()
    expect(place(student)).to_contain_text("Your log holds a search, and no source.")


def test_half_a_source_is_kept_and_another_claim_leaves_it_under_earlier_versions(student):
    chooses(student)
    place(student).get_by_role("button", name="Add a source").click()
    place(student).get_by_label("Where does it stand?").fill(HOSTILE)
    is_saved(student)
    student.reload()
    expect(place(student).get_by_label("Where does it stand?")).to_have_value(HOSTILE)
    place(student).get_by_role("button", name="Check another claim").click()
    expect(place(student)).to_contain_text("Earlier versions (1)")
    expect(place(student).locator(".ws-evidence-source")).to_have_count(0)
    chooses(student, "The mayor, Tomas Vey, denied that anything had been decided.")
    is_saved(student)
    student.reload()
    expect(place(student).locator("blockquote")).to_contain_text("The mayor")


def test_the_claim_stays_when_another_text_is_brought(student):
    chooses(student)
    logs(student, 1, HOSTILE)
    student.get_by_label("Paste the article here").fill("The bridge is shut. Nobody said why.")
    student.get_by_role("button", name="Read this text").click()
    expect(exercise(student, "bring-text").locator(".ws-bring-list li")).to_have_count(2)
    expect(place(student).locator("blockquote")).to_have_text(CLAIM)
    answers(student)
    place(student).get_by_role("button", name="Check", exact=True).click()
    expect(place(student)).to_contain_text("Nearest source: <img src=x onerror=alert(1)> {braces} https://a.example/x")
    assert place(student).locator("img, a").count() == 0


def test_a_check_is_taken_along_as_a_list(student):
    chooses(student)
    logs(student, 1, HOSTILE)
    answers(student)
    place(student).get_by_role("button", name="Check", exact=True).click()
    with student.expect_download() as download:
        place(student).get_by_role("button", name="Evidence list").click()
    told = Path(download.value.path()).read_text("utf-8")
    assert f"\n    {HOSTILE}\n" in told
    assert "Practice. Not a published fact check." in told


def marks(page, words, label):
    exercise(page, "who-says-what").get_by_role("option", name=words, exact=True).first.click()
    exercise(page, "who-says-what").get_by_role("button", name=label).first.click()


def test_the_picture_of_the_marks_follows_them(student):
    said = student.get_by_text("What is left without the reports that you marked.")
    closed = student.get_by_text("This chart opens when you have checked “Who says what in your text?”.")
    expect(closed).to_be_visible()
    marks(student, "Ostra", re.compile("Source"))
    exercise(student, "who-says-what").get_by_role("button", name="Check", exact=True).click()
    expect(said).to_be_visible()
    picture = student.get_by_role("img", name=re.compile("^One bar. Of "))
    before = picture.get_attribute("alt")
    exercise(student, "who-says-what").get_by_role("button", name="Try again").click()
    marks(student, "swimming", re.compile("Source"))
    exercise(student, "who-says-what").get_by_role("button", name="Check", exact=True).click()
    expect(picture).not_to_have_attribute("alt", before)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody_on_a_phone_either(student, theme):
    student.set_viewport_size({"width": 390, "height": 844})
    if theme == "dark":
        style = "".join(f"--jp-{name}:{value};" for name, value in DARK.items())
        student.add_style_tag(content=f":root{{{style}}} body{{background:#212121;color:#fff}}")
    place(student).get_by_role("button", name="Show what a machine would check").click()
    expect(place(student).locator(".ws-evidence-draft").first).to_be_visible(timeout=30_000)
    checks = {"runOnly": COLOURS} if theme == "dark" else {}
    found = axe_finds(student, **checks)
    chooses(student)
    logs(student, 1, "x" * 150)
    logs(student, 2, "Ostra Post", near="repeats", same="s1")
    answers(student)
    assert student.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found += axe_finds(student, **checks)
    place(student).get_by_role("button", name="Check", exact=True).click()
    expect(place(student)).to_contain_text("Nearest source")
    found += axe_finds(student, **checks)
    assert [one for one in found if "page-has-heading-one" not in one and "region" not in one] == []


def test_own_words_about_a_sentence_go_to_earlier_versions_when_another_one_is_chosen(student):
    chooses(student)
    place(student).get_by_label(re.compile("in your own words", re.IGNORECASE)).fill("Three hundred signed.")
    place(student).locator("input[type=radio]").first.check()
    expect(place(student)).to_contain_text("Earlier versions (1)")
    is_saved(student)
    student.reload()
    expect(place(student).locator(".ws-earlier, details").last).to_contain_text("Three hundred signed.")
