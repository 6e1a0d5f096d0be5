"""Confidence shown back in counts."""

from itertools import count as numbers

import pytest
from desk_lesson import ARCHIVE, OLD_GUIDE, desk_item, desk_lesson, work
from hypothesis import given
from hypothesis import strategies as some

from exercises.answers.calibration import count, lines, sureness
from exercises.answers.work import Attempt
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.words import words

ANSWERS = [(4, True)] * 5 + [(4, False)] * 4 + [(1, False), (None, True)]


def test_counts_say_how_often_somebody_was_this_sure_and_right():
    surest = count(ANSWERS)[0]
    assert (surest.confidence, surest.times, surest.right) == (4, 9, 5)
    assert str(surest) == "very sure 9 times, right 5"


def test_all_four_steps_are_counted_even_if_never_chosen():
    assert [step.confidence for step in count([])] == [4, 3, 2, 1]


def test_answers_without_confidence_are_left_out():
    assert sum(step.times for step in count(ANSWERS)) == 10


def test_a_line_a_step_is_written_for_the_steps_that_were_chosen():
    assert lines(ANSWERS) == ["Very sure 9 times, right 5", "Guessing once, right 0"]


def test_without_a_confidence_there_is_no_line():
    assert lines([(None, True)]) == []


@given(some.lists(some.tuples(some.none() | some.integers(1, 4), some.booleans())))
def test_every_answer_with_a_confidence_is_counted_once(answers):
    counted = count(answers)
    assert sum(step.times for step in counted) == sum(confidence is not None for confidence, _ in answers)
    assert all(step.right <= step.times for step in counted)


def test_the_steps_are_named_as_the_student_chose_them():
    asked, shown = words("kit"), words("remarks")["calibration"]["steps"]
    assert shown == {step: asked[f"sure_{step}"].lower() for step in "1234"}


@pytest.mark.parametrize("odd", [0, 5, -1])
def test_a_confidence_beyond_the_four_steps_is_refused(odd):
    with pytest.raises(ValueError, match="1 to 4"):
        count([(odd, True)])


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


NUMBERS = numbers()


def tried(lesson, exercise="who-speaks", *, what="check", sure=4, right=True, answer=None, **fields):
    """Make an attempt; its time and id go up from call to call."""
    number = next(NUMBERS)
    result = {"right": right} if what == "check" else None
    made = {"id": f"{number}", "lesson": lesson.id, "exercise": exercise, "digest": "0123456789abcdef", "what": what}
    given = {"answer": answer or {}, "confidence": sure, "result": result, "made_at": f"2026-01-01T10:{number:02}"}
    return Attempt(**(made | given | fields))


def test_only_the_first_try_of_an_exercise_counts(lesson):
    tries = [
        tried(lesson, sure=4, right=False),
        tried(lesson, sure=4, right=True),
        tried(lesson, "mark-the-mayor", sure=2, right=False),
    ]
    assert sureness(tries, load_items(lesson), lesson) == [(4, False), (2, False)]


def test_an_answer_is_scored_anew_whatever_is_stored_of_it(lesson):
    wrong = tried(lesson, answer={"chosen": ["reporter"]}, sure=4, right=True)
    assert sureness([wrong], load_items(lesson), lesson) == [(4, False)]


def test_where_nothing_stored_is_believed_only_what_can_be_scored_today_counts(lesson):
    tries = [tried(lesson, digest="e.00000000000000", right=True), tried(lesson, "gone", right=True)]
    assert sureness(tries, load_items(lesson), lesson, stored=False) == []


def test_an_exercise_that_was_passed_on_first_never_counts(lesson):
    tries = [tried(lesson, what="pass", sure=None), tried(lesson, sure=4, right=True)]
    assert sureness(tries, load_items(lesson), lesson) == []


def desk_tried(lesson, **fields):
    answer = {"claims": {"C1": work(ARCHIVE, OLD_GUIDE, confidence=3)}}
    return tried(lesson, "bridge-desk", **{"sure": None, "right": False, "answer": answer, **fields})


def test_a_desk_counts_each_claim_with_its_own_confidence(tmp_path):
    lesson = desk_lesson(tmp_path / "bridge")
    assert sureness([desk_tried(lesson)], {"bridge-desk": desk_item()}, lesson) == [(3, True)]


@pytest.mark.parametrize(
    "changed", [{"digest": "of an older edition"}, {"answer": {"claims": 5}}], ids=["older edition", "damaged answer"]
)
def test_an_answer_that_cannot_be_scored_now_counts_by_its_stored_result(tmp_path, changed):
    lesson = desk_lesson(tmp_path / "bridge")
    attempt = desk_tried(lesson, sure=2, **changed)
    assert sureness([attempt], {"bridge-desk": desk_item()}, lesson) == [(2, False)]


def test_an_exercise_that_is_gone_from_the_lesson_counts_by_its_stored_result(lesson):
    assert sureness([tried(lesson, "gone", sure=1, right=True)], load_items(lesson), lesson) == [(1, True)]
