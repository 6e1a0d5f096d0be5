"""What was done for now comes home under its own code; who was at work there goes on, and is told what came."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from keeping import draft_in, here, keep, said, work_in

from exercises.answers.codes import codes_in
from exercises.answers.exports import join_code
from exercises.answers.opening import open_store
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Draft

OWN = "amber-heron-42"


def draft(exercise, version="", phase="open", **answer):
    made = version or exercise.encode().hex().ljust(16, "a")
    return Draft("kupyansk", exercise, "d", answer, None, phase, "2025-11-24T09:00:00+00:00", made)


@pytest.fixture
def home(monkeypatch, tmp_path):
    """Give the folder where answers are kept; there are some."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr("exercises.answers.opening._MEMORY", tmp_path / "no-memory")
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "home"))
    store = Store(tmp_path / "home")
    store.use_code(OWN)
    keep(store, draft("one", phase="checked", text="first try"))
    return tmp_path / "home"


@contextmanager
def missing(home):
    """Take the home away, as where a drive is not there."""
    home.rename(home.with_name("drive"))
    home.write_text("")
    yield
    home.unlink()
    home.with_name("drive").rename(home)


@contextmanager
def newer(home):
    """Let the answers at home be of a newer edition of the course, which this one cannot read."""
    with closing(sqlite3.connect(home / "answers.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 3")
        connection.execute("ALTER TABLE drafts ADD COLUMN later VARCHAR")
        yield
        connection.execute("ALTER TABLE drafts DROP COLUMN later")
        connection.execute("PRAGMA user_version = 2")


@contextmanager
def read_only(home):
    """Let nobody write at home; what is there can be read."""

    def refuse(store):
        if store.path.parent == home:
            raise StoreTrouble("The folder cannot be written to.", lasting=True)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Store, "try_out", refuse)
        yield


AWAY = pytest.mark.parametrize("away", [missing, newer])


@AWAY
def test_where_the_home_could_not_be_read_its_own_code_goes_on_and_a_session_without_work_leaves_no_trace(home, away):
    with away(home):
        for_now = open_store().code
    for _ in range(2):
        store = open_store()
        assert (store.temporary, store.code, said(store)) == ("", OWN, [])
        assert draft_in(store, "kupyansk", "one").answer == {"text": "first try"}
    assert for_now not in store.run(codes_in, write=False)


@AWAY
def test_what_was_done_meanwhile_is_named_by_its_code_and_can_be_added_to_ones_own(home, away):
    with away(home):
        for_now = open_store()
        keep(for_now, draft("two", chosen=["b"]))
    for _ in range(2):
        store = open_store()
        assert store.code == OWN
        (sentence,) = said(store)
        assert f"under another code: {for_now.code}." in sentence
        assert f"pages open with {OWN} again" in sentence
    join_code(here(store), for_now.code)
    assert [one.exercise for one in work_in(store).drafts] == ["one", "two"]
    (notice,) = work_in(store).notices
    store.close_notice(notice.number)
    assert said(open_store()) == []


@AWAY
def test_who_typed_their_own_code_meanwhile_finds_all_of_it_under_that_one(home, away):
    with away(home):
        for_now = open_store()
        for_now.use_code(OWN)
        keep(for_now, draft("two", chosen=["b"]))
    store = open_store()
    assert (store.code, [one.exercise for one in work_in(store).drafts], said(store)) == (OWN, ["one", "two"], [])


def test_where_the_home_can_be_read_again_but_not_written_its_own_code_goes_on_too(home):
    with missing(home):
        for_now = open_store()
        keep(for_now, draft("two", chosen=["b"]))
        code = for_now.code
    with read_only(home):
        store = open_store()
        assert (store.code, [code in one for one in said(store)]) == (OWN, [True])
    store = open_store()
    assert (store.code, [code in one for one in said(store)]) == (OWN, [True])


def test_who_begins_for_now_where_the_home_can_be_read_goes_on_at_home_once(home):
    with read_only(home):
        for_now = open_store()
        beginner = for_now.new_code()
        keep(for_now, draft("two", chosen=["b"]))
    store = open_store()
    assert (store.code, said(store)) == (beginner, [])
    store.use_code(OWN)
    keep(for_now, draft("three", chosen=["c"]))
    assert open_store().code == OWN


def test_a_new_text_after_try_again_that_gives_way_at_home_is_said_to_that_student_until_it_is_closed(home):
    with read_only(home):
        keep(open_store(), draft("one", text="second try", version="c" * 16))
    for _ in range(2):
        store = open_store()
        assert draft_in(store, "kupyansk", "one").answer == {"text": "first try"}
        assert [one.answer for one in work_in(store).aside] == [{"text": "second try"}]
        (sentence,) = said(store)
        assert "Exercises with two different answers: 1." in sentence
    (notice,) = work_in(store).notices
    store.new_code()
    assert said(store) == []
    store.close_notice(notice.number)
    store.use_code(OWN)
    assert said(open_store()) == []


def test_for_now_the_new_text_stands_in_every_notebook_and_nothing_is_put_aside(home):
    with read_only(home):
        keep(open_store(), draft("one", text="second try", version="c" * 16))
        store = open_store()
        assert draft_in(store, "kupyansk", "one").answer == {"text": "second try"}
        assert (work_in(store).aside, said(store)) == ((), [])


def test_work_that_came_home_once_takes_nobodys_place_when_the_file_at_home_was_removed(home):
    with read_only(home):
        for_now = open_store()
        beginner = for_now.new_code()
        keep(for_now, draft("two", chosen=["b"]))
    store = open_store()
    store.use_code(OWN)
    (home / "answers.sqlite").unlink()
    # The first cell runs again, in the notebook in which this student works.
    again = open_store(store, OWN)
    assert again.code == OWN
    # What was removed at home is there again, as far as anybody kept it.
    assert [one.exercise for one in Student(again, beginner).work().drafts] == ["two"]
    assert open_store().code == OWN


def test_where_the_file_at_home_was_removed_and_nobody_works_there_who_worked_for_now_goes_on(home):
    with read_only(home):
        beginner = open_store().new_code()
        keep(open_store(), draft("two", chosen=["b"]))
    open_store()
    (home / "answers.sqlite").unlink()
    for _ in range(2):
        assert open_store().code == beginner
