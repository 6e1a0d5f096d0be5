"""In a class: an article that nobody has seen goes from the paste to the report, and another device goes on with it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from alone import axe_finds
from article_hand import ARTICLE, BRING, MARK, NAMED, SURE, Student
from classroom_hand import comes_in, device, ends_the_lesson, is_saved, opens, shows_the_key
from pages import exercise

pytestmark = [pytest.mark.browser, pytest.mark.host, pytest.mark.timeout(300)]
NOTEBOOK = "/your_article/your_article"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
REASONS = ("The town is named before “said”.", "I leave out “who runs it”.", "“According to” names the union.")


def begins(page, lesson, card):
    """Come in, and bring the article."""
    comes_in(page, lesson, card)
    opens(page, lesson, NOTEBOOK)
    student = Student(page)
    student.pastes(ARTICLE)
    expect(student.sentences()).to_have_count(4)
    page.get_by_label("Where does it come from?").fill("Lenz Post, 5 June")
    student.button("Check").click()
    expect(exercise(page, BRING)).to_contain_text("You work on the whole text. Sentences: 4.")
    return student


def marks(student):
    """Mark the second sentence by hand, and check that."""
    student.marks("Ada", "Korn", "Source")
    student.marks("said", "said", "Cue", sentence=2)
    student.button("Check", MARK).click()
    expect(student.cards()).to_have_count(3, timeout=60_000)


def settles(student):
    """Change the first draft, drop the second one for the own marks, accept the third one, each with a reason."""
    first, second, third = student.cards().all()
    first.get_by_label("Other words stand").check()
    first.get_by_role("button", name=re.compile("^Remove: .*Content")).click()
    second.get_by_label("My words stand").check()
    third.get_by_label("The draft stands").check()
    for card, reason in zip((first, second, third), REASONS, strict=True):
        card.get_by_label("Why? One sentence about the words.").fill(reason)
    student.button("Keep what I settled", MARK).click()
    expect(exercise(student.page, MARK)).to_contain_text("marked alike: 0. Differences that you settled: 3")


def sorts_and_finds_signal_words(student):
    student.sorts("described", "named")
    student.button("Check", NAMED).click()
    expect(exercise(student.page, NAMED)).to_contain_text("A name is no proof")
    student.marks("may", "may", "Signal word", SURE)
    student.button("Check", SURE).click()
    student.settles_everything(SURE)
    expect(exercise(student.page, SURE)).to_contain_text("Differences that you settled")


def is_fit_for_everybody(page):
    assert axe_finds(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_text_goes_from_the_paste_to_a_report_that_shows_all_of_it(lesson, card, browser):
    with device(browser) as page:
        student = begins(page, lesson, card)
        marks(student)
        settles(student)
        sorts_and_finds_signal_words(student)
        is_saved(page)
        is_fit_for_everybody(page)
        report = student.saves_a_report()
    for told in (
        "From: Lenz Post, 5 June",
        "2. “We asked 900 readers, and most of them wanted it,” said Ada Korn, who runs it.",
        "“said” (S1): other words stand",
        "“said” (S2): your words stand",
        "“According to” (S3): the draft stands",
        *(f"Your reason: {reason}" for reason in REASONS),
        "Sources and reports that you sorted: 3.",
        "Signal word: “may”",
    ):
        assert told in report, told
    assert "teaching specimen" not in report


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_goes_on_where_the_computer_stopped_and_nothing_is_lost(lesson, card, browser, scheme):
    with device(browser) as page, device(browser, color_scheme=scheme, **PHONE) as phone:
        student = begins(page, lesson, card)
        expect(exercise(page, BRING)).to_contain_text("The whole text is kept with your work.")
        marks(student)
        student.cards().first.get_by_label("Why? One sentence about the words.").fill(REASONS[0])
        is_saved(page)
        page.reload()
        expect(student.cards().first.get_by_label("Why? One sentence about the words.")).to_have_value(REASONS[0])
        comes_in(phone, lesson, card)
        opens(phone, lesson, NOTEBOOK)
        other = Student(phone)
        expect(other.cards().first.get_by_label("Why? One sentence about the words.")).to_have_value(REASONS[0])
        is_fit_for_everybody(phone)
        settles(other)
        is_saved(phone)
        # The page that was left open shows what was settled elsewhere, as soon as somebody comes back to it.
        page.reload()
        expect(exercise(page, MARK)).to_contain_text("Differences that you settled: 3")


def test_a_page_says_in_a_class_where_the_text_goes(lesson, card, browser):
    with device(browser) as page:
        comes_in(page, lesson, card)
        opens(page, lesson, NOTEBOOK)
        expect(exercise(page, BRING)).to_contain_text("Once it is read, your text goes to the class computer")
        expect(exercise(page, MARK)).to_contain_text("There is no text here yet.")


def test_another_text_keeps_the_one_before_with_its_marks_under_earlier_versions(lesson, card, browser):
    with device(browser) as page:
        student = begins(page, lesson, card)
        student.marks("Ada", "Korn", "Source")
        student.button("Try again").click()
        student.pastes("Ben Ruh says that the mill is loud. Nobody else has said so.")
        expect(student.sentences()).to_have_count(2)
        expect(exercise(page, BRING)).to_contain_text("Earlier versions (1)")
        student.button("Mark the new part", MARK).click()
        expect(exercise(page, MARK).get_by_role("option", name="Ruh", exact=True)).to_be_visible()
        expect(exercise(page, MARK)).to_contain_text("Earlier versions (1)")
        is_saved(page)
        opens(page, lesson, NOTEBOOK)
        exercise(page, MARK).get_by_text("Earlier versions (1)").click()
        expect(exercise(page, MARK)).to_contain_text("Source: “Ada Korn” (S2)")


def test_a_text_that_was_not_read_when_the_lesson_ended_is_named_at_the_way_in_and_stands_there_again(
    lesson, card, browser
):
    with device(browser) as page, device(browser) as teacher:
        comes_in(page, lesson, card)
        opens(page, lesson, NOTEBOOK)
        page.get_by_label("Paste the article here").fill("Ben Ruh says that the mill is loud.")
        shows_the_key(teacher, lesson)
        ends_the_lesson(teacher)
        expect(page.locator(".room-news")).to_contain_text("Not everything here was saved in time.")
        expect(page.get_by_label("Paste the article here")).to_have_value("Ben Ruh says that the mill is loud.")
        page.get_by_role("link", name="Come in again").click()
        expect(page.get_by_text(f"answers that are not saved yet, of {card[0]}.")).to_be_visible()
        expect(page.get_by_text("What you did is saved.")).to_be_hidden()
        comes_in(page, lesson, card)
        opens(page, lesson, NOTEBOOK)
        expect(page.get_by_label("Paste the article here")).to_have_value("Ben Ruh says that the mill is loud.")


def test_a_text_that_the_browser_does_not_keep_either_stays_on_its_page_when_the_lesson_ends(lesson, card, browser):
    with device(browser) as page, device(browser) as teacher:
        comes_in(page, lesson, card)
        opens(page, lesson, NOTEBOOK)
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
        page.get_by_label("Paste the article here").fill("Ben Ruh says that the mill is loud.")
        shows_the_key(teacher, lesson)
        ends_the_lesson(teacher)
        expect(page.locator(".room-news")).to_contain_text("Not everything here was saved in time.")
        expect(page.get_by_label("Paste the article here")).to_have_value("Ben Ruh says that the mill is loud.")


def test_a_text_that_a_second_window_took_over_and_emptied_is_still_kept_for_the_first(lesson, card, browser):
    with device(browser) as first:
        comes_in(first, lesson, card)
        opens(first, lesson, NOTEBOOK)
        first.get_by_label("Paste the article here").fill("Ben Ruh says that the mill is loud.")
        second = first.context.new_page()
        opens(second, lesson, NOTEBOOK)
        expect(second.get_by_label("Paste the article here")).to_have_value("Ben Ruh says that the mill is loud.")
        second.get_by_label("Paste the article here").fill("")
        first.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('unread-'))")
        second.close()
        first.reload()
        expect(first.get_by_label("Paste the article here")).to_have_value("Ben Ruh says that the mill is loud.")
