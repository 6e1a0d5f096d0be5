"""Finds everything that is wrong with a lesson folder, its prose included, in one go."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from exercises.figures.live import NAMES
from exercises.files.problems import LessonError, Problem, did_you_mean
from exercises.kinds.items import check_lesson
from exercises.lesson.guide import check_guide
from exercises.notebook.prose import (
    ArticlePlace,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    Link,
    OpenPlace,
    Prose,
    read_prose,
)


def check_folder(folder: Path) -> list[Problem]:
    """Check a lesson: its data, its exercises, its prose and the texts of its guide.

    Parameters
    ----------
    folder : Path
        The lesson, such as ``lessons/bridge``.

    Returns
    -------
    list of Problem
        Empty if there is nothing to mend.
    """
    return [*check_lesson(folder), *check_prose(folder), *check_guide(folder)]


def check_prose(folder: Path) -> list[Problem]:
    """Check the prose of all notebooks, even where the data files have problems of their own.

    Parameters
    ----------
    folder : Path
        The lesson.

    Returns
    -------
    list of Problem
        Those of the front matter, the blocks, the exercises' places and the links.
    """
    lesson_file = folder / "lesson.yaml"
    entries = _entries(lesson_file)
    targets = _targets(folder)
    problems: list[Problem] = []
    forms: dict[str, str] = {}
    for entry in entries:
        file = folder / f"{entry['name']}.md"
        try:
            prose = read_prose(file, exercise_lines(file.with_suffix(".yaml")))
        except LessonError as error:
            problems.extend(error.problems)
            continue
        problems.extend(_differences(prose, entry, lesson_file))
        problems.extend(_dead_links(prose, str(entry.get("to", "")), targets))
        problems.extend(_unknown_charts(prose))
        problems.extend(_unknown_terms(prose))
        problems.extend(_seals(prose))
        problems.extend(_forms(prose, forms))
    return problems


def exercise_lines(file: Path) -> dict[str, int | None] | None:
    """Read just the ids of a notebook's exercises and their lines.

    Parameters
    ----------
    file : Path
        The notebook's ``NAME.yaml``.

    Returns
    -------
    dict of str to int, or None
        Nothing where the file cannot be read at all: that problem is reported by others.
    """
    items = _exercises(file)
    return None if items is None else {str(item["id"]): int(item.lc.line) + 1 for item in items}


def _exercises(file: Path) -> list[CommentedMap] | None:
    found = _raw(file).get("exercises")
    if not isinstance(found, list):
        return None
    return [item for item in found if isinstance(item, CommentedMap) and isinstance(item.get("id"), str)]


def _raw(file: Path) -> CommentedMap:
    try:
        data = YAML(typ="rt").load(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, YAMLError):
        data = None
    return data if isinstance(data, CommentedMap) else CommentedMap()


def _entries(lesson_file: Path) -> list[CommentedMap]:
    found = _raw(lesson_file).get("notebooks")
    entries = [entry for entry in found if isinstance(entry, CommentedMap)] if isinstance(found, list) else []
    return [entry for entry in entries if isinstance(entry.get("name"), str)]


def _targets(folder: Path) -> set[str]:
    """Give the paths of all notebooks that are built: those of this lesson and of the ones beside it."""
    files = [folder / "lesson.yaml", *folder.parent.glob("*/lesson.yaml")]
    return {str(entry["to"]) for file in files for entry in _entries(file) if "to" in entry}


def _differences(prose: Prose, entry: CommentedMap, lesson_file: Path) -> Iterator[Problem]:
    for field in ("title", "minutes"):
        here, there = getattr(prose.front, field), entry.get(field)
        if there is not None and here != there:
            what = f"the {field} of {prose.file.stem} is “{there}” here and “{here}” in {prose.file.name}"
            yield Problem(lesson_file, int(entry.lc.line) + 1, what, "Make the two the same")


def _dead_links(prose: Prose, to: str, targets: set[str]) -> Iterator[Problem]:
    for link in prose.links:
        what = _fault(link, to, targets)
        if what:
            cure = "Link only to notebooks of the course, as seen from this one; outside pages belong in sources.yaml"
            yield Problem(prose.file, link.line, what, cure)


def _unknown_charts(prose: Prose) -> Iterator[Problem]:
    charts = _raw(prose.file.parent / "background.yaml").get("count_charts")
    entries = charts if isinstance(charts, list) else []
    known = [*NAMES, *(str(entry["id"]) for entry in entries if isinstance(entry, CommentedMap) and "id" in entry)]
    for place in prose.cells:
        if isinstance(place, ChartPlace) and place.name not in known:
            what = f"unknown chart “{place.name}”"
            yield Problem(prose.file, place.line, what, did_you_mean(place.name, known))


def _unknown_terms(prose: Prose) -> Iterator[Problem]:
    glossary = _raw(prose.file.parent / "background.yaml").get("glossary")
    entries = glossary if isinstance(glossary, list) else []
    known = [str(entry["term"]) for entry in entries if isinstance(entry, CommentedMap) and "term" in entry]
    for place in (cell for cell in prose.cells if isinstance(cell, ArticlePlace)):
        for term in place.terms:
            if term not in known:
                what = f"“{term}” does not stand in the glossary of background.yaml"
                yield Problem(prose.file, place.line, what, did_you_mean(term, known))


def _seals(prose: Prose) -> Iterator[Problem]:
    """See that what is sealed is opened later in the same notebook, and that nothing else is."""
    file = prose.file.with_suffix(".yaml")
    items = _exercises(file) or []
    sealed = {str(item["id"]): int(item.lc.line) + 1 for item in items if item.get("seal") is True}
    shown = {cell.id: cell.line for cell in prose.cells if isinstance(cell, ExercisePlace)}
    opened = {cell.id: cell.line for cell in prose.cells if isinstance(cell, OpenPlace)}
    for name, line in opened.items():
        if name not in sealed:
            what = f"the block {{open}} names “{name}”, which is not sealed"
            yield Problem(prose.file, line, what, f"Write “seal: true” for it in {file.name}, or take the block out")
        elif line < shown.get(name, 0):
            what = f"“{name}” is opened before it stands in the notebook"
            yield Problem(prose.file, line, what, "Move the block {open} below the block {exercise}")
    for name, line in sealed.items():
        if name not in opened:
            what = f"the answer to “{name}” is sealed and never opened"
            yield Problem(file, line, what, f"Add ```{{open}} {name} to {prose.file.name}, below the exercise")


def _forms(prose: Prose, seen: dict[str, str]) -> Iterator[Problem]:
    """See that the lesson has forms, and that each stands in one notebook; ``seen`` goes on from one to the next."""
    for cell in (cell for cell in prose.cells if isinstance(cell, FormPlace)):
        if not _raw(prose.file.parent / "lesson.yaml").get("first_form"):
            what, cure = "a form stands here and the lesson has none", "Write forms.yaml, and first_form in lesson.yaml"
            yield Problem(prose.file, cell.line, what, cure)
        elif cell.place in seen:
            what = f"the {cell.place} form stands here and in {seen[cell.place]}"
            yield Problem(prose.file, cell.line, what, "Take one of the two out")
        seen.setdefault(cell.place, prose.file.name)


def _fault(link: Link, to: str, targets: set[str]) -> str:
    address = urlsplit(link.address)
    if address.scheme or address.netloc:
        return f"the link to “{link.address}” leaves the course"
    if not address.path:
        return ""
    path = posixpath.normpath(posixpath.join(str(PurePosixPath(to).parent), unquote(address.path)))
    return "" if path in targets else f"the link to “{link.address}” leads nowhere"
