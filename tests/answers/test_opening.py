"""Where nothing can be kept a student can practise all the same, sees what was done before, and is told so."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from keeping import draft_in, keep, work_in

from exercises.answers import opening
from exercises.answers.layout import add_notice
from exercises.answers.moved import lasting, put_away
from exercises.answers.opening import open_store
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.work import Draft


def draft(exercise, version="", **answer):
    made = version or exercise.encode().hex().ljust(16, "a")
    return Draft("kupyansk", exercise, "d", answer, None, "open", "2025-11-24T09:00:00+00:00", made)


@pytest.fixture
def home(monkeypatch, tmp_path):
    """Give the folder where answers are to be kept."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr("exercises.answers.opening._MEMORY", tmp_path / "no-memory")
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def closed(home, monkeypatch):
    """Let every write in that folder fail, as on a disk that is read-only; reading goes on."""
    whole = Store(home)
    keep(whole, draft("one", chosen=["a"]))
    run = Store.run

    def refuse(store, work, *, write):
        if write and store._file.path.parent == home:
            raise StoreTrouble("The folder cannot be written to.", lasting=True)
        return run(store, work, write=write)

    def tried(store):
        refuse(store, lambda connection: connection.exec_driver_sql("SELECT 1"), write=True)

    monkeypatch.setattr(Store, "run", refuse)
    monkeypatch.setattr(Store, "try_out", tried)
    return whole


@pytest.fixture
def mend_home(home, monkeypatch, tmp_path):
    """Let the folder be written to again."""

    def mend():
        monkeypatch.undo()
        monkeypatch.setenv("WHOSAYS_DATA", str(home))
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))

    return mend


def test_where_answers_can_be_kept_they_are(home):
    store = open_store()
    keep(store, draft("one", chosen=["a"]))
    assert (store.temporary, draft_in(Store(home), "kupyansk", "one").answer) == ("", {"chosen": ["a"]})


def test_on_a_read_only_disk_earlier_answers_are_seen_and_new_ones_kept_for_the_session(closed):
    store = open_store()
    assert store.code == closed.code
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["a"]}
    keep(store, draft("two", chosen=["b"]))
    assert draft_in(store, "kupyansk", "two").answer == {"chosen": ["b"]}
    assert work_in(store).temporary == "The folder cannot be written to."
    assert draft_in(closed, "kupyansk", "two") is None


def test_what_was_done_for_now_is_there_again_in_every_notebook_and_after_all_cells_ran_again(closed):
    keep(open_store(), draft("two", chosen=["b"]))
    assert draft_in(open_store(), "kupyansk", "two").answer == {"chosen": ["b"]}


def test_what_was_done_for_now_comes_home_as_soon_as_the_home_can_be_written_to(closed, mend_home, tmp_path):
    for_now = open_store()
    keep(for_now, draft("two", chosen=["b"]))
    mend_home()
    store = open_store()
    assert store.temporary == ""
    assert {one.exercise: one.answer for one in work_in(store).drafts} == {
        "one": {"chosen": ["a"]},
        "two": {"chosen": ["b"]},
    }


def test_what_was_changed_for_now_goes_on_with_what_is_at_home(closed, mend_home):
    keep(open_store(), draft("one", chosen=["b"], version="b" * 16))
    mend_home()
    store = open_store()
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["b"]}
    assert work_in(store).aside == ()


def test_a_notebook_that_is_still_at_work_for_now_goes_on_undisturbed_and_comes_home_later(closed, mend_home):
    for_now = open_store()
    keep(for_now, draft("one", chosen=["b"], version="b" * 16))
    mend_home()
    open_store()
    keep(for_now, draft("one", chosen=["c"], version="c" * 16))
    assert work_in(for_now).notices == ()
    store = open_store()
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["c"]}


def test_work_that_came_home_once_is_not_brought_again(closed, mend_home):
    keep(open_store(), draft("two", chosen=["b"]))
    mend_home()
    store = open_store()
    keep(store, draft("two", chosen=["changed at home"], version="c" * 16))
    beginner = store.new_code()
    assert open_store().code == beginner
    store.use_code(closed.code)


def test_what_is_saved_for_now_while_the_rest_comes_home_comes_home_the_next_time(closed, mend_home, monkeypatch):
    for_now = open_store()
    keep(for_now, draft("one", chosen=["b"], version="b" * 16))
    mend_home()
    join = opening.join

    def late(*given, **how):
        keep(for_now, draft("one", chosen=["last"], version="c" * 16))
        return join(*given, **how)

    with monkeypatch.context() as patched:
        patched.setattr(opening, "join", late)
        store = open_store()
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["b"]}
    store = open_store()
    assert (draft_in(store, "kupyansk", "one").answer, work_in(store).aside) == ({"chosen": ["last"]}, ())


def test_work_that_came_home_is_removed_after_a_week(closed, mend_home, monkeypatch, tmp_path):
    keep(open_store(), draft("two", chosen=["b"]))
    (folder,) = (tmp_path / "temporary").iterdir()
    mend_home()
    open_store()
    open_store()
    assert (folder / "answers.sqlite").exists()
    monkeypatch.setattr(opening, "LONGEST", -1)
    store = open_store()
    assert draft_in(store, "kupyansk", "two").answer == {"chosen": ["b"]}
    assert not folder.exists()


def test_a_damaged_file_of_work_for_now_comes_home_once_and_stays(closed, mend_home, monkeypatch, tmp_path):
    for_now = open_store()
    keep(for_now, draft("two", chosen=["b"]))
    folder = for_now.path.parent
    # Whoever saw the damage died as soon as the file was moved.
    damaged = put_away(for_now.path)
    mend_home()
    monkeypatch.setattr(opening, "LONGEST", -1)
    store = open_store()
    assert draft_in(store, "kupyansk", "two").answer == {"chosen": ["b"]}
    keep(store, draft("two", chosen=["changed at home"], version="c" * 16))
    notices = work_in(store).notices
    for _ in range(2):
        store = open_store()
    work = work_in(store)
    assert ([one.exercise for one in work.drafts], work.aside, work.notices) == (["one", "two"], (), notices)
    assert list(folder.iterdir()) == [lasting(damaged)]


def test_a_damaged_file_on_a_full_disk_is_seen_for_now_and_comes_over_when_there_is_room(home, monkeypatch):
    store = Store(home)
    keep(store, draft("one", chosen=["a"]))
    with closing(sqlite3.connect(home / "answers.sqlite")) as connection:
        connection.execute("DROP TABLE receipts")
    copy = shutil.copyfile

    def full(source, target):
        if home in Path(target).parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return copy(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", full)
        for _ in range(2):
            for_now = open_store()
            assert "disk is full" in work_in(for_now).temporary
            assert draft_in(for_now, "kupyansk", "one").answer == {"chosen": ["a"]}
    again = open_store()
    assert (again.code, work_in(again).temporary) == (store.code, "")
    assert draft_in(again, "kupyansk", "one").answer == {"chosen": ["a"]}
    ((kept,), (notice,)) = home.glob("answers-damaged-*.sqlite"), work_in(again).notices
    assert kept.name in notice.words
    assert "answers 1," in notice.words


def test_who_has_answers_of_a_newer_edition_practises_for_now_and_is_told_why(home):
    keep(Store(home), draft("one", chosen=["a"]))
    with closing(sqlite3.connect(home / "answers.sqlite")) as connection:
        connection.executescript("PRAGMA user_version = 3; ALTER TABLE drafts ADD COLUMN later VARCHAR")
    before = (home / "answers.sqlite").read_bytes()
    for_now = open_store()
    keep(for_now, draft("two", chosen=["b"]))
    assert "written by a newer edition" in work_in(for_now).temporary
    assert [one.read_bytes() for one in home.glob("*.sqlite*")] == [before]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names are none there")
def test_work_comes_home_from_a_folder_whose_name_is_no_text(closed, mend_home, monkeypatch, tmp_path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    odd.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(odd))
    keep(open_store(), draft("two", chosen=["b"]))
    mend_home()
    monkeypatch.setattr("tempfile.tempdir", str(odd))
    for _ in range(2):
        assert draft_in(open_store(), "kupyansk", "two").answer == {"chosen": ["b"]}


def spoil(store):
    """Let one answer of a store be such that it is set aside when it is read next."""
    store.run(lambda connection: connection.exec_driver_sql("UPDATE drafts SET answer = 'x'"), write=True)


def test_what_happened_to_the_answers_for_now_is_said_at_home_until_it_is_closed(closed, mend_home):
    for_now = open_store()
    keep(for_now, draft("two", chosen=["b"]))
    spoil(for_now)
    assert len(work_in(for_now).notices) == 1
    mend_home()
    store = open_store()
    (notice,) = work_in(store).notices
    assert "could not be read" in notice.words
    store.close_notice(notice.number)
    keep(for_now, draft("three", chosen=["c"]))
    assert work_in(open_store()).notices == ()


def test_what_is_still_to_be_said_at_home_is_said_for_now_too(closed, home, monkeypatch):
    closed._file.run(lambda connection: add_notice(connection, "row-aside", {"count": "7"}), write=True)
    assert ["could not be read: 7" in one.words for one in work_in(open_store()).notices] == [True]


def test_of_a_damaged_file_at_home_what_can_be_read_is_there_for_now_and_no_file_is_named_that_is_not(
    closed, home, monkeypatch
):
    def refuse(path):
        if path.parent == home:
            raise PermissionError(errno.EACCES, "Permission denied")
        return put_away(path)

    monkeypatch.setattr("exercises.answers.file.put_away", refuse)
    with closing(sqlite3.connect(home / "answers.sqlite")) as connection:
        connection.execute("DROP TABLE receipts")
    store = open_store()
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["a"]}
    assert work_in(store).notices == ()


def test_who_began_at_home_since_works_on_when_more_comes_home(closed, mend_home):
    for_now = open_store()
    keep(for_now, draft("two", chosen=["b"]))
    mend_home()
    beginner = open_store().new_code()
    keep(for_now, draft("three", chosen=["c"]))
    store = open_store()
    assert store.code == beginner
    store.use_code(for_now.code)
    assert draft_in(store, "kupyansk", "three").answer == {"chosen": ["c"]}


def test_another_home_gets_nothing_of_it(closed, mend_home, monkeypatch, tmp_path):
    keep(open_store(), draft("two", chosen=["b"]))
    mend_home()
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "another"))
    assert work_in(open_store()).drafts == ()


def test_where_the_home_closes_again_what_was_done_there_since_is_seen(closed, home, mend_home, monkeypatch):
    keep(open_store(), draft("two", chosen=["b"]))
    mend_home()
    keep(open_store(), draft("three", chosen=["c"]))

    def refuse(store):
        if store._file.path.parent == home:
            raise StoreTrouble("The folder cannot be written to.", lasting=True)

    monkeypatch.setattr(Store, "try_out", refuse)
    assert {one.exercise for one in work_in(open_store()).drafts} == {"one", "two", "three"}


def test_every_student_comes_home_and_who_worked_last_works_on(closed, mend_home):
    for_now = open_store()
    first = for_now.code
    second = for_now.new_code()
    keep(for_now, draft("two", chosen=["b"]))
    mend_home()
    store = open_store()
    assert (store.code, draft_in(store, "kupyansk", "two").answer) == (second, {"chosen": ["b"]})
    store.use_code(first)
    assert draft_in(store, "kupyansk", "one").answer == {"chosen": ["a"]}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has such folders for each user")
@pytest.mark.parametrize("trap", ["open to all", "a link elsewhere"])
def test_a_folder_that_somebody_else_may_have_laid_is_not_used(closed, tmp_path, trap):
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o700)
    open_store()
    (name,) = (tmp_path / "temporary").iterdir()
    shutil.rmtree(name)
    if trap == "a link elsewhere":
        name.symlink_to(theirs)
    else:
        name.mkdir()
        name.chmod(0o777)
    keep(open_store(), draft("two", chosen=["b"]))
    assert list(theirs.iterdir()) == list(name.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_practise(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "file" / "whosays"))
    assert "ask whoever looks after this computer" in work_in(open_store()).temporary


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names are none there")
def test_what_is_said_of_a_folder_whose_name_is_no_text_can_be_sent_to_a_page(monkeypatch, tmp_path):
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/file \xff")
    Path(odd).write_text("")
    monkeypatch.setenv("WHOSAYS_DATA", odd)
    said = work_in(open_store()).temporary
    assert "file \ufffd" in said
    assert said.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names")
def test_a_home_of_nobody_is_no_reason_either(monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", "~nobody-of-that-name/x")
    assert "nobody here has that name" in work_in(open_store()).temporary


def test_a_store_that_is_busy_is_said_and_not_left_for_another(home, monkeypatch):
    monkeypatch.setattr("exercises.answers.engine.PATIENCE", 0.1)
    Store(home).try_out()
    other = sqlite3.connect(home / "answers.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreTrouble, match="perhaps another notebook"):
        open_store()
    other.close()


def test_where_nothing_can_be_written_at_all_that_is_one_sentence(closed, monkeypatch):
    monkeypatch.setattr("exercises.answers.opening._places", lambda: iter([Path("/proc/nowhere")]))
    with pytest.raises(StoreTrouble, match="cannot be written to"):
        open_store()


TRY = "from exercises.answers.opening import open_store; print(open_store().temporary)"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("place", ["answers.sqlite", "answers.sqlite-journal", "answers.sqlite-wal", "answers.lock"])
@pytest.mark.parametrize("odd", ["/dev/full", "/dev/zero", "/dev/null", "a pipe", "a folder"])
def test_what_is_no_file_in_the_place_of_one_stops_nobody(home, place, odd):
    home.mkdir()
    if odd == "a pipe":
        os.mkfifo(home / place)
    elif odd == "a folder":
        (home / place).mkdir()
    else:
        (home / place).symlink_to(odd)
    elsewhere = os.environ | {"TMPDIR": str(home.with_name("temporary"))}
    call = [sys.executable, "-c", TRY]  # our own
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False, env=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    if place == "answers.sqlite":
        assert "is no file that can hold them" in done.stdout
