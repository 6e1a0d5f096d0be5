"""Finds everything that is wrong with a lesson folder, its prose included, in one go."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from math import ceil
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from exercises.charts import MAP
from exercises.figures.live import NAMES
from exercises.figures.own import NAME as OWN
from exercises.files.problems import LessonError, Problem, did_you_mean
from exercises.kinds.effort import SLOW
from exercises.kinds.items import check_lesson, load_items
from exercises.lesson.guide import FOLDER, FURTHER, TESTS, check_guide, read_own_guide
from exercises.lesson.load import load_lesson
from exercises.notebook.minutes import SPARE, TALK, TEST, minutes_of, minutes_of_test
from exercises.notebook.outline import Listed, Outline
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
from exercises.notebook.rules import check_rules


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
    known = check_lesson(folder)
    found = [*known, *check_prose(folder, known), *check_guide(folder)]
    # Minutes and words can be counted only where everything can be read.
    return found or [*check_minutes(folder), *check_tests(folder), *check_rules(folder)]


def check_minutes(folder: Path) -> list[Problem]:
    """Find the notebooks of a sound lesson that do not fit their minutes."""
    lesson = load_lesson(folder)
    items, problems = load_items(lesson), []
    for entry in lesson.info.notebooks:
        prose = read_prose(folder / f"{entry.name}.md")
        parts = minutes_of(prose, items, lesson)
        # Every part is a period of its own, and has an equal share of the minutes.
        share = entry.minutes // len(parts)
        if any(part.exactly(SLOW) > share - SPARE for part in parts):
            counted = " + ".join(f"{ceil(10 * part.exactly(SLOW)) / 10}" for part in parts)
            what = (
                f"“{entry.title}” takes {counted} minutes, and a part has {share}, of which {SPARE} stay free "
                f"(counted: {SLOW} words a minute, {TALK} minutes of talk)"
            )
            cure = "Cut words or exercises, or move an exercise behind the exit item (role: extension)"
            problems.append(Problem(prose.file, 1, what, cure))
    return problems


def check_tests(folder: Path) -> list[Problem]:
    """Find the short tests of a sound lesson that take too long."""
    problems, texts = [], read_own_guide(folder)
    found = [(TESTS, *one) for one in texts.tests.items()] + [(FURTHER, *one) for one in texts.further.items()]
    for home, name, test in found:
        if (minutes := minutes_of_test(test)) > TEST:
            what = f"The test takes {minutes:.1f} minutes, and has {TEST} (counted: {SLOW} words a minute)"
            cure = "Cut words, or ask one question less"
            problems.append(Problem(folder / FOLDER / home / f"{name}.yaml", 1, what, cure))
    return problems


def check_prose(folder: Path, told: Collection[Problem] = ()) -> list[Problem]:
    """Check the prose of all notebooks, even where the data files have problems of their own.

    Parameters
    ----------
    folder : Path
        The lesson.
    told : collection of Problem
        Those of the data files; what only follows from them is left out.

    Returns
    -------
    list of Problem
        Those of the front matter, the blocks, the exercises' places and the links.
    """
    outline = Outline(folder, told)
    targets = outline.targets()
    problems: list[Problem] = []
    forms: dict[str, str] = {}
    for entry in outline.notebooks():
        try:
            prose = read_prose(folder / f"{entry.name}.md", outline.exercises(entry.name))
        except LessonError as error:
            problems.extend(error.problems)
            continue
        problems.extend(_differences(prose, entry, outline.lesson_file))
        if targets is not None and entry.to is not None:
            problems.extend(_dead_links(prose, entry.to, targets))
        problems.extend(_unknown_charts(prose, outline.count_charts()))
        problems.extend(_maps(prose, outline))
        problems.extend(one for one in _unknown_terms(prose, outline) if one not in problems)
        problems.extend(_seals(prose, outline))
        problems.extend(_forms(prose, forms, has_forms=outline.has_forms()))
    return problems


def _differences(prose: Prose, entry: Listed, lesson_file: Path) -> Iterator[Problem]:
    for field in ("title", "minutes"):
        here, there = getattr(prose.front, field), entry.fields.get(field)
        # Something of another form than that of the prose is a fault of lesson.yaml itself.
        if type(here) is type(there) and here != there:
            what = f"the {field} of {prose.file.stem} is “{there}” here and “{here}” in {prose.file.name}"
            yield Problem(lesson_file, entry.line, what, "Make the two the same")


def _dead_links(prose: Prose, to: str, targets: set[str]) -> Iterator[Problem]:
    for link in prose.links:
        what = _fault(link, to, targets)
        if what:
            cure = "Link only to notebooks of the course, as seen from this one; outside pages belong in sources.yaml"
            yield Problem(prose.file, link.line, what, cure)


def _unknown_charts(prose: Prose, own: list[str] | None) -> Iterator[Problem]:
    for place in (cell for cell in prose.cells if isinstance(cell, ChartPlace)):
        known = (*NAMES, *(own or ()))
        if own is not None and place.name not in known:
            what = f"unknown chart “{place.name}”"
            yield Problem(prose.file, place.line, what, did_you_mean(place.name, known))
        if place.name == OWN and not place.after:
            what = f"the chart “{place.name}” names no exercise from whose marks it is drawn"
            yield Problem(prose.file, place.line, what, "Add “after” and the id of the exercise where they are made")


def _maps(prose: Prose, outline: Outline) -> Iterator[Problem]:
    """Find places of a map in a lesson that has none."""
    for place in (cell for cell in prose.cells if isinstance(cell, ChartPlace)):
        if place.name == MAP and outline.lacks_map():
            what = f"the chart “{MAP}” draws what stands in map.yaml, and the lesson has no such places"
            yield Problem(prose.file, place.line, what, "Write map.yaml, or take the block out")


def _unknown_terms(prose: Prose, outline: Outline) -> Iterator[Problem]:
    places = [cell for cell in prose.cells if isinstance(cell, ArticlePlace)]
    if outline.lacks_background() and any(place.terms for place in places):
        what = "The file is missing, although blocks {article} name words that it should explain"
        yield Problem(outline.folder / "background.yaml", None, what, "Put it there, or take these words out")
        return
    known = outline.glossary()
    for place in places:
        for term in place.terms:
            if known is not None and term not in known:
                what = f"“{term}” does not stand in the glossary of background.yaml"
                yield Problem(prose.file, place.line, what, did_you_mean(term, known))


def _seals(prose: Prose, outline: Outline) -> Iterator[Problem]:
    """See that what is sealed is opened later in the same notebook, and that nothing else is."""
    file = prose.file.with_suffix(".yaml")
    sealed, lines = outline.sealed(prose.file.stem), outline.exercises(prose.file.stem)
    if sealed is None or lines is None:
        return
    shown = {cell.id: cell.line for cell in prose.cells if isinstance(cell, ExercisePlace)}
    opened = {cell.id: cell.line for cell in prose.cells if isinstance(cell, OpenPlace)}
    for name, line in opened.items():
        if sealed.get(name) is False:
            what = f"the block {{open}} names “{name}”, which is not sealed"
            yield Problem(prose.file, line, what, f"Write “seal: true” for it in {file.name}, or take the block out")
        elif line < shown.get(name, 0):
            what = f"“{name}” is opened before it stands in the notebook"
            yield Problem(prose.file, line, what, "Move the block {open} below the block {exercise}")
    for name, is_sealed in sealed.items():
        if is_sealed and name not in opened:
            what = f"the answer to “{name}” is sealed and never opened"
            yield Problem(file, lines[name], what, f"Add ```{{open}} {name} to {prose.file.name}, below the exercise")


def _forms(prose: Prose, seen: dict[str, str], *, has_forms: bool | None) -> Iterator[Problem]:
    """See that the lesson has forms, and that each stands in one notebook; ``seen`` goes on from one to the next."""
    for cell in (cell for cell in prose.cells if isinstance(cell, FormPlace)):
        if has_forms is False:
            what = "a form stands here and the lesson has none"
            cure = "Write forms.yaml, and first_form in lesson.yaml; or name in borrows_from a lesson that has them"
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
