"""What a student does with an article of their own, in any host, as small steps that tests are made of."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from pages import exercise

BRING, MARK, NAMED, SURE = "bring-text", "who-says-what", "how-named", "how-sure-in-yours"
CLAIM = "check-a-claim"
# Written for the tests; place and people are invented.
ARTICLE = """The library of Lenz will open on Sundays, the town said on Friday.

“We asked 900 readers, and most of them wanted it,” said Ada Korn, who runs it. According to a union, nobody asked the
staff. The plan may cost about 40,000 crowns a year."""


class Student:
    """Somebody in front of the notebook."""

    def __init__(self, page):
        self.page = page

    def button(self, name, place=BRING):
        return exercise(self.page, place).get_by_role("button", name=name, exact=True)

    def pastes(self, text):
        # As fast as from a clipboard: typing a million letters takes a while.
        self.page.get_by_label("Paste the article here").evaluate("(area, text) => { area.value = text; }", text)
        self.button("Read this text").click()

    def opens(self, name, data):
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        exercise(self.page, BRING).locator("input[type=file]").set_input_files(file)

    def sentences(self):
        return exercise(self.page, BRING).locator(".ws-bring-list li")

    def marks(self, first, last, label, place=MARK, *, sentence=None):
        """Mark words from the first to the last one: in that sentence, or where they stand first."""
        line = exercise(self.page, place)
        where = line.get_by_role("listbox", name=re.compile(rf"^Sentence {sentence}\b")) if sentence else line
        for words in dict.fromkeys((first, last)):
            where.get_by_role("option", name=words, exact=True).first.click()
        line.get_by_role("button", name=re.compile(label)).first.click()

    def cards(self, place=MARK):
        return exercise(self.page, place).locator(".ws-annotate-card")

    def settles_everything(self, place=MARK):
        """Take other words for the first difference, and what comes first for all others."""
        expect(self.cards(place).first).to_be_visible(timeout=30_000)
        for number, card in enumerate(self.cards(place).all()):
            card.get_by_role("radio").nth(0 if number else 1).check()
            card.get_by_label("Why? One sentence about the words.").fill("I read it twice.")
        self.button("Keep what I settled", place).click()

    def sorts(self, first, others):
        """Put the first source that waits into one bin, and all others into another."""
        waiting = exercise(self.page, NAMED).locator(".ws-sort-tray select")
        waiting.first.select_option(first)
        while waiting.count():
            waiting.first.select_option(others)

    def is_saved(self):
        expect(self.page.locator(".ws-bar")).to_have_attribute("data-state", "saved")

    def saves_a_report(self):
        """Save the report, and give its text."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Save my report").click()
        return Path(download.value.path()).read_text("utf-8")
