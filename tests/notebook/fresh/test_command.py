"""The command whosays new: a lesson in one go, or every reason why there is none; what is there stays as it is."""

from pathlib import Path

import pytest
from drafted_lesson import REPORT
from made_files import word
from typer.testing import CliRunner

from exercises.cli import app
from exercises.laying import PACKED
from exercises.notebook import chosen
from exercises.notebook.fresh import command


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Give a course without lessons, where a person stands with a text."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "article.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr(command, "home_of_lessons", lambda: tmp_path / "lessons")
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: tmp_path / "lessons")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    result = CliRunner().invoke(app, list(words))
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def everything(folder):
    return {file: file.read_bytes() if file.is_file() else b"" for file in folder.rglob("*")}


def test_it_says_what_was_drafted_and_where_to_go_on(home):
    code, said = run("new", "bakery", "--from", "article.txt", "--dated", "2026-06-11")
    assert code == 0
    assert f"{Path('lessons/bakery')} is written: 8 sentences" in said
    assert "whosays check bakery --watch" in said
    assert f"{Path('lessons/README.md')} walks you through it" in said
    code, said = run("check", "bakery")
    assert (code, "Nothing to mend in bakery." in said, "key.yaml: " in said) == (0, True, True)


def test_a_text_in_another_language_says_that_nothing_was_drafted(home):
    german = "Der Bürgermeister sagte, dass die Brücke bis Mai geschlossen bleibt und dass niemand sie betreten darf."
    Path("article.txt").write_text(german, encoding="utf-8")
    code, said = run("new", "bridge", "--from", "article.txt")
    assert (code, "nothing in its text was drafted" in said, "Drafting is for English" in said) == (0, True, True)
    assert run("check", "bridge")[0] == 0


def test_a_word_file_is_read_as_well(home):
    Path("article.docx").write_bytes(word())
    assert run("new", "bakery", "--from", "article.docx")[0] == 0


@pytest.mark.parametrize(
    "name",
    [
        "Bakery",
        "two words",
        "../bakery",
        "/tmp/x",
        ".",
        "..",
        "-",
        "a/b",
        "a\\b",
        "x" * 61,
        "é",
        "a\nb",
        "",
        "a:b",
        "~",
    ],
)
def test_a_name_that_cannot_be_a_folder_everywhere_is_refused_and_nothing_is_made(home, name):
    before = everything(home)
    code, said = run("new", "--from", "article.txt", "--", name)
    assert (code, "cannot be the name of a lesson" in said) == (1, True)
    assert everything(home) == before


def test_a_name_that_windows_keeps_for_itself_is_refused(home):
    assert "keep that name for themselves" in run("new", "con", "--from", "article.txt")[1]


@pytest.mark.parametrize("kind", ["folder", "file", "link", "notebooks"])
def test_nothing_that_is_there_is_touched(home, kind):
    place = home / ("notebooks" if kind == "notebooks" else "lessons") / "bakery"
    place.parent.mkdir(exist_ok=True)
    if kind == "link":
        place.symlink_to("nowhere")
    elif kind == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
    before = everything(home)
    code, said = run("new", "bakery", "--from", "article.txt")
    assert (code, "is there already, and nothing in it is touched" in said) == (1, True)
    assert everything(home) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty"),
        (b"... ---", "only signs here"),
        (b"\x1f\x8bnonsense", "packed file"),
        (b"%PDF-1.4 nonsense", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"It rained. " * 400, "up to 300 sentences"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_its_own_sentence(home, content, reason):
    Path("article.txt").write_bytes(content)
    code, said = run("new", "bakery", "--from", "article.txt")
    assert (code, reason in said, len(said.splitlines())) == (1, True, 1)
    assert not (home / "lessons" / "bakery").exists()


def test_all_that_is_wrong_is_said_in_one_go(home):
    words = ("--dated", "11 June", "--address", "post", "--title", "a\u202eb", "--publisher", "x" * 300)
    code, said = run("new", "Bakery", "--from", "gone.txt", *words)
    assert code == 1
    for reason in ("name of a lesson", "is no date", "no link", "be a title", "who published it", "not there"):
        assert reason in said
    assert len(said.splitlines()) == 6
    assert "\u202e" not in said


def test_an_invented_article_has_no_address(home):
    said = run("new", "bakery", "--from", "article.txt", "--invented", "--address", "https://post.example/x")[1]
    assert "An invented article has no address" in said


def test_a_disk_that_fails_leaves_no_half_of_a_lesson(home, monkeypatch):
    def fail(file, text):
        if file.name == "practice.yaml":
            raise OSError(28, "No space left on device", str(file))
        file.write_text(text, encoding="utf-8")

    monkeypatch.setattr("exercises.notebook.fresh.laid.write_text", fail)
    code, said = run("new", "bakery", "--from", "article.txt")
    assert (code, "free some space" in said, len(said.splitlines())) == (1, True, 1)
    assert list((home / "lessons").iterdir()) == []


def test_an_installed_package_is_no_place_for_a_lesson(home, monkeypatch):
    monkeypatch.setattr(command, "home_of_lessons", lambda: PACKED / "lessons")
    assert "whosays lab --into FOLDER" in run("new", "bakery", "--from", "article.txt")[1]
