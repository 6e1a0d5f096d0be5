"""The marks of an exercise can be taken along as soon as one of them is the student's own."""

import pytest
from small_lesson import ARTICLE

from exercises.kinds.checked import Checked
from exercises.kinds.items import load_items
from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.offers import marked_text
from exercises.kinds.offers import offers, take
from exercises.lesson.load import load_lesson

SOURCE = {"group": 1, "label": "source", "start": 0, "end": 18}
CUE = {"group": 1, "label": "cue", "start": 19, "end": 23}


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


def work(lesson, *marks, **fields):
    item = load_items(lesson)["mark-the-mayor"].model_copy(update=fields)
    answer = MarkAnswer.model_validate({"marks": marks})
    return Checked(item, answer, lesson, "amber-heron-42", "2026-11-23T12:00:00.123+02:00", shown=False)


def test_one_file_is_offered_for_all_marks(lesson):
    assert offers(work(lesson, SOURCE)) == [
        {"subject": "", "files": [{"format": "annotations", "what": "annotations"}]}
    ]


def test_nothing_is_offered_where_no_mark_is_the_students(lesson):
    assert offers(work(lesson)) == []
    assert offers(work(lesson, SOURCE, given=("source",))) == []


def test_what_is_not_offered_is_not_made(lesson):
    for what in ("card", "annotations/A01a", ""):
        with pytest.raises(KeyError):
            take(work(lesson, SOURCE), what)


def test_marks_that_the_course_gave_come_from_the_lesson_and_are_called_given(lesson):
    marked = marked_text(work(lesson, CUE, given=("source",)))
    quoted = {(ARTICLE[mark.start : mark.end], mark.given) for mark in marked.marks}
    assert quoted == {("The mayor of Dovhe", True), ("said", False)}
