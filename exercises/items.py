"""The exercises of a lesson's notebooks, read through their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from exercises.kinds.base import Item, Kind, Strict
from exercises.lesson import Lesson, load_lesson
from exercises.problems import LessonError, Problem, did_you_mean, in_order
from exercises.yaml_file import Lines, read_yaml, validate


class UnknownExercise(KeyError):  # noqa: N818 (the name says what it is; every KeyError is an error)
    """No exercise has the name that was asked for; the message suggests the nearest."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.cure = did_you_mean(name, known)
        super().__init__(name)

    def __str__(self) -> str:
        # A plain KeyError would show its message in quotation marks.
        return f"There is no exercise “{self.name}”. {self.cure}"


class ExercisesFile(Strict):
    """NAME.yaml: the exercises of one notebook, each in the form of its kind."""

    exercises: tuple[dict[str, Any], ...]


def load_items(lesson: Lesson, kinds: Mapping[str, Kind] | None = None) -> dict[str, Item]:
    """Read the exercises of all notebooks of a lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    kinds : mapping of str to Kind, optional
        Kinds of exercise by name; all there are by default.

    Returns
    -------
    dict of str to Item
        The exercises by id, in the order of the notebooks and their files.

    Raises
    ------
    LessonError
        With every problem of every file.
    """
    names = [entry.name for entry in lesson.info.notebooks]
    return {item.id: item for item in _read(lesson, names, kinds)}


def items_of(lesson: Lesson, notebook: str, kinds: Mapping[str, Kind] | None = None) -> list[Item]:
    """Read the exercises of one notebook, in order.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    notebook : str
        Name of the notebook.
    kinds : mapping of str to Kind, optional
        Kinds of exercise by name; all there are by default.

    Returns
    -------
    list of Item
        Its exercises.

    Raises
    ------
    LessonError
        If the lesson has no such notebook, or with every problem of its file.
    """
    known = [entry.name for entry in lesson.info.notebooks]
    if notebook not in known:
        what = f"There is no notebook “{notebook}” in this lesson"
        raise LessonError([Problem(lesson.folder / "lesson.yaml", None, what, did_you_mean(notebook, known))])
    return _read(lesson, [notebook], kinds)


def find_item(items: Mapping[str, Item], id: str) -> Item:  # noqa: A002 (the field's name)
    """Give the exercise with this id; UnknownExercise, which suggests the nearest, if there is none."""
    if id not in items:
        raise UnknownExercise(id, items)
    return items[id]


def check_lesson(folder: Path, kinds: Mapping[str, Kind] | None = None) -> list[Problem]:
    """Find everything that is wrong in the data of a lesson and in its exercises.

    Parameters
    ----------
    folder : Path
        The lesson's folder.
    kinds : mapping of str to Kind, optional
        Kinds of exercise by name; all there are by default.

    Returns
    -------
    list of Problem
        By file and line; empty if the lesson is sound.
    """
    try:
        lesson = load_lesson(folder)
    except LessonError as error:
        # Even where the lesson itself is damaged, what can be said about its exercises is said in the same run.
        return list(in_order([*error.problems, *_without_lesson(folder, kinds)]))
    try:
        load_items(lesson, kinds)
    except LessonError as error:
        return list(error.problems)
    return []


def _all_kinds() -> Mapping[str, Kind]:
    # Imported here, so that one damaged kind can be tested and mended by itself.
    from exercises.kinds import KINDS

    return KINDS


def _read(lesson: Lesson, notebooks: Iterable[str], kinds: Mapping[str, Kind] | None) -> list[Item]:
    reader = _ItemReader(kinds if kinds is not None else _all_kinds())
    for name in notebooks:
        reader.read(lesson.folder / f"{name}.yaml", lesson)
    if reader.problems:
        raise LessonError(reader.problems)
    return reader.items


def _without_lesson(folder: Path, kinds: Mapping[str, Kind] | None) -> list[Problem]:
    """Find what can be found in the exercises without the texts that they point at."""
    reader = _ItemReader(kinds if kinds is not None else _all_kinds())
    for path in sorted(folder.glob("*.md")):
        if path.with_suffix(".yaml").exists():
            reader.read(path.with_suffix(".yaml"), None)
    return reader.problems


class _ItemReader:
    """Reads file after file and remembers the ids, which no two exercises of a lesson may share."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.items: list[Item] = []
        self.problems: list[Problem] = []
        self._kinds = kinds
        self._seen: dict[str, str] = {}

    def read(self, path: Path, lesson: Lesson | None) -> None:
        """Read the exercises of one file; without a lesson only their form is checked."""
        try:
            file, lines = read_yaml(path, ExercisesFile)
        except LessonError as error:
            self.problems.extend(error.problems)
            return
        for number, data in enumerate(file.exercises):
            self._read_one(data, lines, number, lesson)

    def _read_one(self, data: dict[str, Any], lines: Lines, number: int, lesson: Lesson | None) -> None:
        here = ("exercises", number)
        name = str(data.get("kind"))
        kind = self._kinds.get(name)
        if kind is None:
            what = f"There is no kind of exercise “{name}”" if "kind" in data else "“kind” is missing"
            self.problems.append(lines.problem(what, did_you_mean(name, self._kinds), *here, "kind"))
            return
        item, problems = validate(kind.item, data, lines, *here)
        self.problems.extend(problems)
        if item is None:
            return
        if item.id in self._seen:
            what = f"The id “{item.id}” stands twice; first in {self._seen[item.id]}"
            self.problems.append(lines.problem(what, "Give one of them another id.", *here, "id"))
        self._seen.setdefault(item.id, f"{lines.file.name}, line {lines.of(*here, 'id')}")
        for words in kind.problems(item, lesson) if lesson else ():
            self.problems.append(lines.problem(words, "", *here))
        self.items.append(item)
