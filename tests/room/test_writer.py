"""A whole class sends at once: all of it is kept, a disk that fails is told to each, and nobody is told too soon."""

import asyncio
import sqlite3
from contextlib import closing, contextmanager

import pytest
from kinds_lesson import build_kinds_lesson
from pupils import Pupil
from rooms import opened
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from exercises.answers.student import Student

PAGE = "/bridge/one"
FIRST, SECOND = {"text": "The mayor said it."}, {"text": "The mayor said it on Monday."}


@pytest.fixture
def room(tmp_path):
    lesson = build_kinds_lesson(tmp_path / "lessons" / "bridge")
    with opened([lesson], tmp_path / "class") as started:
        yield started


async def come(room, count):
    """Let students come in and open the page, all at once."""
    cards = [(card.code, card.pin) for card in room.register.issue(count)]
    pupils = [Pupil(room.host, card) for card in cards]
    await asyncio.gather(*(one.comes_in() for one in pupils))
    await asyncio.gather(*(one.opens(PAGE) for one in pupils))
    return pupils


async def all_say(pupils, answer):
    return [
        reply["kind"] for reply in await asyncio.gather(*(one.says("first-item", "draft", answer) for one in pupils))
    ]


def kept(room, pupils):
    found = [
        Student(room.store, one.code).work("bridge", ["first-item"]).draft("bridge", "first-item") for one in pupils
    ]
    return [draft.answer if draft else None for draft in found]


@contextmanager
def on_commit(store, do):
    """Have something done at the end of each transaction that writes, just before it is kept."""

    def committing(connection):
        if connection.get_execution_options()["begin"] == "BEGIN IMMEDIATE":
            do()

    event.listen(store._file._engine, "commit", committing)
    try:
        yield
    finally:
        event.remove(store._file._engine, "commit", committing)


def test_thirty_students_save_at_once_with_fewer_writes_to_the_disk_and_all_is_kept(room):
    async def lesson():
        pupils = await come(room, 30)
        writes = []
        with on_commit(room.store, lambda: writes.append(1)):
            assert await all_say(pupils, FIRST) == ["saved"] * 30
        return pupils, len(writes)

    pupils, writes = asyncio.run(lesson())
    assert kept(room, pupils) == [FIRST] * 30
    assert writes < 30


def test_a_disk_that_fails_for_a_while_is_told_and_what_is_sent_again_is_kept_once(room):
    told = []

    def fails():
        if len(told) < 5:
            told.append("failed")
            broken = sqlite3.OperationalError("database or disk is full")
            broken.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError("COMMIT", {}, broken)

    async def lesson():
        pupils = await come(room, 10)
        assert await all_say(pupils, FIRST) == ["saved"] * 10
        with on_commit(room.store, fails):
            assert await all_say(pupils, SECOND) == ["saved"] * 10
        return pupils

    pupils = asyncio.run(lesson())
    assert len(told) == 5
    assert kept(room, pupils) == [SECOND] * 10


def test_trouble_is_said_in_the_words_of_a_room_and_nothing_else_goes_out(room):
    def fails():
        broken = sqlite3.OperationalError("database or disk is full")
        broken.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise OperationalError("COMMIT", {}, broken)

    async def lesson():
        (pupil,) = await come(room, 1)
        with on_commit(room.store, fails):
            content = {"kind": "draft", "tab": pupil.tab, "seq": 1, "code": pupil.code, "base": None, "answer": FIRST}
            return await pupil._asked({"face": pupil.numbers["first-item"], "content": content}), pupil

    reply, pupil = asyncio.run(lesson())
    assert (reply["kind"], reply["words"]) == (
        "trouble",
        "The disk of the class computer is full, so nothing can be saved now: tell your teacher. Keep this page open.",
    )
    assert kept(room, [pupil]) == [None]


def test_what_is_undone_is_shown_to_nobody_as_saved(room):
    """Two devices of one student: the other one looks while the disk fails, and sees what stands afterwards."""
    rounds = [2]  # such a fault is tried once more

    def fails():
        if rounds[0] > 0:
            rounds[0] -= 1
            broken = sqlite3.OperationalError("disk I/O error")
            broken.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise OperationalError("COMMIT", {}, broken)

    async def lesson():
        (one,) = await come(room, 1)
        two = Pupil(room.host, (one.code, one.pin))
        await two.comes_in()
        await two.opens(PAGE)
        await one.says("first-item", "draft", FIRST)
        with on_commit(room.store, fails):
            content = {"kind": "draft", "tab": one.tab, "seq": 50, "code": one.code, "base": one.bases["first-item"]}
            lost = await one._asked({"face": one.numbers["first-item"], "content": content | {"answer": SECOND}})
        two.pings()
        heard = []
        while sum("reply" in told for told in heard) < len(two.numbers):
            heard.append(await two.hears())
        drawn = [told["traits"] for told in heard if told.get("face") == two.numbers["first-item"] and "traits" in told]
        return lost["kind"], {traits["state"]["answer"]["text"] for traits in drawn}

    assert asyncio.run(lesson()) == ("trouble", {FIRST["text"]})


def test_one_torn_row_stops_nobody_else_and_its_student_reads_so(room, tmp_path):
    async def lesson():
        pupils = await come(room, 30)
        assert await all_say(pupils, FIRST) == ["saved"] * 30
        torn = pupils[7]
        with closing(sqlite3.connect(tmp_path / "class" / "answers.sqlite", isolation_level=None)) as file:
            file.execute("UPDATE drafts SET answer = '{' WHERE code = ?", [torn.code])
        assert await all_say(pupils, SECOND) == ["saved"] * 30
        return pupils, torn, [await notices(room, one) for one in (torn, pupils[8])]

    pupils, _, (own, others) = asyncio.run(lesson())
    assert kept(room, pupils) == [SECOND] * 30
    assert ([said.split(":")[0] for said in own], others) == (
        ["Entries of yours that the class computer could not read"],
        [],
    )


async def notices(room, pupil):
    """Give what the bar says on a page that was loaded anew."""
    again = Pupil(room.host, (pupil.code, pupil.pin))
    again.headers = pupil.headers
    await again.opens(PAGE)
    return [one["words"] for one in again.bar["state"]["notices"]]
