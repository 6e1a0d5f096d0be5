"""The picture of the way that a statement took, as plain data; it leaves the kernel with the result only."""

from __future__ import annotations

from typing import Any

from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, Question, versions_of
from exercises.lesson.load import Lesson
from exercises.lesson.models.background import Trace
from exercises.words import words

BEFORE, AFTER, UNCLEAR = "before", "after", "unclear"


def path(item: CompareItem, answer: CompareAnswer, trace: Trace, lesson: Lesson) -> dict[str, Any]:
    """Give the versions as the nodes of a way, what each kept and lost, and what is shown and what inferred.

    Parameters
    ----------
    item : CompareItem
        The exercise.
    answer : CompareAnswer
        The student's steps, which are marked beside ours.
    trace : Trace
        Its trace.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    dict
        ``nodes``, ``questions`` with every reason, and of the trace ``shown``, ``inferred`` and ``intent``.
    """
    order = [version.source for version in versions_of(item, lesson)]
    return {
        "nodes": [
            {
                "id": version.source,
                "states": [_state(question, index, order) for question in item.questions],
                "yours": [answer.steps.get(question.id) == version.source for question in item.questions],
                "ours": [question.at == version.source for question in item.questions],
            }
            for index, version in enumerate(versions_of(item, lesson))
        ],
        "questions": [_question(question, order, item, lesson) for question in item.questions],
        "shown": list(trace.shown),
        "inferred": list(trace.inferred),
        "intent": trace.intent,
    }


def named(step: str, question: Question, item: CompareItem, lesson: Lesson) -> str:
    """Name a version as the page does: ``4. Reuters``; or the words of *nowhere*."""
    if step == NOWHERE:
        return question.nowhere or str(words("compare")["nowhere"])
    versions = versions_of(item, lesson)
    number = next(index for index, version in enumerate(versions, start=1) if version.source == step)
    return str(words("compare")["version"]).format(number=number, who=versions[number - 1].who)


def _state(question: Question, index: int, order: list[str]) -> dict[str, str] | None:
    """Say what a version has of the asked thing; None where no change is asked for."""
    if question.states is None:
        return None
    if order[index] in question.not_clear:
        return {"state": UNCLEAR, "words": str(words("compare")["path"]["unclear"])}
    changed = question.at != NOWHERE and index >= order.index(question.at)
    return (
        {"state": AFTER, "words": question.states.after}
        if changed
        else {"state": BEFORE, "words": question.states.before}
    )


def _question(question: Question, order: list[str], item: CompareItem, lesson: Lesson) -> dict[str, Any]:
    steps = [*order, NOWHERE]
    return {
        "ask": question.ask,
        "ours": named(question.at, question, item, lesson),
        "basis": question.basis,
        "why": question.basis_why,
        "reasons": [{"step": named(step, question, item, lesson), "why": question.why[step]} for step in steps],
    }
