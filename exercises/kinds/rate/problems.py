"""What does not fit in an exercise *rate*, each as a sentence with its cure."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.base import Item
from exercises.kinds.rate.item import RateItem, Statement
from exercises.kinds.rate.reasons import steps_of
from exercises.kinds.writing import idle_hints, repeated, says_nothing
from exercises.lesson.load import Lesson


def problems(item: RateItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say what does not fit in an exercise.

    Parameters
    ----------
    item : RateItem
        The exercise.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    list of str
        Sentences, each with its cure; empty if all is well.
    """
    found = [*_names(item), *_form(item)]
    for statement in item.statements:
        found += [*_steps(item, statement), *_reasons(item, statement), *_cannot_tell(item, statement)]
    return found


def comparison_problems(item: RateItem, earlier: Item) -> list[str]:
    """Say why two exercises cannot be set side by side: other kinds, other scales, no statement in common."""
    about = f"The exercise “{item.id}” is compared with “{earlier.id}”"
    if not isinstance(earlier, RateItem):
        return [f"{about}, which is of the kind “{earlier.kind}”. Name an exercise of the kind “rate”."]
    if earlier.scale.steps != item.scale.steps:
        return [f"{about}, which has other steps. Give both the same scale."]
    here, there = ({one.id for one in exercise.statements} for exercise in (item, earlier))
    if lacking := sorted(here - there):
        names = ", ".join(f"“{name}”" for name in lacking)
        return [f"{about}, which has no statement {names}. Give a statement the same id in both."]
    return []


def _names(item: RateItem) -> Iterator[str]:
    for label in repeated(item.scale.steps):
        yield f"Two steps are called “{label}”. Change one of them."
    for name in repeated(one.id for one in item.statements):
        yield f"The statement “{name}” stands twice. Give one of them another id."
    for text in repeated(one.text for one in item.statements):
        yield f"Two statements read “{text}”. Change one of them or take it out."
    if item.each_sure and item.confidence:
        yield "Each statement asks how sure the student is, and so does the exercise. Leave “confidence” out."
    if item.each_sure and not any(one.scored for one in item.statements):
        yield "Nothing is scored here, so nobody need say how sure they are. Leave “each_sure” out."
    if item.shuffle and len(item.statements) == 1:
        yield "One statement cannot be mixed. Leave “shuffle” out."
    if item.shuffle and item.in_order:
        yield "The statements cannot be mixed and stay in their order. Leave “shuffle” or “in_order” out."
    yield from idle_hints(item.hints)


def _form(item: RateItem) -> Iterator[str]:
    with_features = [one for one in item.statements if one.features]
    if not with_features:
        return
    for one in item.statements:
        if not one.features:
            yield f"The statement “{one.id}” has no “features”, others have. Give all statements of a form theirs."
        elif not one.scored or not one.cannot_tell or one.cannot_tell.counts != "apart":
            cure = "In a form all is scored, and “cannot_tell” counts apart."
            yield f"The statement “{one.id}” has “features”, so it belongs to a form. {cure}"
        elif {item.accepts(step) for step in one.accept} != {one.features.support == "well"}:
            cure = "Well supported are the steps of the upper half. Change “accept” or “support”."
            yield f"The statement “{one.id}” is {one.features.support} supported and accepts other steps. {cure}"
    if len(item.scale.steps) % 2:
        yield "A form needs a scale without a middle. Give it an even number of steps."


def _steps(item: RateItem, one: Statement) -> Iterator[str]:
    steps = len(item.scale.steps)
    if not one.scored:
        if one.accept or one.best:
            cure = "Take “accept” and “best” out, or “scored: false”."
            yield f"The statement “{one.id}” is not scored and yet has steps of ours. {cure}"
        return
    if not one.accept:
        yield f"The statement “{one.id}” accepts no step. Write “accept:” with a list, or “scored: false”."
        return
    for step in one.accept:
        if step > steps:
            yield f"The statement “{one.id}” accepts step {step}, but the scale ends at {steps}. Change one of the two."
    for twice in repeated(str(step) for step in one.accept):
        yield f"The statement “{one.id}” accepts step {twice} twice. Take one out."
    if one.best not in one.accept:
        cure = f"Write “best:” with one of {', '.join(map(str, one.accept))}."
        yield f"The statement “{one.id}” does not say which accepted step is ours. {cure}"


def _reasons(item: RateItem, one: Statement) -> Iterator[str]:
    steps = len(item.scale.steps)
    covered: list[int] = []
    for name, reason in one.why.items():
        cover = steps_of(name, one, steps)
        if cover is None:
            cure = "Write a step such as 3, a range such as 1-2, low, high or any."
            yield f"The statement “{one.id}” gives a reason for “{name}”, which is no step. {cure}"
            continue
        covered += cover
        yield from _one_reason(one, name, reason, cover, steps)
    if missing := [str(step) for step in range(1, steps + 1) if step not in covered]:
        yield f"The statement “{one.id}” has no reason for step {', '.join(missing)}. Say for each why it tempts."
    for twice in repeated(str(step) for step in covered):
        yield f"The statement “{one.id}” has two reasons for step {twice}. Keep one."
    if repeated(" ".join(reason.lower().split()) for reason in one.why.values()):
        yield f"The statement “{one.id}” gives one reason twice. Say it once for a range of steps, such as 1-2."


def _one_reason(one: Statement, name: str, reason: str, cover: list[int], steps: int) -> Iterator[str]:
    if not cover or max(cover) > steps:
        yield f"The statement “{one.id}” gives a reason for “{name}”, which no student can choose. Take it out."
    elif one.scored and len({step in one.accept for step in cover}) > 1:
        cure = "Give each of the two its own reason."
        yield f"The statement “{one.id}” has one reason for steps that are accepted and steps that are not. {cure}"
    if says_nothing(reason):
        cure = "Write what the words show and what to look for next time."
        yield f"The reason for “{name}” of the statement “{one.id}” explains nothing. {cure}"


def _cannot_tell(item: RateItem, one: Statement) -> Iterator[str]:
    if one.cannot_tell and not item.cannot_tell:
        cure = "Write “cannot_tell: true” for the exercise, or take it out here."
        yield f"The statement “{one.id}” speaks of “cannot tell”, which the exercise does not offer. {cure}"
    if item.cannot_tell and one.scored and not one.cannot_tell:
        cure = "Write “cannot_tell: {counts: accepted, why: ...}” or “counts: wrong”."
        yield f"The statement “{one.id}” does not say what “cannot tell” is worth. {cure}"
    if one.cannot_tell and one.cannot_tell.counts == "apart" and not one.features:
        cure = "Write “counts: accepted” or “counts: wrong”."
        yield f"The statement “{one.id}” counts “cannot tell” apart, as only a form does. {cure}"
    if one.cannot_tell and says_nothing(one.cannot_tell.why):
        yield f"The statement “{one.id}” does not explain “cannot tell”. Write what one can tell, or what is lacking."
