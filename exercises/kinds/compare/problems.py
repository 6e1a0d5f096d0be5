"""What does not fit in an exercise *compare*, each as a sentence with its cure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.files.problems import did_you_mean
from exercises.kinds.compare.item import (
    FEWEST_VERSIONS,
    MOST_VERSIONS,
    NOWHERE,
    CompareItem,
    Question,
    trace_of,
    versions_of,
)
from exercises.kinds.writing import idle_hints, repeated, says_nothing
from exercises.lesson.load import Lesson


def problems(item: CompareItem, lesson: Lesson) -> list[str]:
    """Say what does not fit in an exercise.

    Parameters
    ----------
    item : CompareItem
        The exercise.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    list of str
        Sentences, each with its cure; empty if all is well.
    """
    trace = trace_of(item, lesson)
    if trace is None:
        cure = did_you_mean(item.trace, [one.id for one in lesson.background.trace])
        return [f"There is no trace “{item.trace}” in background.yaml. {cure}"]
    order = [version.source for version in versions_of(item, lesson)]
    found = [*_versions(item, [version.source for version in trace.versions], order), *_names(item)]
    for question in item.questions:
        found += [*_steps(question, order), *_reasons(question, order), *_states(question, order)]
    return found


def _versions(item: CompareItem, known: Sequence[str], order: Sequence[str]) -> Iterator[str]:
    for name in item.versions:
        if name not in known:
            yield f"The trace “{item.trace}” has no version “{name}”. {did_you_mean(name, known)}"
    for name in repeated(item.versions):
        yield f"The version “{name}” stands twice. Take one out."
    if not FEWEST_VERSIONS <= len(order) <= MOST_VERSIONS:
        cure = f"Choose {FEWEST_VERSIONS} to {MOST_VERSIONS} under “versions”."
        yield f"The page would show {len(order)} versions. {cure}"


def _names(item: CompareItem) -> Iterator[str]:
    for name in repeated(question.id for question in item.questions):
        yield f"The question “{name}” stands twice. Give one of them another id."
    for words in repeated(question.ask for question in item.questions):
        yield f"Two questions read “{words}”. Change one of them or take it out."
    if not item.asked:
        yield "Every question is given, so nothing is left to do. Take “given” out of one."
    yield from idle_hints(item.hints)


def _steps(question: Question, order: Sequence[str]) -> Iterator[str]:
    name, known = question.id, [*order, NOWHERE]
    for step in (*question.good, *question.not_clear):
        if step not in known:
            cure = did_you_mean(step, known)
            yield f"The question “{name}” names the version “{step}”, which is not on the page. {cure}"
    if question.at in question.also_accept:
        yield f"The question “{name}” also accepts its own answer. Take it out of “also_accept”."
    if question.also_accept and says_nothing(question.also_why):
        yield f"The question “{name}” does not say why it accepts other versions. Write “also_why”."
    if question.also_why and not question.also_accept:
        yield f"The question “{name}” has “also_why” and accepts nothing else. Add “also_accept” or take it out."


def _reasons(question: Question, order: Sequence[str]) -> Iterator[str]:
    """Every version has its own reason, and so has *nowhere*: a student may choose any of them."""
    name, known = question.id, [*order, NOWHERE]
    for step in known:
        if step not in question.why:
            cure = "Write why it is so there or not, what tempts, what to look for next time."
            yield f"The question “{name}” has no reason for “{step}”. {cure}"
        elif says_nothing(question.why[step]):
            yield f"The reason for “{step}” in the question “{name}” explains nothing. Write what the words show."
    for step in question.why:
        if step not in known:
            yield f"The question “{name}” has a reason for “{step}”. {did_you_mean(step, known)}"
    if repeated(" ".join(reason.lower().split()) for reason in question.why.values()):
        yield f"The question “{name}” gives one reason twice. Say for each version what its own words show."
    if says_nothing(question.basis_why):
        cure = "Write what shows it, or from what it is concluded."
        yield f"The reason for “{question.basis}” in the question “{name}” explains nothing. {cure}"


def _states(question: Question, order: Sequence[str]) -> Iterator[str]:
    name, states = question.id, question.states
    if states is None:
        if question.not_clear:
            yield f"The question “{name}” has “not_clear” without “states”. Add “states” or take it out."
        return
    if states.before == states.after:
        yield f"The two states of the question “{name}” are the same. Say what stood before and what stands after."
    if order and question.at == order[0]:
        cure = "Show an earlier version too, or take “states” out."
        yield f"The change of the question “{name}” stands in the first version: nothing comes before it. {cure}"
    for step in question.not_clear:
        if step in question.good:
            cure = "Take it out of one of the two."
            yield f"The version “{step}” is an answer to the question “{name}” and is called not clear. {cure}"
