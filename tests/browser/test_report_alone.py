"""The report: its place in the notebook by keyboard, and the saved page on a screen and on paper."""

import re
from datetime import date
from pathlib import Path

import pytest
from desk_lesson import ARCHIVE, OLD_GUIDE, desk_item, desk_lesson, work
from keeping import work_in
from talk import Talk

from exercises.answers.store import Store
from exercises.kinds.exercises import Exercises
from exercises.report import gather, render
from exercises.report.confidence import sureness
from report_alone import FILE, ReportAlone

pytestmark = pytest.mark.browser

SURE = sureness([(4, True)] * 90 + [(4, False)] * 40 + [(2, True)] * 6)
# Wider than its place: what stands out to the right would be cut off on paper.
CUT_OFF = """() => [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120))"""
PAPER = {"A4": 680, "Letter": 700}  # width between the margins, in pixels


@pytest.fixture
def report(browser):
    opened = []

    def open_one(**options):
        opened.append(ReportAlone(browser, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def saved_page(tmp_path):
    """Give a report with a desk, a long word and a chart, as the file that a student keeps."""
    from dataclasses import replace

    lesson, item, store = desk_lesson(tmp_path / "bridge"), desk_item(), Store(tmp_path / "store")
    claim = work(ARCHIVE, OLD_GUIDE, reason="x" * 300 + " " + "because of the bill " * 12)
    message = {"kind": "check", "tab": "tab-of-pupil", "seq": 1, "answer": {"claims": {"C1": claim}}}
    assert Talk(lesson, item, store, "one").receive(message)["kind"] == "result"
    made = replace(gather(lesson, Exercises({"one": [item]}), work_in(store), date(2026, 11, 25)), sureness=SURE)
    many = tuple(replace(one, id=f"{one.id}-{number}") for one in made.told for number in range(4))
    file = tmp_path / "report.html"
    file.write_text(render(replace(made, gone=many)), encoding="utf-8")
    return file.as_uri()


def test_the_report_is_saved_by_keyboard_as_it_came_and_its_name_is_said(report):
    one = report()
    assert one.page.get_by_role("listitem").all_inner_texts() == ["Exercises checked: 7", "The finished check: written"]
    one.page.keyboard.press("Tab")
    assert one.focused() == "Save my report"
    one.page.keyboard.press("Enter")
    one.page.keyboard.press("Enter")
    assert one.sent() == [{"kind": "save", "owed": [], "left": []}]
    with one.page.expect_download() as waiting:
        one.tell(FILE)
    assert waiting.value.suggested_filename == FILE["name"]
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == FILE["text"]
    assert one.spoken().startswith(f"Your browser was asked to save {FILE['name']}")
    assert one.page.locator(".ws-note[data-good]").is_visible()  # no warning: it was saved
    assert one.focused() == "Save my report"


@pytest.mark.parametrize(("theme", "width"), [("light", 360), ("dark", 820)])
def test_its_place_is_sound_in_every_theme_and_on_a_phone(report, theme, width):
    one = report(theme=theme, width=width)
    one.tell({"kind": "trouble", "words": "The disk is full."})
    assert one.page.get_by_text("The disk is full.").first.is_visible()
    assert (one.violations(), one.too_small()) == ([], [])
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_saved_page_is_sound_on_a_screen_and_asks_nothing_of_the_network(browser, saved_page):
    from axe_playwright_python.sync_playwright import Axe

    # Its own policy forbids every script, also the one of the checker.
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(saved_page)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert (
        page.get_by_role("img", name=re.compile("very sure 130 times, right 90")).evaluate("(one) => one.naturalWidth")
        > 0
    )
    assert Axe().run(page).response["violations"] == []
    context.close()


@pytest.mark.parametrize("paper", PAPER)
def test_the_saved_page_prints_on_several_sheets_and_nothing_is_cut_off(browser, saved_page, paper):
    context = browser.new_context(viewport={"width": PAPER[paper], "height": 900})
    page = context.new_page()
    page.goto(saved_page)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) > 2
    context.close()
