"""A work file that a student opens keeps nobody waiting, brings no more than a class can bear, and loses nothing."""

from __future__ import annotations

import asyncio
import json
import uuid

import pytest
from rooms import place_of

from exercises.answers import bounds
from exercises.answers.pieces import SIZE
from exercises.answers.student import Student
from exercises.room import work_files

PAGE = "/bridge/one"


@pytest.fixture
def file(guest):
    """The own work of a guest as a file, with one answer."""
    number, _ = place_of(guest.comes_in().talk(PAGE), "first-item")
    draft = {"kind": "draft", "tab": "tab-of-guest", "seq": 1, "answer": {"text": "The mayor said it."}, "base": None}
    guest.talk(PAGE, {"face": number, "content": draft | {"confidence": None, "code": guest.card.code}})
    return json.loads(guest.talk(PAGE, {"face": 0, "content": {"kind": "export"}})[-1]["reply"]["text"])


def test_what_a_page_still_owes_comes_along_in_the_file_of_a_guest(guest, file):
    place = {name: file["drafts"][0][name] for name in ("lesson", "exercise")}
    owed = place | {"answer": {"text": "word " * 30_000}, "confidence": None}
    reply = guest.talk(PAGE, {"face": 0, "content": {"kind": "export", "owed": [owed], "left": []}})[-1]["reply"]
    (beside,) = json.loads(reply["text"])["aside"]
    assert (beside["answer"], "not saved here" in reply["words"]) == (owed["answer"], True)


@pytest.mark.parametrize(("field", "name"), [("exercise", "first-itfm"), ("lesson", "Bridge")])
def test_an_exercise_that_the_course_does_not_have_is_counted_and_shown_in_the_bar(guest, file, field, name):
    file["drafts"][0][field] = name
    said = guest.talk(PAGE, json.dumps(file).encode())
    assert "not in the course here: 1" in said[-1]["reply"]["words"]
    assert any("The mayor said it." in json.dumps(one.get("traits", {}).get("state", {}).get("gone")) for one in said)


def test_who_opens_the_own_file_is_told_what_came_of_it_and_not_who_works_here(guest, file):
    said = guest.talk(PAGE, json.dumps(file).encode())[-1]["reply"]["words"]
    assert said == "Your work file brought no new answers."


def with_tries(file, count):
    one = {name: file["drafts"][0][name] for name in ("lesson", "exercise", "digest", "answer", "confidence")}
    one |= {"what": "pass", "result": None, "made_at": file["exported_at"]}
    return json.dumps(file | {"attempts": [one | {"id": uuid.uuid4().hex} for _ in range(count)]}).encode()


def tries_of(room, guest):
    return len(Student(room.store, guest.card.code).work().attempts)


def test_a_large_file_is_kept_in_steps_between_which_others_save(room, guest, file, monkeypatch):
    steps, take_in = [], work_files.take_in

    def counted(store, travelling, code, why):
        work = travelling.work
        steps.append(len(work.drafts) + len(work.attempts) + len(work.aside))
        return take_in(store, travelling, code, why)

    monkeypatch.setattr(work_files, "take_in", counted)
    reply = guest.talk(PAGE, with_tries(file, 200))[-1]["reply"]
    assert (reply["kind"], "Earlier tries and versions added: 200" in reply["words"]) == ("done", True), reply
    assert (tries_of(room, guest), max(steps) <= SIZE, len(steps) > 6) == (200, True, True)


@pytest.mark.parametrize("small", [0, 10**6])
def test_what_came_of_a_file_is_told_wherever_it_was_read(room, guest, file, monkeypatch, small):
    monkeypatch.setattr(work_files, "SMALL", small)
    assert guest.talk(PAGE, with_tries(file, 3))[-1]["reply"]["kind"] == "done"
    assert tries_of(room, guest) == 3
    again = guest.talk(PAGE, json.dumps(file | {"code": "brave-otter-11"}).encode())[-1]["reply"]
    assert (again["kind"], "This file holds the work of brave-otter-11" in again["words"]) == ("trouble", True)


def test_a_file_that_brings_too_much_changes_nothing_and_says_that_it_is_still_there(room, guest, file, monkeypatch):
    monkeypatch.setattr(bounds, "MOST", 50)
    assert guest.talk(PAGE, with_tries(file, 40))[-1]["reply"]["kind"] == "done"
    reply = guest.talk(PAGE, with_tries(file, 40))[-1]["reply"]
    assert (reply["kind"], "Keep the file: all of it is still there" in reply["words"]) == ("trouble", True), reply
    assert tries_of(room, guest) == 40
    # What is here already is no more than it was: the same work may come again.
    own = guest.talk(PAGE, {"face": 0, "content": {"kind": "export"}})[-1]["reply"]["text"]
    assert guest.talk(PAGE, own.encode())[-1]["reply"]["kind"] == "done"


def test_of_two_files_of_one_student_the_second_waits_for_the_student(guest, file):
    """The first one is still being opened; nothing of the second is read."""
    kinds, sentences = zip(*asyncio.run(_two_at_once(guest, with_tries(file, 300))), strict=True)
    assert sorted(kinds) == ["done", "trouble"]
    assert any("A file of yours is being opened just now" in one for one in sentences)


async def _two_at_once(guest, data):
    line = await guest.connect(PAGE)
    await line.read_message()
    for _ in range(2):
        await line.write_message(data, binary=True)
    replies = []
    while len(replies) < 2:
        if "reply" in (told := json.loads(await line.read_message())):
            replies.append((told["reply"]["kind"], told["reply"]["words"]))
    return replies


def test_a_work_file_that_comes_as_a_message_is_not_taken(room, guest, file):
    message = {"face": 0, "content": {"kind": "import", "text": with_tries(file, 1).decode()}}
    assert guest.talk(PAGE, message)[-1]["reply"]["kind"] == "trouble"
    assert tries_of(room, guest) == 0
