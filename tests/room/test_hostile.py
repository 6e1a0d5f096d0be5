"""Hostile guests: what they try, what comes of it, and the sentence that they are shown."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
import tornado.websocket
from rooms import place_of

from exercises.answers.student import Student
from exercises.answers.work import moment
from exercises.room import tries

PAGE = "/bridge/one"
FORM = "application/x-www-form-urlencoded"
SCRIPT = "\"'><script>alert(1)</script>"
LINE = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "a" * 22}

NOT_TOGETHER = "No card has this code and this PIN together."
NO_SUCH_PAGE = "There is no such page here."
NOT_READ = "could not be read, so nothing was changed"
NOT_OURS = "This came from a page that is not ours"
NO_CARD = "Come in with your card first."
NO_KEY = "This is for the teacher alone."
OTHER_NAME = "does not answer under this address"
NO_WAY = "Nothing here can be asked for in this way"
DEAD_LINK = "This link is good no more."
DOOR = "Type what stands on your card."
LED = ""  # led to the first page, where the way in is

# What is tried: who (out, in, teacher), method, path, body, headers; which status it gets, and the sentence shown.
# CODE, PIN: of the guest's own card; OTHER: a code of somebody else; OURS: the room's own origin.
ASKED = {
    "no card, the first page": ("out", "GET", "/", "", {}, 200, DOOR),
    "no card, a notebook": ("out", "GET", PAGE, "", {}, 302, LED),
    "no card, the line": ("out", "GET", f"/line{PAGE}", "", LINE | {"Origin": "OURS"}, 403, NO_CARD),
    "another PIN": ("out", "POST", "/", "code=CODE&pin=WRONG", {}, 403, NOT_TOGETHER),
    "a code that was never issued": ("out", "POST", "/", "code=never-issued-42&pin=PIN", {}, 403, NOT_TOGETHER),
    "such a code without a PIN": ("out", "POST", "/", "code=never-issued-42&pin=", {}, 403, "No card of this class"),
    "somebody else's code, the own PIN": ("out", "POST", "/", "code=OTHER&pin=PIN", {}, 403, NOT_TOGETHER),
    "somebody else's code, no PIN": ("out", "POST", "/", "code=OTHER", {}, 303, LED),
    "nothing at all": ("out", "POST", "/", "", {}, 403, "No card of this class has this code."),
    "SQL in the code": ("out", "POST", "/", "code=' OR 1=1 --&pin=' OR 1=1 --", {}, 403, NOT_TOGETHER),
    "a script in code and PIN": ("out", "POST", "/", f"code={SCRIPT}&pin={SCRIPT}", {}, 403, NOT_TOGETHER),
    "NUL in code and PIN": ("out", "POST", "/", "code=\0&pin=\0", {}, 403, "No card of this class"),
    "half a character": ("out", "POST", "/", b"code=%ff%fe&pin=%c3", {}, 400, NOT_READ),
    "half of a pair": ("out", "POST", "/", b"code=%ed%a0%80&pin=1", {}, 400, NOT_READ),
    "digits of another script": ("out", "POST", "/", "code=CODE&pin=\uff11\uff12\uff13\uff14", {}, 403, NOT_TOGETHER),
    "a very long PIN": ("out", "POST", "/", "code=CODE&pin=" + "1" * 9_999, {}, 403, NOT_TOGETHER),
    "a negative PIN": ("out", "POST", "/", "code=CODE&pin=-PIN0", {}, 403, NOT_TOGETHER),
    "ninety fields": (
        "out",
        "POST",
        "/",
        "&".join(f"code={n}&pin={n}" for n in range(90)),
        {},
        403,
        NOT_TOGETHER,
    ),
    "a form that is none": ("out", "POST", "/", "x", {"Content_Type": "text/plain"}, 403, "No card of this class"),
    "broken JSON for a form": (
        "out",
        "POST",
        "/",
        '{"code": ',
        {"Content_Type": "application/json"},
        403,
        "No card of",
    ),
    "an empty cookie": ("out", "GET", PAGE, "", {"Cookie": "whosays="}, 302, LED),
    "a forged cookie": ("out", "GET", PAGE, "", {"Cookie": "whosays=2|1:0|10:1|7:whosays|4:abcd|00"}, 302, LED),
    "a long cookie": ("out", "GET", PAGE, "", {"Cookie": "whosays=" + "x" * 4000}, 302, LED),
    "a code for a cookie": ("out", "GET", PAGE, "", {"Cookie": "whosays=CODE"}, 302, LED),
    "another cookie under the name": ("teacher", "GET", PAGE, "", {"Cookie": "whosays=TEACHER"}, 302, LED),
    "the cookie of a device that has left": ("gone", "GET", PAGE, "", {}, 302, LED),
    "its line": ("gone", "GET", f"/line{PAGE}", "", LINE | {"Origin": "OURS"}, 403, NO_CARD),
    "a link that was never made": ("out", "GET", "/in/" + "a" * 20, "", {}, 404, DEAD_LINK),
    "its button": ("out", "POST", "/in/" + "a" * 20, "", {}, 404, DEAD_LINK),
    "a script for a link": ("out", "GET", "/in/" + quote(SCRIPT), "", {}, 404, NO_SUCH_PAGE),
    "another name of this computer": ("in", "GET", "/", "", {"Host": "evil.example"}, 421, OTHER_NAME),
    "a name that was bent here": ("in", "GET", PAGE, "", {"Host": "127.0.0.1.nip.io"}, 421, OTHER_NAME),
    "another port": ("in", "GET", "/", "", {"Host": "127.0.0.1:1"}, 421, OTHER_NAME),
    "a form of another page": ("in", "POST", "/leave", "", {"Origin": "http://evil.example"}, 403, NOT_OURS),
    "a form of a sandboxed page": ("in", "POST", "/leave", "", {"Origin": "null"}, 403, NOT_OURS),
    "a form without an origin": ("in", "POST", "/leave", "", {"Origin": None}, 403, NOT_OURS),
    "an origin that is none": ("out", "POST", "/", "code=CODE&pin=PIN", {"Origin": "http://["}, 403, NOT_OURS),
    "another page's line": ("in", "GET", f"/line{PAGE}", "", LINE | {"Origin": "http://a.b"}, 403, NOT_OURS),
    "a line without an origin": ("in", "GET", f"/line{PAGE}", "", LINE, 403, NOT_OURS),
    "a line that is none": ("in", "GET", f"/line{PAGE}", "", {}, 404, NO_SUCH_PAGE),
    "a notebook that is not there": ("in", "GET", "/bridge/two", "", {}, 404, NO_SUCH_PAGE),
    "a lesson that is not there": ("in", "GET", "/nothing/one", "", {}, 404, NO_SUCH_PAGE),
    "a line that is not there": ("in", "GET", "/line/bridge/two", "", LINE | {"Origin": "OURS"}, 404, NO_SUCH_PAGE),
    "the key": ("in", "GET", "/bridge/key.yaml", "", {}, 404, NO_SUCH_PAGE),
    "a program of the package": ("in", "GET", "/files/EDITION/room/server.py", "", {}, 404, NO_SUCH_PAGE),
    "the words of the package": ("in", "GET", "/files/EDITION/locale/en.yaml", "", {}, 404, NO_SUCH_PAGE),
    "a file of another edition": ("in", "GET", "/files/0123456789abcdef/room/site/room.js", "", {}, 404, NO_SUCH_PAGE),
    "a way up": ("in", "GET", "/files/EDITION/../../pyproject.toml", "", {}, 404, NO_SUCH_PAGE),
    "a way up and down": ("in", "GET", "/files/EDITION/room/../room/site/room.js", "", {}, 404, NO_SUCH_PAGE),
    "a way up, written otherwise": ("in", "GET", "/%2e%2e/%2e%2e/etc/passwd", "", {}, 404, NO_SUCH_PAGE),
    "a way up in a file": ("in", "GET", "/files/EDITION/%2e%2e%2fcli.py", "", {}, 404, NO_SUCH_PAGE),
    "NUL in an address": ("in", "GET", "/bridge/one%00.html", "", {}, 404, NO_SUCH_PAGE),
    "the file of answers": ("in", "GET", "/answers.sqlite", "", {}, 404, NO_SUCH_PAGE),
    "somebody else's computer": ("in", "GET", "//evil.example/", "", {}, 404, NO_SUCH_PAGE),
    "a script in an address": ("in", "GET", "/" + quote(SCRIPT), "", {}, 404, NO_SUCH_PAGE),
    "a method that is none of ours": ("in", "DELETE", "/", "", {"Origin": "OURS"}, 405, NO_WAY),
    "another one": ("in", "PUT", PAGE, "", {"Origin": "OURS"}, 405, NO_WAY),
    "one that nobody knows": ("in", "BREW", "/", "", {"Origin": "OURS"}, 405, NO_WAY),
    "an answer in a form": ("in", "POST", PAGE, "answer=1", {}, 405, NO_WAY),
    "the class as a student": ("in", "GET", "/teacher/figures", "", {}, 403, NO_KEY),
    "the desk as a student": ("in", "GET", "/teacher/desk", "", {}, 403, NO_KEY),
    "ending the lesson as a student": ("in", "POST", "/teacher/desk/end", "", {}, 403, NO_KEY),
    "a new PIN as a student": ("in", "POST", "/teacher/desk/pin", "code=OTHER", {}, 403, NO_KEY),
    "letting oneself in": ("out", "POST", "/teacher/desk/nod", "device=x&yes=yes", {}, 403, NO_KEY),
    "a forged cookie of the teacher": ("in", "GET", "/teacher/desk", "", {"Cookie": "whosays-teacher=1"}, 403, NO_KEY),
    "a wrong key": ("out", "POST", "/teacher", "key=WRONG", {}, 403, "not the key of this class"),
    "a script for a key": ("out", "POST", "/teacher", f"key={SCRIPT}", {}, 403, "not the key of this class"),
    "a button that is not there": ("teacher", "POST", "/teacher/desk/nothing", "", {}, 404, NO_SUCH_PAGE),
    "closing what is not there": ("teacher", "POST", "/teacher/desk/notebook", "page=/x/y", {}, 404, NO_SUCH_PAGE),
    "a PIN for no card": ("teacher", "POST", "/teacher/desk/pin", f"code={SCRIPT}", {}, 404, NO_SUCH_PAGE),
    "the desk from another page": ("teacher", "POST", "/teacher/desk/end", "", {"Origin": "http://a.b"}, 403, NOT_OURS),
}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """All rows come from one computer, and its wrong tries would be slowed down."""
    monkeypatch.setattr(tries, "EACH", 0)


@pytest.fixture(scope="module")
def other(room):
    """Somebody else, who is at work."""
    return room.guest().comes_in()


@pytest.fixture
def filled(room, guest, other):
    """Put what only a running room knows in the place of the words in capitals."""
    edition = other.ask("GET", "/")[2].split("/files/")[1][:16]
    wrong = f"{(int(guest.card.pin) + 1) % 10_000:04}"
    known = {"CODE": guest.card.code, "PIN": guest.card.pin, "WRONG": wrong, "OTHER": other.card.code}
    known |= {"EDITION": edition, "OURS": f"http://{room.host}"}

    def fill(text):
        if isinstance(text, str):
            for name, value in known.items():
                text = text.replace(name, value)
        return text

    return fill


def enters(guest, who):
    """Let a guest be who a row says: out, in, gone (in and out again), or somebody with the teacher's key."""
    if who in ("in", "gone"):
        guest.comes_in()
    if who == "gone":
        kept = guest.cookie
        guest.ask("POST", "/leave")
        guest.cookie = kept
    if who == "teacher":
        guest.shows_the_key()


def as_form(body):
    """Write a body as a browser would: what is no text is sent as it is."""
    if isinstance(body, bytes) or "=" not in body or body.startswith(("{", "-")):
        return body
    return "&".join("=".join(quote(part, safe="") for part in pair.split("=", 1)) for pair in body.split("&"))


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_is_refused_by_name_or_taken_safely(guest, filled, name):
    who, method, path, body, headers, status, sentence = ASKED[name]
    enters(guest, who)
    sent = {key: filled(value) for key, value in headers.items()}
    if "TEACHER" in (sent.get("Cookie") or ""):
        sent["Cookie"] = guest.cookie.replace("whosays-teacher=", "whosays=")
    found, got, text = guest.ask(method, filled(path), as_form(filled(body)), **sent)
    assert (found, "Traceback" in text, "<script>alert" in text, "Server" in got) == (status, False, False, False)
    assert sentence in text
    if status == 302:
        assert got["Location"] == "/"


def draft(guest, answer, **changed):
    content = {"kind": "draft", "tab": "tab-of-guest", "seq": 1, "answer": answer, "confidence": None, "base": None}
    return content | {"code": guest.card.code} | changed


def kept(room, guest):
    """Give all that the class keeps of a guest."""
    work = Student(room.store, guest.card.code).work()
    return work.drafts, work.attempts, work.aside


DEEP = json.loads("[" * 300 + "]" * 300)
SHAPE = "This answer could not be read, so nothing was changed"
# What is sent to the exercise: the answer, and what else differs; which reply it gets, and the sentence shown.
SENT = {
    "another code": ({"chosen": ["opens"]}, {"code": "OTHER"}, "refused", "This answer belongs to another code"),
    "a code that nobody has": (
        {"chosen": ["opens"]},
        {"code": "never-issued-42"},
        "refused",
        "belongs to another code",
    ),
    "a script for a code": ({"chosen": ["opens"]}, {"code": SCRIPT}, "refused", "belongs to another code"),
    "a kind that is not there": ({"chosen": ["opens"]}, {"kind": "delete"}, "refused", SHAPE),
    "a field that is not there": ({"chosen": ["opens"]}, {"right": True}, "refused", SHAPE),
    "a negative number": ({"chosen": ["opens"]}, {"seq": -1}, "refused", SHAPE),
    "a huge number": ({"chosen": ["opens"]}, {"seq": 10**30}, "refused", SHAPE),
    "a confidence of 99": ({"chosen": ["opens"]}, {"confidence": 99}, "refused", SHAPE),
    "a confidence of minus one": ({"chosen": ["opens"]}, {"confidence": -1}, "refused", SHAPE),
    "an answer of another kind": ({"text": "x"}, {}, "refused", SHAPE),
    "an answer that is none": ([1, 2], {}, "refused", SHAPE),
    "numbers for options": ({"chosen": [10**400]}, {}, "refused", SHAPE),
    "deep nesting": ({"chosen": DEEP}, {}, "refused", SHAPE),
    "an answer that is too long": ({"chosen": ["x" * 300_000]}, {}, "refused", "too long to be saved"),
    "a result of one's own": ({"chosen": ["opens"]}, {"kind": "open"}, "refused", "Nothing is sealed here yet"),
    "a check before the seal": ({"chosen": ["opens"]}, {"kind": "check", "confidence": 4}, "refused", "Seal"),
    "our answer before the commit": ({"chosen": ["opens"]}, {"kind": "show"}, "refused", ""),
}


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent_to_an_exercise_changes_nothing_and_says_why(room, guest, filled, other, name):
    answer, changed, kind, sentence = SENT[name]
    guest.comes_in()
    before = kept(room, other)
    number, _ = place_of(guest.talk(PAGE), "bet")
    content = draft(guest, answer, **{key: filled(value) for key, value in changed.items()})
    reply = guest.talk(PAGE, {"face": number, "content": content})[-1]["reply"]
    assert (reply["kind"], sentence in reply["words"], "CANARY" in json.dumps(reply)) == (kind, True, False), reply
    assert (kept(room, other), kept(room, guest)) == (before, ((), (), ()))


# What comes over the line and is no message at all.
ODD = {
    "nothing": "",
    "broken JSON": "{",
    "a list": "[]",
    "null": "null",
    "no content": '{"face": 0}',
    "a negative face": '{"face": -1, "content": {}}',
    "a name for a face": '{"face": "a", "content": 1}',
    "a face that is not there": '{"face": 99, "content": {}}',
    "a huge face": '{"face": 1e400, "content": {}}',
    "true for a face": '{"face": true, "content": {"kind": "sureness"}}',
    "deep nesting": "[" * 9000,
    "a message of the room": '{"room": {"out": "ended"}}',
    "NUL": '{"face": 0, "content": "\\u0000"}',
}


@pytest.mark.parametrize("name", ODD)
def test_a_message_that_makes_no_sense_does_nothing_and_the_line_goes_on(guest, name):
    ping = {"face": 0, "content": {"kind": "sureness"}}
    assert guest.comes_in().talk(PAGE, ping, before=ODD[name])[-1]["reply"]["kind"] in ("sureness", "trouble")


# What ends the line: the page then opens it again, and everything stands.
ENDING = {"half characters": b"\xff\xfe\x00", "far too large": b'"' + b"x" * 7_000_000 + b'"'}


@pytest.mark.parametrize("name", ENDING)
def test_what_cannot_be_taken_at_all_ends_the_line_and_costs_no_answer(guest, name):
    number, _ = place_of(guest.comes_in().talk(PAGE), "bet")
    guest.talk(PAGE, {"face": number, "content": draft(guest, {"chosen": ["opens"]})})
    with pytest.raises((TypeError, OSError, tornado.websocket.WebSocketClosedError)):
        guest.talk(PAGE, {"face": 0, "content": {"kind": "sureness"}}, before=ENDING[name])
    assert place_of(guest.talk(PAGE), "bet")[1]["state"]["answer"] == {"chosen": ["opens"]}


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "new-code"},
        {"kind": "use-code", "typed": "OTHER"},
        {"kind": "go-on", "typed": "OTHER"},
        {"kind": "join", "typed": "OTHER"},
    ],
)
def test_no_button_leads_to_another_code(guest, filled, wish):
    guest.comes_in()
    reply = guest.talk(PAGE, {"face": 0, "content": {key: filled(value) for key, value in wish.items()}})[-1]["reply"]
    assert (reply["kind"], "did not understand that" in reply["words"]) == ("trouble", True), reply
    assert guest.talk(PAGE)[0]["faces"][0]["traits"]["page"]["code"] == guest.card.code


def work_file(guest):
    """Give the own work as a file, in which one answer is sealed."""
    number, _ = place_of(guest.talk(PAGE), "bet")
    guest.talk(PAGE, {"face": number, "content": draft(guest, {"chosen": ["opens"]})})
    return guest.talk(PAGE, {"face": 0, "content": {"kind": "export"}})[-1]["reply"]["text"]


def with_dates(text, date):
    return re.sub(r"20\d\d-\d\d-\d\dT[^\"]+", date, text)


# A work file, changed by hand: what is done to its text, the reply, and the sentence shown.
FILES = {
    "somebody else's": (lambda text, own, other: text.replace(own, other), "trouble", "This file holds the work of"),
    "broken JSON": (lambda text, own, other: text[:-9], "trouble", "This work file is damaged"),
    "no work file": (lambda text, own, other: '{"a": 1}', "trouble", "This is not a work file of this course"),
    "deep nesting": (lambda text, own, other: "[" * 9000, "trouble", "a work file of this course"),
    "a huge number": (lambda text, own, other: text.replace("null", "1e999"), "trouble", "nothing was changed"),
    "a date in 2099": (
        lambda text, own, other: with_dates(text, "2099-01-01T00:00:00.000+00:00"),
        "done",
        "Your work file brought no new answers",
    ),
    "a date that is none": (lambda text, own, other: with_dates(text, SCRIPT[2:]), "trouble", "nothing was changed"),
    "NUL and half a character": (lambda text, own, other: text + "\0\ud800", "trouble", "nothing was changed"),
    "far too large": (lambda text, own, other: text + " " * 5_500_000, "trouble", "larger than 5 MB"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_work_file_that_was_changed_by_hand_changes_nothing(room, guest, other, name):
    change, kind, sentence = FILES[name]
    file = work_file(guest.comes_in())
    before = kept(room, guest), kept(room, other)
    text = change(file, guest.card.code, other.card.code)
    reply = guest.talk(PAGE, text.encode("utf-8", "surrogatepass"))[-1]["reply"]
    assert (reply["kind"], sentence in reply["words"]) == (kind, True), reply
    assert (kept(room, guest), kept(room, other)) == before


def test_what_a_file_dates_later_than_now_is_dated_now(room, guest):
    file = with_dates(work_file(guest.comes_in()), "2099-01-01T00:00:00.000+00:00")
    newer = json.loads(file)
    (one,) = newer["drafts"]
    one |= {"exercise": "first-item", "answer": {}, "version": "aaaaaaaaaaaa", "mark": ""}
    shared = {name: one[name] for name in ("lesson", "exercise", "digest", "answer", "confidence")}
    late = {"id": "0" * 32, "what": "pass", "result": None, "made_at": one["saved_at"]}
    newer["attempts"].append(shared | late)
    reply = guest.talk(PAGE, json.dumps(newer).encode())[-1]["reply"]
    assert reply["kind"] == "done", reply
    work = Student(room.store, guest.card.code).work()
    dates = [one.saved_at for one in work.drafts] + [one.made_at for one in work.attempts]
    assert (len(dates), [date for date in dates if date > moment()]) == (3, [])


def test_a_script_in_an_answer_comes_back_as_it_was_written_and_stands_in_no_page_of_the_teacher(guest):
    guest.comes_in()
    number, _ = place_of(guest.talk(PAGE), "first-item")
    text = f"{SCRIPT} \U0001f600 \u202e"
    guest.talk(PAGE, {"face": number, "content": draft(guest, {"text": text})})
    assert place_of(guest.talk(PAGE), "first-item")[1]["state"]["answer"] == {"text": text}
    guest.shows_the_key()
    pages = [guest.ask("GET", path)[2] for path in ("/teacher", "/teacher/figures", "/teacher/desk")]
    assert [page for page in pages if "alert(1)" in page] == []


def test_while_one_floods_another_is_served(room, guest, other):
    """All of the flood is sent before anybody listens; the other one's answer does not wait for its end."""
    number, _ = place_of(guest.comes_in().talk(PAGE), "bet")
    flood = [{"face": number, "content": draft(guest, {"chosen": ["opens"]}, seq=seq)} for seq in range(1, 400)]
    with guest.flooding(PAGE, flood) as left:
        reply = other.talk(PAGE, {"face": 0, "content": {"kind": "sureness"}})[-1]["reply"]
        assert (reply["kind"], left() > 0) == ("sureness", True)
