"""Gathers a report from the store and the lesson: notebooks, exercises, answers, reasons, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from exercises.answers.calibration import sureness as pairs_of
from exercises.answers.gone import gone
from exercises.answers.joining import Place
from exercises.answers.work import Attempt, Draft, Work
from exercises.charts.own import own_chart
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import taken_up
from exercises.lesson.load import Lesson
from exercises.report.confidence import sureness
from exercises.report.parts import Chapter, Report, Told
from exercises.report.rubric import rows
from exercises.report.supported import supported
from exercises.report.telling import tell, tell_gone
from exercises.words import words


def gather(
    lesson: Lesson,
    items: Exercises,
    work: Work,
    today: date,
) -> Report:
    """Gather all that a report tells.

    Parameters
    ----------
    lesson : Lesson
        The lesson as it stands today.
    items : Exercises
        Its exercises.
    work : Work
        All that is kept under the student's code, as of one moment.
    today : date
        The day that stands on the report.

    Returns
    -------
    Report
        The report; where nothing was done, its parts are empty.
    """
    drafts = {draft.exercise: draft for draft in work.drafts if draft.lesson == lesson.id}
    attempts = [attempt for attempt in work.attempts if attempt.lesson == lesson.id]
    told = {name: tell(item, drafts.get(name), _at(name, attempts), lesson) for name, item in items.items()}
    told = {name: _drawn(one, items, drafts) for name, one in told.items()}
    places = lesson.info.report
    pairs = pairs_of(attempts, items, lesson)
    return Report(
        code=work.code,
        day=today.isoformat(),
        lesson=lesson.info.title,
        chapters=_chapters(lesson, items, told),
        gone=tuple(tell_gone(one[1], _title(one, lesson), there) for one, there in gone(work, lesson, items).items()),
        rows=rows(items, attempts, lesson),
        sureness=sureness(pairs),
        supported=supported(items, attempts, lesson),
        before=_written(told.get(places.before)),
        after=_written(told.get(places.after)),
        finished=_written(told.get(places.check)),
        parts=_parts(lesson, items, asked=bool(pairs)),
        own_text=any(KINDS[item.kind].brought_by for item in items.values()),
        known=lesson.info.article.known,
    )


def _parts(lesson: Lesson, items: Exercises, *, asked: bool) -> frozenset[str]:
    """Give the names of the chapters for which the lesson has exercises; a desk asks how sure one is by itself."""
    places, every = lesson.info.report, items.values()
    wanted = {
        "radio": places.before or places.after,
        "finished": places.check,
        "sure": asked or any(item.confidence for item in every),
        "supported": any(KINDS[item.kind].report.supported for item in every),
    }
    return frozenset(["done", "rubric", "answers", *(name for name, there in wanted.items() if there)])


def _at(name: str, attempts: Sequence[Attempt]) -> list[Attempt]:
    return [attempt for attempt in attempts if attempt.exercise == name]


def _drawn(told: Told | None, items: Exercises, drafts: Mapping[str, Draft]) -> Told | None:
    """Add the picture of the marks that stand, where an exercise has one."""
    if told is None or told.older or told.id not in drafts:
        return told
    item, earlier = items[told.id], items.get(taken_up(items[told.id]))
    before = (earlier, drafts[earlier.id].answer) if earlier and earlier.id in drafts else None
    return replace(told, chart=own_chart(item, drafts[told.id].answer, before))


def _chapters(lesson: Lesson, items: Exercises, told: Mapping[str, Told | None]) -> tuple[Chapter, ...]:
    """Give the notebooks in their order, then the exercises that belong to none of them."""
    places = [(entry.name, entry.title, items.of(entry.name)) for entry in lesson.info.notebooks]
    placed = {item.id for _, _, inside in places for item in inside}
    others = tuple(item for name, item in items.items() if name not in placed)
    places.append(("", words("report")["answers"]["others"], others))
    return tuple(_chapter(name, title, inside, told) for name, title, inside in places if inside)


def _chapter(name: str, title: str, items: Sequence[Item], told: Mapping[str, Told | None]) -> Chapter:
    touched = tuple(one for item in items if (one := told.get(item.id)))
    return Chapter(name, title, touched, tuple(item.title for item in items if not told.get(item.id)))


def _title(place: Place, lesson: Lesson) -> str:
    where, name = place
    return name if where == lesson.id else f"{where}: {name}"


def _written(told: Told | None) -> Told | None:
    return told if told and told.answer else None
