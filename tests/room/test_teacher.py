"""The teacher's page: behind its key, true to the file of the class, and without a code on the wall."""

from __future__ import annotations

import json

import pytest
from rooms import place_of

from exercises.room.tries import Tries

PAGE = "/bridge/one"


def test_whoever_guesses_the_key_is_slowed_down_by_place_and_a_student_by_code_on_whatever_device(room, monkeypatch):
    waits = []

    async def writes_down(self, *names):
        waits.append(names)

    monkeypatch.setattr(Tries, "hold_up", writes_down)
    guest = room.guest()
    for _ in range(2):
        guest.ask("POST", "/teacher", "key=1")
        guest.comes_in()
    guest.ask("POST", "/teacher", "key=1")
    own = f"in {guest.card.code}"
    assert [names for names in waits if not names[0].startswith("card")] == [("at 127.0.0.1",), (own,), (own,)]


def seen(teacher):
    status, _, text = teacher.ask("GET", "/teacher/progress")
    assert status == 200
    return json.loads(text)["notebooks"]


def does(guest, kind, text):
    """Send one message about an exercise, and give what kind of reply came."""
    number, traits = place_of(guest.talk(PAGE), "first-item")
    content = {"kind": kind, "tab": f"tab-{guest.card.code}", "seq": 1, "answer": {"text": text}, "confidence": 3}
    content |= {"code": guest.card.code, "base": traits["state"]["version"]}
    return guest.talk(PAGE, {"face": number, "content": content})[-1]["reply"]["kind"]


def test_without_the_key_there_is_only_the_question_for_it_for_a_student_as_well(room, guest):
    guest.comes_in()
    status, _, text = guest.ask("GET", "/teacher")
    assert (status, "The key stands in the window" in text) == (200, True)
    assert guest.ask("GET", "/teacher/progress")[0] == 403
    wrong = f"{(int(room.register.teacher_key()) + 1) % 10**8:08}"
    status, found, text = guest.ask("POST", "/teacher", f"key={wrong}")
    assert (status, found.get("Set-Cookie"), "not the key of this class" in text) == (403, None, True)


def test_it_counts_who_has_begun_and_who_is_done_by_code_and_by_exercise(room, teacher, guest):
    other = room.guest()
    before = {line["title"]: line for one in seen(teacher) for line in one["lines"]}.get("Tell it in one sentence")
    begun, done = (before["begun"], before["done"]) if before else (0, 0)
    assert does(guest.comes_in(), "draft", "The mayor said that the bridge may stay closed.") == "saved"
    assert does(other.comes_in(), "pass", "The mayor said that the bridge may stay closed.") == "result"
    (notebook,) = seen(teacher)
    line = next(one for one in notebook["lines"] if one["title"] == "Tell it in one sentence")
    assert (line["begun"], line["done"]) == (begun + 2, done + 1)
    assert (notebook["students"][guest.card.code], notebook["students"][other.card.code]) == (0, 1)


def test_the_page_itself_holds_no_code_and_no_answer(teacher):
    _, headers, text = teacher.ask("GET", "/teacher")
    assert (teacher.card.code in text, headers["Cache-Control"], "room-progress" in text) == (False, "no-store", True)


@pytest.mark.parametrize("typed", ["", "%EF%BC%91" * 8, "%00", "12 34", "x" * 900])
def test_whatever_is_typed_as_the_key_is_answered_in_words(room, typed):
    status, found, text = room.guest().ask("POST", "/teacher", f"key={typed}")
    assert (status, found.get("Set-Cookie"), "not the key of this class" in text) == (403, None, True)
