"""The teacher's page: behind its key, true to the file of the class, and without a code on the wall."""

from __future__ import annotations

import json
from datetime import UTC, datetime

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
    assert [names for names in waits if not names[-1].startswith("card")] == [("at 127.0.0.1",), (own,), (own,)]


def seen(teacher, wall=False, have=""):
    status, headers, text = teacher.ask("GET", f"/teacher/figures?wall={int(wall)}&have={have}")
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    return json.loads(text)


def does(guest, kind, text):
    """Send one message about an exercise, and give what kind of reply came."""
    number, traits = place_of(guest.talk(PAGE), "first-item")
    content = {"kind": kind, "tab": f"tab-{guest.card.code}", "seq": 1, "answer": {"text": text}, "confidence": 3}
    content |= {"code": guest.card.code, "base": traits["state"]["version"]}
    return guest.talk(PAGE, {"face": number, "content": content})[-1]["reply"]["kind"]


@pytest.mark.parametrize("path", ["/teacher/figures", "/teacher/figures?wall=1", "/teacher/file", "/teacher/table"])
def test_without_the_key_there_are_no_figures_for_a_student_as_well(room, guest, path):
    assert room.guest().ask("GET", path)[0] == 403
    assert guest.comes_in().ask("GET", path)[0] == 403


def test_the_table_for_a_gradebook_is_a_file_that_a_spreadsheet_reads(guest, teacher):
    status, headers, text = teacher.ask("GET", "/teacher/table")
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert 'filename="class-class-' in headers["Content-Disposition"]
    assert text.startswith("\ufeffCode,")
    assert guest.card.code in text


def test_without_the_key_there_is_only_the_question_for_it(room, guest):
    guest.comes_in()
    status, _, text = guest.ask("GET", "/teacher")
    assert (status, "The key stands in the window" in text) == (200, True)
    wrong = f"{(int(room.register.teacher_key()) + 1) % 10**8:08}"
    status, found, text = guest.ask("POST", "/teacher", f"key={wrong}")
    assert (status, found.get("Set-Cookie"), "not the key of this class" in text) == (403, None, True)


def test_what_a_student_has_done_shows_at_the_desk_and_no_code_on_the_wall(teacher, guest):
    assert does(guest.comes_in(), "draft", "The mayor said that the bridge may stay closed.") == "saved"
    desk, wall = seen(teacher)["html"], seen(teacher, wall=True)["html"]
    assert (guest.card.code in desk, "Tell it in one sentence" in desk) == (True, True)
    assert guest.card.code not in wall


def test_figures_that_the_page_has_already_are_not_sent_again(teacher, guest):
    before = seen(teacher)
    assert seen(teacher, have=before["mark"]) == {"mark": before["mark"]}
    assert does(guest.comes_in(), "pass", "The mayor said that the bridge may stay closed.") == "result"
    after = seen(teacher, have=before["mark"])
    assert (after["mark"] == before["mark"], guest.card.code in after["html"]) == (False, True)


def test_the_page_itself_holds_no_code_and_no_answer(teacher):
    _, headers, text = teacher.ask("GET", "/teacher")
    assert (teacher.card.code in text, headers["Cache-Control"], "room-figures" in text) == (False, "no-store", True)


def test_the_file_to_keep_stands_alone_says_its_day_and_runs_nothing(teacher, guest):
    does(guest.comes_in(), "pass", "The mayor said that the bridge may stay closed.")
    status, headers, text = teacher.ask("GET", "/teacher/file")
    today = datetime.now(UTC).astimezone().date()
    assert (status, today.isoformat() in headers["Content-Disposition"]) == (200, True)
    assert (f"on {today.day} " in text, guest.card.code in text, ".room-bar" in text) == (True, True, True)
    assert [sign for sign in ("<script", "<link", "src=", "http:", "https:", "url(") if sign in text] == []


def test_words_of_a_lesson_or_a_student_reach_the_figures_as_text(teacher, guest):
    assert does(guest.comes_in(), "draft", "<script>alert(1)</script> the mayor said it") == "saved"
    for text in (seen(teacher)["html"], teacher.ask("GET", "/teacher/file")[2]):
        assert "<script" not in text


@pytest.mark.parametrize("typed", ["", "%EF%BC%91" * 8, "%00", "12 34", "x" * 900])
def test_whatever_is_typed_as_the_key_is_answered_in_words(room, typed):
    status, found, text = room.guest().ask("POST", "/teacher", f"key={typed}")
    assert (status, found.get("Set-Cookie"), "not the key of this class" in text) == (403, None, True)
