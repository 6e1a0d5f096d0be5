"""What the last notebook tells of the time after the article stands, with its day, among the sourced notes."""

import re
from datetime import datetime

import pytest
from every_lesson import LESSONS, named

from exercises.notebook.prose import Passage, read_prose

LAST = [lesson for lesson in LESSONS if lesson.info.notebooks[-1].name == "finish"]
ROW = re.compile(r"^\| (\d{1,2} \w{3})( \d{4})? \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)

each_last = pytest.mark.parametrize("lesson", LAST, ids=lambda lesson: lesson.id)


def prose(lesson):
    cells = read_prose(lesson.folder / "finish.md").cells
    return "\n".join(cell.text for cell in cells if isinstance(cell, Passage))


def rows(lesson):
    year = ""
    for day, new_year, owner, what in ROW.findall(prose(lesson)):
        year = new_year or year
        yield datetime.strptime(f"{day}{year} +0000", "%d %b %Y %z").date().isoformat(), owner, what


@each_last
def test_every_line_has_the_day_of_a_sourced_note_and_the_days_stand_in_order(lesson):
    days = [day for day, _, _ in rows(lesson)]
    assert len(days) > 10
    assert set(days) <= {entry.date for entry in lesson.background.since_then.entries}
    assert days == sorted(days)


def test_both_armies_have_their_say_about_equally_often():
    said = [owner + what for _, owner, what in rows(named("kupyansk"))]
    russia = sum("Russia's" in one or "Russian army" in one or "a Russian general" in one for one in said)
    ukraine = sum("Ukraine's" in one or one.startswith("Zelensky") for one in said)
    assert min(russia, ukraine) >= 5
    assert abs(russia - ukraine) <= 2


def test_the_town_and_the_ferry_line_have_their_say_equally_often():
    owners = [owner for _, owner, _ in rows(named("harbour"))]
    town = sum(owner.startswith(("the town", "the council")) for owner in owners)
    assert town == owners.count("the ferry line") >= 2


@each_last
def test_it_says_where_the_lines_end_and_sends_the_reader_to_what_is_newer(lesson):
    read = datetime.fromisoformat(lesson.background.since_then.as_read)
    end = "The story ends with the last line" if lesson.info.invented else f"searched on {read.day} {read:%B %Y}"
    assert end in " ".join(prose(lesson).split())
    assert "Look up what is newer" in prose(lesson)
