"""Which lessons are meant by what a person types: a path, the name of a lesson, or nothing for all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from exercises.ending import stop
from exercises.files.problems import LessonError
from exercises.words import words


def path_typed(written: str | Path) -> Path:
    """Take a path as a person writes it: behind an equals sign the shell leaves the ~ of a home as it is."""
    if not str(written).strip():  # as of a variable that was never set
        raise typer.BadParameter(words("cli")["no_path"])
    try:
        return Path(written).expanduser()
    except RuntimeError:
        raise typer.BadParameter(words("cli")["no_home"].format(path=written)) from None


AS_PATH: dict[str, Any] = {"parser": path_typed, "metavar": "<path>"}
"""For every option and argument of a command that is a path."""


def home_of_lessons() -> Path:
    """Give the folder of all lessons, or end the command."""
    from exercises.lesson.load import find_lessons

    try:
        return find_lessons()
    except (LessonError, OSError):
        stop(words("doctor")["lessons_missing"])


def all_lessons() -> list[Path]:
    """Give the folders of all lessons, or end the command."""
    found = sorted(file.parent for file in home_of_lessons().glob("*/lesson.yaml"))
    if not found:
        stop(words("doctor")["lessons_missing"])
    return found


def one_lesson(name: str | None) -> Path:
    """Give the folder of the lesson of a name; without a name there must be only one."""
    names = {folder.name: folder for folder in all_lessons()}
    if name is None and len(names) > 1:
        stop(words("cli")["which_lesson"].format(names=", ".join(names)))
    chosen = next(iter(names)) if name is None else name
    if chosen not in names:
        stop(words("cli")["no_lesson"].format(name=chosen, names=", ".join(names)))
    return names[chosen]


def chosen_lessons(folders: list[Path] | None) -> list[Path]:
    """Give the folders of lessons that were named, or all there are."""
    return [_lesson_folder(folder).resolve() for folder in folders] if folders else all_lessons()


def from_here(file: Path) -> Path:
    """Give the short path, which is the one that a person can read and an editor can open."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _lesson_folder(named: Path) -> Path:
    """Give the folder that was named; of a lesson that is known, NAME or lessons/NAME will do from anywhere."""
    if not named.exists() and named in (Path(named.name), Path("lessons", named.name)):
        known = home_of_lessons() / named.name
        named = known if known.is_dir() else named
    if not named.is_dir() or not any(named.glob("*.yaml")):
        word = "no_lesson_folder" if named.exists() else "no_such_folder"
        stop(words("cli")[word].format(folder=named))
    return named
