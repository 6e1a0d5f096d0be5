"""A damaged file that was moved aside comes over once, by whoever begins the next one, and its codes are told."""

import sqlite3
from contextlib import closing

import pytest
from keeping import add, keep, work_in

from exercises.answers.batch import BatchStore
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


def all_work(store):
    works = []
    for code in (OTHER, CODE):
        store.use_code(code)
        work = work_in(store)
        works.append((work.drafts, work.attempts, work.aside))
    return works


def said(store):
    return [one.words for one in work_in(store).notices]


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


def test_of_a_file_that_is_gone_what_came_from_a_damaged_one_is_there_again(store, folder):
    before = all_work(store)
    hurt(folder)
    work_in(store)
    (folder / "answers.sqlite").unlink()
    assert all_work(Store(folder)) == before


def forget_code(folder):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute("DELETE FROM settings WHERE name LIKE 'code%'")


def test_where_the_code_is_lost_with_a_damaged_file_the_codes_with_work_are_named(store, folder):
    forget_code(folder)
    hurt(folder)
    assert f"Codes with work here: {CODE}, {OTHER}." in said(Store(folder))[0]


def test_where_only_one_has_worked_in_a_damaged_file_its_code_goes_on(folder):
    store = Store(folder)
    store.use_code(CODE)
    keep(store, draft())
    forget_code(folder)
    hurt(folder)
    assert Store(folder).code == CODE
