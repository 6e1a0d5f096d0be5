"""What a student's hand does at a desk: open a source, log it, find a question, answer them all."""

from desk_lesson import EARLY, LATE
from playwright.sync_api import expect


def source(one, name):
    return one.page.locator(f"[data-source={name}]:visible")


def go_to(one, day):
    one.page.locator(f".ws-desk-day:visible [data-day='{day}']").click()


def hear(one, words):
    """Wait until the live region says these words: it speaks when the hand has come to rest."""
    expect(one.page.locator(".ws-live")).to_contain_text(words)


def look_at(one, name):
    if not source(one, name).count():
        go_to(one, LATE)
    source(one, name).locator(".ws-desk-source").click()
    return source(one, name)


def log(one, name, shows="It supports the claim", near="measured-it", same=None):
    card = look_at(one, name)
    card.get_by_label(shows).check()
    card.locator("[data-question=near]").select_option(near)
    if same:
        card.locator("[data-question=same]").select_option(same)
    card.locator(".ws-desk-add").click()
    return card


def question(one, name):
    return one.page.locator(f"[data-question='{name}']:visible")


def answer_all(one):
    question(one, "said").get_by_label("It has no speaker").check()
    question(one, f"so-{EARLY}").get_by_label("Disputed").check()
    if one.page.locator(".ws-desk-day:visible").count():
        go_to(one, LATE)
    question(one, f"so-{LATE}").get_by_label("Holds", exact=True).check()
    question(one, "sure").get_by_label("Quite sure").check()


def tab_to(one, words):
    """Press Tab until the focus is on something with these words in its label, text or name."""
    script = """() => { const one = document.activeElement;
        return (one.labels?.[0] || one).textContent + " " + (one.name || ""); }"""
    for _ in range(60):
        one.page.keyboard.press("Tab")
        if words in one.page.evaluate(script):
            return
    raise AssertionError(f"the Tab key does not come to “{words}”")
