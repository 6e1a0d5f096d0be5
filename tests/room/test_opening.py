"""What a teacher sees when a class is opened; and whatever is refused leaves nothing behind."""

from __future__ import annotations

import asyncio
import json
import os
import re
from pathlib import Path

import pytest
import tornado.test
from rooms import damage
from typer.testing import CliRunner

from exercises.answers.moved import put_away
from exercises.cli import app
from exercises.room import addresses, disk, opening
from exercises.room.classes import class_folder, held
from exercises.room.register import Register, class_store
from exercises.room.steering import Steering
from exercises.words import words

THEIRS = Path(tornado.test.__file__).parent


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "serve", serves_nothing)
    monkeypatch.setattr(opening, "is_free", lambda *_: True)


async def serves_nothing(*_args):
    await asyncio.sleep(0)


def typed(*words, given=""):
    done = CliRunner().invoke(app, ["room", "--class", "9b", *words], input=given)
    assert "Traceback" not in done.output
    return done.exit_code, " ".join(done.output.split())


@pytest.fixture
def cards():
    return Register(class_store(class_folder("9b"))).issue(3)


@pytest.mark.parametrize("words", [("--bind", "192.0.2.7"), ("--cards", "2")])
def test_a_class_whose_program_was_killed_as_soon_as_its_damaged_file_was_moved_has_its_cards(cards, words):
    put_away(class_folder("9b") / "answers.sqlite")
    code, said = typed(*words)
    assert (code, "has no cards yet" in said) == (0, False)
    assert {card.code for card in cards} <= set(Register(class_store(class_folder("9b"))).codes())


def test_it_says_address_board_key_and_what_others_see(cards):
    code, said = typed("--bind", "192.0.2.7")
    key = Register(class_store(class_folder("9b"))).teacher_key()
    assert (code, "http://192.0.2.7:8765/" in said, "For the board: 192.0.2.7:8765" in said) == (0, True, True)
    assert (f"Its key: {key}" in said, "is not encrypted" in said) == (True, True)


@pytest.mark.parametrize("bind", ["127.0.0.1", "127.0.0.2", "localhost"])
def test_where_nobody_else_can_open_it_nothing_else_is_said(cards, bind):
    _, said = typed("--bind", bind)
    assert ("Only this computer can open it" in said, "in the same network" in said) == (True, False)


@pytest.mark.parametrize(
    ("row", "sentence"), [("room-secret", "has to come in again"), ("room-teacher", "The key of your page was damaged")]
)
def test_a_damaged_secret_or_key_is_a_new_one_and_that_is_said_once(cards, row, sentence):
    store = class_store(class_folder("9b"))
    store.note(row, "kein schlüssel")
    code, said = typed("--bind", "127.0.0.1")
    key = Register(store).teacher_key()
    assert (code, sentence in said, f"Its key: {key}" in said, key.isdecimal()) == (0, True, True, True)
    assert sentence not in typed("--bind", "127.0.0.1")[1]


def test_a_name_and_a_certificate_lead_students_to_it_by_https(cards, tmp_path):
    (tmp_path / "class.pem").write_bytes((THEIRS / "test.crt").read_bytes() + (THEIRS / "test.key").read_bytes())
    code, said = typed("--bind", "192.0.2.7", "--address", "class.example.org", "--certificate", "class.pem")
    assert (code, "https://class.example.org:8765/" in said, "is encrypted" in said) == (0, True, True)


def test_it_asks_for_the_network_where_there_are_several_and_says_when_it_answers_in_all(cards, monkeypatch):
    for module in (addresses, opening):
        monkeypatch.setattr(module, "interfaces", lambda: ["192.0.2.7", "192.0.2.8"])
    monkeypatch.setattr(opening, "adapters", lambda: {"192.0.2.7": "Ethernet", "192.0.2.8": "Wi-Fi"})
    said = typed(given="9\nx\n2\n")[1]
    assert ("http://192.0.2.8:8765/" in said, "1 192.0.2.7 Ethernet 2 192.0.2.8 Wi-Fi" in said) == (True, True)
    assert "in every network of this computer" in typed("--bind", "0.0.0.0")[1]


def test_only_the_notebooks_that_were_typed_are_open_and_stay_so(cards):
    typed("--bind", "127.0.0.1", "--notebooks", "1,7b")
    for more in ([], ["--notebooks", "99"]):
        typed("--bind", "127.0.0.1", *more)
        steering = Steering(class_store(class_folder("9b")))
        found = [
            steering.is_open(f"/kupyansk/{name}") for name in ("01_first_read", "02_who_says_so", "07b_does_it_hold")
        ]
        assert found == [True, False, True]


def test_the_same_command_after_a_crash_closes_nothing_that_the_teacher_had_opened_and_says_so(cards):
    command = ("--bind", "127.0.0.1", "--notebooks", "1,2")
    _, first = typed(*command)
    _, again = typed(*command)
    steering = Steering(class_store(class_folder("9b")))
    steering.switch([f"/{lesson}/03_how_close" for lesson in ("kupyansk", "harbour")], on=True)
    steering.switch([f"/{lesson}/01_first_read" for lesson in ("kupyansk", "harbour", "sleep")], on=False)
    code, said = typed(*command)
    told = "As you left them today, these notebooks are open: 2, 3. “--notebooks 1,2” changed nothing"
    assert (code, told in said, "As you left them" in first + again) == (0, True, False), said
    assert "As you left them" not in typed("--bind", "127.0.0.1", "--notebooks", "1")[1]


def test_where_the_teacher_had_closed_all_that_is_said_in_words(cards):
    typed("--bind", "127.0.0.1", "--notebooks", "2")
    pages = [f"/{lesson}/02_who_says_so" for lesson in ("kupyansk", "harbour", "sleep")]
    Steering(class_store(class_folder("9b"))).switch(pages, on=False)
    assert "these notebooks are open: none." in typed("--bind", "127.0.0.1", "--notebooks", "2")[1]


def test_links_are_made_for_the_address_that_students_reach(cards, tmp_path):
    code, said = typed("--links", "--bind", "192.0.2.7", "--address", "class.example.org")
    page = (tmp_path / "links-9b.html").read_text("utf-8")
    links = re.findall(r"http://class\.example\.org:8765/in/", page)
    assert (code, len(links), "give it to one student alone" in said) == (0, 3, True)


def test_while_a_class_is_open_it_is_said_to_be_open_and_links_can_still_be_made(cards, monkeypatch):
    monkeypatch.setattr(opening, "is_free", lambda _address, port: port != 8765)
    with held("9b"):
        code, said = typed("--bind", "127.0.0.1")
        assert (code, "The class 9b is open already" in said, "another program" in said) == (1, True, False)
        assert typed("--bind", "127.0.0.1", "--links")[0] == 0
    assert "another program is there" in typed("--bind", "127.0.0.1")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "has no cards yet"),
        (["--links"], "has no cards yet"),
        (["--notebooks", "x"], "has no cards yet"),
        (["--cards", "999"], "from 1 to 200 cards"),
        (["--cards", "-1"], "from 1 to 200 cards"),
        (["--delete"], "There is no class"),
        (["--backup", "copy"], "There is no class"),
    ],
)
def test_what_is_refused_for_a_class_that_is_not_there_leaves_nothing_behind(words, sentence, tmp_path):
    code, said = typed(*words)
    assert (code, sentence in said, sorted(tmp_path.iterdir())) == (1, True, []), said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--notebooks", "1,99"], "There is no notebook “99”. There are: "),
        (["--notebooks", ","], "There is no notebook “,”. There are: "),
        (["--lesson", "moon"], "There is no lesson “moon”. There are: harbour, kupyansk, sleep, your_article."),
        (["--address", "http://a.org"], "is no name or address"),
        (["--address", "foo:99999"], "is no name or address"),
        (["--bind", "192.168.1.20:8765"], "is no address of this computer"),
        (["--certificate", "not-there.pem"], "not-there.pem cannot be read"),
        (["--certificate", "cards.pem"], "cards.pem holds no certificate"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(cards, tmp_path, words, sentence):
    (tmp_path / "cards.pem").write_text("nothing", "utf-8")
    code, said = typed("--bind", "127.0.0.1", *words)
    assert (code, sentence in said) == (1, True), said


def test_a_class_in_a_network_folder_is_refused_before_anything_is_made(tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text(f"server:/homes {tmp_path} nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr(disk, "_MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(disk.sys, "platform", "linux")
    for typed_words in (["--cards", "30"], ["--restore", "copy"], []):
        code, said = typed(*typed_words)
        assert (code, "network folder" in said, (tmp_path / "data").exists()) == (1, True, False)


def test_a_damaged_class_says_so_and_is_not_served_under_a_dead_key(cards):
    damage(class_folder("9b"))
    code, said = typed("--bind", "127.0.0.1")
    assert (code, "was damaged" in said, "has no cards yet" in said, "Its key" in said) == (1, True, True, False)
    assert "tell your teacher" not in said


def test_every_command_that_is_told_names_the_class():
    told = re.findall(r"whosays room [^.,:;)]*", json.dumps(words("room")))
    assert len(told) > 4
    assert [command for command in told if "--class " not in command and "--demo" not in command] == []


def test_a_full_disk_where_the_cards_are_written_is_named_and_issues_none(tmp_path):
    (tmp_path / "cards-9b.html.new").mkdir()
    code, said = typed("--cards", "3")
    assert (code, "cards-9b.html.new" in said) == (1, True), said
    assert Register(class_store(class_folder("9b"))).codes() == []


@pytest.mark.skipif(os.name != "posix", reason="says who may read a file")
def test_only_the_teacher_may_read_cards_and_links(cards, tmp_path):
    typed("--cards", "1")
    typed("--links", "--bind", "127.0.0.1")
    assert [(tmp_path / name).stat().st_mode & 0o077 for name in ("cards-9b.html", "links-9b.html")] == [0, 0]


@pytest.mark.parametrize(
    ("words", "lessons"),
    [((), ["kupyansk", "harbour", "sleep", "your_article"]), (("--lesson", "harbour"), ["harbour"])],
)
def test_all_lessons_are_served_or_the_one_that_is_named(cards, monkeypatch, words, lessons):
    served = []

    async def see(made, *_args):
        served.extend(made.settings["room"].library.shelves)

    monkeypatch.setattr(opening, "serve", see)
    assert typed("--bind", "127.0.0.1", *words)[0] == 0
    assert served == lessons
