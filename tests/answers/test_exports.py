import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.store import Attempt, Draft, Store, Work

AT = "2025-11-24T09:00:00+00:00"
AWKWARD = st.sampled_from(
    ["🦢👩‍👩‍👧", "مرحبا", "\u202eright to left", "</script><script>", "é", "\0", "\u2028", "\ud83d"]
)
TEXTS = st.one_of(st.text(max_size=30), AWKWARD)
LEAVES = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner), max_leaves=8
)
ANSWERS = st.dictionaries(st.text(max_size=12), VALUES, max_size=4)
CONFIDENCE = st.none() | st.integers(1, 4)
MOMENTS = st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
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
        result=st.none() | ANSWERS,
        made_at=MOMENTS,
    ),
    max_size=3,
)


def draft(exercise="one", *, at=AT, **answer):
    return Draft("kupyansk", exercise, "d", answer or {"chosen": ["a"]}, 3, "checked", at)


def attempt(number=1, **answer):
    name = f"00000000-0000-4000-8000-{number:012}"
    return Attempt(name, "kupyansk", "one", "d", "check", answer, 2, {"points": 1.5}, AT)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "here")
    store.keep_draft(draft())
    store.add_attempt(attempt())
    return store


def changed(store, **fields):
    return json.dumps(json.loads(export_work(store.work())) | fields)


def refusal(store, text):
    """Refuse a file, see that nothing has changed, and give the sentence."""
    before = store.work()
    with pytest.raises(ExportRefused) as refused:
        import_work(store, text)
    assert store.work() == before
    sentence = str(refused.value)
    assert "nothing was changed" in sentence
    assert "\n" not in sentence
    return sentence


def test_export_then_delete_the_store_then_import_brings_everything_back(store, tmp_path):
    before, text = store.work(), export_work(store.work())
    shutil.rmtree(tmp_path / "here")
    again = Store(tmp_path / "here")
    assert again.work().drafts == ()
    sentence = import_work(again, text)
    assert again.work() == before
    assert before.code in sentence


def test_importing_twice_changes_nothing_and_says_so(store, tmp_path):
    text = export_work(store.work())
    other = Store(tmp_path / "there")
    import_work(other, text)
    before = other.work()
    assert "already" in import_work(other, text)
    assert other.work() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, ATTEMPTS)
def test_any_work_comes_back_once_however_often_it_is_imported(drafts, attempts):
    with tempfile.TemporaryDirectory() as place:
        here, there = Store(Path(place, "here")), Store(Path(place, "there"))
        here.take_in(Work("amber-heron-42", tuple(drafts), tuple(attempts)))
        text = export_work(here.work())
        import_work(there, text)
        assert there.work() == here.work()
        assert "already" in import_work(there, text)
        assert there.work() == here.work()


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")) | VALUES.map(json.dumps))
@settings(max_examples=60, deadline=None)
def test_whatever_is_no_work_file_is_refused_in_a_sentence(text):
    with pytest.raises(ExportRefused, match="nothing was changed"):
        import_work(None, text)


def test_the_file_is_plain_ascii_and_names_format_version_and_code(store):
    store.keep_draft(draft("two", said="é 🦢 </script>"))
    text = export_work(store.work())
    assert text.isascii()
    content = json.loads(text)
    assert (content["format"], content["version"], content["code"]) == ("whosays-answers", 1, store.code)


def test_only_the_current_student_s_work_leaves(store):
    store.new_code()
    content = json.loads(export_work(store.work()))
    assert content["drafts"] == content["attempts"] == []


def test_the_code_of_the_file_becomes_the_current_one_and_other_work_stays(store, tmp_path):
    other = Store(tmp_path / "there")
    other.keep_draft(draft("two"))
    mine = other.code
    import_work(other, export_work(store.work()))
    assert other.code == store.code
    other.use_code(mine)
    assert other.draft("kupyansk", "two") == draft("two")


def test_an_older_draft_in_a_file_does_not_replace_a_newer_one(store):
    text = export_work(store.work())
    store.keep_draft(draft(at="2025-11-25T09:00:00+00:00", chosen=["later"]))
    import_work(store, text)
    assert store.draft("kupyansk", "one").answer == {"chosen": ["later"]}


def test_the_sentence_counts_what_was_new(store):
    text = export_work(store.work())
    content = json.loads(text)
    content["attempts"].append(content["attempts"][0] | {"id": "00000000-0000-4000-8000-000000000002"})
    sentence = import_work(store, json.dumps(content))
    assert "0 of 1 answers, 1 of 2 attempts" in sentence


def test_a_file_that_an_editor_gave_a_byte_order_mark_still_opens(store):
    assert "already" in import_work(store, "\ufeff" + export_work(store.work()))


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_file_that_breaks_off_is_refused(store, cut):
    assert "damaged" in refusal(store, export_work(store.work())[:-cut])


@pytest.mark.parametrize(
    "text", ["[]", "null", '"whosays-answers"', "{}", '{"format": "another"}', '{"cells": [], "nbformat": 4}']
)
def test_a_file_of_another_program_is_refused(store, text):
    assert "not a work file" in refusal(store, text)


@pytest.mark.parametrize("version", [2, 10**30])
def test_a_file_of_a_newer_edition_is_refused_with_the_cure(store, version):
    assert "Update the course" in refusal(store, changed(store, version=version))


@pytest.mark.parametrize("size", [5_000_001, 20_000_000])
def test_a_file_over_five_megabytes_is_refused(store, size):
    assert "5 MB" in refusal(store, " " * size)


def test_the_limit_counts_bytes_and_not_signs(store):
    assert "5 MB" in refusal(store, changed(store, code="🦢") + "🦢" * 1_300_000)
    assert "already" in import_work(store, export_work(store.work()).ljust(5_000_000))


@pytest.mark.parametrize("depth", [61, 900, 100_000])
def test_a_file_that_is_nested_too_deeply_is_refused(store, depth):
    nested = '{"a":' * depth + "1" + "}" * depth
    text = changed(store, drafts=["HERE"]).replace('"HERE"', nested)
    assert "nested too deeply" in refusal(store, text)


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
    good = json.loads(export_work(store.work()))["drafts"]
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


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 5000])
def test_numbers_that_a_browser_could_not_read_are_refused(store, number):
    text = changed(store, drafts=["HERE"]).replace('"HERE"', number)
    assert "damaged" in refusal(store, text)
