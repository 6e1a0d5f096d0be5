"""Finds everything that is wrong with a lesson folder, its prose included, in one go."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from exercises.figures.live import KNOWN
from exercises.items import check_lesson
from exercises.problems import LessonError, Problem, did_you_mean
from exercises.prose import ArticlePlace, ChartPlace, Link, Prose, read_prose


def check_folder(folder: Path) -> list[Problem]:
    """Check a lesson: its data, its exercises and its prose.

    Parameters
    ----------
    folder : Path
        The lesson, such as ``lessons/kupyansk``.

    Returns
    -------
    list of Problem
        Empty if there is nothing to mend.
    """
    return [*check_lesson(folder), *check_prose(folder)]


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
    targets = {str(entry["to"]) for entry in entries if "to" in entry}
    problems: list[Problem] = []
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
    found = _raw(file).get("exercises")
    if not isinstance(found, list):
        return None
    items = [item for item in found if isinstance(item, CommentedMap) and isinstance(item.get("id"), str)]
    return {str(item["id"]): int(item.lc.line) + 1 for item in items}


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
            cure = "Link only to notebooks of this lesson, as seen from this one; outside pages belong in sources.yaml"
            yield Problem(prose.file, link.line, what, cure)


def _unknown_charts(prose: Prose) -> Iterator[Problem]:
    for place in prose.cells:
        if isinstance(place, ChartPlace) and place.name not in KNOWN:
            what = f"unknown chart “{place.name}”"
            yield Problem(prose.file, place.line, what, did_you_mean(place.name, KNOWN))


def _unknown_terms(prose: Prose) -> Iterator[Problem]:
    glossary = _raw(prose.file.parent / "background.yaml").get("glossary")
    entries = glossary if isinstance(glossary, list) else []
    known = [str(entry["term"]) for entry in entries if isinstance(entry, CommentedMap) and "term" in entry]
    for place in (cell for cell in prose.cells if isinstance(cell, ArticlePlace)):
        for term in place.terms:
            if term not in known:
                what = f"“{term}” does not stand in the glossary of background.yaml"
                yield Problem(prose.file, place.line, what, did_you_mean(term, known))


def _fault(link: Link, to: str, targets: set[str]) -> str:
    address = urlsplit(link.address)
    if address.scheme or address.netloc:
        return f"the link to “{link.address}” leaves the course"
    if not address.path:
        return ""
    path = posixpath.normpath(posixpath.join(str(PurePosixPath(to).parent), unquote(address.path)))
    return "" if path in targets else f"the link to “{link.address}” leads nowhere"
