"""A class from one computer, in a browser: in by card, at work, when the server is killed, on a phone, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from alone import axe_finds
from classroom_hand import comes_in, device, is_ready, is_saved, opens
from exercises.lesson.load import find_lessons, load_lesson
from exercises.room.library import address
from pages import choose, exercise

pytestmark = [pytest.mark.browser, pytest.mark.host]
NOTEBOOKS = [
    address(lesson.id, entry.name)
    for lesson in (load_lesson(file.parent) for file in sorted(find_lessons().glob("*/lesson.yaml")))
    for entry in lesson.info.notebooks
]
# Bytes that a phone without anything kept takes in until it can work: answers with their headers from the card over the
# list to the notebook, and what the line brings first. Two notebooks with a desk of many sources are heavier, by what
# the line brings: about 141,000. So is the one on a text of one's own, by its six kinds of exercise: about 125,000.
LIGHT, HEAVY = 120_000, 145_000
MUCH = ("/kupyansk/07a_who_is_behind_it", "/kupyansk/07b_does_it_hold", "/your_article/your_article")
# Bytes that came over the line, by address; what the browser had kept counts none.
TRANSFERRED = """() => {
  const asked = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return Object.fromEntries(asked.map(({ name, transferSize }) => [name, transferSize]));
}"""


def test_a_student_comes_in_by_card_checks_and_finds_it_again_on_another_device(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        page.get_by_role("link", name="Start here").first.click()
        is_ready(page)
        expect(page.locator(".ws-bar-code")).to_have_text(card[0])
        choose(page, "start-choose", "The driver", confidence=3)
        exercise(page, "start-choose").get_by_role("button", name="Check").click()
        expect(exercise(page, "start-choose").locator(".ws-result")).to_be_visible()
    with device(browser, viewport={"width": 390, "height": 844}) as phone:
        comes_in(phone, lesson, card)
        opens(phone, lesson)
        expect(exercise(phone, "start-choose")).to_have_attribute("data-phase", "checked")
        assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_lesson_of_the_class_comes_first_and_the_one_to_take_instead_says_what_it_is(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        first, second, *others = page.get_by_role("region").all()
        expect(first.get_by_role("link", name="Start here").first).to_be_visible()
        expect(first.get_by_text("Another lesson of equal worth")).to_have_count(0)
        expect(second.get_by_text("Another lesson of equal worth")).to_be_visible()
        for other in others:
            expect(other.get_by_text("Another lesson of equal worth")).to_have_count(0)


def test_what_one_device_saves_the_other_shows(lesson, card, browser):
    with device(browser) as one, device(browser) as two:
        for page in (one, two):
            comes_in(page, lesson, card)
            opens(page, lesson)
        choose(one, "start-choose", "Nobody")
        is_saved(one)
        expect(exercise(two, "start-choose").get_by_label("Nobody")).to_be_checked()


def test_a_work_file_that_is_saved_in_class_is_opened_in_class(lesson, card, browser, tmp_path):
    file = tmp_path / "work.json"
    with device(browser) as page:
        comes_in(page, lesson, card)
        opens(page, lesson)
        choose(page, "start-choose", "Nobody")
        is_saved(page)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save my work").click()
        saved.value.save_as(file)
        choose(page, "start-choose", "The driver")
        is_saved(page)
        page.locator(".ws-bar-file").set_input_files(file)
        # What the file holds and nothing here holds any more is given back.
        expect(page.locator(".ws-bar")).to_contain_text("the other is under Earlier versions")
        expect(exercise(page, "start-choose").get_by_text("Nobody").last).to_be_attached()
        file.write_text("[" * 100, encoding="utf-8")
        page.locator(".ws-bar-file").set_input_files(file)
        expect(page.locator(".ws-bar")).to_contain_text("This is not a work file of this course")
        expect(exercise(page, "start-choose").get_by_label("The driver")).to_be_checked()


def test_a_server_that_is_killed_loses_no_answer_and_the_page_goes_on_by_itself(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        opens(page, lesson)
        choose(page, "start-choose", "Nobody")
        is_saved(page)
        lesson.kill()
        expect(page.locator(".room-line")).to_be_visible()
        choose(page, "start-choose", "The driver")
        expect(page.locator(".ws-bar-saved")).not_to_have_text("Saved")
        lesson.open()
        expect(page.locator(".room-line")).to_be_hidden()
        is_saved(page)
        page.reload()
        is_ready(page)
        expect(exercise(page, "start-choose").get_by_label("The driver")).to_be_checked()


def test_another_student_at_the_same_device_sees_nothing_of_the_one_before(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        opens(page, lesson)
        choose(page, "start-choose", "The driver")
        is_saved(page)
        page.goto(lesson.address)
        page.get_by_role("button", name="I am not this student").click()
        comes_in(page, lesson, lesson.card())
        opens(page, lesson)
        expect(page.locator(".ws-bar-code")).not_to_have_text(card[0])
        expect(page.locator(".ws-exercise input:checked")).to_have_count(0)


def test_it_goes_by_keyboard_from_the_card_to_the_reason(lesson, card, browser):
    with device(browser) as page:
        page.goto(lesson.address)
        page.get_by_label("Code").focus()
        page.keyboard.type(card[0])
        page.keyboard.press("Tab")
        page.keyboard.type(card[1])
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Start here").first.focus()
        page.keyboard.press("Enter")
        is_ready(page)
        exercise(page, "start-choose").get_by_label("The driver").focus()
        page.keyboard.press("Space")
        exercise(page, "start-choose").locator(".ws-confidence input").first.focus()
        page.keyboard.press("Space")
        exercise(page, "start-choose").get_by_role("button", name="Check").focus()
        page.keyboard.press("Enter")
        expect(exercise(page, "start-choose").locator(".ws-result")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_article_is_read_in_plain_words_by_keyboard_and_axe_finds_nothing_in_it(lesson, card, browser, scheme):
    with device(browser, color_scheme=scheme, viewport={"width": 390, "height": 844}) as page:
        comes_in(page, lesson, card)
        opens(page, lesson, "/kupyansk/02_who_says_so")
        page.locator(".room-article > summary").focus()
        page.keyboard.press("Enter")
        one = page.locator(".ws-plain").filter(has_text="S12 in plain words")
        expect(one.locator("p")).to_be_hidden()
        one.locator("summary").focus()
        page.keyboard.press("Space")
        expect(one.locator("p")).to_contain_text("written for this course")
        assert one.locator("summary").bounding_box()["height"] >= 24
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert axe_finds(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_door_in_the_list_and_in_a_notebook(lesson, browser, scheme):
    with device(browser, color_scheme=scheme) as page:
        page.goto(lesson.address)
        found = {"door": axe_finds(page)}
        comes_in(page, lesson, lesson.card())
        found["list"] = axe_finds(page)
        opens(page, lesson)
        found["notebook"] = axe_finds(page)
    assert found == {"door": [], "list": [], "notebook": []}


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_the_first_visit_weighs_little_and_the_second_asks_for_the_page_alone(lesson, card, browser, notebook):
    with device(browser) as page:
        heard, came = [], []
        page.on("websocket", lambda line: line.on("framereceived", lambda frame: heard.append(len(frame))))
        network = page.context.new_cdp_session(page)
        network.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
        network.send("Network.enable")
        comes_in(page, lesson, card)
        opens(page, lesson, notebook)
        whole = sum(came) + heard[0]
        opens(page, lesson, notebook)
        again = page.evaluate(TRANSFERRED)
    files = [size for name, size in again.items() if "/files/" in name]
    limit = HEAVY if notebook in MUCH else LIGHT
    assert (len(files) > 10, whole < limit, sum(files)) == (True, True, 0), whole
