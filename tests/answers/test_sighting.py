"""Another file, or an older copy, that is laid over the file of answers while it is open is seen and said."""

import pytest
from keeping import keep, work_in

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
