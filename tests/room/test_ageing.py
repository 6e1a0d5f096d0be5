"""What is older than a term is deleted wholly by one command, and nothing newer with it."""

from __future__ import annotations

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
from exercises.room import taken
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
    assert b"a1" not in b"".join(file.read_bytes() for file in class_folder("9b").iterdir())


def test_what_was_set_aside_as_damaged_goes_along(store, code):
    works(store, code, "b2", begun=NEW, touched=NEW)
    store.run(lambda one: one.execute(insert(UNREADABLE), {"origin": "drafts", "raw": "lost words"}), write=True)
    old, new = (class_folder("9b") / f"answers-damaged-{day}.sqlite" for day in ("one", "two"))
    for file, days in ((old, OLD), (new, NEW)):
        file.write_text("damaged", "utf-8")
        at = (datetime.now(UTC) - timedelta(days=days)).timestamp()
        os.utime(file, (at, at))
    assert typed("--delete", "--older-than", "180")[0] == 0
    assert (old.exists(), new.exists(), len(Student(store, code).work().drafts)) == (False, True, 1)
    left = (class_folder("9b") / "answers.sqlite").read_bytes()
    assert b"lost words" not in left


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
