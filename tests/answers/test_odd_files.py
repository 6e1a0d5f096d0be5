"""Work files that no edition of this course has written: what can be mended is, and nothing vanishes without a word."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keeping import draft_in, here, work_in
from pydantic import TypeAdapter, ValidationError

from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.shapes import Moment
from exercises.answers.store import Store
from exercises.kinds.base import Result
from exercises.report import gather

CODE, AT = "amber-heron-42", "2025-11-24T09:00:00+00:00"
DRAFT = {"lesson": "bridge", "exercise": "bet", "digest": "d", "answer": {"chosen": ["opens"]}, "confidence": 1}
DRAFT |= {"phase": "open", "saved_at": AT, "version": "a" * 16, "trail": []}
ATTEMPT = {"lesson": "bridge", "exercise": "bet", "digest": "d", "answer": {"chosen": ["opens"]}, "confidence": 1}
ATTEMPT |= {"id": "0" * 32, "what": "check", "result": None, "made_at": AT}
OTHER = {"answer": {"chosen": ["stays"]}}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "here")


def file_with(*drafts, attempts=()):
    content = {"format": "whosays-answers", "version": 2, "code": CODE, "exported_at": AT}
    return json.dumps(content | {"drafts": drafts, "attempts": list(attempts), "aside": []})


def refusal(store, text):
    before = work_in(store)
    with pytest.raises(ExportRefused) as refused:
        import_work(store, text)
    assert work_in(store) == before
    return str(refused.value)


def answers_in(store):
    """Give the answer that stands, and those under Earlier versions."""
    work = work_in(store)
    return [one.answer["chosen"] for one in work.drafts], sorted(one.answer["chosen"] for one in work.aside)


@pytest.mark.parametrize("version", ["b" * 16, "a" * 16], ids=["another version", "the same version"])
def test_of_two_drafts_of_one_exercise_the_second_is_put_aside_and_that_is_said(store, version):
    text = file_with(DRAFT, DRAFT | OTHER | {"version": version})
    _, sentence = import_work(store, text)
    assert answers_in(store) == ([["opens"]], [["stays"]])
    assert "New or newer answers from the file: 1." in sentence
    assert "Exercises with two different answers: 1." in sentence
    assert "no new answers" in import_work(store, text)[1]
    assert answers_in(store) == ([["opens"]], [["stays"]])


def test_of_two_drafts_that_both_go_on_with_what_is_here_neither_is_lost(store):
    import_work(store, file_with(DRAFT))
    newer = [{"answer": {"chosen": [name]}, "version": name * 16, "trail": ["a" * 16]} for name in ("b", "c")]
    import_work(store, file_with(*(DRAFT | one for one in newer)))
    assert answers_in(store) == ([["b"]], [["c"]])


def test_of_two_drafts_of_which_one_is_said_to_go_on_with_the_other_neither_is_lost(store):
    newer = DRAFT | OTHER | {"version": "b" * 16, "trail": ["a" * 16]}
    import_work(store, file_with(newer, DRAFT))
    assert answers_in(store) == ([["stays"]], [["opens"]])


def test_of_two_commits_against_what_is_begun_here_all_three_answers_are_kept(store):
    import_work(store, file_with(DRAFT))
    checked = [{"answer": {"chosen": [name]}, "version": name * 16, "phase": "checked"} for name in ("b", "c")]
    import_work(store, file_with(*(DRAFT | one for one in checked)))
    assert answers_in(store) == ([["b"]], [["c"], ["opens"]])


@pytest.mark.parametrize("name", ["drafts", "code", "answer"])
def test_a_file_that_says_one_thing_twice_is_refused(store, name):
    text = file_with(DRAFT)
    assert "stands twice" in refusal(store, text.replace(f'"{name}":', f'"{name}": null, "{name}":', 1))


@pytest.mark.parametrize("digits", [17, 400, 5000])
def test_a_giant_number_is_refused_as_one(store, digits):
    text = file_with(DRAFT | {"answer": {"chosen": 0}}).replace('"chosen": 0', '"chosen": ' + "9" * digits)
    assert "a number that is too large" in refusal(store, text)


EDGES = ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "0001-06-01T00:00:00+00:00"]


@pytest.mark.parametrize("moment", EDGES)
def test_a_moment_that_some_time_zone_does_not_have_is_refused(store, moment):
    assert "drafts 1 saved_at" in refusal(store, file_with(DRAFT | {"saved_at": moment}))
    assert "attempts 1 made_at" in refusal(store, file_with(attempts=[ATTEMPT | {"made_at": moment}]))


@given(st.datetimes(), st.timedeltas(timedelta(hours=-23, minutes=-59), timedelta(hours=23, minutes=59)))
def test_every_moment_that_is_taken_can_be_told_in_every_time_zone(moment, offset):
    text = moment.replace(tzinfo=timezone(offset)).isoformat()
    try:
        taken = TypeAdapter(Moment).validate_python(text)
    except ValidationError:
        assert len(text) > 40 or moment.year in (1, 9999)
        return
    for hours in (-23, 0, 23):
        datetime.fromisoformat(taken).astimezone(timezone(timedelta(hours=hours, minutes=hours and 59)))


WHOLE = Result(points=1, out_of=1, summary="Right.", remarks=(), right=True).model_dump(mode="json")


@pytest.mark.parametrize(
    "result",
    [
        {"summary": "x"},
        {},
        {name: value for name, value in WHOLE.items() if name != "points"},
        WHOLE | {"points": -1},
        WHOLE | {"remarks": [{"subject": "x"}]},
        WHOLE | {"remarks": {"0": "x"}},
        WHOLE | {"extra": None},
    ],
    ids=json.dumps,
)
def test_a_result_that_no_check_gives_is_left_out_and_the_attempt_is_kept(store, result):
    import_work(store, file_with(DRAFT, attempts=[ATTEMPT | {"result": result}]))
    assert [(one.what, one.result) for one in work_in(store).attempts] == [("check", None)]


def test_a_result_that_a_check_gives_is_kept_as_it_is(store):
    import_work(store, file_with(DRAFT, attempts=[ATTEMPT | {"result": WHOLE}]))
    assert [one.result for one in work_in(store).attempts] == [WHOLE]


def test_a_report_can_be_made_whatever_moment_an_earlier_edition_took_in(kernel):
    import_work(kernel.store, file_with(DRAFT, attempts=[ATTEMPT]))
    for moment in EDGES[:2]:
        statement = f"UPDATE attempts SET made_at = '{moment}'"
        kernel.store.run(lambda connection, made=statement: connection.exec_driver_sql(made), write=True)
        report = gather(kernel.lesson, kernel.items, work_in(kernel.store), date(2026, 11, 25))
        assert [one.id for one in report.told] == ["bet"]
    assert draft_in(kernel.store, "bridge", "bet").answer == DRAFT["answer"]
    assert "made_at" not in export_work(here(kernel.store))
