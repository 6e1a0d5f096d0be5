"""The doctor looks at this computer and says what to mend."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exercises import doctor
from exercises.answers.store import Store


def extension(folder: Path, *, on: bool) -> str:
    place = folder / "jupyter_server_config.d"
    place.mkdir(parents=True)
    switch = {"ServerApp": {"jpserver_extensions": {"exercises.jupyter.server": on}}}
    (place / "whosays.json").write_text(json.dumps(switch), encoding="utf-8")
    return str(folder)


def test_a_folder_that_can_be_written_to_is_good_and_left_empty(tmp_path: Path) -> None:
    assert doctor._room(tmp_path / "new" / "whosays", "store").good
    assert list((tmp_path / "new" / "whosays").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    finding = doctor._room(tmp_path / "file" / "whosays", "store")
    assert not finding.good
    assert str(tmp_path / "file") in finding.words
    assert "WHOSAYS_DATA" in finding.words


def test_the_extension_is_found_and_the_nearest_setting_wins(tmp_path: Path) -> None:
    on, off = extension(tmp_path / "on", on=True), extension(tmp_path / "off", on=False)
    assert doctor._extension([on, off]).good
    assert not doctor._extension([off, on]).good


def test_a_missing_extension_and_a_damaged_setting_say_how_to_install_it(tmp_path: Path) -> None:
    folder = Path(extension(tmp_path, on=True))
    (folder / "jupyter_server_config.d" / "whosays.json").write_text("{", encoding="utf-8")
    for paths in ([], [str(folder)]):
        finding = doctor._extension(paths)
        assert not finding.good
        assert "install the course again" in finding.words


def test_an_old_python_and_a_missing_package_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert not doctor._python().good
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package-of-ours",))
    (finding,) = doctor._packages(doctor.PACKAGES)
    assert not finding.good
    assert "no-such-package-of-ours" in finding.words


def test_outside_the_course_the_doctor_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_lessons", lambda: tmp_path)
    finding = doctor._lessons()
    assert not finding.good
    assert "lessons and notebooks" in finding.words


def test_a_disk_that_takes_only_a_little_or_nothing_down_to_the_plate_is_no_good_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    finding = doctor._room(tmp_path, "store")
    assert not finding.good
    assert "free some space" in finding.words


def test_the_folder_of_jupyter_itself_is_looked_at_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "file" / "runtime"))
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    bad = [finding.words for finding in doctor.examine() if not finding.good]
    assert any("JUPYTER_RUNTIME_DIR" in words for words in bad)


@pytest.mark.parametrize("name", ["JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "JUPYTERLAB_WORKSPACES_DIR"])
def test_every_folder_that_jupyter_writes_to_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(name, str(tmp_path / "file" / "folder"))
    finding = doctor._jupyter()
    assert (finding.good, name in finding.words) == (False, True)


def test_what_stands_in_the_way_of_jupyter_in_one_of_its_folders_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    secret = tmp_path / "jupyter_cookie_secret"
    secret.mkdir()
    finding = doctor._jupyter()
    assert (finding.good, f"{secret}: Is a directory" in finding.words) == (False, True)
    assert "move away the file or folder that is named here" in finding.words


def test_a_folder_of_answers_in_the_home_of_nobody_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_DATA", "~nobody-of-that-name/x")
    finding = doctor._store()
    assert not finding.good
    assert "~nobody-of-that-name/x" in finding.words


def test_a_file_of_answers_that_is_damaged_is_told_and_left_as_it_is(home: Path) -> None:
    (home / "answers.sqlite").write_bytes(b"not a database at all, " * 100)
    before = (home / "answers.sqlite").read_bytes()
    finding = doctor._store()
    assert not finding.good
    assert "copy it to a safe place" in finding.words
    assert (home / "answers.sqlite").read_bytes() == before
    assert [file.name for file in home.iterdir()] == ["answers.sqlite"]


def test_a_file_of_answers_that_may_not_be_written_to_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(home).try_out()
    whole = Path.open

    def closed(path: Path, mode: str = "r", *more: object, **named: object) -> object:
        if path == home / "answers.sqlite" and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path, mode, *more, **named)

    monkeypatch.setattr(Path, "open", closed)
    finding = doctor._store()
    assert not finding.good
    assert "Permission denied" in finding.words


def test_answers_that_are_there_are_no_reason_to_mend_anything(home: Path) -> None:
    Store(home).try_out()
    assert doctor._store().good


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "answers"))
    (tmp_path / "answers").mkdir()
    return tmp_path / "answers"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("way", ["nowhere", "itself", "journal"])
def test_a_file_of_answers_that_cannot_be_opened_for_what_lies_behind_or_beside_it_is_told(
    home: Path, way: str
) -> None:
    file = home / "answers.sqlite"
    if way == "nowhere":
        file.symlink_to(home / "stick" / "answers.sqlite")
    elif way == "itself":
        file.symlink_to(file)
    else:
        (home / "answers.sqlite-journal").mkdir()
    finding = doctor._store()
    assert not finding.good
    assert str(home) in finding.words


def test_a_package_that_only_a_class_needs_is_missed_where_a_class_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "OF_ROOM", ("no-such-package-of-ours",))
    found = {one.words: one.good for one in doctor.examine_room()}
    assert [good for sentence, good in found.items() if "no-such-package-of-ours" in sentence] == [False]


def test_answers_in_which_somebody_was_killed_while_writing_are_whole_and_stay_so(home: Path) -> None:
    Store(home).note("words", "kept" * 2000)
    script = f"""
import os, sqlite3
file = sqlite3.connect({str(home / "answers.sqlite")!r}, isolation_level=None)
file.execute("PRAGMA cache_size = 2")
file.execute("BEGIN IMMEDIATE")
file.execute("UPDATE settings SET value = value || printf('%.500c', 'x')")
for number in range(300):
    file.execute("INSERT INTO trail (code, lesson, exercise, version) VALUES ('a', 'b', 'c', ?)", (str(number) * 50,))
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    assert (home / "answers.sqlite-journal").stat().st_size > 0
    assert doctor._store().good
    assert Store(home).noted("words") == "kept" * 2000
    assert [file.name for file in home.glob("*.sqlite")] == ["answers.sqlite"]
