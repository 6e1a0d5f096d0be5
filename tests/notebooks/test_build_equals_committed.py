"""The notebooks in the repository are the ones that the lessons give."""

from pathlib import Path

import pytest
from every_lesson import FOLDERS, HOME, LESSONS

from exercises.notebook.build import build_lesson
from exercises.notebook.for_teachers import build_for_teachers


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebooks")
    for lesson in FOLDERS:
        build_lesson(lesson, folder)
    build_for_teachers(FOLDERS, folder)
    return folder


def notebooks(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in file.parts]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_no_two_notebooks_are_built_into_one_file() -> None:
    targets = [entry.to for lesson in LESSONS for entry in lesson.info.notebooks]
    assert len(set(targets)) == len(targets)


def test_the_same_notebooks_are_there(built: Path) -> None:
    assert sorted(notebooks(built)) == sorted(notebooks(HOME / "notebooks")), "run make build"


def test_each_is_the_same_to_the_byte(built: Path) -> None:
    committed = notebooks(HOME / "notebooks")
    assert [name for name, text in notebooks(built).items() if committed.get(name) != text] == [], "run make build"
