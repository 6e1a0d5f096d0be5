"""A class as a whole: copied while somebody writes, made again elsewhere, deleted, and never opened twice."""

from __future__ import annotations

import threading

import pytest
from typer.testing import CliRunner

from exercises.answers.moved import put_away
from exercises.cli import app
from exercises.room.classes import ClassRefused, back_up, class_folder, held, restore
from exercises.room.register import Register, class_store


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def typed(*words, given=""):
    done = CliRunner().invoke(app, ["room", *words], input=given)
    return done.exit_code, " ".join(done.output.split())


def registered(name="9b", count=3):
    register = Register(class_store(class_folder(name)))
    return register, register.issue(count)


@pytest.mark.parametrize("name", ["con", "CON", "nul", "Aux", "prn", "com1", "LPT9", "com0"])
def test_a_name_that_windows_keeps_for_itself_is_refused_with_the_reason(name):
    code, said = typed("--class", name, "--cards", "2")
    assert (code, "Windows keeps this name for itself" in said) == (1, True), said


@pytest.mark.parametrize("name", ["com10", "contra", "nul-1", "9con", "lpt"])
def test_a_name_that_only_begins_like_one_is_taken(name):
    assert class_folder(name).name == name


def test_a_class_that_has_such_a_name_already_can_still_be_opened_and_deleted(tmp_path):
    (tmp_path / "data" / "classes" / "con").mkdir(parents=True)
    assert class_folder("con").is_dir()


def test_what_was_copied_while_others_write_lets_the_same_devices_in_on_another_computer(tmp_path, monkeypatch):
    register, cards = registered()
    device, secret, end = register.enter(cards[0].code), register.secret(), threading.Event()

    def write():
        while not end.is_set():
            register.issue(1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        back_up("9b", tmp_path / "copy", print)
    finally:
        end.set()
        writer.join()
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "elsewhere"))
    restore("9b", tmp_path / "copy")
    again = Register(class_store(class_folder("9b")))
    assert (again.code_of(device), again.secret()) == (cards[0].code, secret)
    assert {card.code for card in cards} <= set(again.codes())


def test_a_class_is_open_once_and_after_that_again():
    with held("9b"), pytest.raises(ClassRefused, match="held"), held("9b"):
        pass
    with held("9b") as folder:
        assert folder == class_folder("9b")


def test_what_a_killed_program_had_moved_aside_is_in_a_copy_of_the_class(tmp_path, monkeypatch):
    _, cards = registered()
    put_away(class_folder("9b") / "answers.sqlite")
    assert typed("--class", "9b", "--backup", "copy")[0] == 0
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "elsewhere"))
    restore("9b", tmp_path / "copy")
    assert {card.code for card in cards} == set(Register(class_store(class_folder("9b"))).codes())


def test_a_deleted_class_leaves_nothing_and_takes_no_other_along():
    registered("9b")
    registered("9c")
    assert typed("--class", "9b", "--delete", given="9c\n") == (
        1,
        typed_sure("9c") + " That is another name, so nothing was deleted.",
    )
    assert typed("--class", "9b", "--delete", given="9b\n")[0] == 0
    assert (class_folder("9b").exists(), len(Register(class_store(class_folder("9c"))).codes())) == (False, 3)


def typed_sure(name):
    return f"All answers and cards of 9b will be deleted for good. Type the name of the class once more: {name}"


def test_cards_are_printed_once_and_hold_code_and_pin(tmp_path):
    code, said = typed("--class", "9b", "--cards", "2")
    page = (tmp_path / "cards-9b.html").read_text("utf-8")
    assert (code, "Cards made: 2." in said, page.count('class="pin"')) == (0, True, 2)
    code, said = typed("--class", "9b", "--cards", "2")
    assert (code, "cards-9b.html is there already" in said) == (1, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--class", "../9b"], "cannot be the name of a class"),
        (["--class", "9 b"], "cannot be the name of a class"),
        (["--class", "9b"], "has no cards yet"),
        (["--class", "9b", "--cards", "999"], "from 1 to 200 cards"),
        (["--class", "9b", "--cards", "-1"], "from 1 to 200 cards"),
        (["--class", "9b", "--backup", "copy"], "There is no class “9b”"),
        (["--class", "9b", "--restore", "nothing"], "is no copy of a class"),
        (["--class", "9b", "--delete"], "There is no class “9b”"),
        (["--class", "9b", "--port", "80"], "1024"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words, sentence):
    code, said = typed(*words, given="9b\n")
    assert (code != 0, sentence in said, "Traceback" in said) == (True, True, False), said


def test_a_copy_is_never_written_over_a_file(tmp_path):
    registered()
    (tmp_path / "copy").write_text("mine", "utf-8")
    said = typed("--class", "9b", "--backup", "copy")[1]
    assert ("nothing is written over" in said, "move that file away" in said, "delete" in said) == (True, True, False)
    assert (tmp_path / "copy").read_text("utf-8") == "mine"


def test_a_home_is_found_behind_an_equals_sign_and_a_refused_copy_makes_no_class(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    registered()
    assert typed("--class", "9b", "--backup=~/copy")[0] == 0
    assert (tmp_path / "copy").is_file()
    (tmp_path / "junk").write_text("junk", "utf-8")
    assert typed("--class", "9d", "--restore", str(tmp_path / "junk"))[0] == 1
    assert not class_folder("9d").exists()


def test_a_copy_with_a_damaged_page_is_refused_by_name_and_makes_no_class(tmp_path):
    registered(count=200)
    back_up("9b", tmp_path / "copy", print)
    whole = (tmp_path / "copy").read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    # The first page says what is there; what stands in the cards lies in the later ones.
    (tmp_path / "copy").write_bytes(whole[: -2 * size] + b"\x5a" * (2 * size))
    code, said = typed("--class", "9d", "--restore", "copy")
    assert (code, "it is damaged" in said, class_folder("9d").exists()) == (1, True, False), said
