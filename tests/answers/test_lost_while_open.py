"""Pages of the file that go back to what they were while a notebook is open: the next save hides nothing of it."""

import os
import sqlite3
from contextlib import closing

import pytest
from keeping import add, keep, said, work_in

from exercises.answers.rows import put_aside, throw_away
from exercises.answers.store import Store
from exercises.answers.work import Aside, Attempt, Draft
from exercises.room.register import class_store

CODE, AT, SIZE = "amber-heron-42", "2025-11-24T09:00:00+00:00", 4096
TEXT, NEWER = {"text": "The bridge may stay closed."}, {"text": "The bridge will stay closed."}
MISSING = {"attempts": "tries 1, earlier versions 0", "aside": "tries 0, earlier versions 1"}


def draft(answer, exercise="first-item"):
    return Draft("bridge", exercise, "d", answer, 3, "open", AT)


def put(store, name, code=CODE):
    aside = Aside(name * 16, "bridge", "bet", "d", {"text": name}, None, AT, "window")
    store.run(lambda connection: put_aside(connection, code, aside), write=True)


def try_at(store, exercise, number, answer=TEXT):
    ident = f"00000000-0000-4000-8000-00000000000{number}"
    add(store, Attempt(ident, "bridge", exercise, "d", "check", answer, 2, None, AT))


def put_back(store, before, table, *, unseen):
    """Put the pages of a table and its index back as they were before, in place; unseen, as by a bad disk."""
    with closing(sqlite3.connect(store.path)) as connection:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name IN (?, ?)"
        numbers = connection.execute(wanted, (table, f"sqlite_autoindex_{table}_1")).fetchall()
    seen = store.path.stat()
    with store.path.open("r+b") as file:
        for (number,) in numbers:
            file.seek((number - 1) * SIZE)
            file.write(before[(number - 1) * SIZE : number * SIZE])
    if unseen:
        os.utime(store.path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "answers")
    store.use_code(CODE)
    keep(store, draft(TEXT))
    return store


@pytest.fixture
def before(store):
    """Give the file as it was before a try and an earlier version came in."""
    content = store.path.read_bytes()
    try_at(store, "first-item", 1)
    put(store, "b")
    return content


@pytest.mark.parametrize("table", MISSING)
def test_a_save_says_what_went_missing_before_it_in_this_session_and_in_the_next(store, before, table):
    put_back(store, before, table, unseen=True)
    keep(store, draft(NEWER))
    assert [MISSING[table] in one for one in said(store)] == [True]
    assert store.cleared == 1  # so all pages of a class are drawn anew
    keep(store, draft(TEXT))
    assert [MISSING[table] in one for one in said(Store(store.path.parent))] == [True]


@pytest.mark.parametrize("table", MISSING)
def test_what_went_missing_is_said_to_who_only_reads_as_soon_as_the_file_was_touched(store, before, table):
    put_back(store, before, table, unseen=False)
    assert [MISSING[table] in one for one in said(store)] == [True]
    assert store.cleared == 1


def test_an_answer_of_which_only_the_try_is_left_stands_again_before_anything_else_is_saved(store, before):
    try_at(store, "bet", 2, NEWER)
    keep(store, draft(NEWER, "bet"))
    put_back(store, before, "drafts", unseen=True)
    keep(store, draft(NEWER))
    assert [one.answer for one in work_in(store).drafts if one.exercise == "bet"] == [NEWER]
    assert ["though it holds tries" in one for one in said(store)] == [True]


def test_the_name_of_the_file_that_is_made_anew_hides_nothing_either(store, before):
    put_back(store, before, "aside", unseen=False)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM settings WHERE name = 'file'")
    keep(store, draft(NEWER))
    sentences = " ".join(said(store))
    assert MISSING["aside"] in sentences


def test_nothing_is_said_of_what_another_notebook_threw_away(store, before):
    other = Store(store.path.parent)
    other.run(lambda connection: throw_away(connection, CODE, "bridge", "bet", "b" * 16), write=True)
    keep(store, draft(NEWER))
    assert (said(store), said(other)) == ([], [])


def test_in_a_class_a_save_says_it_as_well_and_all_pages_are_drawn_anew(tmp_path):
    store = class_store(tmp_path / "class")
    put(store, "a")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM aside")
    put(store, "b")
    store.use_code(CODE)
    assert [MISSING["aside"] in one for one in said(store)] == [True]
    assert store.cleared == 1
