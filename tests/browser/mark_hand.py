"""A hand that marks: the page of an exercise of the kind mark, and what mouse and keys do there."""

import re

NEWS = "From Kyiv, the Ukrainian military has acknowledged the loss."
TALKS = "The adviser told reporters that talks go on."


def body(*sentences, labels=("source", "cue", "content"), given=(), free=False, asked=1):
    """Give the page of an exercise as the kernel does, offsets counted by Python in code points."""
    lines, start = [], 0
    for number, text in enumerate(sentences or (NEWS, TALKS), start=12):
        found = re.finditer(r"[^\s.,;“”]+", text)
        words = [[start + word.start(), start + word.end()] for word in found]
        lines.append({"number": number, "start": start, "text": text, "words": words})
        start += len(text) + 1
    named = [{"id": label, "name": label, "key": str(place)} for place, label in enumerate(labels, start=1)]
    common = {"text_id": "article", "labels": named, "sentences": lines}
    return {**common, "given": list(given), "free": free, "asked": asked}


def mark(quote, label="source", group=1, text=f"{NEWS}\n{TALKS}"):
    start = text.index(quote)
    return {"group": group, "label": label, "start": start, "end": start + len(quote)}


def word(one, text):
    return one.page.get_by_role("option").filter(has_text=text).first


def drag(one, first, last):
    word(one, first).hover()
    one.page.mouse.down()
    word(one, last).hover()
    one.page.mouse.up()


def press(one, *keys):
    for key in keys:
        one.page.keyboard.press(key)


def listbox(one, number=12):
    return one.page.get_by_role("listbox", name=f"Sentence {number}")


def active(one):
    script = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent"
    return one.page.evaluate(script)


def label(one, name):
    one.page.get_by_role("group", name="Label the selected words").get_by_role("button", name=name).click()


def listed(one):
    return one.page.locator(".ws-mark > .ws-mark-list li span").all_inner_texts()
