"""What of an exercise *compare* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.compare.item import CompareItem, Question, trace_of
from exercises.lesson.load import Lesson

HIDDEN = ("also_accept", "also_why", "basis_why", "either", "why", "states", "not_clear", "shown", "inferred", "intent")


def secrets(item: CompareItem, lesson: Lesson) -> Iterator[str]:
    """Give the reasons of every question, and what the trace as a whole tells; its title tells what happened."""
    for question in item.questions:
        yield from _reasons(question)
    if trace := trace_of(item, lesson):
        yield from filter(None, (trace.title, *trace.shown, *trace.inferred, trace.intent))


def _reasons(question: Question) -> Iterator[str]:
    """Give the reasons of one question; one that is answered for the student shows those of its answer."""
    yield from (why for step, why in question.why.items() if not (question.given and step == question.at))
    if not question.given:
        yield question.basis_why
    if question.also_why:
        yield question.also_why
