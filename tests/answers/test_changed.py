"""A letter that changed on the disk in an answer is said, and nothing is passed off as the words of the student."""

import sqlite3
from contextlib import closing

import pytest
from keeping import here, keep
from talk import Talk

from exercises.answers.exports import export_work, import_work
from exercises.answers.reading import UnreadableRow
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Draft

CODE, AT = "amber-heron-42", "2025-11-24T09:00:00+00:00"
TEXT = {"text": "On Monday the mayor of Dovhe said 🦢 that the bridge may stay closed.", "rated": {}, "why": ""}


def talk(practice, store, name):
    return Talk(practice.lesson, practice.items[name], store, "one")


def send(practice, store, name, kind, answer, seq=1, confidence=3):
    message = {"kind": kind, "tab": "tab-of-pupil", "seq": seq, "answer": answer, "confidence": confidence}
    return talk(practice, store, name).receive(message)


def said(folder):
    return " ".join(one.words for one in Student(Store(folder), CODE).work().notices)


def flip(folder, old, new):
    """Change letters of a text wherever it stands, as a bad disk does; give how often it stood there."""
    path = folder / "answers.sqlite"
    content = path.read_bytes()
    path.write_bytes(content.replace(old, new))
    return content.count(old)


@pytest.mark.parametrize("is_open", [True, False], ids=["while it is open", "before it is opened"])
def test_a_letter_that_changed_in_an_answer_is_said_and_what_was_checked_can_be_had_back(practice, tmp_path, is_open):
    store = Store(tmp_path)
    store.use_code(CODE)
    send(practice, store, "first-item", "check", TEXT)
    content = store.path.read_bytes()
    # A row holds the newest answer behind the rest of the page's rows; the try lies on another page.
    with closing(sqlite3.connect(store.path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'drafts'").fetchone()
    place = content.index(b"may stay", (page - 1) * 4096)
    assert place < page * 4096
    store.path.write_bytes(content[:place] + b"mad" + content[place + 3 :])
    work = Student(store if is_open else Store(tmp_path), CODE).work()
    assert "the bridge mad stay closed" in work.drafts[0].answer["text"]
    assert [("may stay closed" in one.answer["text"]) for one in work.aside] == [True]
    (notice,) = work.notices
    assert "something changed in the file since they were saved: 1." in notice.words
    assert notice.places == ((practice.lesson.id, "first-item"),)
    assert Student(Store(tmp_path), CODE).work() == work


def spoil(folder, statement):
    """Change rows as a bad disk does."""
    with closing(sqlite3.connect(folder / "answers.sqlite")) as connection, connection:
        assert connection.execute(statement).rowcount == 1


MAD_DRAFT = "UPDATE drafts SET answer = replace(answer, 'stay', 'slay')"
ODD_ASIDE = "UPDATE aside SET why = 'filf'"


@pytest.mark.parametrize("is_open", [True, False], ids=["while it is open", "before it is opened"])
def test_an_answer_that_changed_again_stays_where_the_earlier_version_of_it_was_damaged_too(
    practice, tmp_path, is_open
):
    store = Store(tmp_path)
    store.use_code(CODE)
    send(practice, store, "first-item", "check", TEXT)
    spoil(tmp_path, MAD_DRAFT)
    assert len(Student(store, CODE).work().aside) == 1
    spoil(tmp_path, MAD_DRAFT.replace("stay", "slay").replace("'slay')", "'sway')"))
    spoil(tmp_path, ODD_ASIDE)
    work = Student(store if is_open else Store(tmp_path), CODE).work()
    assert ["may sway closed" in one.answer["text"] for one in work.drafts] == [True]
    assert [one.answer for one in work.aside] == [TEXT]
    assert ["could not be read" in one.words for one in work.notices].count(True) == 1
    assert Student(Store(tmp_path), CODE).work() == work


def test_where_clearing_meets_a_row_that_it_cannot_read_itself_that_is_said_and_it_ends(
    practice, tmp_path, monkeypatch
):
    def stumble(connection):
        raise UnreadableRow

    store = Store(tmp_path)
    store.use_code(CODE)
    send(practice, store, "first-item", "aside", TEXT)
    spoil(tmp_path, ODD_ASIDE)
    monkeypatch.setattr("exercises.answers.file.set_aside_unreadable", stumble)
    with pytest.raises(StoreTrouble):
        Student(store, CODE).work()


def test_a_sign_of_which_a_half_changed_leaves_the_answer_where_it_was(practice, tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    send(practice, store, "first-item", "draft", TEXT, confidence=None)
    send(practice, store, "first-item", "aside", TEXT | {"why": "🦢"}, seq=2)
    # One bit in the second half of the swan, which stands there as two.
    spoil(tmp_path, r"UPDATE drafts SET answer = replace(answer, '\udda2', '\ueda2')")
    spoil(tmp_path, r"UPDATE aside SET answer = replace(answer, '\udda2', '\ueda2')")
    work = Student(store, CODE).work()
    assert [one.answer["text"] for one in work.drafts] == [TEXT["text"].replace("🦢", "\ufffd\ueda2")]
    assert [one.answer["why"] for one in work.aside] == ["\ufffd\ueda2"]
    (notice,) = work.notices
    assert "something changed in the file since they were saved: 1." in notice.words
    assert Student(Store(tmp_path), CODE).work() == work


def test_a_page_that_still_has_the_answer_as_it_was_asks_which_one_to_keep(practice, tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    base = send(practice, store, "first-item", "draft", TEXT, confidence=None)["version"]
    assert flip(tmp_path, b"may stay", b"mad stay") == 1
    message = {"kind": "draft", "tab": "tab-of-pupil", "seq": 2, "base": base}
    text = TEXT["text"].replace("bridge", "long bridge")
    reply = talk(practice, store, "first-item").receive(
        message | {"answer": {**TEXT, "text": text}, "confidence": None}
    )
    assert reply["kind"] == "conflict"
    assert text in str(reply["mine"])


def test_a_letter_that_changed_in_an_earlier_version_is_said(practice, tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    send(practice, store, "first-item", "aside", {"text": "the bridge may stay", "rated": {}, "why": ""})
    assert flip(tmp_path, b"may stay", b"mad stay") == 1
    assert [one.answer["text"] for one in Student(Store(tmp_path), CODE).work().aside] == ["the bridge mad stay"]
    assert "since they were saved: 1." in said(tmp_path)


def test_answers_from_before_versions_had_a_mark_are_as_they_are(practice, tmp_path):
    store = Store(tmp_path)
    store.use_code(CODE)
    keep(store, Draft("bridge", "first-item", "d", {"text": "may stay"}, None, "open", AT, "a" * 16))
    flip(tmp_path, b"may stay", b"mad stay")
    assert said(tmp_path) == ""


def test_an_answer_that_was_changed_in_a_work_file_is_not_taken_for_damage(practice, tmp_path):
    store = Store(tmp_path / "here")
    store.use_code(CODE)
    send(practice, store, "first-item", "draft", TEXT)
    send(practice, store, "first-item", "aside", {"text": "it may stay", "rated": {}, "why": ""}, seq=2)
    there = Store(tmp_path / "there")
    import_work(there, export_work(here(store)).replace("may stay", "will stay"))
    work = Student(there, CODE).work()
    assert (work.drafts[0].answer["text"].count("will stay"), work.aside[0].answer["text"]) == (1, "it will stay")
    assert work.notices == ()
