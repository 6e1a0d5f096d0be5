"""Another file, or an older copy, that is laid over the file of answers while it is open is seen and said."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from keeping import keep, work_in

from exercises.answers.layout import add_notice
from exercises.answers.sighting import sign_of
from exercises.answers.store import Store
from exercises.answers.work import Draft


def draft(exercise):
    return Draft("kupyansk", exercise, "d", {"chosen": ["a"]}, None, "open", "2025-11-24T09:00:00+00:00")


def said(store):
    """Give all that is said of the file, as one text."""
    return " ".join(one.words for one in work_in(store).notices)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def store(folder):
    return Store(folder)


def test_another_file_that_is_written_over_this_one_is_taken_and_said_however_much_was_done_in_it(
    store, folder, tmp_path
):
    keep(store, draft("one"))
    other = Store(tmp_path / "other")
    for number in range(9):
        keep(other, draft(f"other-{number}"))
    (folder / "answers.sqlite").write_bytes((tmp_path / "other" / "answers.sqlite").read_bytes())
    assert work_in(store).code == other.code
    assert "replaced" in said(store)


def test_an_older_copy_that_is_written_over_the_file_is_taken_and_said(store, folder):
    keep(store, draft("one"))
    older = (folder / "answers.sqlite").read_bytes()
    keep(store, draft("two"))
    (folder / "answers.sqlite").write_bytes(older)
    assert [one.exercise for one in work_in(store).drafts] == ["one"]
    assert "replaced" in said(store)


def test_a_file_that_was_there_before_files_had_names_gets_one_and_nothing_is_said(store, folder):
    keep(store, draft("one"))
    statement = "DELETE FROM settings WHERE name = 'file'"
    store.run(lambda connection: connection.exec_driver_sql(statement), write=True)
    again = Store(folder)
    assert (len(work_in(again).drafts), said(again)) == (1, "")
    assert again.run(sign_of, write=False)[0]


def by_hand(folder, statement):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute(statement)


DAMAGE = ["UPDATE settings SET value = x'ff'", "UPDATE settings SET value = '???'", "DELETE FROM settings"]


@pytest.mark.parametrize("mark", ["file", "changes%"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_mark_of_the_file_is_made_anew_and_nobody_says_that_the_file_was_replaced(
    store, folder, mark, damage
):
    other = Store(folder)
    keep(store, draft("one"))
    keep(other, draft("two"))
    older = (folder / "answers.sqlite").read_bytes()
    keep(store, draft("three"))
    by_hand(folder, f"{damage} WHERE name LIKE '{mark}'")
    assert len(work_in(store).drafts) == len(work_in(other).drafts) == 3
    assert len(work_in(Store(folder)).drafts) == 3
    keep(other, draft("four"))
    assert "replaced" not in said(store)
    (folder / "answers.sqlite").write_bytes(older)
    assert "replaced" in said(store)


def test_an_older_copy_that_holds_a_notice_is_said_and_once_by_two_notebooks(store, folder):
    keep(store, draft("one"))
    store.run(lambda connection: add_notice(connection, "row-aside", {"count": "1"}), write=True)
    store, other = Store(folder), Store(folder)
    older = (folder / "answers.sqlite").read_bytes()
    for _ in range(2):
        keep(store, draft("two"))
        assert len(work_in(other).drafts) == 2
        (folder / "answers.sqlite").write_bytes(older)
        assert "replaced" in said(store)
        assert said(other).count("replaced") == 1


def test_another_file_that_holds_notices_of_its_own_is_said(store, folder, tmp_path):
    keep(store, draft("one"))
    other = Store(tmp_path / "other")
    keep(other, draft("two"))
    other.run(lambda connection: add_notice(connection, "row-aside", {"count": "1"}), write=True)
    shutil.copyfile(tmp_path / "other" / "answers.sqlite", folder / "answers.sqlite")
    assert "replaced" in said(store)


def test_an_older_copy_is_seen_by_who_wrote_in_what_is_lost_however_much_others_have_done_in_it_since(store, folder):
    keep(store, draft("one"))
    older = (folder / "answers.sqlite").read_bytes()
    for number in range(5):
        keep(store, draft(f"lost-{number}"))
    (folder / "answers.sqlite").write_bytes(older)
    other = Store(folder)
    for number in range(20):
        keep(other, draft(f"other-{number}"))
    assert "replaced" in said(store)
    assert said(store).count("replaced") == said(Store(folder)).count("replaced") == 1


def test_a_mark_whose_name_was_damaged_is_no_count_and_stops_nothing(store, folder):
    keep(store, draft("one"))
    by_hand(folder, "INSERT INTO settings VALUES ('changes!', '???')")
    assert len(work_in(store).drafts) == len(work_in(Store(folder)).drafts) == 1
    assert "replaced" not in said(store)
