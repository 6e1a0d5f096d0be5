"""What a student reads in a cell where something is wrong: one sentence, and never a traceback."""

import sqlite3
from contextlib import closing

import pytest
from IPython.core.interactiveshell import InteractiveShell

from exercises.answers.store import Store
from exercises.jupyter import session

OPENED = 'from exercises import opened\nopened("{lesson}", "{notebook}").{call}'


@pytest.fixture
def shown(tmp_path, monkeypatch, capsys):
    """Run a cell of a notebook over an own store, and give the lines it shows."""
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    monkeypatch.setattr(session, "_OPEN", {})

    def run(lesson="harbour", notebook="01_first_read", call="bar()"):
        shell = InteractiveShell.instance()
        assert shell.run_cell(OPENED.format(lesson=lesson, notebook=notebook, call=call)).error_in_exec
        return capsys.readouterr().out.strip().splitlines()

    return run


def test_answers_that_another_program_holds_are_said_in_one_sentence(shown, tmp_path, monkeypatch):
    monkeypatch.setattr("exercises.answers.engine.PATIENCE", 0.1)
    Store(tmp_path).new_code()
    with closing(sqlite3.connect(tmp_path / "answers.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (line,) = shown()
    assert "Something else is using the file" in line


@pytest.mark.parametrize(
    "wrong", [{"lesson": "harbor"}, {"notebook": "01_first_reed"}, {"call": 'show("first-recal-know")'}]
)
def test_a_name_that_is_not_there_is_said_and_no_more(shown, wrong):
    lines = shown(**wrong)
    assert next(iter(wrong.values())).removeprefix('show("').removesuffix('")') in lines[-1]
    assert [line for line in lines if "Traceback" in line or "Error" in line] == []
