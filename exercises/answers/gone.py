"""Finds answers that no page shows: to exercises, or under lessons, that the course does not have.

A new edition may have renamed or removed an exercise; and one byte that changed on the disk is another name.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

from exercises.answers.joining import Place
from exercises.answers.wellformed import holds, is_blank
from exercises.answers.work import Aside, Attempt, Draft, Work
from exercises.lesson.load import Lesson

Stored = Draft | Attempt | Aside
_ID = re.compile(r"^id:\s*(\S+)", re.MULTILINE)


def gone(work: Work, lesson: Lesson, exercises: Container[str]) -> tuple[Place, ...]:
    """Give the places that no page shows and where something was written, chosen, or checked.

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
    others = {where for where, _ in places} - {lesson.id}
    strange = others - _lessons_beside(lesson.folder) if others else set()
    return tuple(
        (where, name) for where, name in places if where in strange or (where == lesson.id and name not in exercises)
    )


def all_said(work: Work, place: Place, first: Stored | None = None) -> list[Stored]:
    """Give all that was written or chosen at such a place, each once: what one before it holds is left out.

    Parameters
    ----------
    work : Work
        What a student has done.
    place : tuple of str
        Lesson and exercise.
    first : Draft, Attempt, Aside, optional
        What comes first in any case; by default what stands does.
    """
    draft = work.draft(*place)
    stored: list[Stored] = [*([draft] if draft else []), *reversed(work.attempts_at(*place))]
    said: list[Stored] = [first] if first else []
    for one in (*stored, *reversed(work.aside_at(*place))):
        if not any(holds(before.answer, one.answer) for before in said):
            said.append(one)
    return said


def _lessons_beside(folder: Path) -> set[str]:
    """Name the lessons that lie in one folder with this one."""
    files = [file.read_text(encoding="utf-8", errors="replace") for file in folder.parent.glob("*/lesson.yaml")]
    return {found[1].strip("\"'") for text in files if (found := _ID.search(text))}


def _said(work: Work) -> Iterator[Stored]:
    for one in work.attempts:
        if one.result or not is_blank(one.answer):
            yield one
    others: list[Stored] = [*work.drafts, *work.aside]
    yield from (one for one in others if not is_blank(one.answer))
