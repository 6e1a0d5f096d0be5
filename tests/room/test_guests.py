"""What honest guests may ask of a room, and what it answers; for the others see test_hostile.py."""

from __future__ import annotations

import re

from kinds_lesson import build_kinds_lesson
from rooms import opened, place_of

from exercises.answers.store import StoreTrouble
from exercises.room.register import Register

PAGE = "/bridge/one"


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
    assert (status, "The disk is full." in text) == (503, True)


# Words of the bar's door, which a room does not show: whoever is somebody else has another card.
DOOR = {"not-you", "door-before", "join-kept", "sure"}


def sentences(said, name=""):
    """Give all sentences among words, each with its name."""
    if isinstance(said, dict):
        return [found for inner, one in said.items() for found in sentences(one, inner)]
    if isinstance(said, list):
        return [found for one in said for found in sentences(one, name)]
    return [(name, str(said))]


def test_no_word_of_an_exercise_or_the_bar_names_a_button_or_menu_that_a_room_does_not_have(guest):
    told = [pair for pair in sentences(guest.comes_in().talk(PAGE)[0]["words"]) if pair[0] not in DOOR]
    assert len(told) > 100
    assert [one for one in told if re.search(r"Not you\?|[Rr]un all|Run All|its cell|the cells", one[1])] == []
