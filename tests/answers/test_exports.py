import json
import shutil
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeping import add, draft_in, here, keep, work_in

from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.joining import Travelling, take_in
from exercises.answers.rows import put_aside
from exercises.answers.store import Store
from exercises.answers.work import Aside, Attempt, Draft, Work
from exercises.kinds.base import Result

AT = "2025-11-24T09:00:00+00:00"
RESULT = Result(points=1.5, out_of=2, summary="Part of it.", remarks=(), right=False).model_dump(mode="json")
AWKWARD = st.sampled_from(["🦢👩‍👩‍👧", "مرحبا", "\u202eright to left", "</script><script>", "é", "\0", "\u2028"])
TEXTS = st.one_of(st.text(max_size=30), AWKWARD)
LEAVES = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.floats(-1e15, 1e15))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner), max_leaves=8
)
ANSWERS = st.dictionaries(st.text(max_size=12), VALUES, max_size=4)
CONFIDENCE = st.none() | st.integers(1, 4)
MOMENTS = (
    st.datetimes(timezones=st.timezones())
    .filter(lambda moment: moment.year not in (1, 9999))
    .map(lambda moment: moment.isoformat())
)
RESULTS = st.builds(
    Result,
    points=st.floats(0, 1e15),
    out_of=st.floats(0, 1e15),
    summary=st.text(max_size=8).map(str.strip),
    remarks=st.just(()),
    right=st.booleans(),
    extra=ANSWERS,
).map(lambda result: result.model_dump(mode="json"))
DRAFTS = st.lists(
    st.builds(
        Draft,
        lesson=st.just("kupyansk"),
        exercise=st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True),
        digest=st.just("0123456789abcdef"),
        answer=ANSWERS,
        confidence=CONFIDENCE,
        phase=st.sampled_from(["open", "half", "sealed", "checked", "shown", "passed"]),
        saved_at=MOMENTS,
    ),
    max_size=3,
)
ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        id=st.uuids().map(str),
        lesson=st.just("kupyansk"),
        exercise=st.just("mark-the-source"),
        digest=st.just("0123456789abcdef"),
        what=st.sampled_from(["check", "show", "pass", "seal"]),
        answer=ANSWERS,
        confidence=CONFIDENCE,
        result=st.none() | RESULTS,
        made_at=MOMENTS,
    ),
    max_size=3,
)


def draft(exercise="one", *, at=AT, version="a" * 16, **answer):
    return Draft("kupyansk", exercise, "d", answer or {"chosen": ["a"]}, 3, "checked", at, version)


def attempt(number=1, **answer):
    name = f"00000000-0000-4000-8000-{number:012}"
    return Attempt(name, "kupyansk", "one", "d", "check", answer, 2, RESULT, AT)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "here")
    keep(store, draft())
    add(store, attempt())
    return store


def changed(store, **fields):
    return json.dumps(json.loads(export_work(here(store))) | fields)


def refusal(store, text):
    """Refuse a file, see that nothing has changed, and give the sentence."""
    before = work_in(store)
    with pytest.raises(ExportRefused) as refused:
        import_work(store, text)
    assert work_in(store) == before
    sentence = str(refused.value)
    assert "nothing was changed" in sentence
    assert "\n" not in sentence
    return sentence


def test_export_then_delete_the_store_then_import_brings_everything_back(store, tmp_path):
    before, text = work_in(store), export_work(here(store))
    shutil.rmtree(tmp_path / "here")
    again = Store(tmp_path / "here")
    assert work_in(again).drafts == ()
    _, sentence = import_work(again, text)
    assert work_in(again) == before
    assert before.code in sentence


def test_importing_twice_changes_nothing_and_says_so(store, tmp_path):
    text = export_work(here(store))
    other = Store(tmp_path / "there")
    import_work(other, text)
    before = work_in(other)
    assert "no new answers" in import_work(other, text)[1]
    assert work_in(other) == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, ATTEMPTS)
def test_any_work_comes_back_once_however_often_it_is_imported(drafts, attempts):
    with tempfile.TemporaryDirectory() as place:
        mine, there = Store(Path(place, "mine")), Store(Path(place, "there"))
        take_in(mine, Travelling(Work("amber-heron-42", tuple(drafts), tuple(attempts))), "amber-heron-42", "file")
        text = export_work(here(mine))
        import_work(there, text)
        assert work_in(there) == work_in(mine)
        wanted = "no new answers" if drafts or attempts else "holds no answers"
        assert wanted in import_work(there, text)[1]
        assert work_in(there) == work_in(mine)


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")) | VALUES.map(json.dumps))
@settings(max_examples=40, deadline=None)
def test_whatever_is_no_work_file_is_refused_in_a_sentence(text):
    with pytest.raises(ExportRefused, match="nothing was changed"):
        import_work(None, text)


def test_the_file_is_plain_ascii_and_names_format_version_and_code(store):
    keep(store, draft("two", said="é 🦢 </script>"))
    text = export_work(here(store))
    assert text.isascii()
    content = json.loads(text)
    assert (content["format"], content["version"], content["code"]) == ("whosays-answers", 3, store.code)


def test_only_the_current_student_s_work_leaves(store):
    store.new_code()
    content = json.loads(export_work(here(store)))
    assert content["drafts"] == content["attempts"] == []


def test_the_code_of_the_file_becomes_the_current_one_and_other_work_stays(store, tmp_path):
    other = Store(tmp_path / "there")
    keep(other, draft("two"))
    mine = other.code
    import_work(other, export_work(here(store)))
    assert other.code == store.code
    other.use_code(mine)
    assert draft_in(other, "kupyansk", "two") == draft("two")


def test_the_sentence_counts_what_was_same_added_and_put_aside(store):
    content = json.loads(export_work(here(store)))
    (one,) = content["drafts"]
    content["drafts"] = [
        one,
        one | {"exercise": "two", "version": "b" * 16},
        one | {"exercise": "three", "version": "c" * 16},
    ]
    content["attempts"].append(content["attempts"][0] | {"id": "00000000-0000-4000-8000-000000000002"})
    keep(store, draft("three", version="d" * 16, chosen=["mine"]))
    code, sentence = import_work(store, json.dumps(content))
    assert code == store.code
    assert "New or newer answers from the file: 1. Not changed: 1. Earlier tries and versions added: 2." in sentence
    assert "Exercises with two different answers: 1." in sentence
    assert "Earlier versions" in sentence


def test_half_characters_are_mended_and_that_is_said(store):
    cut = asdict(draft("two", said="half \ud83d of one")) | {"trail": []}
    _, sentence = import_work(store, changed(store, drafts=[cut]))
    assert "cut in half" in sentence
    assert draft_in(store, "kupyansk", "two").answer == {"said": "half \ufffd of one"}


def test_a_file_without_versions_opens_and_opening_it_twice_changes_nothing(store, tmp_path):
    content = json.loads(export_work(here(store)))
    for one in content["drafts"]:
        del one["version"], one["trail"]
    del content["aside"]
    text = json.dumps(content | {"version": 1})
    other = Store(tmp_path / "there")
    import_work(other, text)
    before = work_in(other)
    assert [one.answer for one in before.drafts] == [{"chosen": ["a"]}]
    assert "no new answers" in import_work(other, text)[1]
    assert work_in(other) == before


def test_what_was_put_aside_goes_along(store, tmp_path):
    put = Aside("b" * 16, "kupyansk", "one", "d", {"chosen": ["c"]}, None, AT, "window")
    code = store.code
    store.run(lambda connection: put_aside(connection, code, put), write=True)
    other = Store(tmp_path / "there")
    import_work(other, export_work(here(store)))
    assert work_in(other).aside == (put,)


def test_a_file_that_an_editor_gave_a_byte_order_mark_still_opens(store):
    assert "no new answers" in import_work(store, "\ufeff" + export_work(here(store)))[1]


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_file_that_breaks_off_is_refused(store, cut):
    assert "damaged" in refusal(store, export_work(here(store))[:-cut])


@pytest.mark.parametrize(
    "text", ["[]", "null", '"whosays-answers"', "{}", '{"format": "another"}', '{"cells": [], "nbformat": 4}']
)
def test_a_file_of_another_program_is_refused(store, text):
    assert "not a work file" in refusal(store, text)


@pytest.mark.parametrize("version", [4, 10**15])
def test_a_file_of_a_newer_edition_is_refused_with_the_cure(store, version):
    assert "Update the course" in refusal(store, changed(store, version=version))


@pytest.mark.parametrize("size", [5_000_001, 20_000_000])
def test_a_file_over_five_megabytes_is_refused(store, size):
    assert "5 MB" in refusal(store, " " * size)


def test_work_that_would_make_too_large_a_file_is_refused_when_it_is_saved_and_not_when_it_is_opened(store):
    keep(store, draft("two", said="x" * 4_990_000))
    assert "no new answers" in import_work(store, export_work(here(store)))[1]
    keep(store, draft("three", said="x" * 20_000))
    with pytest.raises(ExportRefused, match="larger than 5 MB"):
        export_work(here(store))
    assert draft_in(store, "kupyansk", "three") is not None


LONG = RESULT | {"extra": {"board": "x" * 200_000}}


def test_after_however_many_checks_with_long_results_the_work_can_be_taken_along(store, tmp_path):
    answers = [{"chosen": [str(number)]} for number in range(60)]
    for number, answer in enumerate(answers, 10):
        add(store, replace(attempt(number, **answer), result=LONG))
    keep(store, draft(**answers[30]))
    there = Store(tmp_path / "there")
    import_work(there, export_work(here(store)))
    assert work_in(there).drafts == work_in(store).drafts
    assert [one.answer for one in work_in(there).attempts] == [one.answer for one in work_in(store).attempts]
    told = [one.answer for one in work_in(there).attempts if one.result]
    assert told == [attempt().answer, answers[30], answers[59]]


def test_work_without_long_results_goes_along_whole(store, tmp_path):
    add(store, replace(attempt(10), result=LONG))
    there = Store(tmp_path / "there")
    import_work(there, export_work(here(store)))
    assert work_in(there) == work_in(store)


def test_who_has_too_much_for_a_file_reads_where_the_answers_lie_and_of_earlier_versions_if_that_helps(store, tmp_path):
    aside = Aside("a" * 8, "kupyansk", "one", "d", {"said": "x" * 4_900_000}, None, AT, "file")
    store.run(lambda connection: put_aside(connection, store.code, aside), write=True)
    keep(store, draft("two", said="x" * 200_000))
    with pytest.raises(ExportRefused, match=r"answers\.sqlite\. Throw away earlier versions"):
        export_work(here(store))
    keep(store, draft("three", said="x" * 4_900_000))
    with pytest.raises(ExportRefused, match="teacher") as refused:
        export_work(here(store))
    assert str(tmp_path / "here" / "answers.sqlite") in str(refused.value)
    assert "earlier versions" not in str(refused.value)


def test_the_limit_counts_bytes_and_not_signs(store):
    assert "5 MB" in refusal(store, changed(store, code="🦢") + "🦢" * 1_300_000)
    assert "no new answers" in import_work(store, export_work(here(store)).ljust(5_000_000))[1]


@pytest.mark.parametrize("depth", [61, 900, 100_000])
def test_a_file_that_is_nested_too_deeply_is_refused(store, depth):
    nested = '{"a":' * depth + "1" + "}" * depth
    text = changed(store, drafts=["HERE"]).replace('"HERE"', nested)
    assert "too deep within each other" in refusal(store, text)


def broken_drafts():
    good = {"lesson": "kupyansk", "exercise": "one", "digest": "d", "answer": {}, "confidence": 1}
    good |= {"phase": "open", "saved_at": AT}
    wrong = {
        "answer": ["list", None, "text"],
        "confidence": [0, 5, True, 2.0, "2"],
        "phase": ["done", None],
        "saved_at": ["yesterday", "2025-11-24T09:00:00", 5],
        "lesson": ["", "../etc", "a" * 200, None, "a\n"],
    }
    for field, values in wrong.items():
        for value in values:
            yield good | {field: value}
    yield good | {"extra": 1}
    yield {field: value for field, value in good.items() if field != "phase"}


@pytest.mark.parametrize("broken", broken_drafts(), ids=lambda broken: json.dumps(broken)[:120])
def test_one_wrong_draft_refuses_the_whole_file_and_names_its_place(store, broken):
    good = json.loads(export_work(here(store)))["drafts"]
    assert "drafts 2" in refusal(store, changed(store, drafts=[*good, broken], attempts=[]))


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "<img onerror=x>"},
        {"code": "Amber Heron 42"},
        {"code": None},
        {"drafts": {}},
        {"attempts": [{"id": "1"}]},
        {"version": 0},
        {"version": "1"},
        {"version": True},
        {"exported_at": "today"},
        {"surprise": 1},
    ],
    ids=str,
)
def test_a_wrong_field_is_named(store, fields):
    (name,) = fields
    assert name in refusal(store, changed(store, **fields))


def test_the_name_of_an_unknown_field_cannot_break_the_sentence(store):
    name = "surprise\n\u202e{code}" + "x" * 500
    assert len(refusal(store, changed(store, **{name: 1}))) < 300


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 5000, "1e999", "-1e999", "9007199254740993"])
def test_numbers_that_a_browser_could_not_read_are_refused(store, number):
    text = changed(store, drafts=["HERE"]).replace('"HERE"', number)
    assert "damaged" in refusal(store, text)
