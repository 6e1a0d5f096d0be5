"""Under which names browsers may ask, and what stands on the board."""

from __future__ import annotations

import pytest

from exercises.room import addresses
from exercises.room.addresses import EVERYWHERE, as_picture, is_here_only, reach_of
from exercises.room.classes import ClassRefused

OWN = "192.168.1.20"


@pytest.fixture(autouse=True)
def networks(monkeypatch):
    monkeypatch.setattr(addresses, "interfaces", lambda: [OWN, "10.0.0.5"])


@pytest.mark.parametrize(
    ("bind", "named", "secure", "link", "hosts"),
    [
        (OWN, "", False, f"http://{OWN}:8765/", {f"{OWN}:8765"}),
        (OWN, "", True, f"https://{OWN}:8765/", {f"{OWN}:8765"}),
        (OWN, "Class.Local", False, "http://class.local:8765/", {"class.local:8765", f"{OWN}:8765"}),
        (OWN, "a.org:443", True, "https://a.org:443/", {"a.org:443", "a.org", f"{OWN}:8765"}),
        ("127.0.0.1", "", False, "http://127.0.0.1:8765/", {"127.0.0.1:8765", "localhost:8765"}),
    ],
)
def test_only_what_was_named_and_the_address_itself_are_answered(bind, named, secure, link, hosts):
    reach = reach_of(bind, 8765, named, secure=secure)
    assert (reach.link, set(reach.hosts)) == (link, hosts)


def test_who_answers_everywhere_shows_an_address_that_students_can_type():
    reach = reach_of(EVERYWHERE, 8765)
    assert (reach.board, reach.bind) == (f"{OWN}:8765", EVERYWHERE)
    assert set(reach.hosts) == {f"{OWN}:8765", "10.0.0.5:8765", "127.0.0.1:8765", "localhost:8765"}


@pytest.mark.parametrize(
    "named",
    [
        *("http://a.org", "a.org/", "a b", "-a", "a.org:x", "*", "a.org\n", "é.org", "x" * 300, "\u212a.org"),
        *("foo:99999", "a.org:0", "a.org:080", "a.org:", "a..b", "x" * 64, "a-.org", ".".join(["abcdefgh"] * 30)),
        *("999.1.1.1", "0", "127.1", "1.2.3", "0x7f000001", "a.0x1", "0.0.0.0", "224.0.0.1", "255.255.255.255"),
    ],
)
def test_what_is_no_address_is_refused(named):
    with pytest.raises(ClassRefused, match="no_address"):
        reach_of(OWN, 8765, named)


@pytest.mark.parametrize("bind", ["0", "127.1", "192.168.1.20:8765", "::1", "a..b", "é" * 70, "a\0b", "224.0.0.1", "*"])
def test_what_is_no_address_of_a_computer_is_not_taken_for_one_of_this(bind):
    with pytest.raises(ClassRefused, match="no_bind"):
        reach_of(bind, 8765)


@pytest.mark.parametrize("named", ["a.org", "a-1.b-2.org:65535", "xn--e1afmkfd.org", "10.0.0.5:1", "1st.school", "7b"])
def test_what_is_an_address_stands_in_the_picture(named):
    assert reach_of(OWN, 8765, named).link.startswith(f"http://{named}")


def test_the_picture_can_be_read_on_a_dark_page():
    assert 'fill="#fff"' in as_picture(f"http://{OWN}:8765/")


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        ("127.0.0.1", True),
        ("127.0.0.2", True),
        ("localhost", True),
        ("::1", True),
        (EVERYWHERE, False),
        (OWN, False),
    ],
)
def test_what_only_this_computer_can_open_is_known_by_address_or_name(address, alone):
    assert is_here_only(address) == alone
