"""A copy of the course is laid into a folder, and nothing that a student has there is lost."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exercises import cli, laying


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
    assert laying.lay_course(tmp_path / "mine" / "course") == laying.Laid(new=3, beside=())
    assert held(tmp_path / "mine" / "course") == held(packed)


def test_laid_twice_nothing_changes(packed: Path, tmp_path: Path) -> None:
    laying.lay_course(tmp_path / "mine")
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=0, beside=())
    assert held(tmp_path / "mine") == held(packed)


def test_what_a_student_changed_stays_and_the_courses_file_lies_beside_it_once(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    laying.lay_course(mine)
    for name in ("LICENSE", "notebooks/start_here.ipynb"):
        (mine / name).write_text("changed by me", encoding="utf-8")
    both = (Path("LICENSE"), Path("notebooks", "start_here.ipynb"))
    assert laying.lay_course(mine) == laying.Laid(new=0, beside=both)
    assert laying.lay_course(mine) == laying.Laid(new=0, beside=())
    after = held(mine)
    assert after["notebooks/start_here.ipynb"] == after["LICENSE"] == "changed by me"
    assert after["notebooks/start_here.new.ipynb"] == "notebooks/start_here.ipynb as it is taught\n"
    assert after["LICENSE.new"] == "LICENSE as it is taught\n"


def test_a_later_edition_spares_what_lies_beside_already(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    laying.lay_course(mine)
    for edition in ("second", "third"):
        (packed / "lessons" / "town" / "lesson.yaml").write_text(edition, encoding="utf-8")
        assert laying.lay_course(mine) == laying.Laid(new=0, beside=(Path("lessons", "town", "lesson.yaml"),))
    after = held(mine / "lessons" / "town")
    assert after["lesson.yaml"] == "lessons/town/lesson.yaml as it is taught\n"
    assert (after["lesson.new.yaml"], after["lesson.new2.yaml"]) == ("second", "third")


def test_a_link_that_leads_nowhere_is_not_written_through(packed: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "LICENSE").symlink_to(tmp_path / "elsewhere")
    assert laying.lay_course(mine) == laying.Laid(new=2, beside=(Path("LICENSE"),))
    assert not (tmp_path / "elsewhere").exists()


def writing(monkeypatch: pytest.MonkeyPatch, write: Callable[[io.FileIO, bytes], int]) -> None:
    """Let every new file be written in another way."""
    whole = Path.open

    class Written(io.FileIO):
        def write(self, content: bytes) -> int:  # type: ignore[override]
            return write(self, content)

    def opened(place: Path, mode: str = "r", *more: object, **named: object) -> object:
        return Written(place, "xb") if "x" in mode else whole(place, mode, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)


def half(fault: BaseException) -> Callable[[io.FileIO, bytes], int]:
    """Give what writes half a file, and ends there."""

    def write(file: io.FileIO, content: bytes) -> int:
        io.FileIO.write(file, content[: len(content) // 2])
        raise fault

    return write


def test_a_disk_that_fails_leaves_no_half_file_and_names_it(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing(monkeypatch, half(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    with pytest.raises(OSError, match="No space left") as told:
        laying.lay_course(tmp_path / "mine")
    assert told.value.filename == str(tmp_path / "mine" / "LICENSE")
    assert held(tmp_path / "mine") == {}


@pytest.mark.parametrize("end", ["stopped", "killed"])
def test_whoever_ends_it_in_the_midst_of_a_file_gets_all_of_the_course_the_next_time(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    with monkeypatch.context() as patched:
        writing(patched, half(KeyboardInterrupt()))
        if end == "killed":
            patched.setattr(Path, "unlink", lambda *_, **__: None)  # nothing is tidied up then
        with pytest.raises(KeyboardInterrupt):
            laying.lay_course(tmp_path / "mine")
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=3, beside=())
    laid = held(tmp_path / "mine")
    assert {name: laid[name] for name in laid if not name.endswith(".laid")} == held(packed)
    assert len(laid) == (4 if end == "killed" else 3)


@pytest.mark.parametrize("disk", ["one with second names", "one without"])
def test_a_file_that_comes_there_meanwhile_is_not_written_over_and_the_courses_lies_beside_it(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: str
) -> None:
    def and_another(file: io.FileIO, content: bytes) -> int:
        other = Path(os.fsdecode(file.name)).with_name("LICENSE")  # type: ignore[arg-type]
        if file.name.name.startswith(".LICENSE.") and not other.exists():  # type: ignore[union-attr]
            other.write_bytes(b"mine")
        return io.FileIO.write(file, content)

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if disk == "one without":
        monkeypatch.setattr(os, "link", refuse)
    writing(monkeypatch, and_another)
    assert laying.lay_course(tmp_path / "mine") == laying.Laid(new=2, beside=(Path("LICENSE"),))
    laid = held(tmp_path / "mine")
    assert (laid["LICENSE"], laid["LICENSE.new"], len(laid)) == ("mine", "LICENSE as it is taught\n", 4)


def test_a_file_that_a_killed_program_left_under_two_names_is_not_emptied_through_the_hidden_one(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", lambda *_, **__: None)  # nothing is tidied up then
        laying.lay_course(mine)
    own = (mine / "LICENSE").rename(mine / "my_notes")
    with own.open("a", encoding="utf-8") as file:
        file.write("my own words")
    laying.lay_course(mine)
    assert own.read_text(encoding="utf-8") == "LICENSE as it is taught\nmy own words"


def test_a_folder_whose_name_a_file_has_is_told(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "lessons").write_text("mine", encoding="utf-8")
    with pytest.raises(OSError, match="lessons"):
        laying.lay_course(tmp_path / "mine")


@pytest.mark.parametrize("count", [1, 3, 4])
def test_of_files_that_differ_the_first_three_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    differ = tuple(Path("lessons", f"{number}.yaml") for number in range(count))
    monkeypatch.setattr(cli, "carries_course", lambda: True)
    monkeypatch.setattr(cli, "lay_course", lambda _: laying.Laid(1, differ))
    said = CliRunner().invoke(cli.app, ["lab", "--into", str(tmp_path)]).output
    assert "New files: 1." in said
    names = ", ".join(map(str, differ[:3])) + (", ..." if count > 3 else "")
    assert f"stayed as they are ({count}): {names}. The course's" in said
