"""A voice of the computer itself reads a page: from where the student is, in order, and nothing but what is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from alone import axe_finds
from aloud_hand import FAR, FOREIGN, OTHER, OWN, ends, hears_it_all, opens_panel, panel, press, says, spoken
from classroom_hand import comes_in, device, opens

pytestmark = pytest.mark.browser
NOTEBOOK = "/kupyansk/02_who_says_so"
S1 = "The front lines in eastern Ukraine are teetering on the brink of collapse"


@pytest.fixture
def page(lesson, card, browser):
    """Give a notebook of a class."""
    with device(browser) as one:
        comes_in(one, lesson, card)
        opens(one, lesson, NOTEBOOK)
        yield one


@pytest.fixture
def listening(page):
    """Give the notebook with the panel open, in a browser that has voices."""
    opens_panel(page, FAR, FOREIGN, OTHER, OWN)
    return page


def mark(page):
    return page.locator("[data-read-aloud]")


def test_only_voices_of_the_computer_for_the_language_are_offered_its_first_choice_first(listening):
    assert panel(listening).get_by_label("Voice").locator("option").all_text_contents() == [OWN["name"], OTHER["name"]]
    says(listening, "without the internet")


@pytest.mark.parametrize("voices", [[], [FAR], [FOREIGN, FAR]])
def test_without_such_a_voice_that_is_said_and_nothing_is_read(page, voices):
    opens_panel(page, *voices)
    says(page, "no voice of its own for this language")
    assert panel(page).get_by_role("button").all_text_contents() == ["Close"]
    press(page, "Close")
    expect(page.get_by_role("button", name="Read aloud")).to_be_focused()


def test_a_voice_that_the_browser_finds_later_is_there_at_once(page):
    opens_panel(page)
    page.evaluate("(one) => window.voice.come([one])", OWN)
    press(page, "Read from here")
    assert spoken(page)["voice"] == OWN["name"]


def test_a_page_is_read_from_its_title_to_its_end_each_text_once_and_no_button_of_ours(listening):
    press(listening, "Read from here")
    heard = hears_it_all(listening)
    said = " ".join(heard)
    assert heard[0] == "Who says so?"
    assert "The confirmation of these developments came directly from Valery Gerasimov, Chief" in said
    shown = listening.locator("main :is(h2, h3, .ws-instruction):visible").all_inner_texts()
    assert len(shown) > 20
    at = 0
    for one in shown:
        words = " ".join(one.split())
        at = said.find(words, at)
        assert at >= 0, words
        at += len(words)
    assert not {"Check", "Hint", "Skip", "Save my work"} & set(heard)
    says(listening, "That was the last text on this page.")
    expect(mark(listening)).to_have_count(0)


def test_what_a_closed_fold_holds_is_read_once_it_is_open(listening):
    press(listening, "Read from here")
    assert not [one for one in hears_it_all(listening) if S1 in one]
    listening.locator(".room-article > summary").click()
    press(listening, "Read from here")
    assert [one for one in hears_it_all(listening) if S1 in one]


def test_a_click_on_a_text_reads_it_and_an_answer_stays_an_answer(listening):
    press(listening, "Read from here")
    listening.get_by_text("Bakers who are not named").click()
    assert spoken(listening)["text"] == "Bakers who are not named"
    expect(listening.get_by_label("Bakers who are not named")).to_be_checked()
    expect(mark(listening)).to_have_text("Bakers who are not named")
    listening.get_by_role("button", name="Hint").first.click()
    assert spoken(listening)["text"] == "Bakers who are not named"


def test_whoever_works_by_keys_hears_from_where_the_focus_is_and_stays_there(listening):
    options = listening.locator(".ws-choose").first.locator(".ws-choice")
    options.first.locator("input").focus()  # students see the options in different orders
    first = options.first.inner_text()
    listening.keyboard.press("Alt+Shift+R")
    assert spoken(listening)["text"] == first
    expect(options.first.locator("input")).to_be_focused()
    listening.keyboard.press("Alt+Shift+R")
    assert spoken(listening) is None
    listening.keyboard.press("Tab")
    listening.keyboard.press("Alt+Shift+R")
    assert spoken(listening)["text"] == "Guessing"


def test_in_the_panel_one_goes_back_and_on_by_keys_and_leaves_it(listening):
    listening.get_by_text("Who says “Bread will cost more”?").click()
    panel(listening).get_by_role("button", name="Read from here").focus()
    listening.keyboard.press("Enter")
    assert spoken(listening)["text"] == "Who says “Bread will cost more”?"
    listening.keyboard.press("Tab")
    listening.keyboard.press("Enter")
    assert spoken(listening)["text"].startswith("Bread will cost more in Velden")
    listening.keyboard.press("Tab")
    listening.keyboard.press("Enter")
    assert spoken(listening)["text"] == "Who says “Bread will cost more”?"
    listening.keyboard.press("Escape")
    expect(panel(listening)).to_have_count(0)
    expect(listening.get_by_role("button", name="Read aloud")).to_be_focused()
    assert spoken(listening) is None


def test_what_is_drawn_anew_while_it_is_read_is_not_the_end_of_the_page(listening):
    press(listening, "Read from here")
    listening.get_by_text("Who says “Bread will cost more”?").click()
    mark(listening).evaluate(
        "(one) => one.replaceWith(Object.assign(document.createElement('legend'), { textContent: 'Anew.' }))"
    )
    ends(listening)
    assert spoken(listening)["text"] == "Anew."


def test_a_check_in_the_middle_is_read_on_with_its_reasons_and_nothing_that_nobody_sees(listening):
    press(listening, "Read from here")
    one = listening.locator(".ws-exercise").first
    one.locator(".ws-choice input").first.check()
    one.get_by_text("Quite sure").click()
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".ws-result")).to_be_visible()
    heard = hears_it_all(listening)
    assert one.locator(".ws-result-title").inner_text() in heard
    unseen = set(one.locator(".ws-unseen, [hidden]").all_text_contents()) - {""}
    assert not unseen & set(heard)


@pytest.mark.parametrize(
    "odd",
    [
        "engine.getVoices = () => { throw new Error('no'); }",
        "engine.getVoices = () => [null, {}, { localService: true, lang: 7 }, { localService: true, lang: null }]",
        "delete window.SpeechSynthesisUtterance",
        "engine.speak = () => { throw new Error('no'); }",
        "engine.cancel = () => { throw new Error('no'); }",
    ],
)
def test_an_odd_browser_is_told_about_in_words_and_the_panel_can_be_left(page, odd):
    opens_panel(page, OWN, before=odd)
    if panel(page).get_by_role("button").count() > 1:
        press(page, "Read from here")
    assert panel(page).get_by_role("status").inner_text().strip()
    press(page, "Close")
    expect(panel(page)).to_have_count(0)


def test_voices_that_come_without_a_word_are_found_after_a_while(page):
    page.clock.install()
    opens_panel(page)
    page.evaluate("(one) => window.voice.hide([one])", OWN)
    page.clock.run_for(3500)
    press(page, "Read from here")
    assert spoken(page)["voice"] == OWN["name"]


def test_of_two_voices_with_one_address_the_chosen_one_speaks(page):
    opens_panel(page, OWN, OTHER | {"voiceURI": OWN["voiceURI"]})
    panel(page).get_by_label("Voice").select_option(OTHER["name"])
    press(page, "Read from here")
    assert spoken(page)["voice"] == OTHER["name"]


def test_in_a_small_window_the_panel_hides_neither_what_is_read_nor_what_has_the_focus(listening):
    listening.set_viewport_size({"width": 390, "height": 600})
    press(listening, "Read from here")
    for _ in range(20):
        ends(listening, 3)
        read, own = mark(listening).bounding_box(), panel(listening).bounding_box()
        assert read["y"] >= 0
        assert read["y"] + min(read["height"], 40) <= own["y"]
    press(listening, "Pause")
    listening.locator(".ws-choice input").first.focus()
    for _ in range(30):
        listening.keyboard.press("Tab")
        hidden = listening.evaluate(
            "() => document.activeElement.getBoundingClientRect().top - document.querySelector('.ws-aloud').offsetTop"
        )
        assert hidden < 0


def test_what_the_page_names_as_another_language_is_left_out(listening):
    question = "Who says “Bread will cost more”?"
    listening.get_by_text(question).evaluate(
        "(one) => one.after(Object.assign(document.createElement('p'), {lang: 'ru', textContent: 'Кто?'}))"
    )
    press(listening, "Read from here")
    heard = hears_it_all(listening)
    assert question in heard
    assert "Кто?" not in heard


def test_a_click_on_what_is_read_takes_back_a_place_chosen_before(listening):
    press(listening, "Read from here")
    listening.get_by_text("Who says “Bread will cost more”?").click()
    press(listening, "Pause")
    listening.get_by_text("Bakers who are not named").click()
    listening.get_by_text("Who says “Bread will cost more”?").click()
    press(listening, "Read from here")
    assert spoken(listening)["text"] == "Who says “Bread will cost more”?"


def test_a_pause_is_taken_up_at_the_piece_where_it_was_made(listening):
    press(listening, "Read from here")
    ends(listening, 3)
    before = spoken(listening)
    press(listening, "Pause")
    assert spoken(listening) is None
    press(listening, "Read from here")
    assert spoken(listening) == before


def test_another_voice_or_pace_says_the_piece_again(listening):
    press(listening, "Read from here")
    first = spoken(listening)
    press(listening, "Slower")
    slow = spoken(listening)
    assert (slow["text"], slow["rate"] < first["rate"]) == (first["text"], True)
    panel(listening).get_by_label("Voice").select_option(OTHER["name"])
    assert spoken(listening) == slow | {"voice": OTHER["name"]}
    for _ in range(2):
        press(listening, "Slower")
    expect(panel(listening).get_by_role("button", name="Slower")).to_have_attribute("aria-disabled", "true")


def test_a_voice_that_breaks_off_is_said_and_reading_goes_on_with_the_same_piece(listening):
    press(listening, "Read from here")
    before = spoken(listening)
    listening.evaluate("window.voice.breaks()")
    says(listening, "The voice broke off")
    press(listening, "Read from here")
    assert spoken(listening) == before


def test_reading_asks_for_nothing_over_the_line_but_its_own_file(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opens_panel(page, OWN)
    press(page, "Read from here")
    hears_it_all(page)
    assert [one for one in asked if "/files/" not in one] == []
    assert {one.rsplit("/", 1)[1] for one in asked} == {"aloud.js", "panel.js", "reader.js", "passages.js", "voice.js"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_panel_fits_hides_no_text_and_axe_finds_nothing(lesson, card, browser, scheme):
    with device(browser, color_scheme=scheme, viewport={"width": 390, "height": 844}) as phone:
        comes_in(phone, lesson, card)
        opens(phone, lesson, NOTEBOOK)
        opens_panel(phone, OWN)
        press(phone, "Read from here")
        assert axe_finds(phone) == []
        ends(phone, 60)
        read, own = mark(phone).bounding_box(), panel(phone).bounding_box()
        assert own["y"] + own["height"] <= 844 < own["y"] + 300
        assert 0 <= read["y"] < own["y"]
        assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        phone.emulate_media(media="print")
        expect(panel(phone)).to_be_hidden()
