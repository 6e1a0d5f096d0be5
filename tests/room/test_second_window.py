"""What a teacher types in a second window while the class is open and its page is looked at takes nothing away."""

import re

import pytest
from classroom import Class
from rooms import Guest, place_of

from exercises.answers.student import Student
from exercises.room.register import Card


@pytest.fixture
def room(tmp_path):
    one = Class(tmp_path)
    one.cards(1)
    (tmp_path / "cards-9b.html").unlink()
    one.open()
    yield one
    if one.process.poll() is None:
        one.kill()


def looks_at_the_class(room):
    """Show the key, and ask for the figures as the teacher's page does every second."""
    key = re.findall(r"Its key: (\d+)", (room.folder / "room.log").read_text("utf-8"))[-1]
    teacher = Guest(room, Card("", ""))
    teacher.cookie = teacher.ask("POST", "/teacher", f"key={key}")[1]["Set-Cookie"].split(";")[0]
    assert teacher.ask("GET", "/teacher/figures")[0] == 200


def test_cards_made_meanwhile_let_in_and_what_is_saved_then_outlives_the_room(room, tmp_path):
    students = []
    for _ in range(2):
        looks_at_the_class(room)
        students.append(Guest(room, Card(*room.cards(1)[0])).comes_in())
        (tmp_path / "cards-9b.html").unlink()
    for one in students:
        code, start = one.card.code, "/kupyansk/start_here"
        face, traits = place_of(one.talk(start), "start-choose")
        answer = {"chosen": [traits["page"]["body"]["options"][0]["id"]]}
        content = {"kind": "draft", "tab": f"tab-{code}", "seq": 1, "code": code, "base": traits["state"]["version"]}
        reply = one.talk(start, {"face": face, "content": content | {"answer": answer, "confidence": 2}})[-1]["reply"]
        assert reply["kind"] == "saved", reply
    room.kill()
    store = room.store()
    assert [len(Student(store, one.card.code).work().drafts) for one in students] == [1, 1]
