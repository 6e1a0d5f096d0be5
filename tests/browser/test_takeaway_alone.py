"""What a student can take along after a Check: buttons, files and the words that say how it went."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

BODY = {"prompt": "Who?", "quote": "", "several": False, "options": [{"id": "a", "text": "Military"}]}
MARKS = {"subject": "", "files": [{"format": "annotations", "what": "annotations"}]}
TEXT = 'Words with </script>, "quotes", שלום and 🙂'
NAME = "whosays-amber-heron-42-one-annotations.jsonld"
FILE = {"kind": "file", "name": NAME, "type": "application/ld+json", "text": TEXT, "card": None}
BUTTON = "Marks (Web Annotation)"


def opened(open_alone, **options):
    settings = {"take": [MARKS], "files": {"annotations": FILE}} | options
    return open_alone("choose", BODY, **settings)


def check(one):
    one.page.get_by_label("Military").check()
    one.be_sure()
    one.button("Check").click()


def section(one):
    return one.page.get_by_role("region", name="Take it along")


def test_files_are_offered_after_a_check_and_not_before_or_after_trying_again(open_alone):
    one = opened(open_alone)
    assert not section(one).is_visible()
    check(one)
    assert section(one).get_by_role("button").all_inner_texts() == [BUTTON]
    one.button("Try again").click()
    assert not section(one).is_visible()


def test_an_exercise_without_files_shows_nothing_of_it(open_alone):
    one = opened(open_alone, take=[])
    check(one)
    assert not section(one).is_visible()


def test_the_file_is_saved_as_it_came_and_its_name_is_shown_and_said(open_alone):
    one = opened(open_alone)
    check(one)
    with one.page.expect_download() as waiting:
        one.button(BUTTON).click()
    assert waiting.value.suggested_filename == NAME
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == TEXT
    assert section(one).get_by_text(f"Saved as {NAME}.").is_visible()
    assert one.spoken() == f"Saved as {NAME}."


def test_it_works_by_keyboard_alone_and_the_focus_stays(open_alone):
    one = opened(open_alone)
    check(one)
    for _ in range(20):
        one.page.keyboard.press("Tab")
        if one.focused() == BUTTON:
            break
    with one.page.expect_download():
        one.page.keyboard.press("Enter")
    assert one.focused() == BUTTON
    assert one.page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"


def test_a_refusal_is_said_beside_the_buttons_and_the_answer_still_counts_as_saved(open_alone):
    sentence = "Check your answer first. Then you can take it along."
    one = opened(open_alone, files={"annotations": {"kind": "refused", "words": sentence}})
    check(one)
    one.button(BUTTON).click()
    section(one).get_by_text(sentence).wait_for()
    assert (one.spoken(), one.status()) == (sentence, "Saved")


def test_asking_for_a_file_is_no_unsaved_change_and_a_second_click_asks_no_second_time(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    check(one)
    one.reply(
        "result",
        state=one.page.evaluate(
            "({ ...fake.traits.state, phase: 'checked', saved_at: '2026-11-23', take: window.take })"
        ),
    )
    one.button(BUTTON).click()
    one.button(BUTTON).click()
    one.page.clock.run_for(600)
    assert len(one.sent("take")) == 1
    assert one.status() == "Saved"
    one.page.clock.run_for(2500)
    assert {message["seq"] for message in one.sent("take")} == {one.sent("take")[0]["seq"]}
    assert len(one.sent("take")) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_part_is_sound_for_assistive_technology(open_alone, theme):
    one = opened(open_alone, theme=theme)
    check(one)
    one.button(BUTTON).click()
    assert one.violations() == []
    assert one.too_small() == []


def test_on_a_phone_nothing_is_wider_than_the_screen(open_alone):
    one = opened(open_alone, width=360)
    check(one)
    one.button(BUTTON).click()
    section(one).get_by_text("Saved as").wait_for()
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 360
