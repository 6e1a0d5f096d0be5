"""The report of a mark says which sentence was marked."""

import pytest
from every_lesson import items_of, named

from exercises.kinds.mark.tell import about

LESSON = named("kupyansk")
MARKS = [item for item in items_of(LESSON).values() if item.kind == "mark"]


@pytest.mark.parametrize("item", MARKS, ids=lambda item: item.id)
def test_the_sentences_are_told_with_their_numbers(item):
    shown = [one for one in LESSON.texts[item.text].sentences if one.number in item.sentences]
    assert about(item, LESSON) == [f"S{one.number}: {one.text}" for one in shown]
    assert shown
