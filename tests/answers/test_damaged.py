"""Of a damaged file all that can be read comes over; what comes of it is said truly, and in words of ours."""

import re
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest
from keeping import add, all_work, draft_in, here, keep, said, work_in
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from talk import Line

from exercises.answers.exports import export_work
from exercises.answers.rows import put_aside
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.work import Aside, Attempt, Draft
from exercises.visit import Visit

CODE, OTHER, AT = "amber-heron-42", "calm-otter-11", "2025-11-24T09:00:00+00:00"
TEXT = {"text": "On Monday the mayor of Dovhe said that the bridge may stay closed.", "rated": {}, "why": ""}
LIBRARY = re.compile(r"SQL|sqlite3\.|Error\b|SELECT|no such|malformed|constraint", re.ASCII)


def draft(exercise="one", said="a few words"):
    return Draft("kupyansk", exercise, "d", {"said": said}, None, "open", AT)


def attempt(number):
    name = f"00000000-0000-4000-8000-{number:012}"
    return Attempt(name, "kupyansk", "exercise-0", "d", "check", {"said": str(number)}, 2, None, AT)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "answers"


@pytest.fixture
def store(folder):
    """Give a store in which two students have worked."""
    store = Store(folder)
    for code in (OTHER, CODE):
        store.use_code(code)
        for number in range(30):
            keep(store, draft(f"exercise-{number}", f"{code} {number} " + "x" * 400))
        for number in (1, 2, 3):
            add(store, attempt(number))
        other = Aside("b" * 16, "kupyansk", "one", "d", {"said": "gave way"}, None, AT, "window")
        store.run(lambda connection, code=code, other=other: put_aside(connection, code, other), write=True)
        export_work(here(store))
    return store


def spoil(folder, place, raw):
    file = folder / "answers.sqlite"
    content = bytearray(file.read_bytes())
    content[place : place + len(raw)] = raw
    file.write_bytes(content)
    return bytes(content)


def name_in(folder, table, name):
    """Give the place of a name in what the file says of a table."""
    content = (folder / "answers.sqlite").read_bytes()
    return content.index(name, content.index(b"CREATE TABLE %s (" % table))


def hurt(folder):
    """Change one letter, which shows as soon as answers are read."""
    return spoil(folder, name_in(folder, b"aside", b"saved_at"), b"q")


def damaged_in(folder):
    return sorted(folder.glob("answers-damaged-*.sqlite"))


PLACES = {
    "the first part": lambda _: (0, bytes(100)),
    "the kind of its first page": lambda _: (100, b"\xff"),
    "how it is written": lambda _: (18, b"\x21"),
    "how it is read": lambda _: (19, b"\x21"),
    "the name of a column": lambda folder: (name_in(folder, b"aside", b"saved_at"), b"q"),
    "a name that is no text": lambda folder: (name_in(folder, b"drafts", b"answer"), b"\xe1"),
    "a rule": lambda folder: (name_in(folder, b"receipts", b"UNIQUE (code"), b"UNIQUE (node"),
    "the kind of a number": lambda folder: (name_in(folder, b"attempts", b"INTEGER"), b"INTEGDR"),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("is_open", [True, False], ids=["while it is open", "before it is opened"])
def test_whatever_can_be_read_of_a_damaged_file_is_in_the_new_one(store, folder, place, is_open):
    before = all_work(store)
    content = spoil(folder, *place(folder))
    store = store if is_open else Store(folder)
    keep(store, later := draft("later"))
    store.use_code(OTHER)
    work = work_in(store)
    assert (work.drafts, work.attempts, work.aside) == before[0]
    store.use_code(CODE)
    assert draft_in(store, "kupyansk", "later") == later
    assert [one for one in work_in(store).drafts if one.exercise != "later"] == list(before[1][0])
    ((kept,), (sentence,)) = damaged_in(folder), said(store)
    assert kept.read_bytes() == content
    assert kept.name in sentence
    assert "answers 60, tries 6, earlier versions 2" in sentence


def test_who_worked_last_works_on_under_the_same_code(store, folder):
    hurt(folder)
    assert Store(folder).code == CODE


def test_of_a_file_with_a_page_that_is_gone_the_rest_comes_over_and_that_is_said(store, folder):
    before = all_work(store)
    content = (folder / "answers.sqlite").read_bytes()
    # A page in the middle of the answers.
    page = content.index(f"{CODE} 12 ".encode()) // 4096 * 4096
    spoil(folder, page, b"\xff" * 4096)
    again = Store(folder)
    again.use_code(CODE)
    came = work_in(again)
    assert 0 < len(came.drafts) < 30
    assert set(map(str, came.drafts)) < set(map(str, before[1][0]))
    assert came.attempts == before[1][1]
    sentence, missing = said(again)
    assert "A part of it could not be read" in sentence
    assert f"not found there: answers of yours {30 - len(came.drafts)}, tries 0" in missing
    again.use_code(OTHER)
    assert f"answers {len(came.drafts) + len(work_in(again).drafts)}," in sentence


def test_an_entry_that_cannot_be_read_does_not_come_over_and_that_is_said(store, folder):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute("UPDATE drafts SET phase = 'finished' WHERE exercise = 'exercise-7'")
    hurt(folder)
    again = Store(folder)
    assert [one.exercise for one in work_in(again).drafts if one.exercise == "exercise-7"] == []
    (sentence,) = said(again)
    assert "answers 58, tries 6" in sentence
    assert "A part of it could not be read" in sentence


@pytest.mark.parametrize("number", [*(2 ^ 2**bit for bit in range(8)), 2 + 2**24, 2 + 2**8, 2 - 2**31])
def test_a_file_that_is_laid_out_as_today_is_of_today_whatever_number_it_has_and_that_is_said(store, folder, number):
    before = all_work(store)
    spoil(folder, 60, number.to_bytes(4, "big", signed=True))
    again = Store(folder)
    assert all_work(again) == before
    assert damaged_in(folder) == []
    assert ["was damaged and was mended" in one for one in said(again)] == [True]


def test_words_that_another_notebook_kept_meanwhile_stay_and_what_comes_over_is_put_aside(store, folder):
    keep(store, draft("one", "before"))
    (folder / "answers.sqlite").rename(folder / "old")
    meanwhile = Store(folder)
    meanwhile.use_code(CODE)
    keep(meanwhile, draft("one", "meanwhile"))
    shutil.copy(folder / "old", folder / "answers-moving-2026-11-30-101010-1.sqlite")
    assert draft_in(store, "kupyansk", "one").answer == {"said": "meanwhile"}
    assert "before" in [one.answer["said"] for one in work_in(store).aside]


def test_what_was_sent_is_not_done_twice_after_damage(practice, folder):
    visit = Visit(practice.lesson, practice.items, Store(folder), "one")
    line = Line(visit, visit.exercise("first-item"))
    assert line("check", TEXT)["kind"] == "result"
    hurt(folder)
    line.seq -= 1
    assert line("check", TEXT)["kind"] == "result"
    work = visit.student.work()
    assert (len(work.attempts), work.aside) == (1, ())


def test_what_nobody_has_closed_yet_is_said_after_the_next_damage_too(store, folder):
    for _ in range(2):
        hurt(folder)
        work_in(store)
    for sentences in (said(store), said(Store(folder))):
        assert len(sentences) == 2
        assert all(one.name in " ".join(sentences) for one in damaged_in(folder))


@pytest.mark.parametrize("event", ["gone", "emptied", "garbage", "replaced"])
def test_what_nobody_has_closed_yet_is_said_whatever_happens_to_the_file_next(store, folder, tmp_path, event):
    other = Store(tmp_path / "other")
    keep(other, draft())
    hurt(folder)
    work_in(store)
    (first,) = damaged_in(folder)
    file = folder / "answers.sqlite"
    if event == "gone":
        file.unlink()
    elif event == "replaced":
        (tmp_path / "other" / "answers.sqlite").replace(file)
    else:
        file.write_bytes(b"garbage " * 2000 if event == "garbage" else b"")
    work_in(store)
    assert len(said(Store(folder))) == 2
    assert first.name in said(Store(folder))[0]


@pytest.mark.parametrize("by", ["this notebook", "another one"])
def test_what_was_closed_is_not_said_again_after_the_next_damage(store, folder, by):
    hurt(folder)
    (notice,) = work_in(store).notices
    (store if by == "this notebook" else Store(folder)).close_notice(notice.number)
    work_in(store)
    (first,) = damaged_in(folder)
    hurt(folder)
    (sentence,) = said(store)
    assert first.name not in sentence


@pytest.mark.parametrize("name", [b"saved_at", b"exercise", b"aside"])
def test_a_damaged_name_while_the_notebook_is_open_is_no_fault_of_the_exercise(practice, folder, name):
    visit = Visit(practice.lesson, practice.items, Store(folder), "one")
    line = Line(visit, visit.exercise("first-item"))
    line("draft", TEXT)
    content = (folder / "answers.sqlite").read_bytes()
    spoil(folder, content.index(name, content.index(b"CREATE TABLE aside")), bytes([name[0] ^ 1]))
    assert line("draft", TEXT | {"text": "and more"})["kind"] == "saved"
    assert visit.student.work().drafts[0].answer["text"] == "and more"
    (notice,) = visit.student.work().notices
    assert "was damaged" in notice.words


def test_no_damaged_byte_of_what_the_file_says_of_its_tables_shows_words_of_a_library(practice, tmp_path):
    whole = Visit(practice.lesson, practice.items, Store(tmp_path / "whole"), "one")
    Line(whole, whole.exercise("first-item"))("check", TEXT)
    content = (tmp_path / "whole" / "answers.sqlite").read_bytes()
    first, end = content.index(b"CREATE TABLE") - 60, 4096
    for place in range(first, end, 29):
        folder = tmp_path / str(place)
        shutil.copytree(tmp_path / "whole", folder)
        visit = Visit(practice.lesson, practice.items, Store(folder), "one")
        line = Line(visit, visit.exercise("first-item"))
        spoil(folder, place, bytes([content[place] ^ 4]))
        reply = line("again", TEXT)
        assert reply["kind"] == "saved", (place, reply)
        words = [one.words.replace(str(folder), "") for one in visit.student.work().notices]
        assert not LIBRARY.search(" ".join([*words, reply.get("words", "")]))


def test_a_file_that_cannot_be_moved_aside_either_is_told_in_words_of_ours(store, folder, monkeypatch):
    hurt(folder)
    monkeypatch.setattr(store._file, "_move_aside", lambda _: None)
    with pytest.raises(StoreTrouble) as trouble:
        keep(store, draft())
    assert not LIBRARY.search(str(trouble.value))


@pytest.fixture(params=["before the first word", "after it"])
def move(request, store, folder):
    """Give a list of places to which the file is moved, one at each transaction that writes in it."""
    waiting = []

    def begun(connection):
        if waiting and connection.get_execution_options()["begin"] == "BEGIN IMMEDIATE":
            (folder / "answers.sqlite").rename(waiting.pop())

    def executed(_connection, _cursor, statement, *_):
        if waiting and statement.startswith("INSERT INTO settings"):
            (folder / "answers.sqlite").rename(waiting.pop())

    early = request.param == "before the first word"
    event.listen(store._file._engine, *(("begin", begun) if early else ("after_cursor_execute", executed)))
    return waiting


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
def test_what_is_written_while_the_file_is_moved_is_in_the_file_that_lies_there_then(store, folder, move):
    move.append(folder / "elsewhere")
    store.use_code(OTHER)
    assert move == []
    assert store.code == OTHER
    assert "was gone" in said(store)[0]


def test_a_file_that_is_moved_again_and_again_is_in_use_and_the_folder_is_not_blamed(store):
    @event.listens_for(store._file._engine, "before_cursor_execute")
    def fail(_connection, _cursor, statement, *_):
        if statement.startswith("INSERT INTO settings"):
            fault = sqlite3.OperationalError("attempt to write a readonly database")
            fault.sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED
            raise OperationalError(statement, None, fault)

    with pytest.raises(StoreTrouble, match="Something else is using the file") as trouble:
        store.use_code(OTHER)
    assert not trouble.value.lasting


def test_a_fault_of_ours_in_the_store_shows_no_words_of_a_library_either(practice, folder, monkeypatch):
    visit = Visit(practice.lesson, practice.items, Store(folder), "one")
    exercise, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())

    def fail(*_, **__):
        raise OperationalError("SELECT aside.number AS number", None, sqlite3.OperationalError("no such column"))

    monkeypatch.setattr(visit.store, "run", fail)
    replies = [exercise("draft", TEXT), bar.send({"kind": "export"})]
    assert [reply["kind"] for reply in replies] == ["refused", "trouble"]
    assert [LIBRARY.findall(reply["words"]) for reply in replies] == [[], []]


def test_a_file_whose_settings_have_columns_without_a_name_that_we_know_is_still_brought_over(store, folder):
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("ALTER TABLE settings RENAME COLUMN value TO vqlxe")
        connection.commit()
    spoil(folder, 0, b"XXXX")
    assert len(all_work(Store(folder))) > 0
