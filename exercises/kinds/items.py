"""The exercises of a lesson's notebooks, read through their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exercises.files.problems import LessonError, Problem, did_you_mean, in_order
from exercises.files.reading import Lines, read_yaml, validate
from exercises.kinds.base import Item, Strict
from exercises.kinds.exercises import Exercises
from exercises.kinds.kind import Kind
from exercises.kinds.rate.forms import FORMS
from exercises.lesson.folder import without_newer
from exercises.lesson.forms import FORMS_FILE
from exercises.lesson.load import Lesson, load_lesson
from exercises.words import speaking


class ExercisesFile(Strict):
    """NAME.yaml: the exercises of one notebook, each in the form of its kind."""

    exercises: tuple[dict[str, Any], ...]


def load_items(lesson: Lesson, kinds: Mapping[str, Kind] | None = None) -> Exercises:
    """Read the exercises of all notebooks of a lesson, and its two forms.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    kinds : mapping of str to Kind, optional
        Kinds of exercise by name; all there are by default.

    Returns
    -------
    Exercises
        The exercises by id and by notebook; each file was read once.

    Raises
    ------
    LessonError
        With every problem of every file.
    """
    reader = _ItemReader(kinds if kinds is not None else _all_kinds())
    notebooks = {
        entry.name: reader.read(lesson.folder / f"{entry.name}.yaml", lesson) for entry in lesson.info.notebooks
    }
    forms: list[Item] = []
    if lesson.forms.meant:
        forms = reader.read_forms(lesson)
    reader.look_back()
    if reader.problems:
        raise LessonError(reader.problems)
    return Exercises(notebooks, forms)


def taken_up(item: Item, kinds: Mapping[str, Kind] | None = None) -> str:
    """Give the id of the earlier exercise whose answer an exercise takes up; empty if there is none."""
    recall = (kinds if kinds is not None else _all_kinds())[item.kind].recall
    return recall.of(item) if recall else ""


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


def _without_lesson(folder: Path, kinds: Mapping[str, Kind] | None) -> list[Problem]:
    """Find what can be found in the exercises without the texts that they point at."""
    reader = _ItemReader(kinds if kinds is not None else _all_kinds())
    for path in without_newer(folder.glob("*.md")):
        if path.with_suffix(".yaml").exists():
            reader.read(path.with_suffix(".yaml"), None)
    if (folder / FORMS_FILE).exists():
        reader.read(folder / FORMS_FILE, None)
    return reader.problems


class _ItemReader:
    """Reads file after file and remembers the ids, which no two exercises of a lesson may share."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.items: list[Item] = []
        self.problems: list[Problem] = []
        self._kinds = kinds
        self._seen: dict[str, str] = {}
        self._faulty: set[str] = set()
        self._unread = False
        self._places: dict[str, tuple[Lines, int]] = {}

    def read(self, path: Path, lesson: Lesson | None) -> list[Item]:
        """Read the exercises of one file; without a lesson only their form is checked."""
        begun = len(self.items)
        try:
            file, lines = read_yaml(path, ExercisesFile)
        except LessonError as error:
            self.problems.extend(error.problems)
            self._unread = True
            return []
        for number, data in enumerate(file.exercises):
            self._read_one(data, lines, number, lesson)
        self._see_ways(self.items[begun:], [str(data.get("id")) for data in file.exercises])
        return self.items[begun:]

    def _see_ways(self, items: Iterable[Item], names: Sequence[str]) -> None:
        """See that the ways of exercises lead to others of the same notebook."""
        for item in items:
            others = [name for name in names if name != item.id]
            for way, name in item.ways:
                if name and name not in others:
                    lines, number = self._places[item.id]
                    what = (
                        f"The way “{way}” of “{item.id}” leads to “{name}”, which is no other exercise of this notebook"
                    )
                    cure = did_you_mean(name, others) if others else "Leave it out."
                    self.problems.append(lines.problem(what, cure, "exercises", number, "ways", way))

    def read_forms(self, lesson: Lesson) -> list[Item]:
        """Read the two forms, which belong to no notebook: they stand where ``lesson.yaml`` lets them."""
        read = self.read(lesson.forms.file, lesson)
        forms = [item.id for item in read if getattr(item, "is_form", False)]
        if not self.problems and (sorted(forms) != sorted(FORMS.values()) or len(read) > len(forms)):
            what = "These are not the two forms"
            cure = f"Write {' and '.join(FORMS.values())}, of the kind “rate”, each statement with “features”."
            self.problems.append(Problem(lesson.forms.file, None, what, cure))
        if lesson.forms.first is None:
            what, cure = "Nothing says which form comes first", "Write “first_form: A” or “first_form: B”."
            self.problems.append(Problem(lesson.forms.folder / "lesson.yaml", None, what, cure))
        return read

    def _read_one(self, data: dict[str, Any], lines: Lines, number: int, lesson: Lesson | None) -> None:
        here = ("exercises", number)
        given = data.get("kind")
        name = given if isinstance(given, str) else ""
        kind = self._kinds.get(name)
        if kind is None:
            what = f"There is no kind of exercise “{name}”" if name else "“kind” names no kind of exercise"
            what = what if "kind" in data else "“kind” is missing"
            self.problems.append(lines.problem(what, did_you_mean(name, self._kinds), *here, "kind"))
            return
        item, problems = validate(kind.item, data, lines, *here)
        self.problems.extend(problems)
        if item is None:
            self._faulty.add(str(data.get("id")))
            return
        if item.id in self._seen:
            what = f"The id “{item.id}” stands twice; first in {self._seen[item.id]}"
            self.problems.append(lines.problem(what, "Give one of them another id.", *here, "id"))
        self._seen.setdefault(item.id, f"{lines.file.name}, line {lines.of(*here, 'id')}")
        if lesson:
            # Whether a reason says something depends on the language that it is written in.
            with speaking(lesson.info.language):
                for words in kind.problems(item, lesson):
                    self.problems.append(lines.problem(words, "", *here, *getattr(words, "where", ())))
        self.items.append(item)
        self._places[item.id] = (lines, number)

    def look_back(self) -> None:
        """See that each exercise that takes up an earlier one finds it before itself, and that the two go together."""
        before: dict[str, Item] = {}
        for item in self.items:
            for words in self._unfit(item, taken_up(item, self._kinds), before):
                lines, number = self._places[item.id]
                self.problems.append(lines.problem(words, "", "exercises", number))
            before[item.id] = item

    def _unfit(self, item: Item, name: str, before: Mapping[str, Item]) -> Iterable[str]:
        # What stands in a file that cannot be read may well be there.
        if not name or name in self._faulty or (self._unread and name not in before):
            return []
        if name in before:
            recall = self._kinds[item.kind].recall
            return recall.problems(item, before[name]) if recall else []
        return [f"The exercise “{item.id}” takes up “{name}”, which does not stand before it. {_cure(name, before)}"]


def _cure(name: str, before: Mapping[str, Item]) -> str:
    return did_you_mean(name, before) if before else "Name an exercise that stands before it."
