"""Several programs meet a damaged file at one moment: one of them sets it aside, and the others find the new one."""

import errno
import os
import subprocess
import sys
from datetime import datetime

import pytest
from filelock import FileLock, Timeout
from keeping import add, draft_in, keep, said, work_in
from sqlalchemy import event

from exercises.answers.moved import pending, put_away
from exercises.answers.rows import put_aside
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.work import Aside, Attempt, Draft

CODE, AT = "amber-heron-42", "2025-11-24T09:00:00+00:00"
PROGRAM = """
import importlib, sys
from pathlib import Path
from filelock import FileLock
from exercises.answers.store import Store

def tell(word):
    print(word, flush=True)

def stopping(place, name, word):
    module = importlib.import_module(place)
    real = getattr(module, name)
    def stop(*given):
        tell(word)
        sys.stdin.readline()
        return real(*given)
    setattr(module, name, stop)

def waiting(*given, real=FileLock.acquire, **more):
    tell("waits")
    return real(*given, **more)

store = Store(Path(sys.argv[1]))
if len(sys.argv) > 2:
    stopping(*sys.argv[2:], "stopped")
tell("open")
sys.stdin.readline()
FileLock.acquire = waiting if len(sys.argv) == 2 else FileLock.acquire
tell(store.code)
"""
STOPS = {
    "before it moves the file": ("exercises.answers.file", "put_away"),
    "once it has a new name for it": ("exercises.answers.moved", "_rename"),
    "while it brings it over": ("exercises.answers.happened", "bring_over"),
    "before it has its lasting name": ("exercises.answers.happened", "put_to_rest"),
}


def draft(exercise="one", said="a few words"):
    return Draft("kupyansk", exercise, "d", {"said": said}, None, "open", AT, "a" * 16)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def store(folder):
    store = Store(folder)
    store.use_code(CODE)
    for number in range(9):
        keep(store, draft(f"exercise-{number}", f"words {number} " + "x" * 400))
        add(store, Attempt(f"{number:032}", "kupyansk", "exercise-0", "d", "check", {"said": "tried"}, 2, None, AT))
    aside = Aside("b" * 16, "kupyansk", "one", "d", {"said": "gave way"}, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    return store


def hurt(folder):
    with (folder / "answers.sqlite").open("r+b") as file:
        file.write(b"y" * 100)


def damaged_in(folder):
    return sorted(folder.glob("answers-damaged-*.sqlite"))


class Program:
    """A program of its own, that has the file open and tells how far it is."""

    def __init__(self, folder, *stop):
        command = [sys.executable, "-c", PROGRAM, str(folder), *stop]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

        self.said = ""

    def says(self):
        self.said = self.process.stdout.readline().strip()
        return self.said

    def goes_on(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def ends(self):
        """Let it work to its end, and give the last that it says."""
        self.process.stdin.close()
        for line in self.process.stdout:
            self.said = line.strip()
        self.process.wait()
        return self.said


@pytest.fixture
def program(folder):
    programs = []

    def start(*stop):
        programs.append(Program(folder, *stop))
        assert programs[-1].says() == "open"
        return programs[-1]

    yield start
    for one in programs:
        one.process.kill()
        one.process.wait()
        one.process.stdin.close()
        one.process.stdout.close()


@pytest.fixture
def before(store):
    return all_of(store)


def all_of(store):
    work = work_in(store)
    return store.code, work.drafts, work.attempts, work.aside


@pytest.fixture(params=STOPS.values(), ids=STOPS)
def slow_and_quick(request, before, folder, program):
    """Give two programs after one damage: the first is stopped in its work, the second has come as far as it can."""
    slow, quick = program(*request.param), program()
    hurt(folder)
    slow.goes_on()
    assert slow.says() == "stopped"
    quick.goes_on()
    quick.says()
    return slow, quick


def test_of_two_programs_that_see_one_damage_neither_undoes_what_the_other_does(folder, before, slow_and_quick):
    slow, quick = slow_and_quick
    assert (slow.ends(), quick.ends()) == (CODE, CODE)
    again = Store(folder)
    assert all_of(again) == before
    ((kept,), (sentence,)) = damaged_in(folder), said(again)
    assert kept.read_bytes().startswith(b"y" * 100)
    assert kept.name in sentence


def test_where_one_of_them_is_killed_the_other_goes_on_at_once_and_finds_all(folder, before, slow_and_quick):
    slow, quick = slow_and_quick
    slow.process.kill()
    assert quick.ends() == CODE
    again = Store(folder)
    assert all_of(again) == before
    ((kept,), sentences) = damaged_in(folder), said(again)
    assert kept.name in " ".join(sentences)


def test_many_programs_that_see_one_damage_at_once_find_all(folder, before, program):
    programs = [program() for _ in range(4)]
    hurt(folder)
    for one in programs:
        one.goes_on()
    assert [one.ends() for one in programs] == [CODE] * 4
    assert all_of(Store(folder)) == before
    assert len(damaged_in(folder)) == 1


def test_what_came_over_into_a_file_that_was_taken_away_at_once_comes_over_again(store, before, folder):
    taken = []

    @event.listens_for(store._file._engine, "checkin")
    def kept(*_):
        file = folder / "answers.sqlite"
        if not taken and pending(file) and file.is_file() and file.stat().st_size:
            taken.append(file.rename(folder / "elsewhere"))

    hurt(folder)
    work_in(store)
    assert taken != []
    assert all_of(Store(folder)) == before


def test_no_file_is_ever_moved_over_another(folder, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 30, 10, 10, 10, tzinfo=tz)

    monkeypatch.setattr("exercises.answers.moved.datetime", Clock)
    # Somebody else looks at the same moment, and sees the same files.
    monkeypatch.setattr("exercises.answers.moved._number", lambda _: 0)
    folder.mkdir()
    for words in ("first", "second"):
        (folder / "answers.sqlite").write_text(words)
        put_away(folder / "answers.sqlite")
    assert sorted(one.read_text() for one in folder.iterdir()) == ["first", "second"]


def test_a_name_that_was_only_reserved_when_the_program_was_killed_is_used(folder):
    folder.mkdir()
    free = folder / "answers-moving-2026-11-30-101010-1.sqlite"
    free.touch()
    assert pending(folder / "answers.sqlite") == []
    (folder / "answers.sqlite").write_text("damaged")
    assert put_away(folder / "answers.sqlite") == free
    assert free.read_text() == "damaged"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_a_journal_that_another_program_removes_is_no_trouble_of_the_disk(store, folder):
    journal = folder / "answers.sqlite-journal"
    removed = []

    @event.listens_for(store._file._engine, "commit")
    def committing(_):
        if journal.exists() and len(removed) < 2:
            removed.append(journal.unlink())

    keep(store, draft("two"))
    assert len(removed) == 2
    assert draft_in(store, "kupyansk", "two") == draft("two")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork nowhere else")
def test_a_process_that_was_forked_mends_as_any_other(store, before, folder):
    hurt(folder)
    if (child := os.fork()) == 0:
        os._exit(int(all_of(store) != before))
    assert os.waitpid(child, 0)[1] == 0
    assert all_of(Store(folder)) == before


@pytest.mark.parametrize("fault", [OSError(errno.ENOLCK, "No locks"), OSError(errno.EROFS, "Read-only")])
def test_a_disk_that_takes_no_locks_keeps_answers_all_the_same(store, before, folder, monkeypatch, fault):
    def refuse(*_, **__):
        raise fault

    monkeypatch.setattr(FileLock, "acquire", refuse)
    hurt(folder)
    assert all_of(Store(folder)) == before


def test_a_program_that_keeps_the_turn_for_too_long_is_named_as_the_cause(store, folder, monkeypatch):
    def wait(*_, **__):
        raise Timeout("answers.lock")

    hurt(folder)
    with monkeypatch.context() as patched:
        patched.setattr(FileLock, "acquire", wait)
        with pytest.raises(StoreTrouble, match="perhaps another notebook") as trouble:
            keep(store, draft("two"))
    assert not trouble.value.lasting
    keep(store, draft("two"))
    assert draft_in(store, "kupyansk", "two") == draft("two")
