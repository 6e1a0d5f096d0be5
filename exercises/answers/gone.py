"""Finds answers that no page shows: to exercises, or under lessons, that the course does not have.

A new edition may have renamed or removed an exercise; and one byte that changed on the disk is another name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from exercises.answers.joining import Place
from exercises.answers.wellformed import holds, is_blank
from exercises.answers.work import Aside, Attempt, Draft, Work
from exercises.lesson.folder import read_info, without_newer
from exercises.lesson.forms import forms_of
from exercises.lesson.load import Lesson

Stored = Draft | Attempt | Aside
OneOf = TypeVar("OneOf", Draft, Attempt, Aside)
_COMPARED = 20  # answers with which the others are compared: an opened file may bring thousands
_ID = re.compile(r"^id:\s*(\S+)", re.MULTILINE)
_IDS = re.compile(r"\bid:\s*[\"']?([A-Za-z0-9][A-Za-z0-9_-]*)")


def gone(work: Work, lesson: Lesson, exercises: Container[str]) -> dict[Place, Work]:
    """Give the work at places that no page shows, where something was written, chosen, or checked.

    Parameters
    ----------
    work : Work
        What a student has done.
    lesson : Lesson
        The open lesson; beside its folder lie the others.
    exercises : container of str
        The ids of its exercises.
    """
    places = dict.fromkeys((one.lesson, one.exercise) for one in _said(work))
    beside = _ids_beside(lesson.folder) if {where for where, _ in places} - {lesson.id} else {}
    wanted = [
        one for one in places if one[1] not in (exercises if one[0] == lesson.id else beside.get(one[0], frozenset()))
    ]
    drafts, attempts, aside = _by_place(work.drafts), _by_place(work.attempts), _by_place(work.aside)
    return {one: Work(work.code, tuple(drafts[one]), tuple(attempts[one]), tuple(aside[one])) for one in wanted}


def all_said(work: Work, first: Stored | None = None) -> list[Stored]:
    """Give all that was written or chosen at one place; what the first of it hold already is left out.

    Parameters
    ----------
    work : Work
        What a student has done there.
    first : Draft, Attempt, Aside, optional
        What comes first in any case; by default it is what stands.
    """
    said: list[Stored] = [first] if first else []
    others: list[Stored] = [*work.drafts, *reversed(work.attempts), *reversed(work.aside)]
    for one in others:
        if not is_blank(one.answer) and not any(holds(before.answer, one.answer) for before in said[:_COMPARED]):
            said.append(one)
    return said


def named(places: Iterable[Place], titles: Mapping[Place, str]) -> str:
    """Name exercises, between one pair of quotation marks: by their titles, or as they are stored."""
    return "”, “".join(titles.get(place) or f"{place[0]}: {place[1]}" for place in places)


def _by_place(rows: Iterable[OneOf]) -> dict[Place, list[OneOf]]:
    found = defaultdict[Place, list[OneOf]](list)
    for one in rows:
        found[one.lesson, one.exercise].append(one)
    return found


def _ids_beside(folder: Path) -> dict[str, frozenset[str]]:
    """Give all that has an id in the lessons that lie in one folder with this one, by lesson: exercises, and more."""
    found: dict[str, frozenset[str]] = {}
    for file in folder.parent.glob("*/lesson.yaml"):
        if name := _ID.search(_text(file)):
            written = [*without_newer(file.parent.glob("*.yaml")), *_lent(file.parent)]
            files = ((one, one.stat().st_mtime_ns) for one in written)
            found[name[1].strip("\"'")] = frozenset[str]().union(*(_ids_in(*one) for one in files))
    return found


def _lent(folder: Path) -> list[Path]:
    """Give the files in other folders from which a lesson takes exercises."""
    info = read_info(folder)
    forms = forms_of(folder, info) if info else None
    return [forms.file] if forms and forms.folder != folder and forms.file.exists() else []


@lru_cache(maxsize=200)
def _ids_in(file: Path, _changed: int) -> frozenset[str]:
    return frozenset(_IDS.findall(_text(file)))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _said(work: Work) -> Iterator[Stored]:
    for one in work.attempts:
        if one.result or not is_blank(one.answer):
            yield one
    others: list[Stored] = [*work.drafts, *work.aside]
    yield from (one for one in others if not is_blank(one.answer))
