"""An exercise *mark* gives no verdict away that a desk of the lesson asks for, and sends nobody to a wrong notebook."""

import pytest
from every_lesson import LESSONS, items_of

from exercises.kinds.mark.asked import entries_asked
from exercises.kinds.mark.facts import fact
from exercises.words import words

SAID = words("remarks")
MARKS = [
    pytest.param(lesson, item, id=f"{lesson.id}-{item.id}")
    for lesson in LESSONS
    for item in items_of(lesson).values()
    if item.kind == "mark" and item.layer == "attribution"
]
each_mark = pytest.mark.parametrize(("lesson", "item"), MARKS)


def asked(lesson, notebook):
    """Give the claims that the desks of a notebook ask about."""
    desks = [item for item in items_of(lesson).of(notebook) if item.kind == "desk"]
    return {placed.claim for desk in desks for placed in desk.claims}


def told(lesson, item):
    """Give what the result tells of each claim: its id, and a line."""
    for entry in entries_asked(item, lesson):
        label = "content" if entry.parts.get("content") else "cue"
        _form, *lines = fact(entry, label, lesson, item.so_later).split("\n")
        yield from zip(entry.entry.claims, lines, strict=True)


@each_mark
def test_no_verdict_is_told_that_a_desk_asks_for(lesson, item):
    at_a_desk = set().union(*(asked(lesson, entry.name) for entry in lesson.info.notebooks))
    verdicts = [f"Is it so? {verdict}" for verdict in SAID["verdict"].values()]
    given_away = [name for name, line in told(lesson, item) if any(one in line for one in verdicts)]
    assert [name for name in given_away if name in at_a_desk] == []


@each_mark
def test_the_notebook_that_is_named_asks_for_it(lesson, item):
    titles = {entry.name: entry.title for entry in lesson.info.notebooks}
    sent = [name for name, line in told(lesson, item) if titles.get(item.so_later, "\n") in line]
    assert bool(sent) == bool(item.so_later)
    assert set(sent) <= (asked(lesson, item.so_later) if item.so_later else set())
