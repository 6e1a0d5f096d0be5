"""Cards count as issued when their page lies on the disk, and not before; links say what they are worth."""

from __future__ import annotations

import os
import re

import pytest

from exercises.room import printing
from exercises.room.classes import ClassRefused
from exercises.room.links import Links
from exercises.room.printing import print_cards, print_links
from exercises.room.register import Register, class_store


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def store(tmp_path):
    return class_store(tmp_path / "class")


@pytest.fixture
def register(store):
    return Register(store)


def printed(file):
    return re.findall(r'class="code">([^<]+)</p>.*?class="pin">(\d{4})<', file.read_text("utf-8"))


def test_every_card_and_link_names_its_class_so_that_cut_ones_do_not_get_mixed_up(register, store):
    cards = print_cards(lambda: register, [], "9b", 3).read_text("utf-8")
    links = print_links(Links(store), "9b", "http://192.0.2.7/").read_text("utf-8")
    assert [text.count(">Class 9b<") for text in (cards, links)] == [3, 3]


def test_every_card_of_the_page_lets_in_and_only_its_owner_may_read_it(register):
    file = print_cards(lambda: register, [], "9b", 3)
    assert [register.code_on(code, pin) for code, pin in printed(file)] == [code for code, _ in printed(file)]
    assert os.name != "posix" or file.stat().st_mode & 0o077 == 0


def test_a_full_disk_issues_no_card_and_leaves_no_page(register, tmp_path, monkeypatch):
    def full(_file, _text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(printing, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        print_cards(lambda: register, [], "9b", 3)
    assert (register.codes(), sorted(one.name for one in tmp_path.iterdir())) == ([], ["class"])


def test_a_command_that_is_killed_after_its_cards_count_has_their_page_found_by_the_next_one(register, tmp_path):
    file = print_cards(lambda: register, [], "9b", 2)
    cards = printed(file)
    file.rename(tmp_path / "cards-9b.html.new")
    with pytest.raises(ClassRefused, match="cards_there"):
        print_cards(lambda: register, register.codes(), "9b", 2)
    assert (printed(file), len(register.codes())) == (cards, 2)


def test_a_command_that_is_killed_before_that_leaves_a_page_that_the_next_one_writes_over(register, tmp_path):
    (tmp_path / "cards-9b.html.new").write_text('class="code">never-issued-42</p><p class="pin">1234<', "utf-8")
    cards = printed(print_cards(lambda: register, [], "9b", 2))
    assert [code for code, _ in cards] != ["never-issued-42"]
    assert sorted(register.codes()) == sorted(code for code, _ in cards)


def test_a_card_says_which_line_is_the_code_and_which_the_pin_and_breaks_neither(register, tmp_path):
    text = print_cards(lambda: register, [], "9b", 1).read_text("utf-8")
    card = text.split('<article class="card">')[1]
    lines = re.findall(r">([^<>]+)</p>", card)
    (one,) = register.codes()
    assert lines[1:3] == ["Code", one]
    assert (lines[3], lines[4].isdecimal()) == ("PIN", True)
    assert "white-space: nowrap" in text.split(".code {")[1].split("}")[0]


def test_a_page_of_links_has_one_for_every_card_and_the_last_one_is_good(register, store):
    codes = [card.code for card in register.issue(3)]
    for _ in range(2):
        file = print_links(Links(store), "9b", "http://192.168.1.20:8765/")
    text = file.read_text("utf-8")
    tickets = re.findall(r"http://192\.168\.1\.20:8765/in/([A-Za-z0-9_-]+)", text)
    assert sorted(Links(store).code_of(one) for one in tickets) == sorted(codes)
    assert (text.count("<svg"), "give each link to one student alone" in text) == (3, True)
