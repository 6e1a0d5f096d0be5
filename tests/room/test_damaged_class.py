"""Each command on a class that is damaged, in other hands or out of reach says what is so, in words for a teacher."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rooms import damage
from typer.testing import CliRunner

from exercises.cli import app
from exercises.room import classes, opening
from exercises.room.classes import class_folder
from exercises.room.register import Register, class_store

COMMANDS = {
    "open": [],
    "cards": ["--cards", "2"],
    "links": ["--links"],
    "backup": ["--backup", "copy"],
    "older": ["--delete", "--older-than", "180"],
}
FOR_STUDENTS = ("tell your teacher", "Keep this page", "keep this page", "Your answers", "your answers", "notebook")


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "_serve", lambda *_args: None)
    monkeypatch.setattr(opening, "is_free", lambda *_: True)
    monkeypatch.setattr(opening, "interfaces", lambda: ["192.0.2.7"])


def typed(*words, given="9b\n"):
    done = CliRunner().invoke(app, ["room", "--class", "9b", *words], input=given)
    said = " ".join(done.output.split())
    assert [one for one in ("Traceback", "fault of its own", *FOR_STUDENTS) if one in said] == [], said
    return done.exit_code, said


@pytest.fixture
def file():
    store = class_store(class_folder("9b"))
    Register(store).issue(3)
    store._file._engine.dispose()  # As after the program has ended.
    return store.path


@pytest.mark.parametrize("name", COMMANDS)
def test_what_happened_to_a_damaged_class_is_said_by_whichever_command_finds_it(name, file):
    damage(file.parent)
    assert "The file of the class was damaged" in typed(*COMMANDS[name])[1]


def test_of_a_class_of_which_nothing_is_left_there_are_no_links_and_no_copy(file, tmp_path):
    damage(file.parent)
    code, said = typed("--links")
    assert (code, "has no cards yet" in said, "Links made" in said) == (1, True, False), said
    code, said = typed("--backup", "copy")
    assert (code, "Nothing is left in the class 9b" in said, "is copied" in said) == (1, True, False), said
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_a_class_of_which_a_part_is_damaged_is_copied_with_what_could_be_read(file, tmp_path):
    Register(class_store(file.parent)).issue(190)
    with closing(sqlite3.connect(file)) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    there, size = file.read_bytes(), 4096
    file.write_bytes(there[: -2 * size] + b"\x5a" * (2 * size))
    code, said = typed("--backup", "copy")
    assert (code, "was damaged" in said, "is copied into" in said) == (0, True, True), said
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT count(*) FROM cards").fetchone()[0] > 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_class_that_another_program_holds_is_said_to_be_in_its_hands(name, file, monkeypatch):
    monkeypatch.setattr("exercises.answers.engine.PATIENCE", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        code, said = typed(*COMMANDS[name])
    assert (code, "Another program holds the file of the class" in said) == (1, True), said
    assert not Path("copy").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_class_of_a_newer_edition_says_what_to_update(name, file):
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version = 7")
        newer.execute("ALTER TABLE drafts ADD COLUMN later TEXT")
    code, said = typed(*COMMANDS[name])
    assert (code, "was written by a newer edition of the course. Update" in said) == (1, True), said
    assert not Path("copy").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_where_a_file_lies_in_the_place_of_the_folder_of_classes_it_is_named_or_there_is_no_class(name, tmp_path):
    (tmp_path / "data").write_text("mine", "utf-8")
    code, said = typed(*COMMANDS[name])
    assert (code, str(tmp_path / "data") in said or "There is no class" in said or "no cards yet" in said) == (1, True)
    assert (tmp_path / "data").read_text("utf-8") == "mine"


@pytest.mark.parametrize("act", ["--backup", "--restore"])
@pytest.mark.parametrize(
    ("fault", "reason"),
    [(sqlite3.OperationalError("database or disk is full"), "disk is full"), (KeyboardInterrupt(), "")],
)
def test_a_copy_that_breaks_off_leaves_no_file_and_says_why(act, fault, reason, file, tmp_path, monkeypatch):
    typed("--backup", "copy")
    there = sorted(tmp_path.rglob("*"))

    def connect(*place, **more):
        if more or Path(place[0]).name not in ("copy2", "answers.sqlite"):
            return real(*place, **more)
        raise fault

    real = sqlite3.connect
    monkeypatch.setattr(classes.sqlite3, "connect", connect)
    words = ["--backup", "copy2"] if act == "--backup" else ["--class", "9d", "--restore", "copy"]
    code, said = typed(*words)
    assert (code != 0, reason in said) == (True, True), said
    made = [
        one for one in sorted(tmp_path.rglob("*")) if one not in there and one.is_file() and one.name != "room.lock"
    ]
    assert made == []


def test_a_copy_is_not_laid_over_a_class_whose_damaged_file_waits_to_be_brought_over(file, tmp_path):
    typed("--backup", "copy")
    file.rename(file.with_name("answers-moving-2026-11-30-081439-1.sqlite"))
    code, said = typed("--restore", "copy")
    assert (code, "nothing is written over" in said) == (1, True), said


@pytest.mark.skipif(os.name != "posix", reason="says who may read a file")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_class_out_of_reach_is_named_with_its_folder(name, file, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("exercises.answers.found.make_folder", refuse)
    code, said = typed(*COMMANDS[name])
    assert (code, "may not read or write in the folder of the class" in said, "classes/9b" in said) == (1, True, True)


def test_deleted_answers_that_may_still_lie_in_the_file_are_not_said_to_be_gone(file, monkeypatch):
    def connect(*_args, **_more):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("exercises.room.ageing.sqlite3.connect", connect)
    code, said = typed("--delete", "--older-than", "180")
    assert (code, "type the command again" in said, "Deleted from the class" in said) == (1, True, False), said
