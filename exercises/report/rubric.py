"""The rows of the rubric: each level that was reached, where, and who says so. Levels are never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.answers.store import Attempt
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.desk.casework import lay_out
from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.rubric import outside_check, reasoning
from exercises.kinds.write.item import WriteAnswer
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
    try:
        answer = KINDS[item.kind].answer.model_validate(attempt.answer)
        if isinstance(answer, WriteAnswer):
            return [(row, Reached(item.title, (), level, "own")) for row, level in answer.rated.items()]
        if isinstance(answer, DeskAnswer) and isinstance(item, DeskItem) and attempt.digest == lesson.digest:
            return _of_desk(item, answer, lesson)
    except ValueError:  # An opened work file may hold an answer that no Check ever let through.
        pass
    return []


def _of_desk(item: DeskItem, answer: DeskAnswer, lesson: Lesson) -> list[tuple[str, Reached]]:
    """Count the levels of all finished claims; claims of one desk with one level stand together."""
    claims: dict[tuple[str, int], list[int]] = {}
    for desk in lay_out(item, answer, lesson):
        if desk.begun and not desk.missing and not desk.placed.given:
            for found in (outside_check(desk), reasoning(desk)):
                claims.setdefault((found.row, found.level), []).append(desk.number)
    return [(row, Reached(item.title, tuple(claims[row, level]), level, "counted")) for row, level in sorted(claims)]
