import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from keeping import draft_in, keep, work_in
from sqlalchemy import event

from exercises.answers.sighting import identity_of
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.work import Draft


def draft(exercise="one", **answer):
    return Draft(
        "kupyansk", exercise, "d", answer or {"chosen": ["a"]}, None, "open", "2025-11-24T09:00:00+00:00", "a" * 16
    )


def said(store):
    """Give all that is said of the file, as one text."""
    return " ".join(one.words for one in work_in(store).notices)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "whosays"


@pytest.fixture
def store(folder):
    store = Store(folder)
    keep(store, draft())
    return store


def on_each_connection(store, statement):
    """Let SQLite itself fail, as it does on a bad disk."""

    @event.listens_for(store._file._engine, "connect")
    def connected(connection, _record):
        connection.execute(statement)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes of this kind")
def test_a_new_folder_and_its_file_are_for_their_owner_only(store, folder):
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "answers.sqlite").stat().st_mode) == 0o600


def test_a_folder_that_vanishes_while_the_notebook_is_open_is_made_again_and_that_is_said(store, folder):
    shutil.rmtree(folder)
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "two") == draft("two")
    assert "was gone" in said(store)


def test_a_file_that_is_emptied_while_the_notebook_is_open_is_begun_again_and_that_is_said(store, folder):
    os.truncate(folder / "answers.sqlite", 0)
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "two") == draft("two")
    assert "emptied" in said(store)


def test_a_file_that_is_replaced_while_the_notebook_is_open_is_taken_and_that_is_said(store, folder, tmp_path):
    other = Store(tmp_path / "other")
    keep(other, draft("two"))
    other_code = other.code
    (tmp_path / "other" / "answers.sqlite").replace(folder / "answers.sqlite")
    assert work_in(store).code == other_code
    assert "replaced" in said(store)


def test_a_notice_is_said_in_the_next_session_too_until_it_is_closed(store, folder):
    (folder / "answers.sqlite").write_bytes(b"rubbish " * 2000)
    (notice,) = work_in(Store(folder)).notices
    assert work_in(Store(folder)).notices == (notice,)
    Store(folder).close_notice(notice.number)
    assert work_in(Store(folder)).notices == ()


def test_what_two_open_notebooks_see_happen_is_said_once(store, folder):
    other = Store(folder)
    (folder / "answers.sqlite").write_bytes(b"rubbish " * 2000)
    keep(store, draft("two"))
    keep(other, draft("three"))
    assert len(work_in(other).notices) == 1


def test_the_stamp_changes_with_every_change_that_anybody_makes_and_not_without(store, folder):
    before = store.stamp()
    work_in(store)
    assert store.stamp() == before
    keep(Store(folder), draft("two"))
    assert store.stamp() != before


FIRST_LAYOUT = """
CREATE TABLE settings (name VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY (name));
CREATE TABLE drafts (code VARCHAR NOT NULL, lesson VARCHAR NOT NULL, exercise VARCHAR NOT NULL, digest VARCHAR NOT NULL,
  answer JSON NOT NULL, confidence INTEGER, phase VARCHAR NOT NULL, saved_at VARCHAR NOT NULL,
  PRIMARY KEY (code, lesson, exercise));
CREATE TABLE attempts (number INTEGER NOT NULL, code VARCHAR NOT NULL, id VARCHAR NOT NULL, lesson VARCHAR NOT NULL,
  exercise VARCHAR NOT NULL, digest VARCHAR NOT NULL, what VARCHAR NOT NULL, answer JSON NOT NULL, confidence INTEGER,
  result JSON, made_at VARCHAR NOT NULL, PRIMARY KEY (number), UNIQUE (code, id));
INSERT INTO settings VALUES ('code', 'amber-heron-42');
INSERT INTO drafts VALUES ('amber-heron-42', 'kupyansk', 'one', 'd', '{"chosen":["a"]}', 3, 'checked', '2025-11-24T09:00:00+00:00');
INSERT INTO drafts VALUES ('amber-heron-42', 'kupyansk', 'two', 'd', '{"chosen":["b"]}', NULL, 'open', '2025-11-24T09:00:00+00:00');
INSERT INTO attempts VALUES (1, 'amber-heron-42', '00000000-0000-4000-8000-000000000001', 'kupyansk', 'one', 'd', 'check',
  '{"chosen":["a"]}', 3, '{"points":1.0}', '2025-11-24T09:00:00+00:00');
PRAGMA user_version = 1;
"""  # noqa: E501 - as it was written then


def test_a_file_of_the_first_layout_opens_and_nothing_in_it_is_lost(folder):
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / "answers.sqlite")
    connection.executescript(FIRST_LAYOUT)
    connection.close()
    store = Store(folder)
    work = work_in(store)
    assert work.code == "amber-heron-42"
    assert [(one.exercise, one.answer, one.confidence, one.phase) for one in work.drafts] == [
        ("one", {"chosen": ["a"]}, 3, "checked"),
        ("two", {"chosen": ["b"]}, None, "open"),
    ]
    assert len({one.version for one in work.drafts} - {""}) == 2
    assert [(one.what, one.result) for one in work.attempts] == [("check", {"points": 1.0})]
    keep(store, draft("two"))
    assert draft_in(Store(folder), "kupyansk", "two") == draft("two")


def test_a_change_of_the_working_folder_does_not_move_the_answers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = Store(Path("answers"))
    keep(store, draft())
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert draft_in(store, "kupyansk", "one") == draft()


def test_no_connection_is_left_open(store):
    assert store._file._engine.pool.status() == "NullPool"


@pytest.mark.parametrize("size", [20, 5000])
def test_a_file_that_is_no_database_is_moved_aside_kept_and_named(folder, size):
    folder.mkdir(parents=True)
    rubbish = b"This is no database. " * size
    (folder / "answers.sqlite").write_bytes(rubbish)
    store = Store(folder)
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.read_bytes() == rubbish
    assert kept.name in said(store)
    assert str(folder) in said(store)
    keep(store, draft())
    assert draft_in(Store(folder), "kupyansk", "one") == draft()


def test_a_file_with_a_destroyed_page_is_moved_aside_and_kept(store, folder):
    for number in range(40):
        keep(store, draft(f"exercise-{number}", said="x" * 500))
    path = folder / "answers.sqlite"
    content = bytearray(path.read_bytes())
    content[4096:20480] = b"\xff" * (20480 - 4096)
    path.write_bytes(content)
    again = Store(folder)
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.read_bytes() == bytes(content)
    assert kept.name in said(again)
    assert work_in(again).drafts == ()


def test_a_file_that_is_damaged_while_the_notebook_is_open_does_not_stop_the_save(store, folder):
    (folder / "answers.sqlite").write_bytes(b"rubbish " * 2000)
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "two") == draft("two")
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.name in said(store)


def test_a_file_whose_form_sqlite_does_not_know_is_moved_aside_and_named(store, folder):
    path = folder / "answers.sqlite"
    content = bytearray(path.read_bytes())
    content[47] ^= 1  # the number of the form, in the header
    path.write_bytes(content)
    again = Store(folder)
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.name in said(again)


@pytest.mark.parametrize(
    "change",
    [
        "answer = '{\"chosen\": ['",
        "answer = '[1, 2]'",
        "answer = x'ff00'",
        "phase = 'finished'",
        "confidence = 9",
        "saved_at = 5.5",
    ],
)
def test_one_row_that_cannot_be_read_is_set_aside_alone_kept_and_said(store, folder, change):
    keep(store, draft("two"))
    connection = sqlite3.connect(folder / "answers.sqlite")
    connection.execute(f"UPDATE drafts SET {change} WHERE exercise = 'one'")
    connection.commit()
    assert draft_in(store, "kupyansk", "one") is None
    assert draft_in(store, "kupyansk", "two") == draft("two")
    assert "could not be read: 1." in said(store)
    ((raw,),) = connection.execute("SELECT raw FROM unreadable").fetchall()
    connection.close()
    assert "kupyansk" in raw


def test_the_database_of_another_program_is_moved_aside_and_not_changed(folder):
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / "answers.sqlite")
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = (folder / "answers.sqlite").read_bytes()
    store = Store(folder)
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.read_bytes() == before
    assert kept.name in said(store)


def test_two_damaged_files_in_one_second_are_both_kept(folder):
    folder.mkdir(parents=True)
    for content in (b"first " * 300, b"second " * 300, b"third " * 300):
        (folder / "answers.sqlite").write_bytes(content)
        Store(folder)
    assert len(list(folder.glob("answers-damaged-*.sqlite"))) == 3


def test_the_second_notebook_that_sees_the_damage_does_not_move_the_new_file(folder):
    folder.mkdir(parents=True)
    path = folder / "answers.sqlite"
    first, second = Store(folder), Store(folder)
    path.write_bytes(b"rubbish " * 2000)
    seen = identity_of(second._file.path)
    keep(first, draft())
    second._file._move_aside(seen)
    assert draft_in(second, "kupyansk", "one") == draft()
    assert len(list(folder.glob("answers-damaged-*.sqlite"))) == 1


def test_a_journal_goes_aside_with_its_damaged_file(store, folder):
    # SQLite clears most journals away by itself; one that a dying notebook leaves at this very moment is ours to move.
    (folder / "answers.sqlite-journal").write_bytes(b"half a journal")
    store._file._move_aside(identity_of(store._file.path))
    assert work_in(store).drafts == (draft(),)
    (kept,) = folder.glob("answers-damaged-*.sqlite")
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"half a journal"


@pytest.mark.parametrize("journal", [b"", b"half", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600, b"\0" * 4096])
def test_a_half_written_journal_loses_no_answer_that_was_kept(store, folder, journal):
    (folder / "answers.sqlite-journal").write_bytes(journal)
    again = Store(folder)
    assert draft_in(again, "kupyansk", "one") == draft()
    assert said(again) == ""


CRASH = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE drafts SET answer = '{}'")
connection.executemany("INSERT INTO settings VALUES (?, ?)", [(str(n), "x" * 2000) for n in range(200)])
os._exit(1)
"""


def test_a_save_that_was_killed_halfway_is_undone(store, folder):
    subprocess.run([sys.executable, "-c", CRASH, str(folder / "answers.sqlite")], check=False)
    assert (folder / "answers.sqlite-journal").stat().st_size > 0
    again = Store(folder)
    assert draft_in(again, "kupyansk", "one") == draft()
    assert said(again) == ""


def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(store):
    on_each_connection(store, "PRAGMA max_page_count = 1")
    with pytest.raises(StoreTrouble, match="disk is full"):
        keep(store, draft("two", said="x" * 100_000))
    assert draft_in(store, "kupyansk", "one") == draft()


def test_a_read_only_disk_is_said_in_a_sentence_and_can_still_be_read(store, folder):
    on_each_connection(store, "PRAGMA query_only = ON")
    with pytest.raises(StoreTrouble, match="may not write in") as trouble:
        keep(store, draft("two"))
    assert str(folder) in str(trouble.value)
    assert draft_in(store, "kupyansk", "one") == draft()


def test_saving_goes_on_by_itself_once_the_disk_is_back(store, folder):
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a file stands where the folder should be")
    with pytest.raises(StoreTrouble):
        keep(store, draft("two"))
    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "one") == draft()
    assert draft_in(store, "kupyansk", "two") == draft("two")


def test_a_folder_that_cannot_be_made_is_said_when_something_is_to_be_kept(tmp_path):
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "whosays")
    with pytest.raises(StoreTrouble, match="ask whoever looks after this computer"):
        keep(store, draft())


def test_a_notebook_that_writes_for_too_long_is_named_as_the_cause(store, folder):
    on_each_connection(store, "PRAGMA busy_timeout = 1")
    other = sqlite3.connect(folder / "answers.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreTrouble, match="perhaps another notebook"):
        keep(store, draft("two"))
    other.close()
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "two") == draft("two")


def test_a_file_of_a_newer_edition_is_left_alone(store, folder):
    connection = sqlite3.connect(folder / "answers.sqlite")
    connection.executescript("PRAGMA user_version = 99; CREATE TABLE later (name)")
    connection.close()
    with pytest.raises(StoreTrouble, match="newer edition"):
        keep(Store(folder), draft())
    assert list(folder.glob("*damaged*")) == []


def test_a_fault_of_the_course_itself_is_not_hidden_as_a_fault_of_the_disk(store):
    with pytest.raises(Exception, match="NOT NULL") as fault:
        keep(store, Draft("kupyansk", "one", None, {}, None, "open", "2025-11-24T09:00:00+00:00"))
    assert not isinstance(fault.value, StoreTrouble)


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write in")])
def test_a_folder_that_cannot_be_made_tells_a_full_disk_from_a_closed_one(tmp_path, monkeypatch, number, said):
    def refuse(*_anything, **_more):
        raise OSError(number, "No")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StoreTrouble, match=said):
        Store(tmp_path / "new" / "folder").try_out()
