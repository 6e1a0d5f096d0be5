"""A certificate with its key opens the room to https; anything else is refused in words, and never asks a question."""

from __future__ import annotations

import http.client
import ssl
from pathlib import Path

import pytest
import tornado.test
from kinds_lesson import build_kinds_lesson
from rooms import opened

from exercises.room.certificate import secured
from exercises.room.classes import ClassRefused

THEIRS = Path(tornado.test.__file__).parent  # a certificate that Tornado brings for its own tests


def test_both_in_one_file_are_taken(tmp_path):
    file = tmp_path / "class.pem"
    file.write_bytes((THEIRS / "test.crt").read_bytes() + (THEIRS / "test.key").read_bytes())
    assert isinstance(secured(file), ssl.SSLContext)


def test_with_it_a_card_lets_in_by_https_and_the_cookie_never_goes_without(tmp_path):
    file = tmp_path / "class.pem"
    file.write_bytes((THEIRS / "test.crt").read_bytes() + (THEIRS / "test.key").read_bytes())
    lesson = build_kinds_lesson(tmp_path / "lessons" / "bridge")
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with opened([lesson], tmp_path / "class", secured(file)) as room:
        card = room.guest().card
        line = http.client.HTTPSConnection("127.0.0.1", room.port, context=trusting, timeout=60)
        about = {"Origin": f"https://{room.host}", "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", "/", f"code={card.code}&pin={card.pin}", about)
        reply = line.getresponse()
        line.close()
    assert (reply.status, "Secure" in reply.headers["Set-Cookie"]) == (303, True)


@pytest.mark.parametrize("content", [b"", b"no certificate", (THEIRS / "test.crt").read_bytes(), b"\x00" * 5000])
def test_a_file_without_certificate_or_key_is_refused(tmp_path, content):
    file = tmp_path / "class.pem"
    file.write_bytes(content)
    with pytest.raises(ClassRefused, match="no_certificate"):
        secured(file)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    for file in (tmp_path / "not there", tmp_path):
        with pytest.raises(ClassRefused, match="unread_certificate"):
            secured(file)
