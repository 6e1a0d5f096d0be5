"""The rows of the rubric: each level that was reached, where, and who says so. Levels are never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.answers.work import Attempt
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.edition import is_older
from exercises.lesson.load import Lesson
from exercises.report.parts import Reached, Row

LETTERS = ("A", "B", "C", "D", "E")


def rows(items: Mapping[str, Item], attempts: Sequence[Attempt], lesson: Lesson) -> tuple[Row, ...]:
    """Collect the levels of all five rows from the last check of each exercise.

    Parameters
    ----------
    items : mapping of str to Item
        The exercises by id, in the order of the lesson.
    attempts : sequence of Attempt
        Of one student, in the order of time.
    lesson : Lesson
        The lesson.

    Returns
    -------
    tuple of Row
        A short text has its writer's rating; a desk has what can be counted of D and E. Answers to an earlier edition
        keep the writer's rating, but nothing of them is counted anew.
    """
    last = {one.exercise: one for one in attempts if one.what == "check"}
    checked = [(item, last[name]) for name, item in items.items() if name in last]
    found = [pair for item, attempt in checked for pair in _levels(item, attempt, lesson)]
    return tuple(
        Row(
            letter,
            tuple(reached for row, reached in found if row == letter),
            sum(item.rubric == letter for item, _ in checked),
        )
        for letter in LETTERS
    )


def _levels(item: Item, attempt: Attempt, lesson: Lesson) -> list[tuple[str, Reached]]:
    kind = KINDS[item.kind]
    if kind.levels is None:
        return []
    try:
        levels = list(kind.levels(item, kind.answer.model_validate(attempt.answer), lesson))
    except ValueError:  # An opened work file may hold an answer that no Check ever let through.
        return []
    older = is_older(attempt.digest, attempt.answer, item, lesson, scored=True)
    kept = [one for one in levels if one.by == "own" or not older]
    return [(one.row, Reached(item.title, one.claims, one.level, one.by)) for one in kept]
