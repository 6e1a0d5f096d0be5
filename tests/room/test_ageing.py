"""What is older than a term is deleted wholly by one command, and nothing newer with it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner

from exercises.answers import happened
from exercises.answers.rows import aside_of, note_trail, put_aside, put_attempt, put_draft
from exercises.answers.student import Student
from exercises.answers.tables import RECEIPTS, UNREADABLE
from exercises.answers.work import Attempt, Draft
from exercises.cli import app
from exercises.room import damaged, taken
from exercises.room.classes import class_folder, held
from exercises.room.register import Register, class_store
from exercises.room.taken import note_taken

NEW, OLD = 10, 200  # days


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store():
    return class_store(class_folder("9b"))


@pytest.fixture
def code(store):
    return Register(store).issue(1)[0].code


def typed(*words, given="9b\n"):
    done = CliRunner().invoke(app, ["room", "--class", "9b", *words], input=given)
    return done.exit_code, " ".join(done.output.split())


def works(store, code, exercise, *, begun, touched):
    """Leave all that a student can leave in one exercise: begun and touched so many days ago."""
    first, last = ((datetime.now(UTC) - timedelta(days=days)).isoformat() for days in (begun, touched))
    place, answer = ("bridge", exercise, "e.00000000000000"), {"text": f"words on {exercise}"}
    draft = Draft(*place, answer, None, "checked", last)
    receipt = {"code": code, "lesson": "bridge", "exercise": exercise, "tab": exercise, "seq": 1, "version": None}

    def put(connection):
        put_draft(connection, code, draft, None)
        put_attempt(connection, code, Attempt(f"{exercise:0<32}", *place, "check", answer, None, None, first))
        put_aside(connection, code, aside_of(Draft(*place, answer, None, "open", first), "window"))
        note_trail(connection, code, draft, [draft.version])
        connection.execute(insert(RECEIPTS), receipt)

    store.run(put, write=True)


def exercises_in(store, table):
    wanted = f"SELECT exercise FROM {table}"
    return store.run(lambda one: one.exec_driver_sql(wanted).scalars().all(), write=False)


def test_an_exercise_that_nobody_touched_for_long_is_gone_with_all_that_was_kept_of_it(store, code):
    works(store, code, "a1", begun=OLD, touched=OLD)
    works(store, code, "b2", begun=OLD, touched=NEW)
    exit_code, said = typed("--delete", "--older-than", "180")
    assert (exit_code, "answers to exercises: 1." in said) == (0, True), said
    tables = ("drafts", "attempts", "aside", "trail", "receipts")
    assert {table: exercises_in(store, table) for table in tables} == {table: ["b2"] for table in tables}
    assert Register(store).codes() == [code]
    left = b"".join(file.read_bytes() for file in class_folder("9b").iterdir())
    assert (b"words on a1" in left, b"words on b2" in left) == (False, True)


@pytest.mark.parametrize(("name", "value"), [("taken x", "today"), ("taken a b c", "yesterday"), ("taken", "")])
def test_a_note_in_which_a_letter_has_changed_keeps_nobody_from_deleting(store, code, name, value):
    works(store, code, "a1", begun=OLD, touched=OLD)
    store.note(name, value)
    exit_code, said = typed("--delete", "--older-than", "180")
    assert (exit_code, exercises_in(store, "drafts")) == (0, []), said


def test_what_was_taken_in_today_stays_whatever_the_clock_was_at_which_it_was_written(store, code):
    works(store, code, "a1", begun=OLD, touched=OLD)
    works(store, code, "b2", begun=OLD, touched=OLD)
    work = Student(store, code).work()
    brought = replace(work, drafts=tuple(one for one in work.drafts if one.exercise == "b2"), attempts=(), aside=())
    store.run(lambda connection: note_taken(connection, code, brought), write=True)
    typed("--delete", "--older-than", "180")
    assert exercises_in(store, "drafts") == ["b2"]


def test_when_it_was_taken_in_long_ago_it_goes_with_what_was_noted_of_it(store, code, monkeypatch):
    works(store, code, "a1", begun=OLD, touched=OLD)
    then = (datetime.now(UTC) - timedelta(days=OLD)).isoformat()
    monkeypatch.setattr(taken, "moment", lambda: then)
    store.run(lambda connection: note_taken(connection, code, Student(store, code).work()), write=True)
    typed("--delete", "--older-than", "180")
    assert exercises_in(store, "drafts") == []
    assert b"bridge a1" not in b"".join(file.read_bytes() for file in class_folder("9b").iterdir())


def sets_aside(store, **raw):
    text = json.dumps(raw)
    store.run(lambda one: one.execute(insert(UNREADABLE), {"origin": "drafts", "raw": text}), write=True)


def left_aside(store):
    found = store.run(lambda one: one.exec_driver_sql("SELECT raw FROM unreadable").scalars().all(), write=False)
    return [json.loads(one)["answer"] for one in found]


def day(days):
    return (datetime.now(UTC) - timedelta(days=days)).isoformat()


def test_a_damaged_row_goes_when_it_is_old_and_no_sooner(store, code):
    place = {"code": code, "lesson": "bridge"}
    sets_aside(store, **place, exercise="b2", saved_at=day(NEW), phase="chec?ed", answer="new words")
    sets_aside(store, **place, exercise="a1", saved_at=day(OLD), phase="chec?ed", answer="old words")
    works(store, code, "c3", begun=OLD, touched=NEW)
    sets_aside(store, **place, exercise="c3", saved_at=day(OLD), phase="chec?ed", answer="words of a living exercise")
    said = typed("--delete", "--older-than", "180")[1]
    assert left_aside(store) == ["new words", "words of a living exercise"]
    assert ("answers to exercises: 1." in said, "Damaged parts" in said) == (True, False)
    assert b"old words" not in b"".join(file.read_bytes() for file in class_folder("9b").iterdir())


def test_a_damaged_row_keeps_what_else_is_left_of_its_exercise(store, code):
    works(store, code, "a1", begun=OLD, touched=OLD)
    sets_aside(store, code=code, lesson="bridge", exercise="a1", saved_at=day(NEW), phase="chec?ed", answer="new")
    typed("--delete", "--older-than", "180")
    assert (exercises_in(store, "attempts"), left_aside(store)) == (["a1"], ["new"])


@pytest.mark.parametrize("date", ["yesterd?y", "2999-01-01T00:00:00+00:00", None])
def test_a_damaged_row_without_a_date_stays_until_it_has_been_known_for_as_long(store, monkeypatch, date):
    sets_aside(store, code="?", lesson="bridge", exercise="a1", saved_at=date, answer="words")
    monkeypatch.setattr(damaged, "moment", lambda: day(OLD - 50))
    assert "nobody can say how old they are: 1." in typed("--delete", "--older-than", "180")[1]
    assert left_aside(store) == ["words"]
    typed("--delete", "--older-than", str(OLD - 60))
    settings = store.run(lambda one: one.exec_driver_sql("SELECT name FROM settings").scalars().all(), write=False)
    assert (left_aside(store), [name for name in settings if name.startswith("met")]) == ([], [])


def test_files_that_were_set_aside_as_damaged_go_when_they_are_old(store, code):
    works(store, code, "b2", begun=NEW, touched=NEW)
    old, new = (class_folder("9b") / f"answers-damaged-{day}.sqlite" for day in ("one", "two"))
    for file, days in ((old, OLD), (new, NEW)):
        file.write_text("damaged", "utf-8")
        at = (datetime.now(UTC) - timedelta(days=days)).timestamp()
        os.utime(file, (at, at))
    assert typed("--delete", "--older-than", "180")[0] == 0
    assert (old.exists(), new.exists(), len(Student(store, code).work().drafts)) == (False, True, 1)


def test_one_that_came_over_and_could_not_be_renamed_goes_along(store, code, monkeypatch):
    works(store, code, "b2", begun=NEW, touched=NEW)
    at = (datetime.now(UTC) - timedelta(days=OLD)).timestamp()
    moving = class_folder("9b") / "answers-moving-2020-01-01-000000-1.sqlite"
    moving.write_text("damaged", "utf-8")
    os.utime(moving, (at, at))
    monkeypatch.setattr(happened, "put_to_rest", lambda kept: None)
    assert typed("--delete", "--older-than", "180")[0] == 0
    assert (moving.exists(), len(Student(store, code).work().drafts)) == (False, 1)


def test_a_device_that_is_in_stays_in(store, code):
    device = Register(store).enter(code)
    works(store, code, "a1", begun=OLD, touched=OLD)
    assert typed("--delete", "--older-than", "180")[0] == 0
    assert Register(store).code_of(device) == code


@pytest.mark.parametrize(
    ("words", "given", "sentence"),
    [
        (["--delete", "--older-than", "180"], "9c\n", "so nothing was deleted"),
        (["--older-than", "180"], "9b\n", "goes with --delete"),
        (["--delete", "--older-than", "-1"], "9b\n", "older-than"),
    ],
)
def test_whoever_types_something_else_deletes_nothing(store, code, words, given, sentence):
    works(store, code, "a1", begun=OLD, touched=OLD)
    exit_code, said = typed(*words, given=given)
    assert (exit_code != 0, sentence in said) == (True, True), said
    assert len(Student(store, code).work().drafts) == 1


def test_while_the_room_is_open_nothing_is_deleted(store, code):
    works(store, code, "a1", begun=OLD, touched=OLD)
    with held("9b"):
        assert "is open already" in typed("--delete", "--older-than", "180")[1]
    assert len(Student(store, code).work().drafts) == 1
