"""Options that do not go together, or say what cannot be, are refused in one sentence, and nothing is done."""

from __future__ import annotations

from itertools import permutations

import pytest
from typer.testing import CliRunner

from exercises.cli import app
from exercises.room import command, opening

GIVEN = {
    "--class": ["9b"],
    "--cards": ["3"],
    "--links": [],
    "--backup": ["copy"],
    "--restore": ["copy"],
    "--delete": [],
    "--older-than": ["180"],
    "--demo": [],
    "--notebooks": ["2"],
    "--lesson": ["harbour"],
    "--bind": ["127.0.0.1"],
    "--port": ["8765"],
    "--address": ["class.example.org"],
    "--certificate": ["class.pem"],
}
ACTS = ("--cards", "--links", "--backup", "--restore", "--delete", "--demo")
REACH = ("--bind", "--port", "--address", "--certificate")
TOGETHER = {
    frozenset(pair)
    for pair in [
        *((act, "--class") for act in ACTS if act != "--demo"),
        *(("--links", one) for one in REACH),
        *(("--demo", one) for one in (*REACH, "--notebooks")),
        ("--delete", "--older-than"),
    ]
}
APART = [pair for pair in permutations(GIVEN, 2) if set(pair) & set(ACTS) and frozenset(pair) not in TOGETHER]


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "_serve", lambda *_args: None)


def typed(*words):
    done = CliRunner().invoke(app, ["room", *words])
    assert "fault of its own" not in done.output
    return done.exit_code, " ".join(done.output.replace("│", " ").split())


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_that_do_not_go_together_are_both_named_and_nothing_is_made(one, other, tmp_path):
    code, said = typed(one, *GIVEN[one], other, *GIVEN[other])
    assert (code, "do not go together" in said, one in said, other in said) == (1, True, True, True), said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pair", sorted(map(sorted, TOGETHER)))
def test_two_that_go_together_are_not_taken_apart(pair, monkeypatch):
    done = []
    for name in ("_open", "_delete", "_back_up", "_restore"):
        monkeypatch.setattr(command, name, lambda *_args, **_more: done.append(1))
    monkeypatch.setattr(opening, "practise", lambda *_args: done.append(1))
    code, said = typed(*(word for one in pair for word in (one, *GIVEN[one])))
    assert (code, done) == (0, [1]), said


@pytest.mark.parametrize("other", ["--notebooks", *REACH])
def test_what_is_to_be_deleted_alone_says_with_what_it_goes(other):
    code, said = typed("--older-than", "180", other, *GIVEN[other])
    assert (code, "--older-than goes with --delete" in said) == (1, True), said


@pytest.mark.parametrize("unseen", ["", " ", "a\x1b[2Jb", "a\nb", "a\udc80b"])
@pytest.mark.parametrize(
    "option", ["--class", "--notebooks", "--bind", "--address", "--certificate", "--backup", "--restore"]
)
def test_what_is_empty_or_holds_signs_that_cannot_be_seen_is_refused_by_the_name_of_its_option(
    option, unseen, tmp_path
):
    code, said = typed(option, unseen)
    assert (code, f"What stands behind {option} cannot be used" in said) == (1, True), said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--delete", "--older-than", "99999999"], "36500"),
        (["--delete", "--older-than", "0"], "for '--older-than'"),
        (["--delete", "--older-than", "-1"], "for '--older-than'"),
        (["--port", "0"], "for '--port'"),
        (["--port", "99999"], "for '--port'"),
        (["--port", "-1"], "for '--port'"),
        (["--cards", "0"], "from 1 to 200 cards"),
        (["--cards", "9" * 30], "from 1 to 200 cards"),
    ],
)
def test_a_number_that_cannot_be_is_refused_by_the_name_of_its_option(words, sentence, tmp_path):
    code, said = typed(*words)
    assert (code != 0, sentence in said) == (True, True), said
    assert list(tmp_path.iterdir()) == []


def test_who_asks_for_cards_of_a_lesson_is_told_both_commands():
    _, said = typed("--class", "9b", "--cards", "3", "--lesson", "harbour")
    assert "whosays room --class 9b --cards 30" in said
    assert "whosays room --class 9b --lesson" in said
