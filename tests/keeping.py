"""Reads and writes a store as tests need it: for whoever began there last, and whatever stood there before."""

from exercises.answers.exports import export_work, import_work
from exercises.answers.rows import put_attempt, put_draft, work_of
from exercises.answers.student import Student


def here(store):
    """Give the student who began in a store last."""
    return Student(store, store.code)


def work_in(store, *places):
    """Give the work of that student: all, or that of a lesson, or of some exercises of it."""
    return here(store).work(*places)


def draft_in(store, lesson, exercise):
    """Give the answer that stands in an exercise, or None."""
    return work_in(store, lesson, (exercise,)).draft(lesson, exercise)


def attempts_in(store, lesson, exercise=None):
    """Give the attempts in a lesson, or at one exercise of it."""
    return list(work_in(store, lesson, None if exercise is None else (exercise,)).attempts)


def keep(store, draft):
    """Keep a draft in place of whatever stands there."""
    code = store.code

    def do(connection):
        before = work_of(connection, code, draft.lesson, (draft.exercise,)).draft(draft.lesson, draft.exercise)
        assert put_draft(connection, code, draft, before)

    store.run(do, write=True)


def grow_older(store):
    """Let all that is kept belong to earlier editions of its exercises."""

    def do(connection):
        for table in ("drafts", "attempts"):
            connection.exec_driver_sql(f"UPDATE {table} SET digest = 'earlier'")

    store.run(do, write=True)


def add(store, attempt):
    """Append an attempt."""
    code = store.code
    store.run(lambda connection: put_attempt(connection, code, attempt), write=True)


def carry(there, to):
    """Save the work as a file, open that elsewhere, and give the sentence."""
    return import_work(to, export_work(here(there)))[1]


def all_work(store, codes=("calm-otter-11", "amber-heron-42")):
    """Give drafts, attempts and what was put aside of some students, one after the other."""
    works = []
    for code in codes:
        store.use_code(code)
        work = work_in(store)
        works.append((work.drafts, work.attempts, work.aside))
    return works


def said(store):
    """Give the notices on a file, in words."""
    return [one.words for one in work_in(store).notices]
