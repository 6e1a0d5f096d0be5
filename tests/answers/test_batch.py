"""What is done together is one write to the disk; who fails alone fails alone, and a disk that fails is told to all."""

import errno
import sqlite3
from contextlib import closing

import pytest
from broken_commits import break_commits
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from exercises.answers import batch as timing
from exercises.answers.batch import MOST, BatchStore
from exercises.answers.rows import put_draft, work_of
from exercises.answers.store import StoreTrouble
from exercises.answers.student import Student
from exercises.answers.tables import TABLES
from exercises.answers.work import Draft, moment

CLASS = [f"amber-heron-{number}" for number in range(10, 40)]


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch):
    """A slow machine is no fault of the batch."""
    monkeypatch.setattr(timing, "LONGEST", 3600)


@pytest.fixture
def store(tmp_path):
    return BatchStore(tmp_path, TABLES)


def saves(store, code, said="words"):
    """Give the act of a student who saves an answer: it says what came of it, and raises nothing."""

    def save(connection):
        before = work_of(connection, code, "bridge", ["one"]).draft("bridge", "one")
        return put_draft(connection, code, Draft("bridge", "one", "d", {"text": said}, None, "open", moment()), before)

    def act():
        try:
            return store.run(save, write=True)
        except StoreTrouble as trouble:
            return str(trouble)

    return act


def stands(store, code):
    return [draft.answer["text"] for draft in Student(store, code).work().drafts]


def commits(store):
    """Count the transactions that write, from now on."""
    found = []

    @event.listens_for(store._file._engine, "commit")
    def committed(connection):
        found.extend(["write"] * (connection.get_execution_options()["begin"] == "BEGIN IMMEDIATE"))

    return found


def test_what_a_class_sends_at_once_is_one_write_to_the_disk(store):
    store.together([saves(store, CLASS[0])])
    counted = commits(store)
    assert store.together([saves(store, code, code) for code in CLASS]) == [True] * 30
    assert counted == ["write"]
    assert [stands(store, code) for code in CLASS] == [[code] for code in CLASS]


def test_what_is_told_as_saved_is_on_the_disk_already(store):
    assert (
        store.run(lambda one: one.exec_driver_sql("PRAGMA journal_mode").scalar(), write=False),
        store.run(lambda one: one.exec_driver_sql("PRAGMA synchronous").scalar(), write=False),
    ) == ("wal", 2)


def test_a_batch_ends_with_fifty_and_with_time(store, monkeypatch):
    assert len(store.together([saves(store, CLASS[0])] * 60)) == MOST
    monkeypatch.setattr(timing, "LONGEST", -1)
    assert len(store.together([saves(store, CLASS[0])] * 60)) == 1
    assert len(store.in_turn([saves(store, CLASS[0])] * 60)) == 1


def test_who_fails_alone_leaves_nothing_behind_and_takes_nobody_along(store):
    def fails():
        def half(connection):
            saves(store, CLASS[1])()
            connection.exec_driver_sql("SELECT nothing FROM drafts")

        try:
            store.run(half, write=True)
        except OperationalError:
            return "a fault of ours"

    done = store.together([saves(store, CLASS[0]), fails, saves(store, CLASS[2])])
    assert done == [True, "a fault of ours", True]
    assert [stands(store, code) for code in CLASS[:3]] == [["words"], [], ["words"]]


@pytest.mark.parametrize(
    ("code", "said"), [(sqlite3.SQLITE_FULL, "disk is full"), (sqlite3.SQLITE_IOERR, "look at the disk")]
)
def test_a_commit_that_fails_is_told_to_each_and_keeps_nothing(store, code, said):
    store.together([saves(store, CLASS[0], "before")])
    mend, undone = break_commits(store, code), []

    def counted():
        store.if_undone(lambda: undone.append("told"))
        return saves(store, CLASS[1])()

    done = store.together([saves(store, CLASS[0], "lost"), counted])
    assert [said in one for one in done] == [True, True]
    assert set(undone) == {"told"}
    assert (stands(store, CLASS[0]), stands(store, CLASS[1])) == (["before"], [])
    mend()
    assert store.together([saves(store, code) for code in CLASS]) == [True] * 30


def test_a_disk_that_is_full_in_the_middle_is_told_to_those_before_it_too(store):
    store.together([saves(store, CLASS[0], "before")])
    store._file._engine.dispose()
    event.listen(store._file._engine, "connect", lambda one, _: one.execute("PRAGMA max_page_count = 1"))
    done = store.together([saves(store, CLASS[0], "lost"), saves(store, CLASS[1], "x" * 100_000)])
    assert ["disk is full" in one for one in done] == [True, True]
    assert (stands(store, CLASS[0]), stands(store, CLASS[1])) == (["before"], [])


def test_where_nothing_can_be_written_what_stands_can_be_read(store):
    store.together([saves(store, CLASS[0], "before")])
    break_commits(store)

    def reads_then_saves():
        return stands(store, CLASS[0]), saves(store, CLASS[0], "lost")()

    ((before, said),) = store.together([reads_then_saves])
    assert (before, "disk is full" in said) == (["before"], True)


def test_one_torn_row_is_set_aside_alone_and_told_to_its_student_alone(store, tmp_path):
    store.together([saves(store, code, code) for code in CLASS])
    with closing(sqlite3.connect(tmp_path / "answers.sqlite", isolation_level=None)) as other:
        other.execute("UPDATE drafts SET answer = '{torn' WHERE code = ?", [CLASS[7]])
    assert store.together([saves(store, code, "again") for code in CLASS]) == [True] * 30
    notices = {code: [one.words for one in Student(store, code).work().notices] for code in CLASS}
    assert [code for code, said in notices.items() if said] == [CLASS[7]]
    assert "could not be read: 1" in notices[CLASS[7]][0]
    (kept,) = store.run(lambda one: one.exec_driver_sql("SELECT raw FROM unreadable").scalars().all(), write=False)
    assert "{torn" in kept


def test_a_file_that_is_damaged_meanwhile_is_put_aside_and_all_are_saved_in_the_new_one(store, tmp_path):
    store.together([saves(store, code) for code in CLASS])
    # As SQLite does now and then: until then the log beside the file would heal it.
    with closing(sqlite3.connect(tmp_path / "answers.sqlite")) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "answers.sqlite").write_bytes(b"no database any more " * 400)
    assert store.together([saves(store, code, "again") for code in CLASS]) == [True] * 30
    assert [stands(store, code) for code in CLASS] == [["again"]] * 30
    assert len(list(tmp_path.glob("answers-damaged-*.sqlite"))) == 1


def test_a_folder_that_cannot_be_reached_is_told_to_all(store, monkeypatch):
    def gone(_path):
        raise OSError(errno.ENOSPC, "No space left")

    monkeypatch.setattr("exercises.answers.found.identity_of", lambda _path: None)
    monkeypatch.setattr("exercises.answers.found.make_folder", gone)
    done = store.together([saves(store, code) for code in CLASS[:3]])
    assert ["disk is full" in one for one in done] == [True] * 3
