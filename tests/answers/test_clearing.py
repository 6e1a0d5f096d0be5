"""Whatever stands in a row, it alone is set aside: all else can be drawn, saved as a file and written as before."""

import json
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from keeping import here, keep
from talk import Talk

from exercises.answers.code import tidy_code
from exercises.answers.exports import export_work, import_work
from exercises.answers.layout import add_notice
from exercises.answers.rows import put_aside
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Aside, Draft
from exercises.kinds.items import taken_up
from exercises.report import gather
from exercises.words.spoken import speaking

CODE, OTHER = "amber-heron-42", "calm-otter-11"
AT = "2025-11-24T09:00:00+00:00"
TEXT = {"text": "On Monday the mayor of Dovhe said 🦢 that the bridge may stay closed."}
RATING = {"ratings": {"ferry": 4, "bakery": 3}, "sure": {"ferry": 4, "bakery": 2}}
SHOWN = ("drafts", "attempts", "aside")
TABLES = ("settings", "drafts", "attempts", "aside", "receipts", "trail", "notices")


def talk(practice, store, name):
    earlier = practice.items.get(taken_up(practice.items[name]))
    return Talk(practice.lesson, practice.items[name], store, "one", earlier=earlier)


def send(practice, store, name, kind, answer, seq=1, confidence=3):
    message = {"kind": kind, "tab": "tab-of-pupil", "seq": seq, "answer": answer, "confidence": confidence}
    return talk(practice, store, name).receive(message)


@pytest.fixture(scope="module")
def full(practice, tmp_path_factory):
    """Give a file with rows of every sort in it, of two students."""
    store = Store(tmp_path_factory.mktemp("full"))
    for code in (OTHER, CODE):
        store.use_code(code)
        send(practice, store, "first-item", "check", TEXT)
        send(practice, store, "support", "check", RATING)
        send(practice, store, "bet", "seal", {"chosen": ["opens"]})
        put = Aside("b" * 16, practice.lesson.id, "first-item", "d", {"text": "Another"}, None, AT, "window")
        store.run(lambda connection, put=put, code=code: put_aside(connection, code, put), write=True)
        export_work(here(store))
    store.run(lambda connection: add_notice(connection, "row-aside", {"count": "77"}), write=True)
    return store._file.path


@pytest.fixture
def folder(full, tmp_path):
    """Give a folder of its own with such a file."""
    shutil.copy(full, tmp_path)
    return tmp_path


def change(folder, table, column, value, place, *, text=False):
    """Put any value into one row, whatever SQLite takes."""
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        shown = "CAST(? AS TEXT)" if text else "?"
        statement = f"UPDATE {table} SET {column} = {shown} WHERE rowid = ?"
        return connection.execute(statement, (value, place)).rowcount


def rows_in(folder, table):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection:
        connection.text_factory = bytes
        return connection.execute(f"SELECT rowid, * FROM {table}").fetchall()


def all_goes_on(practice, folder):
    """Draw every exercise, tell the report, save the work, open it elsewhere and go on; give what was read."""
    store = Store(folder)
    student = Student(store, CODE)
    work = student.work()
    for name in practice.items:
        one = talk(practice, store, name)
        json.dumps(one.face.state(student.work(practice.lesson.id)), ensure_ascii=False, allow_nan=False).encode()
    gather(practice.lesson, practice.items, work, date(2026, 11, 25))
    text = export_work(student)
    elsewhere = Store(folder / "elsewhere")
    import_work(elsewhere, text)
    # Tries that travel without their answer, as that was set aside, show it there.
    tried = {one.exercise for one in (*work.drafts, *work.attempts)}
    assert {one.exercise for one in Student(elsewhere, CODE).work().drafts} == tried
    assert store.code
    store.new_code()
    one = talk(practice, store, "first-item")
    one.student = student
    assert one.receive({"kind": "again", "tab": "another-tab", "seq": 1, "answer": TEXT})["kind"] == "saved"
    return work


def lost(full, after):
    """Name the table of each row that is not there any more as it was."""
    before = Student(Store(full.parent), CODE).work()
    return [name for name in SHOWN for one in getattr(before, name) if one not in getattr(after, name)]


def said(folder):
    return " ".join(one.words for one in Student(Store(folder), CODE).work().notices)


def first_of(folder, table):
    """Give the row in which the student's first answer stands, or what belongs to it."""
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection:
        wanted = f"SELECT rowid FROM {table} WHERE code = ? ORDER BY exercise LIMIT 1 OFFSET 1"
        return connection.execute(wanted, (CODE,)).fetchone()[0] if table != "aside" else 2


def test_a_row_with_a_byte_that_is_no_text_is_set_aside_alone_and_its_bytes_are_kept(practice, folder):
    raw = b'{"text":"the mayor of Dovhe s\xe1id"}'
    change(folder, "drafts", "answer", raw, first_of(folder, "drafts"), text=True)
    work = all_goes_on(practice, folder)
    assert sorted(one.exercise for one in work.drafts) == ["bet", "support"]
    assert len(work.attempts) == 3
    assert "could not be read: 1." in said(folder)
    ((_, _, origin, kept),) = rows_in(folder, "unreadable")
    assert (origin, bytes.fromhex(json.loads(kept)["answer"]["bytes"])) == (b"drafts", raw)


DEEP = '{"a":' * 3000 + "1" + "}" * 3000


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("drafts", "answer", DEEP),
        ("drafts", "answer", '{"ratings":{"ferry":NaN}}'),
        ("drafts", "answer", '{"ratings":{"ferry":1e999}}'),
        ("drafts", "answer", '{"ratings":{"ferry":' + "1" * 400 + "}}"),
        ("drafts", "version", b"\xff"),
        ("drafts", "version", "not of ours"),
        ("drafts", "saved_at", "9999-12-31T23:59:59-23:59"),
        ("attempts", "made_at", "0001-01-01T00:00:00+23:59"),
        ("attempts", "result", '{"points":NaN}'),
        ("attempts", "what", "look"),
        ("aside", "answer", DEEP),
        ("receipts", "seq", b"1"),
        ("receipts", "version", b"1"),
        ("trail", "version", b"\xff"),
        ("trail", "exercise", b"first-item"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_this_course_never_writes_is_set_aside_alone_and_said(practice, full, folder, table, column, value):
    assert change(folder, table, column, value, first_of(folder, table)) == 1
    work = all_goes_on(practice, folder)
    assert lost(full, work) == ([table] if table in SHOWN else [])
    assert "could not be read: 1." in said(folder)
    ((_, _, origin, _),) = rows_in(folder, "unreadable")
    assert origin.decode() == table


@pytest.mark.parametrize("value", [b"\xff", "???", ""])
@pytest.mark.parametrize("column", ["code", "lesson", "exercise"])
@pytest.mark.parametrize("table", SHOWN)
def test_an_answer_that_no_page_would_ask_for_is_set_aside_and_said_when_the_file_is_opened(
    folder, table, column, value
):
    change(folder, table, column, value, first_of(folder, table))
    work = Student(Store(folder), CODE).work("bridge", ("bet",))
    assert ["could not be read: 1." in one.words for one in work.notices][-1]
    ((_, _, origin, _),) = rows_in(folder, "unreadable")
    assert origin.decode() == table


def change_code(folder, value, *names):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        for name in names or ("code", "code-again"):
            assert connection.execute("UPDATE settings SET value = ? WHERE name = ?", (value, name)).rowcount == 1


@pytest.mark.parametrize("value", ["", b"\xff", b"", "Amber Heron", 5])
def test_a_code_that_is_none_is_replaced_by_a_new_one_and_those_with_work_are_named(practice, folder, value):
    change_code(folder, value)
    store = Store(folder)
    assert tidy_code(store.code) == store.code
    assert store.code not in (CODE, OTHER)
    assert f"type your code. Codes with work here: {CODE}, {OTHER}." in said(folder)
    assert len(Student(store, CODE).work().drafts) == 3


@pytest.mark.parametrize("value", ["", b"\xff", "amber-heron-43"])
@pytest.mark.parametrize("name", ["code", "code-again"])
def test_one_damaged_place_of_the_code_changes_no_code(folder, name, value):
    change_code(folder, value, name)
    assert Store(folder).code == CODE
    assert ("It is not clear" in said(folder)) == (value == "amber-heron-43")


def test_of_two_codes_that_both_have_work_one_is_taken_and_both_are_named(folder):
    change_code(folder, OTHER, "code")
    assert Store(folder).code in (CODE, OTHER)
    assert f"Codes with work here: {CODE}, {OTHER}." in said(folder)


def test_where_no_code_can_be_read_and_one_has_work_that_one_goes_on(folder):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        for table in SHOWN:
            connection.execute(f"DELETE FROM {table} WHERE code = ?", (OTHER,))
    change_code(folder, "")
    assert Store(folder).code == CODE
    assert f"Codes with work here: {CODE}." in said(folder)


def test_a_file_from_before_the_code_was_kept_twice_keeps_it_twice_when_it_is_tried_out(folder):
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        connection.execute("DELETE FROM settings WHERE name = 'code-again'")
    store = Store(folder)
    store.try_out()
    change_code(folder, "amber-heron-43", "code")
    assert Store(folder).code == CODE


def test_in_a_class_nobody_reads_the_codes_of_others(folder):
    change_code(folder, "")
    with speaking("en", "room"):
        assert "A note about codes in the file of the class could not be read" in said(folder)
        assert OTHER not in said(folder)


@pytest.mark.parametrize(
    ("column", "value"),
    [("parts", "{"), ("parts", "[]"), ("parts", "{}"), ("parts", DEEP), ("name", "x"), ("name", b"")],
)
def test_a_notice_that_cannot_be_read_is_said_in_general_and_can_be_closed(practice, folder, column, value):
    assert change(folder, "notices", column, value, 2) == 1
    all_goes_on(practice, folder)
    student = Student(Store(folder), CODE)
    (notice,) = student.work().notices
    assert "it cannot be read" in notice.words
    student.store.close_notice(notice.number)
    assert student.work().notices == ()


@pytest.mark.parametrize(
    ("column", "value"),
    [("parts", "{"), ("parts", "[]"), ("parts", DEEP), ("parts", '{"code": "x", "count": "9"}'), ("name", b"")],
)
def test_where_the_code_stands_once_more_among_the_notices_damage_changes_and_says_nothing(folder, column, value):
    assert change(folder, "notices", column, value, 1) == 1
    store = Store(folder)
    assert store.code == CODE
    assert [one.words.count("77") for one in Student(store, CODE).work().notices] == [1]
    store.use_code(OTHER)
    assert Store(folder).code == OTHER


def spoil_index(folder):
    """Let the index of drafts name another exercise than the first answer of the student does."""
    path = folder / "answers.sqlite"
    content = path.read_bytes()
    key = f"{CODE}bridgefirst-item".encode()
    places = [place for place in range(len(content)) if content.startswith(key, place)]
    # Behind it a row goes on with the edition; in the index of drafts nothing follows but the number of the row.
    (place,) = [one for one in places if content[one + len(key)] < ord(" ")][:1]
    last = place + len(key) - 1
    path.write_bytes(content[:last] + b"z" + content[last + 1 :])


def test_a_row_that_its_index_does_not_name_is_set_aside_alone_while_the_file_is_open(folder):
    store = Store(folder)
    change(folder, "drafts", "answer", b"\xff", first_of(folder, "drafts"))
    spoil_index(folder)
    work = Student(store, CODE).work()
    assert sorted(one.exercise for one in work.drafts) == ["bet", "support"]
    assert list(folder.glob("*damaged*")) == []


def test_an_answer_that_its_index_does_not_name_is_found_again(folder):
    spoil_index(folder)
    work = Student(Store(folder), CODE).work()
    assert sorted(one.exercise for one in work.drafts) == ["bet", "first-item", "support"]
    assert "put back" not in said(folder)


def places_of(folder, table):
    """Give where in the file the code, lesson and exercise of the student's first row of a table stand."""
    path = folder / "answers.sqlite"
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        wanted = (
            f"SELECT code, lesson, exercise, {'id' if table != 'drafts' else 'digest'} FROM {table} WHERE rowid = ?"
        )
        row = connection.execute(wanted, (first_of(folder, table),)).fetchone()
    begin = content.index("".join(row).encode())
    # What the index of tries and versions does not hold cannot be held against it.
    end = begin + len("".join(row[:3] if table == "drafts" else row[:1]))
    return content, [place for place in range(begin, end) if content[place] != ord("-")]


@pytest.mark.parametrize("table", SHOWN)
def test_one_damaged_letter_in_the_place_of_an_answer_takes_it_from_nobody_without_a_word(full, folder, table):
    content, places = places_of(folder, table)
    for place in places:
        spoilt = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        (folder / "answers.sqlite").write_bytes(spoilt)
        work = Student(Store(folder), CODE).work()
        assert lost(full, work) == []
        assert "put back in their place: 1." in said(folder)


def test_where_nothing_tells_which_place_is_right_an_answer_stands_in_both(tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    keep(store, Draft("bridge", "only-item", "d", TEXT, None, "open", AT))
    content = store.path.read_bytes()
    place = content.index(f"{CODE}bridgeonly-itemd".encode()) + len(f"{CODE}bridge")
    store.path.write_bytes(content[:place] + b"x" + content[place + 1 :])
    work = Student(Store(tmp_path), CODE).work()
    assert sorted(one.exercise for one in work.drafts) == ["only-item", "xnly-item"]
    assert "put back in their place: 1." in said(tmp_path)


def change_letter(store, text, at, to):
    """Change one letter of a text in the file, as a bad disk does."""
    content = bytearray(store.path.read_bytes())
    content[content.index(text.encode()) + at] = ord(to)
    store.path.write_bytes(content)


def test_an_answer_whose_row_names_the_place_of_another_goes_back_and_the_other_stays(tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    for name in ("item-0", "item-2"):
        keep(store, Draft("bridge", name, "d", {"text": name}, None, "open", AT))
    change_letter(store, f"{CODE}bridgeitem-0d", at=len(f"{CODE}bridgeitem-"), to="2")
    work = Student(Store(tmp_path), CODE).work()
    found = [(one.exercise, one.answer["text"]) for one in (*work.drafts, *work.aside)]
    assert found == [("item-0", "item-0"), ("item-2", "item-2")]
    assert "put back in their place: 1." in said(tmp_path)


@pytest.mark.parametrize("name", ["one", "three"])
def test_an_answer_whose_row_names_the_code_of_another_student_is_shown_to_nobody_else(tmp_path, name):
    store, worked = Store(tmp_path), {"amber-heron-42": ["one", "two"], "amber-heron-43": [name]}
    for code, exercises in worked.items():
        store.use_code(code)
        for exercise in exercises:
            keep(store, Draft("bridge", exercise, "d", {"text": f"words of {code}"}, None, "open", AT))
    change_letter(store, "amber-heron-42bridgeone", at=len("amber-heron-4"), to="3")
    for code, exercises in worked.items():
        work = Student(Store(tmp_path), code).work()
        found = [(one.exercise, one.answer["text"]) for one in (*work.drafts, *work.aside)]
        assert found == [(exercise, f"words of {code}") for exercise in exercises]
    (notice,) = Student(Store(tmp_path), "amber-heron-42").work().notices
    assert "put back in their place: 1." in notice.words


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_bit_of_the_file_stops_nothing_but_what_the_disk_cannot_do(practice, full, tmp_path_factory, data):
    content = bytearray(full.read_bytes())
    filled = [place for place, byte in enumerate(content) if byte]
    content[data.draw(st.sampled_from(filled))] ^= 1 << data.draw(st.integers(0, 7))
    folder = tmp_path_factory.mktemp("bit")
    (folder / "answers.sqlite").write_bytes(content)
    with suppress(StoreTrouble):
        all_goes_on(practice, folder)
    shutil.rmtree(folder)


ODD = st.one_of(
    st.none(),
    st.binary(max_size=12),
    st.text(max_size=12),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.sampled_from(["NaN", "[1]", '{"a": 1e999}', '{"a":' * 3000 + "1" + "}" * 3000, '{"a": "\\ud83d"}', "9" * 5000]),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(TABLES), data=st.data())
def test_whatever_stands_in_any_column_of_any_row_all_else_goes_on(practice, full, tmp_path_factory, table, data):
    folder = tmp_path_factory.mktemp("odd")
    shutil.copy(full, folder)
    with closing(sqlite3.connect(full)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        places = [row[0] for row in connection.execute(f"SELECT rowid FROM {table}")]
    column, place = data.draw(st.sampled_from(columns)), data.draw(st.sampled_from(places))
    value = data.draw(ODD)
    try:
        change(folder, table, column, value, place, text=data.draw(st.booleans()))
    except sqlite3.Error:
        assume(False)  # SQLite itself refuses it there
    assert lost(full, all_goes_on(practice, folder)) in ([], [table])
    shutil.rmtree(folder)
