"""A page of the file that is older than the rest: what the other pages tell of it is said, nothing goes silently."""

import itertools
import sqlite3
from contextlib import closing

import pytest
from keeping import add, keep, said
from talk import Talk

from exercises.answers.brought_back import put_last_try_aside
from exercises.answers.exports import export_work, import_work
from exercises.answers.joining import take_in
from exercises.answers.pieces import cut, travelling_of
from exercises.answers.rows import put_aside, throw_away
from exercises.answers.store import Store
from exercises.answers.student import Student
from exercises.answers.work import Aside, Attempt, Draft
from exercises.room.register import Register, class_store, say_what_happened

CODE, OTHER, AT = "amber-heron-42", "calm-otter-11", "2025-11-24T09:00:00+00:00"
TEXT = {"text": "On Monday the mayor of Dovhe said that the bridge may stay closed.", "rated": {}, "why": ""}
NEWER = {"text": "On Monday the mayor of Dovhe said that the bridge will stay closed.", "rated": {}, "why": ""}
SIZE = 4096


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "answers")
    for code in (OTHER, CODE):
        store.use_code(code)
    return store


def page_of(content, store, name):
    with closing(sqlite3.connect(store.path)) as connection:
        (number,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return slice((number - 1) * SIZE, number * SIZE)


def write_lost(store, before, *names):
    """Put pages back as they were before, as if a disk had never written them, and open the file elsewhere."""
    content = bytearray(store.path.read_bytes())
    for name in names:
        page = page_of(content, store, name)
        content[page] = before[page]
    folder = store.path.parent.with_name("later")
    folder.mkdir()
    (folder / "answers.sqlite").write_bytes(content)
    return folder


def work_under(folder, code=CODE):
    return Student(Store(folder), code).work()


def notices(folder, code=CODE):
    return " ".join(one.words for one in work_under(folder, code).notices)


@pytest.fixture
def says(practice, store):
    """Give a page of a student: it sends a message on an exercise, and gives the state after it."""
    numbers = itertools.count(1)

    def send(kind, answer, name="first-item", sure=3):
        one = Talk(practice.lesson, practice.items[name], store, "one")
        base = one.face.state(one.student.work())["version"]
        message = {"kind": kind, "tab": "tab-of-pupil", "seq": next(numbers), "base": base}
        return one.receive(message | {"answer": answer, "confidence": sure})

    return send


def kept_in(folder):
    return list(folder.glob("answers-damaged-*.sqlite"))


def test_an_answer_whose_page_was_not_written_stands_again_as_it_was_checked_and_that_is_said(practice, store, says):
    before = store.path.read_bytes()
    result = says("check", TEXT)["state"]
    spoilt = write_lost(store, before, "drafts")
    content = (spoilt / "answers.sqlite").read_bytes()
    work = work_under(spoilt)
    state = Talk(practice.lesson, practice.items["first-item"], Store(spoilt), "one").face.state(work)
    for name in ("answer", "phase", "result", "attempts", "confidence"):
        assert state[name] == result[name]
    assert "though it holds tries at the same exercises: 1." in notices(spoilt)
    assert [notice.places for notice in work.notices if notice.places] == [(("bridge", "first-item"),)]
    # Where the trace was, it can still be looked for.
    assert [one.read_bytes() for one in kept_in(spoilt)] == [content]


def test_an_answer_that_was_never_checked_and_whose_page_was_not_written_is_counted_for_its_student_alone(store, says):
    before = store.path.read_bytes()
    says("draft", TEXT)
    spoilt = write_lost(store, before, "drafts")
    assert "not found there: answers of yours 1, tries 0, earlier versions 0." in notices(spoilt)
    assert "not found there" not in notices(spoilt, OTHER)
    assert len(kept_in(spoilt)) == 1


def test_a_page_that_sends_the_lost_answer_again_does_not_hear_that_it_was_done(practice, store, says):
    before = store.path.read_bytes()
    says("draft", TEXT)
    spoilt = write_lost(store, before, "drafts", "sqlite_autoindex_drafts_1")
    one = Talk(practice.lesson, practice.items["first-item"], Store(spoilt), "one")
    one.receive({"kind": "draft", "tab": "tab-of-pupil", "seq": 1, "base": None, "answer": TEXT, "confidence": 3})
    assert [draft.answer for draft in work_under(spoilt).drafts] == [TEXT]


ONE = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("table", "sentence"),
    [("attempts", "answers of yours 0, tries 1, earlier versions 0"), ("aside", "tries 0, earlier versions 1")],
)
def test_tries_and_earlier_versions_whose_page_was_not_written_are_counted(store, table, sentence):
    keep(store, Draft("bridge", "bet", "d", TEXT, None, "open", AT))
    before = store.path.read_bytes()
    add(store, Attempt(ONE, "bridge", "bet", "d", "check", TEXT, 2, None, AT))
    aside = Aside("b" * 16, "bridge", "bet", "d", NEWER, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    spoilt = write_lost(store, before, table)
    assert sentence in notices(spoilt)
    assert "not found there" not in notices(spoilt, OTHER)
    assert len(kept_in(spoilt)) == 1


@pytest.mark.parametrize("pages", [("drafts",), ("drafts", "sqlite_autoindex_drafts_1")], ids=["row", "row and index"])
def test_an_answer_that_is_older_than_its_receipt_is_said_and_its_last_try_can_be_had_back(store, says, pages):
    says("draft", TEXT)
    before = store.path.read_bytes()
    says("check", NEWER)
    spoilt = write_lost(store, before, *pages)
    work = work_under(spoilt)
    assert [one.answer for one in work.drafts] == [TEXT]
    assert [one.answer for one in work.aside] == [NEWER]
    assert "an older answer of yours stands than the one that was saved last: 1." in notices(spoilt)
    assert notices(spoilt).count("an older answer") == 1


def test_where_the_earlier_version_was_damaged_as_well_the_file_opens_and_the_last_try_can_be_had_back(store, says):
    says("draft", TEXT)
    before = store.path.read_bytes()
    says("check", NEWER)
    place = (CODE, "bridge", "first-item")
    store.run(lambda connection: put_last_try_aside(connection, place), write=True)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        assert connection.execute("UPDATE aside SET why = 'filf'").rowcount == 1
    work = work_under(write_lost(store, before, "drafts"))
    assert [one.answer for one in work.drafts] == [TEXT]
    assert [one.answer for one in work.aside] == [NEWER]
    sentences = " ".join(one.words for one in work.notices)
    assert "could not be read" in sentences
    assert "an older answer of yours stands than the one that was saved last: 1." in sentences


def test_where_rows_and_index_are_both_older_the_receipt_tells_that_an_answer_is_missing(store, says):
    before = store.path.read_bytes()
    says("draft", TEXT)
    spoilt = write_lost(store, before, "drafts", "sqlite_autoindex_drafts_1")
    assert "not found there: answers of yours 1, tries 0" in notices(spoilt)
    assert notices(spoilt).count("not found there") == 1


def test_where_only_the_try_is_left_of_all_its_answer_stands_again(store, says):
    before = store.path.read_bytes()
    says("check", TEXT)
    pages = [name for table in ("drafts", "receipts") for name in (table, f"sqlite_autoindex_{table}_1")]
    spoilt = write_lost(store, before, *pages)
    assert [(one.answer, one.phase) for one in work_under(spoilt).drafts] == [(TEXT, "checked")]
    assert "though it holds tries" in notices(spoilt)


def test_where_rows_and_index_of_the_tries_are_older_that_is_said_of_a_checked_answer(store, says):
    before = store.path.read_bytes()
    says("check", TEXT)
    spoilt = write_lost(store, before, "attempts", "sqlite_autoindex_attempts_1")
    assert "answers of yours 0, tries 1," in notices(spoilt)
    assert [one.answer for one in work_under(spoilt).drafts] == [TEXT]


@pytest.mark.parametrize("table", ["drafts", "attempts", "aside", "receipts", "trail"])
def test_an_index_that_is_older_than_its_rows_is_mended_and_nothing_is_said(store, says, table):
    before = store.path.read_bytes()
    says("check", TEXT)
    export_work(Student(store, CODE))
    spoilt = write_lost(store, before, f"sqlite_autoindex_{table}_1")
    work = work_under(spoilt)
    assert (len(work.drafts), len(work.attempts), work.notices) == (1, 1, ())
    assert kept_in(spoilt) == []


def test_an_older_index_gives_no_answer_to_another_student_who_has_its_place_now(store):
    def put(code, name):
        one = Aside(name * 16, "bridge", "bet", "d", {"text": f"words of {code}"}, None, AT, "window")
        store.run(lambda connection: put_aside(connection, code, one), write=True)

    put(OTHER, "a")
    before = store.path.read_bytes()
    store.run(lambda connection: throw_away(connection, OTHER, "bridge", "bet", "a" * 16), write=True)
    put(CODE, "b")
    spoilt = write_lost(store, before, "sqlite_autoindex_aside_1")
    assert [one.answer for one in work_under(spoilt).aside] == [{"text": f"words of {CODE}"}]
    assert work_under(spoilt, OTHER).aside == ()
    # Whether it was thrown away or lost, the file does not tell.
    assert "An earlier version can be one that you threw away" in notices(spoilt, OTHER)


def test_an_answer_that_came_in_a_file_is_not_taken_for_an_older_one(store, says, tmp_path):
    says("draft", TEXT)
    home = Store(tmp_path / "home")
    import_work(home, export_work(Student(store, CODE)))
    keep(home, Draft("bridge", "first-item", "d", NEWER, 3, "open", AT))
    import_work(store, export_work(Student(home, CODE)))
    says("draft", TEXT)
    assert said(Store(store.path.parent)) == []


def test_a_row_that_could_not_be_read_is_not_said_to_be_missing_as_well(store, says):
    says("check", TEXT)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE drafts SET phase = 'finished'")
    work_under(store.path.parent)
    sentences = said(Store(store.path.parent))
    assert [("could not be read: 1" in one) for one in sentences] == [True]


def test_a_card_of_a_class_that_an_index_alone_names_is_not_taken_out_without_a_word(tmp_path):
    store = class_store(tmp_path / "class")
    register = Register(store)
    register.issue(2)
    store._file._engine.dispose()
    before = store.path.read_bytes()
    register.issue(2)
    store._file._engine.dispose()
    spoilt = write_lost(store, before, "cards")
    again = class_store(spoilt)
    assert len(Register(again).codes()) == 2
    sentences = []
    say_what_happened(again, sentences.append)
    assert ["A part could not be read" in one for one in sentences] == [True]


def test_where_the_page_with_the_code_is_older_who_began_last_goes_on_and_that_is_said(store, says):
    before = store.path.read_bytes()
    beginner = store.new_code()
    spoilt = write_lost(store, before, "settings")
    assert Store(spoilt).code == beginner
    assert "not clear which code was chosen last" in notices(spoilt, beginner)
    assert notices(spoilt, beginner).count("not clear") == 1


def test_where_answers_are_older_as_well_who_began_last_goes_on_in_the_new_file(store, says):
    before = store.path.read_bytes()
    says("draft", TEXT)
    beginner = store.new_code()
    spoilt = write_lost(store, before, "settings", "drafts")
    assert Store(spoilt).code == beginner
    assert len(kept_in(spoilt)) == 1


def test_where_the_other_place_of_the_code_is_older_nothing_is_said(store, says):
    before = store.path.read_bytes()
    beginner = store.new_code()
    spoilt = write_lost(store, before, "notices")
    again = Store(spoilt)
    assert (again.code, said(again)) == (beginner, [])


def test_a_file_from_before_the_code_was_kept_on_two_pages_keeps_it(store):
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("DELETE FROM notices")
        connection.execute("DELETE FROM settings WHERE name = 'chosen'")
    again = Store(store.path.parent)
    assert (again.code, said(again)) == (CODE, [])
    before = again.path.read_bytes()
    beginner = again.new_code()
    assert Store(write_lost(again, before, "settings")).code == beginner


@pytest.mark.parametrize(
    ("table", "sentence"), [("attempts", "tries 1, earlier versions 0"), ("aside", "tries 0, earlier versions 1")]
)
def test_where_rows_and_index_are_both_older_it_is_said_that_some_are_missing(store, table, sentence):
    keep(store, Draft("bridge", "bet", "d", TEXT, None, "open", AT))
    add(store, Attempt(ONE, "bridge", "bet", "d", "check", TEXT, 2, None, AT))
    before = store.path.read_bytes()
    add(store, Attempt(ONE[:-1] + "2", "bridge", "bet", "d", "check", NEWER, 2, None, AT))
    aside = Aside("b" * 16, "bridge", "bet", "d", NEWER, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    spoilt = write_lost(store, before, table, f"sqlite_autoindex_{table}_1")
    # Nothing that is left tells whose it was.
    for code in (CODE, OTHER):
        assert sentence in notices(spoilt, code)
    assert notices(spoilt).count("Whose they were is not known") == 1


def test_an_answer_of_which_no_other_page_tells_is_said_to_be_missing(store):
    keep(store, Draft("bridge", "bet", "d", TEXT, None, "open", AT))
    before = store.path.read_bytes()
    keep(store, Draft("bridge", "first-item", "d", TEXT, None, "open", AT))
    spoilt = write_lost(store, before, "drafts", "sqlite_autoindex_drafts_1")
    assert "(all codes together, at least): answers 1, tries 0" in notices(spoilt)


def test_what_was_thrown_away_before_is_not_counted_with_what_is_missing(store):
    def throw(letter):
        store.run(lambda connection: throw_away(connection, CODE, "bridge", "bet", letter * 16), write=True)

    for letter in "abcde":
        one = Aside(letter * 16, "bridge", "bet", "d", {"text": letter}, None, AT, "window")
        store.run(lambda connection, one=one: put_aside(connection, CODE, one), write=True)
    for letter in "bcd":
        throw(letter)
    whole = store.path.read_bytes()
    throw("e")
    without_the_last = store.path.read_bytes()
    store.path.write_bytes(whole)
    spoilt = write_lost(store, without_the_last, "aside", "sqlite_autoindex_aside_1")
    assert "tries 0, earlier versions 1" in notices(spoilt)


def test_what_was_thrown_away_is_not_missing(store):
    aside = Aside("b" * 16, "bridge", "bet", "d", NEWER, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    store.run(lambda connection: throw_away(connection, CODE, "bridge", "bet", "b" * 16), write=True)
    assert said(Store(store.path.parent)) == []


def test_what_an_earlier_edition_threw_away_is_not_missing_either(store):
    aside = Aside("b" * 16, "bridge", "bet", "d", NEWER, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        # It counts what it does, and knows no note of how much is kept.
        connection.execute("INSERT INTO settings VALUES ('changes-99', '1')")
        connection.execute("DELETE FROM aside")
    assert said(Store(store.path.parent)) == []


def test_a_damaged_file_that_knew_of_more_than_was_found_in_it_tells_how_much_is_missing(store):
    keep(store, Draft("bridge", "bet", "d", TEXT, None, "open", AT))
    before = store.path.read_bytes()
    add(store, Attempt(ONE, "bridge", "bet", "d", "check", TEXT, 2, None, AT))
    aside = Aside("b" * 16, "bridge", "bet", "d", NEWER, None, AT, "window")
    store.run(lambda connection: put_aside(connection, CODE, aside), write=True)
    pages = [name for table in ("attempts", "aside") for name in (table, f"sqlite_autoindex_{table}_1")]
    spoilt = write_lost(store, before, *pages)
    with (spoilt / "answers.sqlite").open("r+b") as file:
        file.write(b"XXXX")
    sentences = notices(spoilt, OTHER)
    assert "A part of it could not be read" in sentences
    assert "(all codes together, at least): answers 0, tries 1, earlier versions 1" in sentences


def test_what_is_told_to_its_student_is_not_told_to_all_once_more(store, says):
    before = store.path.read_bytes()
    says("check", TEXT)
    spoilt = write_lost(store, before, "attempts")
    assert "answers of yours 0, tries 1" in notices(spoilt)
    assert "Whose they were is not known" not in notices(spoilt)


def test_tries_whose_answer_could_not_be_read_any_more_show_it_where_they_are_opened(store, says, tmp_path):
    says("check", TEXT)
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE drafts SET answer = '{broken'")
    work_under(store.path.parent)
    text, homes = export_work(Student(store, CODE)), (Store(tmp_path / "home"), Store(tmp_path / "class"))
    assert "New or newer answers from the file: 1." in import_work(homes[0], text)[1]
    joined = [take_in(homes[1], travelling_of(one, CODE), CODE, "file").new for one in cut(text, CODE).pieces]
    assert joined == [0, 1]
    for home in homes:
        assert [(one.answer, one.phase) for one in work_under(home.path.parent).drafts] == [(TEXT, "checked")]
        assert notices(home.path.parent) == ""
