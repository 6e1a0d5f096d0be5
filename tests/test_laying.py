"""A copy of the course is laid into a folder, and nothing that a student has there is lost."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from exercises import laying


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "package" / "course"
    for name in ("LICENSE", "lessons/town/lesson.yaml", "notebooks/start_here.ipynb"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"{name} as it is taught\n", encoding="utf-8")
    monkeypatch.setattr(laying, "PACKED", place)
    return place


def held(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_into_an_empty_folder_goes_all_of_the_course(packed: Path, tmp_path: Path) -> None:
    assert laying.lay_course(tmp_path / "mine" / "course") == laying.Laid(new=3, beside=0)
    assert held(tmp_path / "mine" / "course") == held(packed)


def test_laid_twice_nothing_changes(packed: Path, tmp_path: Path) -> None:
    laying.lay_course(tmp_path / "mine")
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=0, beside=0)
    assert held(tmp_path / "mine") == held(packed)


def test_what_a_student_changed_stays_and_the_courses_file_lies_beside_it_once(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    laying.lay_course(mine)
    for name in ("LICENSE", "notebooks/start_here.ipynb"):
        (mine / name).write_text("changed by me", encoding="utf-8")
    assert laying.lay_course(mine) == laying.Laid(new=0, beside=2)
    assert laying.lay_course(mine) == laying.Laid(new=0, beside=0)
    after = held(mine)
    assert after["notebooks/start_here.ipynb"] == after["LICENSE"] == "changed by me"
    assert after["notebooks/start_here.new.ipynb"] == "notebooks/start_here.ipynb as it is taught\n"
    assert after["LICENSE.new"] == "LICENSE as it is taught\n"


def test_a_later_edition_spares_what_lies_beside_already(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    laying.lay_course(mine)
    for edition in ("second", "third"):
        (packed / "lessons" / "town" / "lesson.yaml").write_text(edition, encoding="utf-8")
        assert laying.lay_course(mine) == laying.Laid(new=0, beside=1)
    after = held(mine / "lessons" / "town")
    assert after["lesson.yaml"] == "lessons/town/lesson.yaml as it is taught\n"
    assert (after["lesson.new.yaml"], after["lesson.new2.yaml"]) == ("second", "third")


def test_a_link_that_leads_nowhere_is_not_written_through(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "LICENSE").symlink_to(tmp_path / "elsewhere")
    assert laying.lay_course(mine) == laying.Laid(new=2, beside=1)
    assert not (tmp_path / "elsewhere").exists()


def half(fault: BaseException) -> Callable[[Path, bytes], None]:
    """Give what writes half a file, and ends there."""

    def write(place: Path, content: bytes) -> None:
        with place.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise fault

    return write


def test_a_disk_that_fails_leaves_no_half_file_and_names_it(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", half(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    with pytest.raises(OSError, match="No space left") as told:
        laying.lay_course(tmp_path / "mine")
    assert told.value.filename == str(tmp_path / "mine" / "LICENSE")
    assert held(tmp_path / "mine") == {}


@pytest.mark.parametrize("end", ["stopped", "killed"])
def test_whoever_ends_it_in_the_midst_of_a_file_gets_all_of_the_course_the_next_time(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", half(KeyboardInterrupt()))
        if end == "killed":
            patched.setattr(Path, "unlink", lambda *_, **__: None)  # nothing is tidied up then
        with pytest.raises(KeyboardInterrupt):
            laying.lay_course(tmp_path / "mine")
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=3, beside=0)
    assert held(tmp_path / "mine") == held(packed)


@pytest.mark.parametrize("disk", ["one with second names", "one without"])
def test_a_file_that_comes_there_meanwhile_is_not_written_over(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: str
) -> None:
    write = Path.write_bytes

    def and_another(place: Path, content: bytes) -> None:
        write(place, content)
        write(place.with_name("LICENSE"), b"mine")

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if disk == "one without":
        monkeypatch.setattr(os, "link", refuse)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", and_another)
        with pytest.raises(FileExistsError):
            laying.lay_course(tmp_path / "mine")
    assert held(tmp_path / "mine") == {"LICENSE": "mine"}
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=2, beside=1)
