"""What the last notebook tells of the time after the article stands, with its day, among the sourced notes."""

import re
from datetime import datetime

from every_lesson import named

from exercises.notebook.prose import Passage, read_prose

LESSON = named("kupyansk")
SINCE = LESSON.background.since_then
PROSE = "\n".join(cell.text for cell in read_prose(LESSON.folder / "finish.md").cells if isinstance(cell, Passage))
ROW = re.compile(r"^\| (\d{1,2} \w{3})( \d{4})? \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def rows():
    year = ""
    for day, new_year, owner, what in ROW.findall(PROSE):
        year = new_year or year
        yield datetime.strptime(f"{day}{year} +0000", "%d %b %Y %z").date().isoformat(), owner, what


def test_every_line_has_the_day_of_a_sourced_note_and_the_days_stand_in_order():
    days = [day for day, _, _ in rows()]
    assert len(days) > 10
    assert set(days) <= {entry.date for entry in SINCE.entries}
    assert days == sorted(days)


def test_both_armies_have_their_say_about_equally_often():
    said = [owner + what for _, owner, what in rows()]
    russia = sum("Russia's" in one or "Russian army" in one or "a Russian general" in one for one in said)
    ukraine = sum("Ukraine's" in one or one.startswith("Zelensky") for one in said)
    assert min(russia, ukraine) >= 5
    assert abs(russia - ukraine) <= 2


def test_it_says_until_when_was_searched_and_sends_the_reader_to_what_is_newer():
    read = datetime.fromisoformat(SINCE.as_read)
    assert f"searched on {read.day} {read:%B %Y}" in " ".join(PROSE.split())
    assert "Look up what is newer" in PROSE
