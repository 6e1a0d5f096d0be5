"""A copy of the course is laid into a folder, and nothing that a student has there is lost."""

import errno
import os
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


def test_a_disk_that_fails_leaves_no_half_file_and_names_it(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_error: object) -> None:
            pass

        def write(self, content: bytes) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fail(place: Path, mode: str) -> Full:
        place.touch()
        return Full()

    monkeypatch.setattr(Path, "open", fail)
    monkeypatch.setattr(Path, "read_bytes", lambda _place: b"")
    with pytest.raises(OSError, match="No space left") as told:
        laying.lay_course(tmp_path / "mine")
    assert told.value.filename == str(tmp_path / "mine" / "LICENSE")
    assert held(tmp_path / "mine") == {}
