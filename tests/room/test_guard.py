"""Whatever a header holds, the answer is a page in words, and no fault stands in the teacher's window."""

from __future__ import annotations

import http.client
import re

import pytest
from rooms import Guest

from exercises.room.guard import HEADERS
from exercises.room.register import Register

PAGE = "/bridge/one"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "a" * 22,
}
READ = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Connection",
    "Content-Encoding",
    "Content-Length",
    "Content-Type",
    "Cookie",
    "Expect",
    "Host",
    "If-None-Match",
    "Origin",
    "Range",
    "Sec-WebSocket-Extensions",
    "Sec-WebSocket-Key",
    "Sec-WebSocket-Origin",
    "Sec-WebSocket-Protocol",
    "Sec-WebSocket-Version",
    "Transfer-Encoding",
    "Upgrade",
    "X-Forwarded-For",
)
ODD = {
    "nothing": "",
    "an address that does not end": "http://[",
    "a port that is none": "http://[::1]:x",
    "bytes that are no text": "\xff\xfe\xc3",
    "separators": ';="; =,,;q=x;"',
    "a form without an edge": "multipart/form-data; boundary=",
    "a form whose edge is cut": "multipart/form-data; boundary=\"a; charset*=x''%ff",
    "an extension with a word for a number": "permessage-deflate; client_max_window_bits=x; a=%00",
    "a cookie in a shape of its own": 'whosays="\\777\\"; whosays-page=2|1:0|9:x|; whosays-asks=2|x:',
    "a number that is none": "-1e9",
    "much": "a" * 9000,
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("header", READ)
def test_no_header_makes_a_fault(room, member, caplog, header, odd):
    before = {"Host": room.host, "Origin": f"http://{room.host}", "Cookie": member.cookie}
    form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "4"}
    for method, path, more in (("POST", "/waiting", form), ("GET", f"/line{PAGE}", UPGRADE)):
        status = answered(room, method, path, before | more | {header: ODD[odd]})
        assert status < 500
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://HOST", True),
        ("https://HOST", True),  # as where a program in front of the room encrypts
        ("HOST", False),
        ("//HOST", False),
        ("ftp://HOST", False),
        ("http://HOST/", False),
        ("http://user@HOST", False),
        ("http://HOST.evil.example", False),
        ("http://evil.example#HOST", False),
        ("http://evil.example http://HOST", False),
        ("http://[", False),
        ("http://[::1", False),
        ("null", False),
        ("", False),
    ],
)
def test_an_origin_is_ours_letter_for_letter_or_not_at_all(room, guest, origin, is_ours):
    status, _, text = guest.ask("POST", "/leave", "", Origin=origin.replace("HOST", room.host))
    assert (status, "a page that is not ours" in text) == ((303, False) if is_ours else (403, True))


@pytest.mark.parametrize(
    ("path", "fails", "status"),
    [
        ("/nothing", "code_of", 404),
        (PAGE, "code_of", 500),
        ("/teacher/desk", "teacher_key", 500),
        ("/teacher/desk", "code_of", 403),
    ],
)
def test_where_a_fault_hides_who_asks_there_is_an_answer_in_words_all_the_same(
    room, guest, monkeypatch, path, fails, status
):
    def raises(*_args, **_more):
        raise RecursionError

    guest.comes_in()
    monkeypatch.setattr(Register, fails, raises)
    monkeypatch.setattr(Guest, "PATIENCE", 5)
    found, _, text = guest.ask("GET", path)
    assert (found, "<p" in text, "RecursionError" in text) == (status, True, False)


@pytest.fixture(scope="module")
def member(room):
    return room.guest().comes_in()


def answered(room, method, path, headers):
    """Send headers as they are, and give the status; what is closed without an answer counts as refused."""
    line = http.client.HTTPConnection("127.0.0.1", room.port, timeout=20)
    try:
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders(b"a=1&" if "Content-Length" in headers else None)
        return line.getresponse().status
    except (http.client.RemoteDisconnected, ConnectionError):
        return 400
    finally:
        line.close()


def test_a_page_says_what_a_browser_may_do_with_it_and_a_file_says_no_more_than_it_needs(room, member):
    _, page, text = member.ask("GET", "/bridge/one")
    _, file, _ = member.ask("GET", re.search(r"/files/[^\"]+/kit\.js", text)[0])
    _, none, _ = member.ask("GET", "/files/0/none.js")
    assert [set(HEADERS) <= set(found.keys()) for found in (page, file, none)] == [True, False, True]
    asked = {"Content-Type", "Content-Length", "Date", "Vary", "Cache-Control", "X-Content-Type-Options"}
    assert set(file.keys()) == asked
    assert "Etag" not in page
