"""A damaged file that was moved aside comes over once, by whoever begins the next one, and its codes are told."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from keeping import add, all_work, draft_in, keep, said, work_in

from exercises.answers.batch import BatchStore
from exercises.answers.opening import open_store
from exercises.answers.rows import put_aside
from exercises.answers.store import Store
from exercises.answers.tables import TABLES
from exercises.answers.work import Aside, Attempt, Draft

CODE, OTHER, AT = "amber-heron-42", "calm-otter-11", "2025-11-24T09:00:00+00:00"


def draft(exercise="one", said="a few words"):
    return Draft("kupyansk", exercise, "d", {"said": said}, None, "open", AT)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def store(folder):
    """Give a store in which two students have worked."""
    store = Store(folder)
    for code in (OTHER, CODE):
        store.use_code(code)
        keep(store, draft("one", f"words of {code}"))
        keep(store, draft("two", f"more of {code}"))
        add(store, Attempt("0" * 32, "kupyansk", "one", "d", "check", {"said": "1"}, 2, None, AT))
        other = Aside("b" * 16, "kupyansk", "one", "d", {"said": "gave way"}, None, AT, "window")
        store.run(lambda connection, code=code, other=other: put_aside(connection, code, other), write=True)
    return store


def hurt(folder):
    """Change one letter in the name of a column; all else can be read."""
    content = (folder / "answers.sqlite").read_bytes()
    with (folder / "answers.sqlite").open("r+b") as file:
        file.seek(content.index(b"saved_at", content.index(b"CREATE TABLE aside (")))
        file.write(b"q")


def damaged_in(folder):
    return sorted(folder.glob("answers-damaged-*.sqlite"))


@pytest.fixture
def die(monkeypatch):
    """Let a program die as soon as it has moved a damaged file."""

    class Died(BaseException):
        pass

    def now(*_):
        raise Died

    def run(work):
        with monkeypatch.context() as patched:
            patched.setattr("exercises.answers.happened.bring_over", now)
            with pytest.raises(Died):
                work()

    return run


def test_whoever_opens_the_file_after_one_who_died_brings_over_what_was_damaged_and_says_it(store, folder, die):
    before = all_work(store)
    hurt(folder)
    die(lambda: Store(folder))
    again = Store(folder)
    assert all_work(again) == before
    ((kept,), (sentence,)) = damaged_in(folder), said(again)
    assert kept.name in sentence
    assert "answers 4, tries 2, earlier versions 2" in sentence


def test_the_same_in_the_store_of_a_class(folder, die):
    store = BatchStore(folder, TABLES)
    store.use_code(CODE)
    keep(store, draft())
    before = work_in(store)
    store._file._engine.dispose()
    hurt(folder)
    die(lambda: BatchStore(folder, TABLES))
    again = BatchStore(folder, TABLES)
    again.together([lambda: keep(again, draft("later"))])
    assert work_in(again).draft("kupyansk", "one") == before.drafts[0]
    assert damaged_in(folder)[0].name in said(again)[0]


def test_what_came_over_once_does_not_come_again_after_the_next_damage(store, folder):
    hurt(folder)
    keep(store, draft("two", "changed since"))
    before = all_work(store)
    for _ in range(2):
        hurt(folder)
        assert all_work(Store(folder)) == before
    assert len(damaged_in(folder)) == len(said(store)) == 3


def test_where_two_notebooks_bring_over_one_file_it_is_there_once_and_said_once(store, folder, die):
    before = all_work(store)
    hurt(folder)
    die(lambda: work_in(store))
    all_work(other := Store(folder))
    assert all_work(store) == all_work(other) == before
    assert len(said(store)) == 1


@pytest.mark.parametrize("end", ["gone", "emptied", "replaced"])
def test_what_came_over_once_never_comes_back_whatever_becomes_of_the_file(store, folder, tmp_path, end):
    hurt(folder)
    work_in(store)
    keep(Store(folder), draft("one", "words since"))
    ben = store.new_code()
    keep(store, draft("one", "words of the next student"))
    if end == "gone":
        (folder / "answers.sqlite").unlink()
    elif end == "emptied":
        (folder / "answers.sqlite").write_bytes(b"")
    else:
        Store(tmp_path / "other").use_code(ben)
        (tmp_path / "other" / "answers.sqlite").replace(folder / "answers.sqlite")
    assert all_work(Store(folder)) == [((), (), ())] * 2
    store.use_code(ben)
    keep(store, draft("one", "words of the next student, sent again"))
    again = Store(folder)
    assert (again.code, [one.answer["said"] for one in work_in(again).drafts]) == (
        ben,
        ["words of the next student, sent again"],
    )


def test_where_the_settings_of_a_file_are_lost_no_code_of_one_that_came_over_earlier_is_let_in(folder):
    store = Store(folder)
    store.use_code(OTHER)
    keep(store, draft("one", "words of months ago"))
    hurt(folder)
    ben = Store(folder).new_code()
    keep(store, draft("one", "words of today"))
    forget_settings(folder)
    hurt(folder)
    again = Store(folder)
    assert again.code not in (OTHER, ben)
    assert all(code in said(again)[-1] for code in (OTHER, ben))


class Clock(datetime):
    """A clock that somebody has set."""

    year_now = 2026

    @classmethod
    def now(cls, tz=None):
        return datetime(cls.year_now, 11, 30, 10, 10, 10, tzinfo=tz)


@pytest.mark.parametrize("year", [1970, 2026, 2027])
def test_however_the_clock_was_set_a_checked_answer_is_not_replaced_by_an_old_draft(folder, monkeypatch, year):
    monkeypatch.setattr("exercises.answers.moved.datetime", Clock)
    store = Store(folder)
    store.use_code(CODE)
    keep(store, draft("one", "old draft"))
    monkeypatch.setattr(Clock, "year_now", year)
    hurt(folder)
    work_in(store)
    keep(store, checked := replace(draft("one", "checked today"), phase="checked"))
    monkeypatch.setattr(Clock, "year_now", 2026)
    hurt(folder)
    work = work_in(Store(folder))
    assert (work.drafts, work.aside) == ((checked,), ())


def left_behind(folder, name, said, *, phase="open", number=1, code=CODE):
    """Leave a damaged file of another day beside the answers: whoever moved it died before anything came over."""
    other = folder.parent / name
    store = Store(other)
    store.use_code(code)
    keep(store, replace(draft("one", said), phase=phase))
    add(store, Attempt(f"{number:032}", "kupyansk", "one", "d", "check", {"said": said}, 2, None, AT))
    folder.mkdir(exist_ok=True)
    (other / "answers.sqlite").rename(folder / f"answers-moving-{name}-{number}.sqlite")


def test_of_two_that_are_still_to_come_the_one_moved_last_stands_whatever_the_clock_said(folder):
    left_behind(folder, "2027-01-01-000000", "first", number=1, code=OTHER)
    left_behind(folder, "1970-01-01-000000", "last", number=2)
    again = Store(folder)
    assert again.code == CODE
    assert draft_in(again, "kupyansk", "one").answer == {"said": "last"}
    assert len(said(again)) == len(damaged_in(folder)) == 2


def test_of_two_that_are_still_to_come_the_tries_stay_in_their_order_and_what_gives_way_is_put_aside(folder):
    left_behind(folder, "2027-01-01-000000", "first", number=1)
    left_behind(folder, "1970-01-01-000000", "last", number=2)
    work = work_in(Store(folder))
    assert [one.answer["said"] for one in (*work.drafts, *work.attempts, *work.aside)] == [
        "last",
        "first",
        "last",
        "first",
    ]


def test_a_commit_that_comes_over_does_not_give_way_to_a_draft_that_another_notebook_kept_meanwhile(store, folder):
    keep(store, draft("one", "sent again"))
    left_behind(folder, "2026-01-01-000000", "checked", phase="checked")
    work = work_in(Store(folder), "kupyansk", ("one",))
    assert [(one.answer["said"], one.phase) for one in work.drafts] == [("checked", "checked")]
    assert "sent again" in [one.answer["said"] for one in work.aside]


def test_what_was_kept_just_before_the_program_died_is_only_renamed(store, folder, monkeypatch):
    hurt(folder)
    with monkeypatch.context() as patched:
        patched.setattr("exercises.answers.happened.put_to_rest", lambda _: None)
        keep(store, draft("one", "changed since"))
    assert damaged_in(folder) == []
    before = all_work(store)
    again = Store(folder)
    assert all_work(again) == before
    ((kept,), (sentence,)) = damaged_in(folder), said(again)
    assert kept.name in sentence
    hurt(folder)
    assert all_work(Store(folder)) == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_a_damaged_file_that_cannot_be_read_is_named_and_everybody_works_on_in_the_new_one(
    store, folder, monkeypatch, number
):
    monkeypatch.setenv("WHOSAYS_DATA", str(folder))
    copy = shutil.copyfile

    def refuse(source, target):
        if "moving" in Path(source).name:
            raise OSError(number, os.strerror(number))
        return copy(source, target)

    hurt(folder)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", refuse)
        again = open_store()
    keep(again, draft("one", "words of today"))
    for one in (again, open_store()):
        work = work_in(one)
        assert (work.temporary, [each.answer["said"] for each in work.drafts]) == ("", ["words of today"])
        ((kept,), (notice,)) = damaged_in(folder), work.notices
        assert kept.name in notice.words


def forget_settings(folder):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute("DELETE FROM settings")
        # There the code stands once more.
        connection.execute("DELETE FROM notices WHERE name = 'chosen'")


def test_where_the_code_is_lost_with_a_damaged_file_the_codes_with_work_are_named(store, folder):
    forget_settings(folder)
    hurt(folder)
    assert f"Codes with work here: {CODE}, {OTHER}." in said(Store(folder))[0]


def test_where_only_one_has_worked_in_a_damaged_file_its_code_goes_on(folder):
    store = Store(folder)
    store.use_code(CODE)
    keep(store, draft())
    forget_settings(folder)
    hurt(folder)
    assert Store(folder).code == CODE
