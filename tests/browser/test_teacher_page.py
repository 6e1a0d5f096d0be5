"""The teacher's page in a browser: live, with folds and focus kept, safe on the wall, and readable by everybody."""

from __future__ import annotations

import re
import sys

import pytest
from every_lesson import HOME
from imagined import Class
from playwright.sync_api import expect
from small_lesson import build_small_lesson

from alone import axe_finds
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.room import desk as room_desk

sys.path.insert(0, str(HOME / "tests" / "room"))

from rooms import opened

pytestmark = [pytest.mark.browser]
MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}
REASON = "The reporter only passes it on"


@pytest.fixture
def room(tmp_path):
    lesson = build_small_lesson(tmp_path / "lessons" / "bridge")
    with opened([lesson], tmp_path / "class") as started:
        yield started


@pytest.fixture
def pupils(room, tmp_path):
    """Twelve students who are in, of whom eleven have answered and one is still at it."""
    codes = sorted(card.code for card in room.register.issue(12))
    for code in codes:
        room.register.enter(code)
    lesson = load_lesson(tmp_path / "lessons" / "bridge")
    made = Class(room.store, lesson, load_items(lesson), codes)
    for place, code in enumerate(codes[:11]):
        made.checks(code, "who-speaks", MAYOR if place < 6 else REPORTER)
    made.draft(codes[11], "mark-the-mayor")
    return made


@pytest.fixture
def desk(page, room, pupils):
    """The teacher's page, as it stands once the key was typed."""
    page.goto(f"http://{room.host}/teacher")
    page.get_by_label("Key").fill(room.register.teacher_key())
    page.get_by_role("button").click()
    expect(page.get_by_role("heading", name="One bridge")).to_be_visible()
    return page


def test_what_a_student_saves_shows_by_itself_and_folds_and_focus_stay(desk, pupils):
    more = desk.get_by_text("More on: Who speaks?")
    more.click()
    expect(desk.get_by_text("6: The mayor of Dovhe")).to_be_visible()
    pupils.checks(pupils.codes[11], "who-speaks", MAYOR)
    expect(desk.get_by_text("7: The mayor of Dovhe")).to_be_visible()
    expect(more).to_be_focused()


def test_on_the_wall_there_is_no_code_and_no_reason_until_all_are_done(desk, pupils):
    expect(desk.get_by_text(REASON).first).to_be_visible()
    desk.get_by_label("For the wall").check()
    expect(desk.get_by_text("an exercise is told in full when")).to_be_visible()
    text = desk.content()
    assert [word for word in (REASON, *pupils.codes) if word in text] == []
    pupils.checks(pupils.codes[11], "who-speaks", MAYOR)
    expect(desk.get_by_text(REASON).first).to_be_visible()
    assert [code for code in pupils.codes if code in desk.content()] == []


def test_the_address_for_the_projector_shows_the_wall_from_the_start(desk, pupils, room):
    desk.goto(f"http://{room.host}/teacher?projector")
    expect(desk.get_by_text("an exercise is told in full when")).to_be_visible()
    assert [code for code in pupils.codes if code in desk.content()] == []


def is_on_the_wall(desk, pupils):
    """Say that the class may look: the box is ticked, and neither code nor count stands anywhere."""
    expect(desk.get_by_text("an exercise is told in full when")).to_be_visible()
    expect(desk.get_by_label("For the wall")).to_be_checked()
    assert [code for code in pupils.codes if code in desk.content()] == []


def test_a_reload_of_the_wall_shows_the_wall_and_one_of_the_desk_the_desk(desk, pupils, room):
    desk.goto(f"http://{room.host}/teacher?projector")
    desk.reload()
    is_on_the_wall(desk, pupils)
    desk.goto(f"http://{room.host}/teacher")
    is_on_the_wall(desk, pupils)
    desk.get_by_label("For the wall").uncheck()
    desk.reload()
    expect(desk.get_by_text("Who is where")).to_be_visible()
    expect(desk.get_by_label("For the wall")).not_to_be_checked()


def test_whoever_ticks_the_box_before_the_page_is_ready_has_the_wall(desk, pupils, room):
    # By a hand that is faster than the modules of the page.
    tab = desk.context.new_page()
    tab.add_init_script(
        """new MutationObserver((_, watch) => {
            const box = document.querySelector(".room-projector");
            if (box) { box.checked = true; watch.disconnect(); }
        }).observe(document, { childList: true, subtree: true });"""
    )
    tab.goto(f"http://{room.host}/teacher")
    is_on_the_wall(tab, pupils)
    tab.close()


def test_no_button_and_no_list_on_the_wall_tells_how_many(desk, pupils, room):
    one = room.guest().comes_in()
    one.goes_to("/bridge/one")
    with one.flooding("/bridge/one", []):
        desk.get_by_text("Open notebooks", exact=True).click()
        counts = ("1 there now", "Students who are in:", "Open all seals (0)")
        for count in counts:
            expect(desk.get_by_text(count)).to_be_visible(timeout=20_000)
        desk.get_by_label("For the wall").check()
        is_on_the_wall(desk, pupils)
        expect(desk.get_by_role("button", name="Open all seals")).to_be_visible()
        assert [count for count in (*counts, "there now") if count in desk.inner_text("main")] == []
        desk.get_by_role("button", name="End lesson").click()
        desk.get_by_role("button", name="Yes, do it").click()
        expect(desk.get_by_text("All devices are signed out.")).to_be_visible()


def test_the_file_to_keep_opens_without_the_room(desk, pupils, tmp_path):
    with desk.expect_download() as found:
        desk.get_by_role("link", name="Keep as a file").click()
    file = tmp_path / "kept.html"
    found.value.save_as(file)
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(file.as_uri())
    expect(desk.get_by_role("heading", name="One bridge")).to_be_visible()
    assert asked == [file.as_uri()]
    assert axe_finds(desk) == []


def test_on_paper_every_fold_of_the_file_to_keep_is_open(desk, pupils, tmp_path):
    with desk.expect_download() as found:
        desk.get_by_role("link", name="Keep as a file").click()
    file = tmp_path / "kept.html"
    found.value.save_as(file)
    desk.goto(file.as_uri())
    how = desk.locator("details:not([open]) > p").first
    expect(how).not_to_be_visible()
    desk.emulate_media(media="print")
    expect(how).to_be_visible()


def test_a_new_pin_stands_beside_its_code_until_it_is_put_away(desk, pupils):
    code = pupils.codes[-1]
    desk.get_by_text("Cards and devices", exact=True).click()
    new = desk.get_by_role("button", name=f"New PIN for {code}")
    new.click()
    desk.get_by_role("button", name="Yes, do it").click()
    row = desk.get_by_role("row", name=code)
    said = row.get_by_text(f"The new PIN of {code} is")
    expect(said).to_be_in_viewport()
    expect(new).to_be_focused()
    desk.get_by_role("button", name="Pause: look up").click()
    expect(said).to_be_visible()
    row.get_by_role("button", name="I have it").click()
    expect(said).to_have_count(0)
    expect(new).to_be_focused()


def test_a_question_that_is_answered_leaves_no_code_behind(desk, pupils):
    code = pupils.codes[0]
    desk.locator(".room-cards").evaluate("one => { one.open = true; }")
    desk.get_by_role("button", name=f"New PIN for {code}").click()
    asked = desk.locator(".room-sure")
    expect(asked).to_contain_text(code)
    desk.get_by_role("button", name="No, go back").click()
    expect(asked.locator("p")).to_have_text("")


def test_one_more_card_stands_in_the_list_where_the_keyboard_goes_until_it_is_put_away(desk):
    desk.locator(".room-cards").evaluate("one => { one.open = true; }")
    desk.get_by_role("button", name="One more card").press("Enter")
    told = desk.get_by_text("A new card: the code is")
    have = desk.get_by_role("button", name="I have it")
    expect(told).to_be_in_viewport()
    expect(have).to_be_focused()
    have.press("Enter")
    expect(told).to_have_count(0)


def test_a_class_that_has_all_its_cards_says_so_where_the_teacher_asked_for_one_more(desk, monkeypatch):
    monkeypatch.setattr(room_desk, "MOST_CARDS", 1)
    desk.locator(".room-cards").evaluate("one => { one.open = true; }")
    desk.get_by_role("button", name="One more card").press("Enter")
    expect(desk.get_by_text("A class has 1 cards at most")).to_be_visible()


def test_before_the_figures_are_there_the_page_says_so_and_is_not_called_live(desk):
    desk.route("**/teacher/figures*", lambda route: None)
    desk.reload()
    expect(desk.get_by_text("The figures are being made ready.")).to_be_visible()
    expect(desk.get_by_text("Live: what was saved")).to_be_hidden()
    desk.unroute("**/teacher/figures*")
    desk.reload()
    expect(desk.get_by_text("Live: what was saved")).to_be_visible()


def test_on_paper_stand_class_day_and_bars_and_no_button(desk):
    desk.emulate_media(media="print")
    desk.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    today = desk.evaluate("new Date().getFullYear()")
    expect(desk.get_by_role("heading", name="Class class")).to_be_visible()
    expect(desk.get_by_text(re.compile(rf"^\d.* {today}$|^\w+ \d.* {today}$"))).to_be_visible()
    for name in ("Pause: look up", "End lesson", "New PIN"):
        expect(desk.get_by_role("button", name=name)).to_have_count(0)
    expect(desk.get_by_role("link", name="Keep as a file")).to_have_count(0)
    bar = desk.locator(".room-bar").first
    assert bar.evaluate("one => getComputedStyle(one).printColorAdjust") == "exact"
    desk.emulate_media(media="screen")


def test_figures_are_not_called_live_while_the_class_computer_does_not_answer(desk):
    live = desk.get_by_text("Live: what was saved")
    expect(live).to_be_visible()
    desk.route("**/teacher/figures*", lambda route: route.abort())
    expect(desk.get_by_text("What stands here may be old.")).to_be_visible()
    expect(live).to_be_hidden()
    desk.unroute("**/teacher/figures*")
    expect(live).to_be_visible()


def test_a_window_that_is_not_let_in_any_more_asks_for_the_key_and_blames_no_computer(desk):
    desk.context.clear_cookies()
    expect(desk.get_by_label("Key")).to_be_visible()
    expect(desk.get_by_text("does not answer")).to_have_count(0)


def test_a_button_that_is_pressed_without_the_key_leads_to_the_question_for_it(desk):
    desk.route("**/teacher/figures*", lambda route: None)
    desk.context.clear_cookies()
    desk.get_by_role("button", name="Pause: look up").click()
    expect(desk.get_by_label("Key")).to_be_visible()
    desk.unroute("**/teacher/figures*")


def test_whoever_says_no_to_a_question_is_back_at_the_button_that_asked(desk):
    end = desk.get_by_role("button", name="End lesson")
    end.press("Enter")
    desk.get_by_role("button", name="No, go back").press("Enter")
    expect(end).to_be_focused()


def test_a_device_that_asks_is_seen_wherever_the_teacher_reads(desk, pupils, room):
    desk.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    room.guest().ask("POST", "/", f"code={pupils.codes[-1]}&pin=")
    expect(desk.get_by_text(f"{pupils.codes[-1]} asks to come in")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wall", [False, True])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(desk, pupils, scheme, wall):
    ours = KINDS["mark"].reveal(pupils.items["mark-the-mayor"], pupils.lesson)
    for code in pupils.codes[:11]:
        pupils.checks(code, "mark-the-mayor", ours)
    pupils.checks(pupils.codes[11], "who-speaks", MAYOR)
    desk.emulate_media(color_scheme=scheme)
    desk.get_by_label("For the wall").set_checked(wall)
    expect(desk.get_by_text("More on: Who speaks?")).to_be_visible()
    if not wall:
        expect(desk.locator(".heat").first).to_be_attached()
    desk.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert axe_finds(desk) == []
    desk.set_viewport_size({"width": 360, "height": 740})
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
