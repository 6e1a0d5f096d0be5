"""One lesson from the cards to the wall: three students, by mouse, on a phone and by keyboard, and their teacher."""

from __future__ import annotations

import pytest
from every_lesson import items_of, named
from imagined import Class as Imagined
from playwright.sync_api import expect

from alone import axe_finds
from classroom_hand import comes_in, device, is_ready, is_saved, shows_the_key
from pages import exercise, tab_into

pytestmark = [pytest.mark.browser, pytest.mark.host]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
BET, FADED = "first-bet", "who-faded-s12"
# The word on which the keys stand in a text.
ACTIVE = "e => document.getElementById(e.getAttribute('aria-activedescendant')).textContent"
GUESS, REASON = "That it had lost the city", "on 20 November 2025 the General Staff said"


class Student:
    """Somebody with a mouse."""

    def __init__(self, page, lesson):
        self.page, self.lesson, self.card = page, lesson, lesson.card()

    def comes_in(self):
        comes_in(self.page, self.lesson, self.card)

    def press(self, place, name, role="button"):
        """Press what is called so: in an exercise, or anywhere on the page."""
        here = exercise(self.page, place) if place else self.page
        here.get_by_role(role, name=name).first.click()

    def guesses(self):
        self.press(BET, GUESS, "radio")
        self.press(BET, "Guessing", "radio")

    def marks(self, first, last, label):
        self.word(first).hover()
        self.page.mouse.down()
        self.word(last).hover()
        self.page.mouse.up()
        self.press(FADED, label)

    def goes_to(self, notebook):
        self.press(None, "All notebooks", "link")
        expect(self.page.get_by_text(f"You work as {self.card[0]}")).to_be_visible()
        self.opens(notebook)

    def opens(self, notebook):
        self.follow(f"/kupyansk/{notebook}")
        is_ready(self.page)

    def follow(self, path):
        self.page.locator(f'a[href="{path}"]').click()

    def word(self, text):
        return exercise(self.page, FADED).get_by_role("option", name=text).first


class ByFinger(Student):
    """Somebody with a phone."""

    def press(self, place, name, role="button"):
        here = exercise(self.page, place) if place else self.page
        here.get_by_role(role, name=name).first.tap()

    def follow(self, path):
        self.page.locator(f'a[href="{path}"]').tap()

    def marks(self, first, last, label):
        self.word(first).tap()
        self.word(last).tap()
        self.press(FADED, label)


class ByKeys(Student):
    """Somebody with a keyboard and no mouse."""

    def comes_in(self):
        self.page.goto(self.lesson.address)
        self.tab("Code")
        self.page.keyboard.type(self.card[0])
        self.tab("PIN")
        self.page.keyboard.type(self.card[1])
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_text(f"You work as {self.card[0]}")).to_be_visible()

    def press(self, place, name, role="button"):
        if place:
            tab_into(self.page, place)
        if role == "radio":
            self.tab(name, "e => e.type === 'radio' ? e.closest('fieldset').textContent : ''")
            self.page.keyboard.press("Space")
            self.tab(name, "e => e.labels[0].textContent", "ArrowDown")
        else:
            self.tab(name)
            self.page.keyboard.press("Enter")

    def follow(self, path):
        self.tab(path, "e => e.href")
        self.page.keyboard.press("Enter")

    def marks(self, first, last, label):
        exercise(self.page, FADED).get_by_role("listbox").focus()
        self.page.keyboard.press("Home")
        self.tab(first, ACTIVE, "ArrowRight")
        self.tab(last, ACTIVE, "Shift+ArrowRight")
        self.page.keyboard.press({"cue": "2", "content": "3"}[label])

    def tab(
        self, name, called="e => e.labels?.[0]?.textContent || (e === document.body ? '' : e.textContent)", key="Tab"
    ):
        for _ in range(400):
            if name in (self.page.evaluate(f"({called})(document.activeElement)") or ""):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} did not come to “{name}”")


@pytest.fixture
def students(lesson, browser):
    with device(browser) as one, device(browser, **PHONE) as two, device(browser) as three:
        yield [Student(one, lesson), ByFinger(two, lesson), ByKeys(three, lesson)]


def others(lesson, count):
    """Let some more have sealed the same guess, without a browser."""
    kupyansk = named("kupyansk")
    cards = [lesson.card() for _ in range(count)]
    made = Imagined(lesson.store(), kupyansk, items_of(kupyansk), [code for code, _ in cards])
    for code in made.codes:
        made.seals(code, BET, {"chosen": ["admitted"]})
    return made.codes


def test_a_lesson_goes_from_the_cards_over_a_cut_and_the_seals_to_the_wall(lesson, students, browser):
    codes = [one.card[0] for one in students] + others(lesson, 2)
    for one in students:
        one.comes_in()
        one.opens("01_first_read")
        one.guesses()
        one.press(BET, "Seal my answer")
        expect(exercise(one.page, BET)).to_have_attribute("data-phase", "sealed")
        expect(one.page.get_by_text("from another place")).to_have_count(0)
        assert REASON not in one.page.content()
        one.goes_to("02_who_says_so")
        one.marks("has", "acknowledged", "cue")
        is_saved(one.page)

    lesson.kill()
    for one in students:
        one.marks("the", "Kupyansk", "content")
        expect(one.page.locator(".ws-bar")).not_to_have_attribute("data-state", "saved")
    lesson.open()
    for one in students:
        is_saved(one.page)
        one.press(FADED, "Quite sure", "radio")
        one.press(FADED, "Check")
        expect(exercise(one.page, FADED).locator(".ws-result")).to_be_visible()

    with device(browser) as teacher:
        shows_the_key(teacher, lesson)
        teacher.get_by_role("button", name="Open all seals (5)").click()
        teacher.get_by_role("button", name="Yes, do it").click()
        expect(teacher.get_by_text("Sealed answers opened: 5.")).to_be_visible()
        teacher.get_by_text("Who is where").click()
        for code in codes:
            expect(teacher.get_by_role("rowheader", name=code).first).to_be_visible()
        expect(teacher.get_by_text(f"5: {GUESS}").first).to_be_attached()
        teacher.get_by_label("For the wall").check()
        expect(teacher.get_by_text("an exercise is told in full when")).to_be_visible()
        # What was sealed is a guess of each one's own: it is counted for nobody's eyes but the teacher's.
        expect(teacher.get_by_text(GUESS)).to_have_count(0)
        assert [code for code in codes if code in teacher.content()] == []
        assert axe_finds(teacher) == []

    for one in students:
        one.goes_to("01_first_read")
        expect(one.page.get_by_text("You sealed this at").first).to_be_visible()
        expect(one.page.get_by_text(REASON).first).to_be_attached()
        assert axe_finds(one.page) == []
        assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
