"""What guests of every sort may ask of a room, and what it answers."""

from __future__ import annotations

import pytest
from kinds_lesson import build_kinds_lesson
from rooms import opened, place_of

from exercises.answers.store import StoreTrouble
from exercises.answers.student import Student
from exercises.room.register import Register

PAGE = "/bridge/one"


def test_without_a_card_there_is_the_way_in_and_nothing_else(guest):
    status, _, text = guest.ask("GET", "/")
    assert (status, "Type what stands on your card." in text) == (200, True)
    status, headers, text = guest.ask("GET", PAGE)
    assert (status, headers["Location"], text) == (302, "/", "")
    with pytest.raises(Exception, match="403"):
        guest.talk(PAGE)


def test_with_a_card_there_are_all_notebooks_and_the_page_of_each(guest):
    guest.comes_in()
    _, _, text = guest.ask("GET", "/")
    assert (f'href="{PAGE}"' in text, guest.card.code in text) == (True, True)
    status, headers, text = guest.ask("GET", PAGE)
    assert (status, headers["Cache-Control"], "data-face" in text) == (200, "no-store", True)


def test_no_script_reads_the_cookie_and_no_page_of_somebody_else_sends_it(guest):
    status, headers, _ = guest.ask("POST", "/", f"code={guest.card.code}&pin={guest.card.pin}")
    assert status == 303
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in headers["Set-Cookie"].split(";")}


def wrong(card):
    return f"{(int(card.pin) + 1) % 10_000:04}"


# What is asked, and which status it gets: (method, path, headers by name, with a cookie).
REFUSED = {
    "another name of this computer": ("GET", "/", {"Host": "evil.example"}, 421),
    "a name that was bent here": ("GET", PAGE, {"Host": "127.0.0.1.nip.io"}, 421),
    "another port": ("GET", "/", {"Host": "127.0.0.1:1"}, 421),
    "a form of another page": ("POST", "/leave", {"Origin": "http://evil.example"}, 403),
    "a form of a sandboxed page": ("POST", "/leave", {"Origin": "null"}, 403),
    "a form without an origin": ("POST", "/leave", {"Origin": None}, 403),
    "the line for a page of somebody else": (
        "GET",
        f"/line{PAGE}",
        {"Upgrade": "websocket", "Origin": "http://a.b"},
        403,
    ),
    "the line without an origin": ("GET", f"/line{PAGE}", {"Upgrade": "websocket"}, 403),
    "a notebook that is not there": ("GET", "/bridge/two", {}, 404),
    "a lesson that is not there": ("GET", "/nothing/one", {}, 404),
    "the key": ("GET", "/bridge/key.yaml", {}, 404),
    "a file of the package": ("GET", "/files/0123456789abcdef/room/server.py", {}, 404),
    "a way up": ("GET", "/files/0123456789abcdef/../../pyproject.toml", {}, 404),
    "a way up, written otherwise": ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 404),
    "the file of answers": ("GET", "/answers.sqlite", {}, 404),
    "a method that is none of ours": ("DELETE", "/", {"Origin": None}, 403),
    "another method with our origin": ("PUT", PAGE, {"Origin": "ours"}, 405),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses(guest, name):
    method, path, headers, status = REFUSED[name]
    guest.comes_in()
    ours = {key: f"http://{guest.room.host}" if value == "ours" else value for key, value in headers.items()}
    found, got, text = guest.ask(method, path, **ours)
    assert (found, "Traceback" in text, "Server" in got) == (status, False, False)


@pytest.mark.parametrize("cookie", ["", "whosays=", "whosays=2|1:0|10:1|7:whosays|4:abcd|00", "whosays=" + "x" * 4000])
def test_a_forged_cookie_lets_nobody_in(guest, cookie):
    guest.cookie = cookie
    assert guest.ask("GET", PAGE)[:1] == (302,)


def test_the_cookie_of_a_device_that_has_left_lets_nobody_in_again(guest):
    guest.comes_in()
    kept = guest.cookie
    guest.ask("POST", "/leave")
    guest.cookie = kept
    assert guest.ask("GET", PAGE)[0] == 302


def test_a_wrong_card_is_said_and_what_was_typed_stays_as_text(guest):
    assert guest.show_card(pin=wrong(guest.card)) == 403
    status, _, text = guest.ask("POST", "/", "code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&pin=1")
    assert (status, "<script>" in text, "No card has this code and this PIN together." in text) == (403, False, True)


def test_an_answer_is_saved_under_the_code_of_the_cookie_and_comes_back(guest):
    guest.comes_in()
    number, traits = place_of(guest.talk(PAGE), "bet")
    first = traits["page"]["body"]["options"][0]["id"]
    draft = {"kind": "draft", "tab": "tab-of-guest", "seq": 1, "answer": {"chosen": [first]}, "confidence": None}
    message = {"face": number, "content": draft | {"code": guest.card.code, "base": None}}
    heard = guest.talk(PAGE, message)
    assert heard[-1]["reply"]["kind"] == "saved"
    _, again = place_of(guest.talk(PAGE), "bet")
    assert again["state"]["answer"] == {"chosen": [first]}


def test_a_message_under_the_code_of_somebody_else_changes_nothing_of_theirs(room, guest):
    other = room.guest().comes_in()
    guest.comes_in()
    number, traits = place_of(guest.talk(PAGE), "bet")
    first = traits["page"]["body"]["options"][0]["id"]
    draft = {"kind": "draft", "tab": "tab-of-thief", "seq": 1, "answer": {"chosen": [first]}, "confidence": None}
    heard = guest.talk(PAGE, {"face": number, "content": draft | {"code": other.card.code, "base": None}})
    assert heard[-1]["reply"]["kind"] == "refused"
    assert Student(room.store, other.card.code).work().drafts == ()


@pytest.mark.parametrize(
    "wish", [{"kind": "new-code"}, {"kind": "use-code", "typed": "CODE"}, {"kind": "join", "typed": "CODE"}]
)
def test_no_button_leads_to_another_code(room, guest, wish):
    other = room.guest()
    guest.comes_in()
    typed = {name: other.card.code if value == "CODE" else value for name, value in wish.items()}
    heard = guest.talk(PAGE, {"face": 0, "content": typed})
    assert (heard[-1]["reply"]["kind"], heard[0]["faces"][0]["traits"]["page"]["code"]) == ("trouble", guest.card.code)
    assert guest.talk(PAGE)[0]["faces"][0]["traits"]["page"]["code"] == guest.card.code


def test_a_work_file_of_another_code_is_refused_and_named(room, guest):
    other = room.guest().comes_in()
    file = other.talk(PAGE, {"face": 0, "content": {"kind": "export"}})[-1]["reply"]["text"]
    guest.comes_in()
    reply = guest.talk(PAGE, {"face": 0, "content": {"kind": "import", "text": file}})[-1]["reply"]
    assert (reply["kind"], other.card.code in reply["words"], guest.card.code in reply["words"]) == (
        "trouble",
        True,
        True,
    )


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "{",
        "[]",
        "null",
        '{"face": 0}',
        '{"face": -1, "content": {}}',
        '{"face": "a", "content": 1}',
        '{"face": 99, "content": {}}',
        "[" * 9000,
    ],
)
def test_a_message_that_makes_no_sense_is_left_out_and_the_line_goes_on(guest, odd):
    ping = {"face": 0, "content": {"kind": "sureness"}}
    assert guest.comes_in().talk(PAGE, ping, before=odd)[-1]["reply"]["kind"] == "sureness"


def test_a_file_that_is_damaged_while_the_room_is_open_is_told_in_words_and_new_cards_let_in(tmp_path):
    lesson = build_kinds_lesson(tmp_path / "lessons" / "bridge")
    with opened([lesson], tmp_path / "class") as room:
        guest = room.guest().comes_in()
        (tmp_path / "class" / "answers.sqlite").write_bytes(b"no database any more " * 400)
        found = {path: guest.ask("GET", path) for path in ("/", PAGE)}
        assert {path: (one[0] < 500, "Traceback" in one[2]) for path, one in found.items()} == {
            "/": (True, False),
            PAGE: (True, False),
        }
        assert room.guest().comes_in().ask("GET", PAGE)[0] == 200


def test_a_disk_that_fails_is_said_in_a_sentence(room, guest, monkeypatch):
    guest.comes_in()

    def fails(*_args, **_more):
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(Register, "code_of", fails)
    status, _, text = guest.ask("GET", PAGE)
    assert (status, text) == (503, "The disk is full.\n")
